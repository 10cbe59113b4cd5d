"""What was said to everybody, read from the signed text itself: what does not match its signature is not shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from standby.domain.errors import UnusableInput
from standby.exchange.cap import Alert, Info, MessageType, read_alert
from standby.rooms.situation.composing import KIND_CODE, OPERATION_NAME, identifier_of
from standby.rooms.situation.kinds import Kind
from standby.rooms.situation.models import Notice
from standby.rooms.vault.ring import signing_ring
from standby.sealing.signing import Signature

PAGE = 30
_NEWEST = 50


class Standing(StrEnum):
    """Where a notice stands at one moment."""

    COMING = "coming"
    IN_FORCE = "in_force"
    OVER = "over"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    WITHDRAWAL = "withdrawal"  # it says itself that another is withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice whose signature was checked just now. `replaced_by` and `replaces` are references, empty for none."""

    ref: str
    operation_id: int
    alert: Alert
    cap: str
    signature: Signature
    replaces: str = ""
    replaced_by: str = ""
    is_withdrawn: bool = False

    @property
    def kind(self) -> Kind:
        return Kind(dict(self.alert.infos[0].event_codes)[KIND_CODE])

    @property
    def operation_name(self) -> str:
        """As the operation was called when this was said."""
        return dict(self.alert.infos[0].parameters)[OPERATION_NAME]

    @property
    def effective(self) -> datetime:
        return self.alert.infos[0].effective

    @property
    def expires(self) -> datetime:
        return self.alert.infos[0].expires

    def info(self, language: str) -> Info:
        """In this language; where nobody wrote it, in the first."""
        return next((info for info in self.alert.infos if info.language == language), self.alert.infos[0])

    def standing(self, now: datetime) -> Standing:
        if self.alert.message_type is MessageType.CANCEL:
            return Standing.WITHDRAWAL
        if self.replaced_by:
            return Standing.WITHDRAWN if self.is_withdrawn else Standing.REPLACED
        if now < self.effective:
            return Standing.COMING
        return Standing.IN_FORCE if now < self.expires else Standing.OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """A row whose text does not match its signature, or whose key is gone: nobody is shown what stands in it."""

    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesPage:
    """A part of everything that was said, and the links to the other parts."""

    notices: Sequence[NoticeView | Doubtful]
    links: Page[Notice]


def view_of(row: Notice) -> NoticeView | Doubtful:
    alert = _genuine(row)
    if alert is None:
        return Doubtful(ref=row.ref)
    replacement, replacing = _replacement(row, alert)
    return NoticeView(
        ref=row.ref,
        operation_id=row.operation_id,
        alert=alert,
        cap=row.cap,
        signature=_signature(row),
        replaces=row.replaces.ref if row.replaces else "",
        replaced_by=replacement.ref if replacement else "",
        is_withdrawn=replacing is not None and replacing.message_type is MessageType.CANCEL,
    )


def notices_in_force(*, operation_id: int, now: datetime) -> list[NoticeView]:
    """What holds now, the newest first."""
    rows = _rows().filter(operation_id=operation_id, expires_at__gt=now)[:_NEWEST]
    return [view for view in _genuine_ones(rows) if view.standing(now) is Standing.IN_FORCE]


def newest_notices() -> list[NoticeView]:
    """What was said last in any operation here, for the feeds; corrections and withdrawals among them."""
    return _genuine_ones(_rows()[:_NEWEST])


def notices_page(*, number: str | None, operation_id: int | None = None) -> NoticesPage:
    """Everything that was ever said, the newest first, a page at a time."""
    rows = _rows() if operation_id is None else _rows().filter(operation_id=operation_id)
    page = Paginator(rows, PAGE).get_page(number)
    return NoticesPage(notices=[view_of(row) for row in page.object_list], links=page)


def notice_by_ref(*, ref: str, operation_id: int | None = None) -> NoticeView | Doubtful | None:
    """With `operation_id` only of this operation, for those who work in it; everybody may read every notice."""
    rows = _rows() if operation_id is None else _rows().filter(operation_id=operation_id)
    row = rows.filter(ref=ref).first()
    return view_of(row) if row else None


def _rows() -> QuerySet[Notice]:
    return Notice.objects.select_related("replaces").prefetch_related("replacements").order_by("-id")


def _genuine_ones(rows: Iterable[Notice]) -> list[NoticeView]:
    views = (view_of(row) for row in rows)
    return [view for view in views if isinstance(view, NoticeView)]


def _signature(row: Notice) -> Signature:
    return Signature(key_id=row.key_id, value=bytes.fromhex(row.signature))


def _genuine(row: Notice) -> Alert | None:
    """The alert, if it was signed by a key of ours, for this very row."""
    alert = _signed(row.cap, row.signature, row.key_id)
    return alert if alert is not None and alert.identifier == identifier_of(row.ref) else None


@lru_cache(maxsize=256)
def _signed(cap: str, signature: str, key_id: str) -> Alert | None:
    """Remembered, because a crowd reads the same few notices, and the same three are always judged the same."""
    try:
        value = bytes.fromhex(signature)
        is_signed = signing_ring().is_signed(cap.encode(), Signature(key_id=key_id, value=value))
        return read_alert(cap) if is_signed else None
    except (ValueError, UnusableInput):
        return None


def _replacement(row: Notice, alert: Alert) -> tuple[Notice, Alert] | tuple[None, None]:
    """The row that took its place, if its own signed text says so."""
    for replacement in row.replacements.all():
        replacing = _genuine(replacement)
        if replacing is not None and alert.reference in replacing.references:
            return replacement, replacing
    return None, None
