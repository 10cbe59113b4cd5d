"""Decodes one photo, in a process that `standby.exchange.photos` starts and confines."""

import io
import sys

from PIL import Image, ImageOps

from standby.exchange.photos import EXITS, PhotoProblem
from standby.exchange.reader_process import confine

_MEMORY = 1_000 * 1024 * 1024
# What telephones make and browsers show; every other decoder stays shut.
_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 60_000_000
# A number in small print is read at this size.
_LONGEST_EDGE = 1_600
_QUALITY = 80


def shrunk(content: bytes) -> bytes | PhotoProblem:
    """As `shrunk_in_process` says."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as found:
            # What the header says, before a single pixel is unpacked.
            if found.width * found.height > _MOST_PIXELS:
                return PhotoProblem.TOO_MANY_PIXELS
            found.draft("RGB", (2 * _LONGEST_EDGE, 2 * _LONGEST_EDGE))
            upright = ImageOps.exif_transpose(found).convert("RGB")
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return PhotoProblem.NO_PHOTO
    upright.thumbnail((_LONGEST_EDGE, _LONGEST_EDGE))
    # Only pixels go over: comments, colour profiles, places and the camera's name stay behind with the old picture.
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def main() -> int:
    """Confines itself, reads the photo from standard input, answers on standard output."""
    confine(_MEMORY)
    answer = shrunk(sys.stdin.buffer.read())
    if isinstance(answer, PhotoProblem):
        return EXITS[answer]
    sys.stdout.buffer.write(answer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
