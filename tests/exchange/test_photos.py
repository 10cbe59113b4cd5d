"""A photo is made small and bare before it is kept, and what is no photo is refused without harm."""

import io

import pytest
from PIL import Image

from standby.exchange import photo_process, photos
from standby.exchange.photo_process import shrunk
from standby.exchange.photos import LARGEST_PHOTO, PhotoProblem, shrunk_in_process
from tests.fakes.photos import COMMENT, MAKE, a_photo


def opened(content: bytes | PhotoProblem) -> Image.Image:
    assert isinstance(content, bytes), content
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_the_camera_wrote_is_left(kind: str) -> None:
    sent = a_photo(kind=kind)
    assert MAKE.encode() in sent

    kept = shrunk(sent)

    assert isinstance(kept, bytes)
    assert MAKE.encode() not in kept
    assert COMMENT not in kept
    assert opened(kept).format == "JPEG"
    assert len(opened(kept).getexif()) == 0


def test_a_large_photo_gets_small_and_a_small_one_stays() -> None:
    assert opened(shrunk(a_photo(size=(4000, 3000)))).size == (1600, 1200)
    assert opened(shrunk(a_photo(size=(400, 300)))).size == (400, 300)


def test_a_photo_stands_upright_as_it_was_held() -> None:
    assert opened(shrunk(a_photo(size=(400, 300), turned=True))).size == (300, 400)


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        a_photo()[:600],
        b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;",
    ],
)
def test_what_is_no_photo_is_none(sent: bytes) -> None:
    assert shrunk(sent) is PhotoProblem.NO_PHOTO


def test_a_picture_that_would_unpack_to_too_much_is_refused_by_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo_process, "_MOST_PIXELS", 400 * 300 - 1)

    assert shrunk(a_photo()) is PhotoProblem.TOO_MANY_PIXELS


def test_the_child_says_the_same_as_the_code_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shrunk_in_process(a_photo()) == shrunk(a_photo())
    assert shrunk_in_process(b"not a picture") is PhotoProblem.NO_PHOTO
    assert shrunk_in_process(bytes(LARGEST_PHOTO + 1)) is PhotoProblem.TOO_LARGE

    monkeypatch.setattr(photos, "_SECONDS", 0.001)

    assert shrunk_in_process(a_photo()) is PhotoProblem.NO_PHOTO
