"""The way from an empty house to the first list: what is done, what comes next. It can be left and taken up again."""

from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.queries import staff_of
from standby.rooms.audit.queries import happened
from standby.rooms.operations.queries import OperationView

_ENOUGH_COORDINATORS = 2


class Step(Enum):
    """In the order in which a newcomer is led. Each is done once the operation shows it, whoever did it and where."""

    FOUND = "found"
    POLICY = "policy"
    TERMS = "terms"
    SECOND = "second"
    SITE = "first_site"
    LIST = "first_list"


TITLES = {
    Step.FOUND: pgettext_lazy("step of founding", "Who leads, and what it is called"),
    Step.POLICY: pgettext_lazy("step of founding", "How it works: rest, answers, the next word"),
    Step.TERMS: pgettext_lazy("step of founding", "What people are insured for and agree to"),
    Step.SECOND: pgettext_lazy("step of founding", "A second coordinator"),
    Step.SITE: pgettext_lazy("step of founding", "The first region and the first site"),
    Step.LIST: pgettext_lazy("step of founding", "The first list of people"),
}
DONE_WORD = _("done")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How far an operation has come. `here` is the step that the page shows, if it shows one."""

    done: frozenset[Step]
    here: Step | None = None

    @property
    def next(self) -> Step | None:
        return next((step for step in Step if step not in self.done), None)

    @property
    def number_done(self) -> int:
        return len(self.done)

    @property
    def total(self) -> int:
        return len(Step)

    @property
    def is_finished(self) -> bool:
        return self.next is None

    @property
    def place(self) -> int:
        """Which step the page shows, counted from 1; 0 where it shows none."""
        return list(Step).index(self.here) + 1 if self.here else 0

    @property
    def lines(self) -> list[tuple[Step, str, bool]]:
        return [(step, str(TITLES[step]), step in self.done) for step in Step]


def way_of(operation: OperationView, *, here: Step | None = None) -> Way:
    deeds = happened(operation=operation.ref, actions={"policy.change", "site.add", "list.import"})
    shown = {
        Step.FOUND: True,
        Step.POLICY: "policy.change" in deeds,
        Step.TERMS: bool(operation.terms and operation.insurance),
        Step.SECOND: coordinators(operation) >= _ENOUGH_COORDINATORS,
        Step.SITE: "site.add" in deeds,
        Step.LIST: "list.import" in deeds,
    }
    return Way(done=frozenset(step for step, is_done in shown.items() if is_done), here=here)


def coordinators(operation: OperationView) -> int:
    return sum(Duty.COORDINATOR in row.duties and row.is_active for row in staff_of(operation=operation))
