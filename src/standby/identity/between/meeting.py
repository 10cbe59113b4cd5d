"""The three steps of private set intersection, by openmined.psi: ECDH on P-256, the answer exact and not a filter."""

import random
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from standby.identity.between.errors import BackEndMissing, NotTheAnswer, TooManyItems
from standby.identity.between.files import Question, read_answer, read_question, write_answer, write_question

# Twenty thousand people by a telephone and a name with a birth date each, and some to spare.
MOST_ITEMS = 50_000
_BACK_END = "private_set_intersection.python"
# Only meant for filters; the exact structure has no false positives.
_RATE = 1e-9
# Which items are in common, and not only how many.
_WHICH = True
_SHUFFLE = random.SystemRandom()


def is_installed() -> bool:
    return find_spec("private_set_intersection") is not None


def ask(items: Sequence[str], *, name: str) -> tuple[bytes, bytes]:
    """The key that reads the answer, which stays here, and the question as a file."""
    _check(len(items))
    client = _psi().client.CreateWithNewKey(_WHICH)
    request = client.CreateRequest(list(items)).SerializeToString()
    return client.GetPrivateKeyBytes(), write_question(Question(name=name, request=request))


def size_of(question: bytes) -> int:
    """About how many keys a question asks."""
    return len(_request(read_question(question)).encrypted_elements)


def answer_question(question: bytes, items: Sequence[str]) -> bytes:
    """The answer as a file: whoever has the key of the question reads which of its own items are among these.

    In an order drawn anew, so that not even the places of our items say anything.
    """
    asked = read_question(question)
    request = _request(asked)
    _check(len(request.encrypted_elements))
    _check(len(items))
    server = _psi().server.CreateWithNewKey(_WHICH)
    own = list(items)
    _SHUFFLE.shuffle(own)
    raw = _psi().DataStructure.RAW
    try:
        setup = server.CreateSetupMessage(_RATE, len(request.encrypted_elements), own, raw)
        response = server.ProcessRequest(request)
    except RuntimeError as error:
        raise NotTheAnswer from error
    return write_answer(name=asked.name, setup=setup.SerializeToString(), response=response.SerializeToString())


def in_common(key: bytes, answer: bytes) -> list[int]:
    """The places of the items, as they were asked, that the other side has too."""
    _, setup, response = read_answer(answer)
    psi = _psi()
    client = psi.client.CreateFromKey(key, _WHICH)
    try:
        found = client.GetIntersection(_parsed(psi.ServerSetup(), setup), _parsed(psi.Response(), response))
    except RuntimeError as error:
        raise NotTheAnswer from error
    return sorted(int(place) for place in found)


def _request(question: Question) -> Any:  # a message of the back end
    return _parsed(_psi().Request(), question.request)


def _parsed(message: Any, content: bytes) -> Any:  # messages of the back end
    decode_error = import_module("google.protobuf.message").DecodeError
    try:
        message.ParseFromString(content)
    except decode_error as error:
        raise NotTheAnswer from error
    return message


def _check(number: int) -> None:
    if not 0 < number <= MOST_ITEMS:
        raise TooManyItems(number, MOST_ITEMS)


def _psi() -> Any:  # an extra without types
    try:
        return import_module(_BACK_END)
    except ModuleNotFoundError as error:
        raise BackEndMissing from error
