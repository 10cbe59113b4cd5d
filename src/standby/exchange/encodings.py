"""Which encoding a text file is in: marks first, then UTF-8, then the one-byte encoding that reads like words."""

import codecs
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from standby.exchange.armscii import decode_armscii
from standby.exchange.problems import Problem, refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_WORD = re.compile(r"[^\W\d_]+")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd]")

# The twelve commonest letters of Russian running text are about three quarters of it; likewise Armenian.
_COMMON_RUSSIAN = frozenset("оеаинтсрвлкм")
_COMMON_ARMENIAN = frozenset("աեինրոկյմտսւ")
# Latin letters with marks that names and words of Europe, Turkey and the Caucasus are written with.
_LATIN = frozenset("àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßğışąćęłńśźżčďěňřšťůžőűāēīūģķļņ")
# The same bytes are ğ, ı and ş in Turkish lists, which are the likelier here.
_ICELANDIC = frozenset("ðýþ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    text: str
    encoding: str


Reader = Callable[[bytes, str], str]


def _codec(name: str) -> Reader:
    return lambda content, errors: content.decode(name, errors)


# In the order in which a tie is decided.
_ONE_BYTE: tuple[tuple[str, Reader], ...] = (
    ("cp1251", _codec("cp1251")),
    ("cp1252", _codec("cp1252")),
    ("cp1254", _codec("cp1254")),
    ("koi8-r", _codec("koi8-r")),
    ("cp866", _codec("cp866")),
    ("armscii-8", decode_armscii),
    ("iso8859-5", _codec("iso8859-5")),
    ("mac-cyrillic", _codec("mac-cyrillic")),
)


def decode(content: bytes, *, file: str) -> Decoded:
    """The text of a file in whatever encoding it is."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content, encoding, file=file)
    if wide := _wide(content):
        return _decoded(content, wide, file=file)
    try:
        return _checked(Decoded(text=content.decode("utf-8"), encoding="utf-8"), file=file)
    except UnicodeDecodeError as error:
        if _is_cut(error, content):
            whole = content[: error.start].decode("utf-8")
            return _checked(Decoded(text=whole + "\ufffd", encoding="utf-8"), file=file)
    return _checked(_one_byte(content), file=file)


def _decoded(content: bytes, encoding: str, *, file: str) -> Decoded:
    # A torn file may end in the middle of a letter: the letter is marked, the row is judged later.
    return _checked(Decoded(text=content.decode(encoding, errors="replace"), encoding=encoding), file=file)


def _checked(decoded: Decoded, *, file: str) -> Decoded:
    sample = decoded.text[:_SAMPLE]
    if len(_ODD.findall(sample)) > 1 + len(sample) // 100:
        raise refusal(Problem.NOT_TEXT, file=file)
    return decoded


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of its delimiters, digits and line ends is zero."""
    sample = content[:2000]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 4 * even and odd * 10 >= len(sample) // 2:
        return "utf-16-le"
    if even > 4 * odd and even * 10 >= len(sample) // 2:
        return "utf-16-be"
    return ""


def _is_cut(error: UnicodeDecodeError, content: bytes) -> bool:
    """Whether all is UTF-8 but for one letter that the end of the file cuts through."""
    return error.reason == "unexpected end of data" and error.end == len(content)


def _one_byte(content: bytes) -> Decoded:
    """The encoding in which the words beyond ASCII look most like words; KOI8-R and CP866 can read any bytes."""
    sample = _telling_part(content)
    name, read = max(_ONE_BYTE, key=lambda encoding: _score(encoding[1], sample))
    return Decoded(text=read(content, "replace"), encoding=name)


def _score(read: Reader, sample: bytes) -> float:
    try:
        return _plausibility(read(sample, "strict"))
    except UnicodeDecodeError:
        return -math.inf


def _telling_part(content: bytes) -> bytes:
    """The lines that say something about the encoding: those with a byte above ASCII."""
    lines = (line for line in content[: 20 * _SAMPLE].splitlines() if not line.isascii())
    part = b"\n".join(line for line, _ in zip(lines, range(4000), strict=False))
    return part[:_SAMPLE]


def _plausibility(text: str) -> float:
    """How much the words beyond ASCII look like words somebody would write; per letter, so that length is no merit."""
    letters = good = 0.0
    for word in _WORD.findall(text):
        beyond = sum(1 for letter in word if letter > "\x7f")
        if beyond:
            letters += beyond
            good += beyond * _word_score(word)
    strange = sum(1 for letter in text if letter > "\x7f" and not letter.isalpha())
    return (good - 0.5 * strange) / (letters + strange or 1)


def _word_score(word: str) -> float:
    score = 1.0 if word.islower() or word.isupper() or word.istitle() else -1.0
    low = word.lower()
    if all("а" <= letter <= "я" or letter == "ё" for letter in low):
        return score + sum(1 for letter in low if letter in _COMMON_RUSSIAN) / len(low)
    if all("ա" <= letter <= "և" for letter in low):
        return score + sum(1 for letter in low if letter in _COMMON_ARMENIAN) / len(low)
    return score + _latin_score(low)


def _latin_score(low: str) -> float:
    marked = [letter for letter in low if letter > "\x7f"]
    if not all(letter in _LATIN for letter in marked):
        return -1.0  # other Cyrillic letters than Russian, or scripts mixed within a word
    # Between plain letters a mark is usual; a word of marked letters only is Cyrillic read wrongly.
    if len(marked) * 2 > len(low):
        return -1.5
    return 0.6 - 0.5 * sum(1 for letter in marked if letter in _ICELANDIC) / len(marked)
