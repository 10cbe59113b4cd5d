"""How much is taken unasked: handed over once by the site when it starts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """Sign-ups in `seconds`, in each process of the site. Beyond them nobody is locked out: see `gate.Verdict`.

    `free` pass unasked from one network (/24, /48). As soon as more than `surge` come from everywhere together, or
    more than `surge_in_a_day` within a day, only `free_in_surge` do so in a day: then a puzzle tells a browser from a
    machine, which no count can. A telephone company's network sends more people than any machine's, and whoever took
    over thousands of homes sends two or three from each. Beyond `hard` a network is asked to come back in `pause`
    seconds. `contact` is in how many forms a day a telephone or an address may be given: families share one.
    """

    seconds: float = 600
    free: int = 60
    surge: int = 300
    surge_in_a_day: int = 3000
    free_in_surge: int = 0
    hard: int = 6000
    pause: int = 60
    contact: int = 6
    # Of the first puzzle, and of the hardest: a quarter of a second in a browser, half a minute.
    first_bits: int = 14
    most_bits: int = 21

    def __post_init__(self) -> None:
        if not 1 <= self.free <= self.hard or not 0 <= self.free_in_surge <= self.free:
            raise ValueError("Somebody passes unasked from every network, and fewer while everybody comes.")
        if not 0 <= self.first_bits <= self.most_bits <= 24:
            raise ValueError("The first puzzle is no harder than the hardest, which a browser can still solve.")


_current: dict[str, FloodLimits] = {}


def use_limits(limits: FloodLimits) -> None:
    _current["limits"] = limits


def limits_in_use() -> FloodLimits:
    return _current.get("limits") or FloodLimits()
