"""Where the people called to each need stand: there, yes, no, or still to answer."""

from collections.abc import Collection, Mapping

from django.db.models import Count, Q

from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.queries.holding import FIXED_STATES
from standby.rooms.callup.turnout.foreseeing import NeedCount

_PENDING = [CallState.CALLED, CallState.INTERESTED]
_SAID_NO = [CallState.DECLINED, CallState.LAPSED, CallState.WITHDRAWN]


def counts_by_need(*, operation_id: int, ids: Collection[int] | None = None) -> Mapping[int, NeedCount]:
    """Of the operation's needs, or of these, those to which anybody was ever called."""
    rows = Call.objects.filter(operation_id=operation_id)
    if ids is not None:
        rows = rows.filter(need_id__in=list(ids))
    counted = (
        rows.values("need_id")
        .order_by()
        .annotate(
            there=Count("id", filter=Q(state__in=list(FIXED_STATES))),
            accepted=Count("id", filter=Q(state=CallState.ACCEPTED)),
            pending=Count("id", filter=Q(state__in=_PENDING)),
            refused=Count("id", filter=Q(state__in=_SAID_NO)),
        )
    )
    return {
        row["need_id"]: NeedCount(
            there=row["there"], accepted=row["accepted"], pending=row["pending"], refused=row["refused"]
        )
        for row in counted
    }
