"""The limits themselves, in minutes, each with where it comes from."""

from dataclasses import dataclass, fields
from enum import StrEnum

from standby.domain.spans import DAY, HOUR


class Limit(StrEnum):
    """The rules by name, as a breach and a clock call them."""

    REST = "rest"
    SPAN = "span"
    HOURS = "hours"
    DAY_OFF = "day_off"
    NIGHT = "night"
    DRIVING = "driving"
    DRIVING_BREAK = "driving_break"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestRules:
    """What every person is owed. Volunteers are not workers; the law for workers is the least that we give them.

    `rest`, `hours`, `day_off`, `night`: Directive 2003/88/EC, art. 3, 6 (48 hours a week, averaged here over 14 days:
    96 hours), 5 (24 hours beside the 11 of every day: 35) and 8. `run`: the day off begins at the latest six times 24
    hours after the last one ended, as Regulation (EC) 561/2006, art. 8(6), has it for drivers. `span`: what 11 hours
    of rest leave of 24. `drive_*`, `break_`: art. 6 and 7 of that regulation; a break in two parts is not known.
    """

    rest: int = 11 * HOUR
    span: int = 13 * HOUR
    hours: int = 96 * HOUR
    period: int = 14 * DAY
    day_off: int = 35 * HOUR
    run: int = 6 * DAY
    night: int = 8 * HOUR
    drive: int = 9 * HOUR
    drive_at_a_time: int = 270
    break_: int = 45

    def __post_init__(self) -> None:
        if min(getattr(self, field.name) for field in fields(self)) < 1:
            raise ValueError("Every limit is at least a minute.")
        if self.day_off <= self.rest:
            raise ValueError("A day off is longer than the rest of one night.")


USUAL_RULES = RestRules()
# More of these is better for people; of all others less is.
_AT_LEAST = {"rest", "day_off", "break_", "period"}


def loosened(rules: RestRules) -> tuple[str, ...]:
    """The names of the limits that give people less than the usual ones do."""

    def gives_less(name: str) -> bool:
        given, usual = getattr(rules, name), getattr(USUAL_RULES, name)
        return bool(given < usual if name in _AT_LEAST else given > usual)

    return tuple(field.name for field in fields(rules) if gives_less(field.name))
