"""What short messages may cost: the coordinators' decision, and the cap that holds whoever sends at the same time."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.models import PartsSpent, SmsBudget
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.spending import spent
from standby.rooms.operations.queries import OperationView

# Long enough for the longest text in any of our languages: nothing may wait for ever because it alone is too long.
LEAST_CAP = 20


@transaction.atomic
def change_budget(*, operation: OperationView, price: PartPrice, parts_an_hour: int, by: Actor, now: datetime) -> None:
    """Decides what a part costs and how many may go in an hour. With 0 none goes; what waits goes on waiting."""
    if 0 < parts_an_hour < LEAST_CAP:
        raise Refused(
            gettext("Allow at least %(parts)s parts an hour, or none: a long message needs several.")
            % {"parts": LEAST_CAP}
        )
    decided = {
        "thousandths_a_part": price.thousandths,
        "currency": price.currency,
        "parts_an_hour": parts_an_hour,
        "changed_at": now,
    }
    SmsBudget.objects.update_or_create(operation_id=operation.id, defaults=decided)
    detail: dict[str, str | int | bool | None] = {"parts_an_hour": parts_an_hour, "price": str(price)}
    journal(operation=operation.ref, actor=by, action="sms.budget", now=now, subject=operation.ref, detail=detail)


def hold_budget(*, operation_id: int, now: datetime) -> int:
    """How many parts may still be handed over in this hour. Until the transaction ends nobody else may ask."""
    budget = SmsBudget.objects.select_for_update().filter(operation_id=operation_id).first()
    if budget is None:
        return 0
    return max(0, budget.parts_an_hour - spent(operation_id=operation_id, now=now))


def spend(*, operation_id: int, parts: int, now: datetime) -> None:
    """Writes down what is being handed over, before it is: who dies in between has spent it all the same."""
    if parts:
        PartsSpent.objects.create(operation_id=operation_id, at=now, parts=parts)


def give_back(*, operation_id: int, parts: int, taken_at: datetime) -> None:
    PartsSpent.objects.create(operation_id=operation_id, at=taken_at, parts=-parts)
