"""The occupations of a list, each mapped to roles once and remembered for its next version."""

from collections import Counter
from collections.abc import Mapping as Pairs
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from standby.domain.errors import Refused
from standby.domain.roles import Level, is_combat
from standby.exchange.fields import Field
from standby.exchange.folding import fold, tidy
from standby.exchange.kept import Json, items, pairs, part, text, truth, whole_number
from standby.exchange.mapping import Mapping
from standby.exchange.splitting import parts_of
from standby.exchange.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """The roles that one occupation stands for; no role at all is a choice too.

    `is_refused`: it is a combat role, and the whole offer is refused (FORMATS.md, rule 8).
    """

    codes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    level: Level | None = None
    is_refused: bool = False

    def __post_init__(self) -> None:
        if any(is_combat(code) for code in self.codes):
            raise ValueError("A combat role is refused, never chosen.")


class OccupationMatcher(Protocol):
    """Guesses the roles behind an occupation in anybody's words; None when it has no idea."""

    def __call__(self, text: str, /) -> RoleChoice | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationValue:
    """One distinct occupation of a list in its commonest spelling, how many rows hold it, and what it stands for."""

    value: str
    count: int
    choice: RoleChoice | None

    @property
    def key(self) -> str:
        return fold(self.value)


Choices = Pairs[str, RoleChoice]


def value_table(
    table: Table, mapping: Mapping, *, match: OccupationMatcher, remembered: Choices | None = None
) -> tuple[OccupationValue, ...]:
    """The distinct occupations, the commonest first, with what was chosen before or is guessed now."""
    spellings: dict[str, Counter[str]] = {}
    for column in mapping.columns_of(Field.OCCUPATION):
        for cell in table.values(column):
            for occupation in parts_of(tidy(cell)):
                spellings.setdefault(fold(occupation), Counter())[occupation] += 1
    spellings.pop("", None)
    known = remembered or {}
    values = [_value(key, counts, match=match, known=known) for key, counts in spellings.items()]
    return tuple(sorted(values, key=lambda value: (-value.count, value.key)))


def _value(key: str, counts: Counter[str], *, match: OccupationMatcher, known: Choices) -> OccupationValue:
    spelling = min(counts, key=lambda written: (-counts[written], written))
    choice = known[key] if key in known else match(spelling)
    return OccupationValue(value=spelling, count=counts.total(), choice=choice)


def choices_of(values: Sequence[OccupationValue]) -> dict[str, RoleChoice]:
    """What to convert with and to remember: by folded occupation, those without an idea left out."""
    return {value.key: value.choice for value in values if value.choice is not None}


def choices_to_json(choices: Choices) -> Json:
    return {
        key: {
            "codes": list(choice.codes),
            "tags": list(choice.tags),
            "level": int(choice.level) if choice.level else None,
            "refused": choice.is_refused,
        }
        for key, choice in sorted(choices.items())
    }


def choices_from_json(kept: Json) -> dict[str, RoleChoice]:
    """What was remembered; anything else is refused with a plain sentence."""
    try:
        return {key: _choice_from(item) for key, item in pairs(kept).items()}
    except (KeyError, TypeError, ValueError) as error:
        raise Refused("These are not the roles of occupations that were kept here.") from error


def _choice_from(kept: Json) -> RoleChoice:
    level = part(kept, "level")
    return RoleChoice(
        codes=tuple(text(code) for code in items(part(kept, "codes"))),
        tags=tuple(text(tag) for tag in items(part(kept, "tags"))),
        level=Level(whole_number(level)) if level is not None else None,
        is_refused=truth(part(kept, "refused")),
    )
