"""Photos of documents that never were: a grey card, with all that a telephone writes into a picture."""

import io

from PIL import Image

_ORIENTATION, _MAKE, _GPS = 0x0112, 0x010F, 0x8825
MAKE, COMMENT = "Inventedphone", b"taken at 1 Invented Street"


def a_photo(*, size: tuple[int, int] = (400, 300), kind: str = "JPEG", turned: bool = False) -> bytes:
    """`turned`: the camera was held upright, and says so instead of turning the pixels."""
    picture = Image.new("RGB", size, "grey")
    exif = Image.Exif()
    exif[_MAKE], exif[_ORIENTATION] = MAKE, 6 if turned else 1
    exif[_GPS] = {1: "N", 2: (40.0, 10.0, 0.0), 3: "E", 4: (44.0, 30.0, 0.0)}
    out = io.BytesIO()
    if kind == "JPEG":
        picture.save(out, kind, exif=exif, comment=COMMENT)
    else:
        picture.save(out, kind, exif=exif)
    return out.getvalue()
