"""The rosters of a site: the newest, and the one that people were shown."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from standby.rooms.welfare.models import RosterRevision, RosterState

_UNDER_WAY = (RosterState.QUEUED, RosterState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterView:
    """One revision; `value`, `bound` and `by_hand` are None until it is computed."""

    ref: str
    number: int
    state: RosterState
    asked_at: datetime
    published_at: datetime | None
    failure: str
    places: int
    filled: int
    value: int | None
    bound: int | None
    by_hand: int | None

    @property
    def is_under_way(self) -> bool:
        return self.state in _UNDER_WAY

    @property
    def missing(self) -> int:
        return self.places - self.filled


def newest_roster(*, operation_id: int, site_id: int) -> RosterView | None:
    row = _rows(operation_id, site_id).first()
    return _view(row) if row else None


def published_roster(*, operation_id: int, site_id: int) -> RosterView | None:
    row = _rows(operation_id, site_id).filter(state=RosterState.PUBLISHED).first()
    return _view(row) if row else None


def files_of(*, operation_id: int, site_id: int, ref: str) -> bytes:
    row = RosterRevision.objects.filter(operation_id=operation_id, site_id=site_id, ref=ref).first()
    return bytes(row.files) if row else b""


def _rows(operation_id: int, site_id: int) -> QuerySet[RosterRevision]:
    return RosterRevision.objects.filter(operation_id=operation_id, site_id=site_id).defer("files").order_by("-number")


def _view(row: RosterRevision) -> RosterView:
    return RosterView(
        ref=row.ref,
        number=row.number,
        state=RosterState(row.state),
        asked_at=row.asked_at,
        published_at=row.published_at,
        failure=row.failure,
        places=row.places,
        filled=row.filled,
        value=row.value,
        bound=row.bound,
        by_hand=row.by_hand,
    )
