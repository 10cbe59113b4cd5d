"""Questions and answers as files: a line that says what it is, then bytes that tell nobody anything."""

from dataclasses import dataclass

from standby.identity.between.errors import NotTheAnswer

_QUESTION, _ANSWER = b"STANDBY QUESTION 1 ", b"STANDBY ANSWER 1 "
_LONGEST_LINE = 100
_LENGTH_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`name` tells one question from another: the answer carries it back."""

    name: str
    request: bytes


def write_question(question: Question) -> bytes:
    return _QUESTION + question.name.encode() + b"\n" + question.request


def read_question(content: bytes) -> Question:
    name, request = _split(content, begins=_QUESTION)
    return Question(name=name, request=request)


def write_answer(*, name: str, setup: bytes, response: bytes) -> bytes:
    return _ANSWER + name.encode() + b"\n" + len(setup).to_bytes(_LENGTH_BYTES, "big") + setup + response


def read_answer(content: bytes) -> tuple[str, bytes, bytes]:
    """The name of the question, and the two parts of the answer."""
    name, rest = _split(content, begins=_ANSWER)
    length = int.from_bytes(rest[:_LENGTH_BYTES], "big")
    setup, response = rest[_LENGTH_BYTES : _LENGTH_BYTES + length], rest[_LENGTH_BYTES + length :]
    if len(setup) != length or not response:
        raise NotTheAnswer
    return name, setup, response


def _split(content: bytes, *, begins: bytes) -> tuple[str, bytes]:
    line, newline, rest = content[:_LONGEST_LINE].partition(b"\n")
    name = line.removeprefix(begins)
    if not (newline and line.startswith(begins) and name.isalnum() and name.isascii()):
        raise NotTheAnswer
    return name.decode(), rest + content[_LONGEST_LINE:]
