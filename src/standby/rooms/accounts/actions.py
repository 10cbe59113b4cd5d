"""Accounts, appointments, and what needs two people."""

import secrets
from datetime import datetime
from enum import Enum

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, NotAllowed, Refused
from standby.rooms.accounts.models import Appointment, Duty, Proposal, ProposalOutcome, User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView

_FIRST_PASSWORD_BYTES = 15


class Settled(Enum):
    """What became of a wish that may need two people."""

    PROPOSED = "proposed"
    APPROVED = "approved"


@transaction.atomic
def add_user(
    *, login: str, password: str, by: Actor, now: datetime, language: str = "en", is_first: bool = False
) -> User:
    """`is_first`: the password was made for them and shown to somebody once; they are asked to choose their own."""
    user = User(login=login.strip().lower(), language=language, has_first_password=is_first, created_at=now)
    _set_password(user, password)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise Conflict(gettext("Somebody already logs in as %(login)s.") % {"login": user.login}) from error
    journal(operation="", actor=by, action="user.add", now=now, subject=user.ref)
    return user


@transaction.atomic
def appoint(
    *, user: User, operation: OperationView, duty: Duty, by: Actor, now: datetime, organisation_id: int | None = None
) -> None:
    """Gives a duty in an operation, on behalf of its lead organisation unless another is named."""
    Appointment.objects.get_or_create(
        user=user,
        operation_id=operation.id,
        organisation_id=organisation_id or operation.lead_organisation_id,
        duty=duty,
        ended_at=None,
        defaults={"began_at": now},
    )
    journal(
        operation=operation.ref, actor=by, action="duty.give", now=now, subject=user.ref, detail={"duty": duty.value}
    )


@transaction.atomic
def end_duty(*, user: User, operation: OperationView, duty: Duty, by: Staff, now: datetime) -> None:
    """Takes effect on the user's next request. Nobody ends their own duty of coordinator: one is always left."""
    if user.id == by.id and duty is Duty.COORDINATOR:
        raise Refused(gettext("You cannot end your own duty of coordinator. Another coordinator can."))
    _require_coordinator(by, operation=operation)
    rows = Appointment.objects.filter(user=user, operation_id=operation.id, duty=duty, ended_at__isnull=True)
    rows.update(ended_at=now)
    journal(
        operation=operation.ref,
        actor=by.actor,
        action="duty.end",
        now=now,
        subject=user.ref,
        detail={"duty": duty.value},
    )


def _require_coordinator(by: Staff, *, operation: OperationView) -> None:
    """Two coordinators who end each other at once must not both succeed: the second finds their own duty ended."""
    held = Appointment.objects.select_for_update().filter(
        operation_id=operation.id, duty=Duty.COORDINATOR, ended_at__isnull=True
    )
    if by.id not in set(held.order_by("id").values_list("user_id", flat=True)):
        raise NotAllowed(gettext("Your own duty of coordinator has ended."))


@transaction.atomic
def close_account(*, user: User, operation: OperationView, by: Staff, now: datetime) -> None:
    """Nobody logs in with it any more, and who is logged in with it is out at once. It can be opened again.

    Whoever also works in an operation that `by` does not coordinate keeps the account: only a duty here can be ended.
    """
    if user.id == by.id:
        raise Refused(gettext("You cannot close your own account. Another coordinator can."))
    _require_coordinator(by, operation=operation)
    here = Appointment.objects.filter(user_id=by.id, duty=Duty.COORDINATOR, ended_at__isnull=True).values(
        "operation_id"
    )
    if Appointment.objects.filter(user=user, ended_at__isnull=True).exclude(operation_id__in=here).exists():
        raise NotAllowed(gettext("They also work in another operation. End their duties here instead."))
    _set_active(user, is_active=False, operation=operation, action="user.close", by=by, now=now)


@transaction.atomic
def reopen_account(*, user: User, operation: OperationView, by: Staff, now: datetime) -> None:
    _require_coordinator(by, operation=operation)
    _set_active(user, is_active=True, operation=operation, action="user.open", by=by, now=now)


def _set_active(
    user: User, *, is_active: bool, operation: OperationView, action: str, by: Staff, now: datetime
) -> None:
    user.is_active = is_active
    user.save(update_fields=["is_active"])
    journal(operation=operation.ref, actor=by.actor, action=action, now=now, subject=user.ref)


