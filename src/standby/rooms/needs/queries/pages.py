"""Everything about one request, for the page that shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.accounts.queries import ProposalView, logins, open_proposal
from standby.rooms.audit.actors import ActorKind
from standby.rooms.audit.queries import recent
from standby.rooms.needs.actions.approving import NEED_PROPOSAL, digest_of
from standby.rooms.needs.models import NeedState, Request, Risk
from standby.rooms.needs.places import request_place
from standby.rooms.needs.queries.asked import Asked, asked_in
from standby.rooms.needs.queries.lists import Rotation, is_stale, rotations_of
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.contacts import SiteScope
from standby.rooms.vault.queries import keys_of, open_payload


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """One request in full. `proposal` is what waits for a second person; it is None once the need was changed."""

    ref: str
    code: str
    site_id: int
    site_ref: str
    is_risk_zone: bool
    role: str
    tags: tuple[str, ...]
    level: Level
    languages: tuple[str, ...]
    needs_verified: bool
    days: Days
    posts: int
    hours_per_day: int
    headcount: int
    asked: Asked
    has_supervisor: bool
    risk: Risk | None
    priority: int | None
    state: NeedState
    created_at: datetime
    renewed_at: datetime
    stale_at: datetime
    is_stale: bool
    is_over: bool
    rotations: Sequence[Rotation]
    proposal: ProposalView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One entry of the history: who did what, when. `who` is empty for the system itself."""

    at: datetime
    who: str
    action: str


def request_page(*, operation: OperationView, ref: str, scope: SiteScope, now: datetime) -> RequestPage | None:
    """None for a request that does not exist and for one of a site that is none of theirs: nobody learns which."""
    row = Request.objects.select_related("site__region").filter(operation_id=operation.id, ref=ref).first()
    if row is None or not scope.includes(row.site_id):
        return None
    return _page(row, operation=operation, now=now)


def history_of_request(*, operation: OperationView, ref: str) -> list[Deed]:
    """From the journal, the newest first."""
    entries = recent(operation=operation.ref, subject=ref)
    prefix = f"{ActorKind.STAFF}:"
    refs = {entry.actor.removeprefix(prefix) for entry in entries if entry.actor.startswith(prefix)}
    known = logins(refs)
    return [
        Deed(at=entry.at, who=known.get(entry.actor.removeprefix(prefix), ""), action=entry.action)
        for entry in entries
        if entry.action != "proposal.approve"
    ]


def _page(row: Request, *, operation: OperationView, now: datetime) -> RequestPage:
    key = keys_of([row.ref])[row.ref]
    proposal = open_proposal(operation_id=operation.id, kind=NEED_PROPOSAL, subject=row.ref)
    return RequestPage(
        ref=row.ref,
        code=row.code,
        site_id=row.site_id,
        site_ref=row.site.ref,
        is_risk_zone=row.site.region.is_risk_zone,
        role=row.role,
        tags=tuple(row.tags),
        level=Level(row.level),
        languages=tuple(row.languages),
        needs_verified=row.needs_verified,
        days=Days(first=row.first_day, last=row.last_day),
        posts=row.posts,
        hours_per_day=row.hours_per_day,
        headcount=row.headcount,
        asked=asked_in(row, open_payload(row.sealed, key=key, place=request_place(row.ref))),
        has_supervisor=row.has_supervisor,
        risk=Risk(row.risk) if row.risk else None,
        priority=row.priority,
        state=NeedState(row.state),
        created_at=row.created_at,
        renewed_at=row.renewed_at,
        stale_at=row.renewed_at + timedelta(hours=operation.policy.stale_hours),
        is_stale=is_stale(row, operation=operation, now=now),
        is_over=row.last_day < operation.today(now),
        rotations=rotations_of(row.rotations.order_by("first_day")),
        proposal=proposal if proposal and proposal.digest == digest_of(row) else None,
    )
