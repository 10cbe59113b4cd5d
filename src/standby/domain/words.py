"""How often somebody wants to hear that nothing has changed. What changes is told at once, whatever they wish."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """At most one word in `every_days`, or none at all while nothing changes.

    Their page keeps a dated status all the same: it is renewed there whenever everybody's is.
    """

    every_days: int = 0
    only_changes: bool = False

    def __post_init__(self) -> None:
        if self.every_days < 0 or (self.only_changes and self.every_days):
            raise ValueError("A wish names a number of days, or only what changes.")

    def spares(self, *, written_on: date | None, today: date) -> bool:
        """Whether a word that says the same again is left unwritten today."""
        if self.only_changes:
            return True
        return written_on is not None and today < written_on + timedelta(days=self.every_days)

    def promise(self, *, today: date, days: int) -> date:
        """The day of the next word: promises are kept on the day before, and that is not too soon for them either."""
        return today + timedelta(days=max(days, self.every_days + 1 if self.every_days else 0))


NO_WISH = Wish()