@transaction.atomic
def add_user_with_password(
    *, login: str, duty: Duty, operation: OperationView, by: Actor, now: datetime
) -> tuple[User, str]:
    """Somebody new with a duty, and the password made for them: shown once, to be changed by them."""
    password = secrets.token_urlsafe(_FIRST_PASSWORD_BYTES)
    user = add_user(login=login, password=password, by=by, now=now, is_first=True)
    appoint(user=user, operation=operation, duty=duty, by=by, now=now)
    return user, password


@transaction.atomic
def change_own_password(*, user: User, old: str, new: str, by: Actor, now: datetime) -> None:
    """Ends every other session of this user."""
    if not user.check_password(old):
        raise Refused(gettext("The password until now is another one."))
    _set_password(user, new)
    user.has_first_password = False
    user.save(update_fields=["password", "has_first_password"])
    journal(operation="", actor=by, action="user.password", now=now, subject=user.ref)


def _set_password(user: User, password: str) -> None:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    user.set_password(password)


@transaction.atomic
def settle(
    *, operation: OperationView, kind: str, subject: str, digest: str, needs_two: bool, by: Staff, now: datetime
) -> Settled:
    """Proposes, or approves what somebody else proposed: the one way of doing what needs two people.

    `digest` says exactly what is meant. An open proposal of another digest is overtaken: it is withdrawn and this one
    stands in its place. With `needs_two` false one person is enough.
    """
    row = _open_row(operation=operation, kind=kind, subject=subject)
    if row is not None and row.digest != digest:
        _decide(row, outcome=ProposalOutcome.WITHDRAWN, by=by, now=now)
        row = None
    if row is None:
        row = _propose(
            operation=operation, kind=kind, subject=subject, digest=digest, needs_two=needs_two, by=by, now=now
        )
        if needs_two:
            return Settled.PROPOSED
    elif row.needs_two and row.proposed_by_id == by.id:
        raise NotAllowed(gettext("You proposed this yourself. Somebody else has to approve it."))
    _decide(row, outcome=ProposalOutcome.APPROVED, by=by, now=now)
    _journal_decision(operation=operation, row=row, action="proposal.approve", by=by, now=now)
    return Settled.APPROVED


@transaction.atomic
def refuse_proposal(*, operation: OperationView, kind: str, subject: str, by: Staff, now: datetime) -> None:
    """Ends an open proposal without doing what it asked; its proposer may do so too."""
    row = _open_row(operation=operation, kind=kind, subject=subject)
    if row is None:
        raise Conflict(gettext("This is no longer proposed. Look again."))
    _decide(row, outcome=ProposalOutcome.REFUSED, by=by, now=now)
    _journal_decision(operation=operation, row=row, action="proposal.refuse", by=by, now=now)


def _open_row(*, operation: OperationView, kind: str, subject: str) -> Proposal | None:
    rows = Proposal.objects.select_for_update()
    return rows.filter(operation_id=operation.id, kind=kind, subject=subject, outcome=ProposalOutcome.OPEN).first()


def _propose(
    *, operation: OperationView, kind: str, subject: str, digest: str, needs_two: bool, by: Staff, now: datetime
) -> Proposal:
    try:
        with transaction.atomic():
            row = Proposal.objects.create(
                operation_id=operation.id,
                kind=kind,
                subject=subject,
                digest=digest,
                needs_two=needs_two,
                proposed_by_id=by.id,
                proposed_at=now,
            )
    except IntegrityError as error:
        raise Conflict(gettext("Somebody proposed this at the same moment. Look again.")) from error
    _journal_decision(operation=operation, row=row, action="proposal.make", by=by, now=now)
    return row


def _decide(row: Proposal, *, outcome: ProposalOutcome, by: Staff, now: datetime) -> None:
    row.outcome, row.decided_by_id, row.decided_at = outcome, by.id, now
    row.save(update_fields=["outcome", "decided_by", "decided_at"])


def _journal_decision(*, operation: OperationView, row: Proposal, action: str, by: Staff, now: datetime) -> None:
    journal(
        operation=operation.ref,
        actor=by.actor,
        action=action,
        now=now,
        subject=row.subject,
        detail={"kind": row.kind, "digest": row.digest},
    )
