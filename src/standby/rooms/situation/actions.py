"""Saying something to everybody, correcting it and withdrawing it: each is a signed notice of its own."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Fault, Refused, UnusableInput
from standby.exchange.cap import Alert, write_alert
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.composing import Sheet, alert_of, cancellation_of
from standby.rooms.situation.models import Notice
from standby.rooms.situation.queries import NoticeView, Standing, view_of
from standby.rooms.situation.texts import NewNotice, NoticeText, faults_of_text
from standby.rooms.vault.ring import signing_ring
from standby.sealing import new_ref

# A form is filled in minutes: what was "now" when it was opened is not the past when it is sent.
_WHILE_WRITING = timedelta(hours=1)
_CORRECTED = (Standing.COMING, Standing.IN_FORCE, Standing.OVER)


@transaction.atomic
def publish(*, operation: OperationView, new: NewNotice, by: Actor, now: datetime) -> str:
    """The reference of the notice: from the commit on everybody can read it, and nobody can change it."""
    check_sayable(new, operation=operation, now=now)
    sheet = _sheet(operation, now)
    alert = alert_of(new, sheet=sheet, before=None)
    return _say(alert, sheet=sheet, replaces=None, action="notice.publish", by=by)


@transaction.atomic
def correct(*, operation: OperationView, ref: str, new: NewNotice, by: Actor, now: datetime) -> str:
    """The reference of the notice that takes the place of `ref`; what stood there before stays readable."""
    check_sayable(new, operation=operation, now=now)
    row, before = _standing(operation, ref, now)
    sheet = _sheet(operation, now)
    alert = alert_of(new, sheet=sheet, before=before.alert)
    return _say(alert, sheet=sheet, replaces=row, action="notice.correct", by=by)


@transaction.atomic
def withdraw(*, operation: OperationView, ref: str, reasons: Mapping[str, str], by: Actor, now: datetime) -> str:
    """The reference of the notice that says `ref` is not so any more, and why."""
    if faults := list(_faults_of_reasons(reasons, operation)):
        raise UnusableInput(tuple(faults))
    row, before = _standing(operation, ref, now)
    sheet = _sheet(operation, now)
    alert = cancellation_of(reasons, sheet=sheet, before=before.alert, kind=before.kind)
    return _say(alert, sheet=sheet, replaces=row, action="notice.withdraw", by=by)


def check_sayable(new: NewNotice, *, operation: OperationView, now: datetime) -> None:
    """Raises for what can be written and still not be said here and now."""
    if new.effective < now - _WHILE_WRITING:
        what = gettext("The notice would begin in the past.")
        remedy = gettext("Leave the beginning empty to begin now, or choose a later one.")
        raise UnusableInput((Fault(field="effective", what=what, remedy=remedy),))
    if new.expires <= now:
        what, remedy = gettext("The end is over already."), gettext("Choose a later one.")
        raise UnusableInput((Fault(field="expires", what=what, remedy=remedy),))
    if not set(new.texts) <= set(operation.languages):
        raise Refused(gettext("Write the notice in the languages of the operation only."))


def _faults_of_reasons(reasons: Mapping[str, str], operation: OperationView) -> Iterator[Fault]:
    if not reasons:
        remedy = gettext("Write in at least one language why it is not so any more.")
        yield Fault(field="text", what=gettext("Nothing is written yet."), remedy=remedy)
    if not set(reasons) <= set(operation.languages):
        raise Refused(gettext("Write the notice in the languages of the operation only."))
    for language, reason in reasons.items():
        yield from faults_of_text(NoticeText(headline="-", text=reason), language=language)


def _standing(operation: OperationView, ref: str, now: datetime) -> tuple[Notice, NoticeView]:
    """The row, held until the commit, and what it says. Raises where it can no longer be replaced."""
    row = Notice.objects.select_for_update(of=("self",)).filter(operation_id=operation.id, ref=ref).first()
    view = view_of(row) if row else None
    if row is None or not isinstance(view, NoticeView):
        raise Refused(gettext("This notice does not match its signature. Say it anew instead of changing it."))
    if view.standing(now) not in _CORRECTED:
        raise Conflict(gettext("This notice was corrected or withdrawn already. Look at the newest one."))
    return row, view


def _sheet(operation: OperationView, now: datetime) -> Sheet:
    return Sheet(
        ref=new_ref(),
        operation=operation,
        public_url=installation().public_url,
        key_id=signing_ring().newest.id,
        now=now,
    )


def _say(alert: Alert, *, sheet: Sheet, replaces: Notice | None, action: str, by: Actor) -> str:
    """Signed, stored as it was signed, journalled."""
    cap = write_alert(alert)
    signature = signing_ring().sign(cap.encode())
    try:
        with transaction.atomic():
            row = Notice.objects.create(
                ref=sheet.ref,
                operation_id=sheet.operation.id,
                replaces=replaces,
                sent_at=sheet.now,
                expires_at=alert.infos[0].expires,
                by=str(by),
                cap=cap,
                signature=signature.value.hex(),
                key_id=signature.key_id,
            )
    except IntegrityError as error:
        raise Conflict(gettext("This notice was corrected or withdrawn already. Look at the newest one.")) from error
    detail = {"languages": ", ".join(info.language for info in alert.infos), "type": alert.message_type.value}
    journal(operation=sheet.operation.ref, actor=by, action=action, now=sheet.now, subject=row.ref, detail=detail)
    return row.ref
