"""A need is real before anyone moves: assessed, then approved by one person or by two."""

import hashlib
import json
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused, WrongOrder
from standby.rooms.accounts.actions import Settled, refuse_proposal, settle
from standby.rooms.accounts.queries import Staff, open_proposal
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.actions.finding import lock_request
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.operations.queries import OperationView

NEED_PROPOSAL = "need"
_OVER = (NeedState.CANCELLED, NeedState.CLOSED)


@transaction.atomic
def assess_risk(
    *, operation: OperationView, request_ref: str, risk: Risk, priority: int, by: Actor, now: datetime
) -> None:
    """The approver's judgement: how dangerous, and how urgent by what happens if nobody comes.

    In a risk zone the risk is raised, whatever was judged. A need that is assessed anew has to be approved anew.
    """
    if not 1 <= priority <= 5:
        raise Refused(gettext("The priority runs from 1, the most urgent, to 5."))
    row = lock_request(operation, request_ref)
    if row.state in _OVER:
        raise WrongOrder(gettext("This need is over. If people are needed again, ask with a new one."))
    row.risk = Risk.RAISED if row.site.region.is_risk_zone else risk
    row.priority, row.state = priority, NeedState.RISK_ASSESSED
    row.proposed_by = row.approved_by = None
    row.save(update_fields=["risk", "priority", "state", "proposed_by", "approved_by"])
    detail: dict[str, str | int | bool | None] = {"risk": str(row.risk), "priority": priority}
    journal(operation=operation.ref, actor=by, action="need.assess", now=now, subject=row.ref, detail=detail)


@transaction.atomic
def approve_need(*, operation: OperationView, request_ref: str, by: Staff, now: datetime) -> Settled:
    """One person approves what is of low risk; any other need two different people. Then people can be called."""
    row = lock_request(operation, request_ref)
    _refuse_unless_ready(row)
    proposal = open_proposal(operation_id=operation.id, kind=NEED_PROPOSAL, subject=row.ref)
    settled = settle(
        operation=operation,
        kind=NEED_PROPOSAL,
        subject=row.ref,
        digest=digest_of(row),
        needs_two=row.risk != Risk.LOW,
        by=by,
        now=now,
    )
    if settled is Settled.APPROVED:
        row.proposed_by_id = proposal.proposed_by_id if proposal else by.id
        row.state, row.renewed_at, row.approved_by_id = NeedState.OPEN, now, by.id
        row.save(update_fields=["state", "renewed_at", "proposed_by", "approved_by"])
        journal(operation=operation.ref, actor=by.actor, action="need.open", now=now, subject=row.ref)
    return settled


@transaction.atomic
def refuse_need(*, operation: OperationView, request_ref: str, by: Staff, now: datetime) -> None:
    """The open proposal ends; the need stays assessed and can be changed and proposed again."""
    refuse_proposal(operation=operation, kind=NEED_PROPOSAL, subject=request_ref, by=by, now=now)


def digest_of(row: Request) -> str:
    """What an approval means: whoever changes the need, its risk or its urgency asks for a new one."""
    content = [
        *(row.ref, row.site_id, row.role, row.level, row.tags, row.languages, row.needs_verified),
        *(str(row.first_day), str(row.last_day), row.posts, row.hours_per_day, row.headcount),
        *(row.texts, row.provides, row.hazards, row.minimum_age, row.risk, row.priority),
        hashlib.sha256(bytes(row.sealed)).hexdigest(),
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _refuse_unless_ready(row: Request) -> None:
    if row.state != NeedState.RISK_ASSESSED:
        raise WrongOrder(gettext("Assess the risk and set the priority first."))
    if not row.has_supervisor:
        raise Refused(gettext("A need without a named supervisor cannot be approved. Ask the site for one."))
