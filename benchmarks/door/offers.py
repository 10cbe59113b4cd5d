"""Sign-ups as a day of a national appeal brings them: people, the same people again, slips of the pen, and machines.

Names come from the exercise's tables, in the script of their language or in Latin letters. Everything follows from the
seed, so that two runs send the same.
"""

import json
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from standby.exercise.dice import Dice
from standby.exercise.names import Community, Gender, draw_father, draw_name, draw_surname

DUPLICATES, BAD_ROWS, MACHINES = 0.12, 0.03, 0.20
# People reach the internet through few large networks and many small ones: the largest carries two in a hundred.
_CROWD = list(accumulate(1 / (place + 8) for place in range(3000)))
_WITHOUT_SCRIPT = 0.04
# Machines: rented servers in few networks; homes that somebody took over; one telephone over and over.
_SERVERS, _TAKEN_OVER, _ONE_TELEPHONE = 0.6, 0.3, 0.1
_SERVER_NETWORKS, _HOME_NETWORKS = 40, 400
_ROLES = ("8322", "2221", "5120", "2643", "2211", "5111")
_BAD: tuple[dict[str, object], ...] = (
    {"name": ""},
    {"phone": "12"},
    {"email": "no address"},
    {"consent": "no"},
    {"level": "two"},
    {"last_day": ["2020-01-01"]},
    {"phnoe": "+37400000000"},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One form. `proves`: its browser solves puzzles; another sends "none" and is looked at, or is a machine that
    does not listen (`gives_up`).
    """

    key: str
    body: bytes
    address: str
    is_machine: bool = False
    is_bad: bool = False
    proves: bool = False
    gives_up: bool = False


@dataclass(slots=True)
class Appeal:
    """Draws one request after the other."""

    seed: int
    today: date
    dice: Dice = field(init=False)
    earlier: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dice = Dice(seed=self.seed, name="door")

    def requests(self, number: int) -> Iterator[Request]:
        for place in range(number):
            yield self._of_machine(place) if self.dice.chance(MACHINES) else self._of_person(place)

    def _of_person(self, place: int) -> Request:
        """Somebody new, somebody again (half of them the same form, half a new one), or somebody with a slip."""
        if self.earlier and self.dice.chance(DUPLICATES):
            again = self.dice.pick(self.earlier)
            return again if self.dice.chance(0.5) else _under(again, f"again-{self.seed}-{place}")
        is_bad = self.dice.chance(BAD_ROWS)
        content = self._offer(place)
        if is_bad:
            content |= self.dice.pick(_BAD)
        request = Request(
            key=f"person-{self.seed}-{place}",
            body=json.dumps(content, ensure_ascii=False).encode(),
            address=_address(bisect(_CROWD, self.dice.fraction() * _CROWD[-1]), self.dice.between(1, 254)),
            is_bad=is_bad,
            proves=not self.dice.chance(_WITHOUT_SCRIPT),
        )
        if not is_bad:
            self.earlier.append(request)
        return request

    def _of_machine(self, place: int) -> Request:
        kind = self.dice.fraction()
        content = self._offer(place)
        if kind < _SERVERS:
            network = 10_000 + self.dice.between(0, _SERVER_NETWORKS - 1)
        elif kind < _SERVERS + _TAKEN_OVER:
            network = 20_000 + self.dice.between(0, _HOME_NETWORKS - 1)
        else:
            network, content = 30_000 + self.dice.between(0, 5000), content | {"phone": "+37400999999", "email": ""}
        return Request(
            key=f"machine-{self.seed}-{place}",
            body=json.dumps(content, ensure_ascii=False).encode(),
            address=_address(network, self.dice.between(1, 254)),
            is_machine=True,
            gives_up=self.dice.chance(0.5),
        )

    def _offer(self, place: int) -> dict[str, object]:
        dice = self.dice
        first = self.today + timedelta(days=dice.between(0, 20))
        return {
            "name": self._name(),
            "age": "yes",
            "affiliation": "no",
            "consent": "yes",
            "language": dice.pick(("hy", "ru", "en", "az")),
            "phone": f"+3740{place % 10_000_000:07d}",
            "email": f"p{self.seed}.{place}@example.org",
            "roles": [dice.pick(_ROLES)],
            "level": dice.between(1, 3),
            "languages": ["hy", "ru"],
            "first_day": [first.isoformat()],
            "last_day": [(first + timedelta(days=dice.between(3, 40))).isoformat()],
            "travel": dice.pick(("own", "seat")),
            "seats": dice.between(0, 4),
        }

    def _name(self) -> str:
        dice, community = self.dice, self.dice.pick(tuple(Community))
        name = draw_name(
            dice,
            community=community,
            gender=dice.pick(tuple(Gender)),
            surname=draw_surname(dice, community=community),
            father=draw_father(dice, community=community),
        )
        if dice.chance(0.5):
            return f"{name.given.native} {name.surname.native}"
        return f"{dice.pick(name.given.latin)} {dice.pick(name.surname.latin)}"


def _under(request: Request, key: str) -> Request:
    return Request(key=key, body=request.body, address=request.address, proves=request.proves)


def _address(network: int, host: int) -> str:
    """Each number a /24 of its own; none of them is asked for anything, they only count."""
    return f"{11 + network // 65_536}.{network // 256 % 256}.{network % 256}.{host}"
