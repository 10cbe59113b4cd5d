"""What was signed at a site lately, the newest first: to see that nothing was mistyped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.rooms.operations.queries import OperationView
from standby.rooms.welfare.models import Signing, SigningKind

_SHOWN, _SHOWN_SINCE = 20, timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLine:
    ref: str
    code_word: str
    is_in: bool
    is_driving: bool
    at: datetime
    noted_at: datetime
    is_taken_back: bool

    @property
    def is_late(self) -> bool:
        """Typed in from paper, later than it happened."""
        return self.noted_at != self.at


def signings_at(*, operation: OperationView, site_id: int, now: datetime) -> list[SigningLine]:
    rows = Signing.objects.filter(operation_id=operation.id, site_id=site_id, noted_at__gt=now - _SHOWN_SINCE)
    rows = rows.exclude(kind=SigningKind.TAKEN_BACK).select_related("person", "taken_back_by").order_by("-id")
    return [_line(row) for row in rows[:_SHOWN]]


def _line(row: Signing) -> SigningLine:
    return SigningLine(
        ref=row.ref,
        code_word=row.person.code_word,
        is_in=row.kind == SigningKind.IN,
        is_driving=row.is_driving,
        at=row.at,
        noted_at=row.noted_at,
        is_taken_back=hasattr(row, "taken_back_by"),
    )
