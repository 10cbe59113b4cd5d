"""The answers of a sign-up as JSON, turned into what a form sends, so that one rule reads both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from standby.domain.sign_up import FIELDS, Field
from standby.rooms.door.api.bodies import Body

OPERATION = "operation"
LISTS: frozenset[str] = frozenset(
    {Field.ROLES, Field.LANGUAGES, Field.FIRST_DAY, Field.LAST_DAY, Field.GOODS, Field.FROM_HOME}
)
NUMBERS: frozenset[str] = frozenset({Field.LEVEL, Field.MAX_STAY_DAYS, Field.SEATS, Field.PARTY_SIZE})
# No list of answers is longer; what is, is not read to its end.
MOST_IN_LIST = 60


class Kind(StrEnum):
    """What a value has to be in JSON."""

    ARRAY = "array"
    INTEGER = "integer"
    STRING = "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """What a form could not even have sent: a name that is not ours (no `kind`), or a value of another kind."""

    field: str
    kind: Kind | None


def said_in(body: Body) -> tuple[Mapping[str, Sequence[str]], Sequence[Misfit]]:
    """Every answer as a list of texts, and what does not fit. A name that is not ours is refused, not passed over:
    whoever mistypes `phone` would never be reached.
    """
    said: dict[str, Sequence[str]] = {}
    misfits: list[Misfit] = []
    for name, value in body.items():
        kind = _KINDS.get(name)
        texts = None if kind is None else _READ[kind](value)
        if texts is None:
            misfits.append(Misfit(field=name, kind=kind))
        else:
            said[name] = texts
    return said, misfits


def kind_of(name: str) -> Kind:
    if name in LISTS:
        return Kind.ARRAY
    return Kind.INTEGER if name in NUMBERS else Kind.STRING


def _string(value: object) -> Sequence[str] | None:
    return (value,) if isinstance(value, str) else None


def _array(value: object) -> Sequence[str] | None:
    if not isinstance(value, list) or len(value) > MOST_IN_LIST:
        return None
    texts = [item for item in value if isinstance(item, str)]
    return texts if len(texts) == len(value) else None


def _integer(value: object) -> Sequence[str] | None:
    """True is no number here, though Python thinks so."""
    return (str(value),) if isinstance(value, int) and not isinstance(value, bool) else None


_KINDS = {str(name): kind_of(name) for name in FIELDS | {OPERATION}}
# None for a value of the wrong kind.
_READ: dict[Kind, Callable[[object], Sequence[str] | None]] = {
    Kind.STRING: _string,
    Kind.ARRAY: _array,
    Kind.INTEGER: _integer,
}
