"""A trier that needs no solver: it answers as `standby whatif` and `standby helps` do, by what the test says."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from standby.domain.errors import StandbyError
from standby.rooms.callup.trial_rows import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedTrier:
    """`error`, where there is one, is raised instead; `asked` keeps the changes of every question."""

    called: Sequence[str] = ()
    not_called: Sequence[str] = ()
    need: str = ""
    helping: Sequence[tuple[str, int, int]] = ()
    error: StandbyError | None = None
    asked: list[Sequence[str]] = field(default_factory=list)

    def what_if(self, files: bytes, *, changes: Sequence[str]) -> Outcome:
        self._fail(files)
        self.asked.append(changes)
        sums = {"gap": 0.0, "people": 1, "bound": 300}
        row = {"need_id": self.need, "headcount_before": 4, "headcount": 4, "filled_before": 1, "filled": 3}
        return {
            "before": sums | {"value": 100, "filled": 1},
            "after": sums | {"value": 300, "filled": 3},
            "called": list(self.called),
            "not_called": list(self.not_called),
            "moved": [],
            "needs": [row] if self.need else [],
        }

    def helps(self, files: bytes) -> Outcome:
        self._fail(files)
        rows = [
            {"change": change, "worth": worth, "people": people, "needs": 1} for change, worth, people in self.helping
        ]
        return {"helps": rows}

    def _fail(self, files: bytes) -> None:
        assert files
        if self.error:
            raise self.error
