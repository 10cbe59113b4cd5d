"""Which encoding a file is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import UnusableInput
from standby.exchange.armscii import decode_armscii, encode_armscii
from standby.exchange.encodings import decode

RUSSIAN = "Имя;Профессия\r\nАни Саргсян;врач\r\nАрам Петросян;водитель автобуса\r\n"
ARMENIAN = "Անուն;Մասնագիտութիւն\r\nԱնի Սարգսյան;բժիշկ\r\nԱրամ Պետրոսյան;վարորդ\r\n"
ARMENIAN_LETTERS = "".join(chr(point) for point in (*range(0x531, 0x557), *range(0x561, 0x587)))


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "cp1251",
        "koi8-r",
        "cp866",
        "iso8859-5",
        "mac-cyrillic",
    ],
)
def test_a_russian_list_is_read_in_whatever_encoding_it_was_saved(encoding: str) -> None:
    decoded = decode(RUSSIAN.encode(encoding), file="list.csv")

    assert decoded.text == RUSSIAN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_one_short_name_is_enough_to_tell_the_cyrillic_encodings_apart(encoding: str) -> None:
    decoded = decode("name,job\nИван,x\n".encode(encoding), file="list.csv")

    assert "Иван" in decoded.text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_names_in_capitals_are_read_too(encoding: str) -> None:
    text = "ИМЯ;ГОРОД\nАННА ПЕТРОВА;МОСКВА\nИВАН ОГАНЕСЯН;САРАТОВ\n"

    assert decode(text.encode(encoding), file="list.csv").text == text


def test_an_old_armenian_file_is_read() -> None:
    decoded = decode(encode_armscii(ARMENIAN), file="list.csv")

    assert decoded.encoding == "armscii-8"
    assert decoded.text == ARMENIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("nom,ville\nHélène,Besançon\nRené Dupré,Nîmes\n", "cp1252"),
        ("name,city\nÇağrı,İzmir\nGülşen,Iğdır\n", "cp1254"),
    ],
)
def test_latin_letters_with_marks_are_read(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), file="list.csv").text == text


def test_a_file_that_ends_within_a_letter_keeps_all_before_it_and_marks_the_cut() -> None:
    torn = "name\nԱնի\nԱրամ".encode()[:-1]

    decoded = decode(torn, file="list.csv")

    assert decoded.text == "name\nԱնի\nԱրա\ufffd"


def test_a_file_that_is_no_text_is_refused() -> None:
    with pytest.raises(UnusableInput, match="neither text nor a workbook"):
        decode(bytes(range(256)) * 20, file="list.csv")


@given(st.text(alphabet=ARMENIAN_LETTERS + "abc ,;\n0123456789«»"))
def test_armscii_comes_back_as_it_was_written(text: str) -> None:
    assert decode_armscii(encode_armscii(text)) == text


def test_armscii_refuses_a_letter_that_it_has_not() -> None:
    with pytest.raises(UnicodeEncodeError):
        encode_armscii("Иван")


def test_armscii_refuses_a_byte_that_it_does_not_use() -> None:
    with pytest.raises(UnicodeDecodeError):
        decode_armscii(b"\x85")


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖ abc,;\n0123456789", min_size=1))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    decoded = decode(text.encode(), file="list.csv")

    assert decoded.text == text


def test_a_stray_byte_far_down_marks_its_letter_and_spares_the_rest() -> None:
    rows = "имя,город\n" + "Иван,Москва\n" * 5000

    decoded = decode(rows.encode("cp1251") + b"\x98,x\n", file="list.csv")

    assert decoded.text == rows + "\ufffd,x\n"
