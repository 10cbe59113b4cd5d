"""A sample of the judged pairs is judged by a second person, who does not know what the first one said.

Where the two differ nothing changes by itself: the desk sees it, and the model hears less from who guesses.
"""

from datetime import datetime
from hashlib import sha256
from typing import Literal

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import DoubtfulPair, PairJudgement, SecondLook

Opinion = Literal["same", "not_same"]

_ONE_IN = 10


def is_sampled(pair_ref: str) -> bool:
    """One pair in ten, drawn by its reference: nobody chooses which, and asking again draws the same."""
    return sha256(pair_ref.encode()).digest()[0] % _ONE_IN == 0


@transaction.atomic
def look_again(*, operation: OperationView, pair_ref: str, opinion: Opinion, by: Actor, now: datetime) -> bool:
    """Whether the two agree. Raises Conflict when somebody was quicker, or when they judged it first themselves."""
    rows = DoubtfulPair.objects.select_for_update().filter(operation_id=operation.id, ref=pair_ref, second_look="due")
    pair = rows.first()
    if pair is None or PairJudgement.objects.filter(pair=pair, by=str(by)).exists():
        raise Conflict(gettext("Somebody did this already. Look again."))
    SecondLook.objects.create(operation_id=operation.id, pair=pair, verdict=opinion, at=now, by=str(by))
    first = "same" if pair.verdict == "held" else pair.verdict
    pair.second_look = "agreed" if first == opinion else "differs"
    pair.save(update_fields=["second_look"])
    journal(
        operation=operation.ref,
        actor=by,
        action="pair.second_look",
        now=now,
        subject=pair.ref,
        detail={"agrees": first == opinion},
    )
    return first == opinion
