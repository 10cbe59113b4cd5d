"""The answers of a sign-up as JSON, turned into what a form sends, so that one rule reads both."""

from collections.abc import Mapping, Sequence
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
_KNOWN = FIELDS | {OPERATION}


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
        if name not in _KNOWN:
            misfits.append(Misfit(field=name, kind=None))
        elif (texts := _texts(name, value)) is None:
            misfits.append(Misfit(field=name, kind=kind_of(name)))
        else:
            said[name] = texts
    return said, misfits


def kind_of(name: str) -> Kind:
    if name in LISTS:
        return Kind.ARRAY
    return Kind.INTEGER if name in NUMBERS else Kind.STRING


def _texts(name: str, value: object) -> Sequence[str] | None:
    """None for a value of the wrong kind; True is no number here, though Python thinks so."""
    match value:
        case str() if name not in LISTS and name not in NUMBERS:
            return (value,)
        case list() if name in LISTS and len(value) <= MOST_IN_LIST:
            texts = tuple(item for item in value if isinstance(item, str))
            return texts if len(texts) == len(value) else None
        case int() if name in NUMBERS and not isinstance(value, bool):
            return (str(value),)
        case _:
            return None
