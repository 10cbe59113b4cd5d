"""What a peer reached in how long."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """No value where it found no plan that keeps the rules, no bound where it proves none."""

    value: int | None
    bound: float | None
    seconds: float
