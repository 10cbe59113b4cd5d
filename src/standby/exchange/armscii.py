"""ARMSCII-8, the one-byte encoding of older Armenian files (AST 34.005), which Python does not know."""

_UPPER, _LOWER, _FIRST = 0x531, 0x561, 0xB2
_SIGNS = {
    0xA0: 0xA0, 0xA1: 0x58D, 0xA2: 0x587, 0xA3: 0x589, 0xA4: 0x29, 0xA5: 0x28, 0xA6: 0xBB, 0xA7: 0xAB, 0xA8: 0x2014,
    0xA9: 0x2E, 0xAA: 0x55D, 0xAB: 0x2C, 0xAC: 0x2D, 0xAD: 0x58A, 0xAE: 0x2026, 0xAF: 0x55C, 0xB0: 0x55B, 0xB1: 0x55E,
    0xFE: 0x55A,
}  # fmt: skip
# The 38 letters stand in pairs, capital then small.
_LETTERS = {_FIRST + 2 * place: _UPPER + place for place in range(38)} | {
    _FIRST + 2 * place + 1: _LOWER + place for place in range(38)
}
_TO_TEXT = {byte: chr(point) for byte, point in (_SIGNS | _LETTERS).items()}
_UNUSED = frozenset(range(128, 256)) - frozenset(_TO_TEXT)
_TABLE = str.maketrans(dict.fromkeys(_UNUSED, "\ufffd") | _TO_TEXT)
# ASCII keeps its own brackets, dots and commas when written.
_TO_BYTE = {text: byte for byte, text in _TO_TEXT.items() if ord(text) > 127}


def decode_armscii(content: bytes, errors: str = "strict") -> str:
    """The text; at a byte that the encoding does not use, UnicodeDecodeError, or its mark where errors are replaced."""
    for position, byte in enumerate(content if errors == "strict" else b""):
        if byte in _UNUSED:
            raise UnicodeDecodeError("armscii-8", content, position, position + 1, "unused in ARMSCII-8")
    return content.decode("latin-1").translate(_TABLE)


def encode_armscii(text: str) -> bytes:
    """The bytes; raises UnicodeEncodeError at a letter that the encoding has not."""
    for position, letter in enumerate(text):
        if ord(letter) > 127 and letter not in _TO_BYTE:
            raise UnicodeEncodeError("armscii-8", text, position, position + 1, "not in ARMSCII-8")
    return bytes(_TO_BYTE.get(letter, ord(letter) & 0x7F) for letter in text)
