"""A site asks for people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from standby.domain.days import Days
from standby.domain.errors import Refused
from standby.domain.roles import Level, is_combat, needs_licence
from standby.domain.staffing import LONGEST_ROTATION, people_for_posts, rotations
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.models import Need, Request
from standby.rooms.needs.places import request_place
from standby.rooms.operations.queries import OperationView
from standby.rooms.vault.actions import key_for, seal_payload
from standby.sealing import new_ref

MOST_PEOPLE = 10_000
_LONGEST_NEED = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a site asks for, in the site's own words and numbers.

    `texts` holds task, hazards, provided and if_nobody_comes, each by language code. `headcount` overrules the number
    worked out from posts and hours, where the site knows better.
    """

    site_id: int
    site_code: str
    role: str
    level: Level
    days: Days
    posts: int
    hours_per_day: int
    supervisor: str
    supervisor_phone: str
    texts: Mapping[str, Mapping[str, str]]
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()
    needs_verified: bool = False
    headcount: int | None = None
    longest_rotation: int = LONGEST_ROTATION
    minimum_age: int = 18
    code: str = field(default="")

    def __post_init__(self) -> None:
        if is_combat(self.role):
            raise Refused("This system is for civilian help only. This role is never asked for.")
        if self.posts < 1 or (self.headcount is not None and self.headcount < 1):
            raise Refused("Ask for at least one person.")
        if not 1 <= self.hours_per_day <= 24:
            raise Refused("A post is staffed for 1 to 24 hours a day.")
        if len(self.days) > _LONGEST_NEED:
            raise Refused("A need lasts a year at most. Ask again when it is over.")
        if self.people > MOST_PEOPLE:
            raise Refused(
                f"That would be {self.people} people. Ask for {MOST_PEOPLE} at most, or divide it among several sites."
            )
        if not self.texts.get("if_nobody_comes"):
            raise Refused("Say what happens if nobody comes: it decides how urgent this is.")

    @property
    def people(self) -> int:
        """People at one time, worked out under the rest rules."""
        if self.headcount is not None:
            return self.headcount
        if self.posts > MOST_PEOPLE:
            return self.posts
        longest = max(len(part) for part in self.parts)
        return people_for_posts(posts=self.posts, hours_per_day=self.hours_per_day, days=longest)

    @property
    def parts(self) -> tuple[Days, ...]:
        return rotations(self.days, longest=self.longest_rotation)


@transaction.atomic
def request_people(*, operation: OperationView, wish: Wish, requested_by: int, by: Actor, now: datetime) -> Request:
    """Stores a request as a draft and cuts it into rotations; health roles always ask for a checked licence."""
    ref = new_ref()
    row = Request(
        ref=ref,
        operation_id=operation.id,
        site_id=wish.site_id,
        code=wish.code or _next_code(operation.id),
        role=wish.role,
        level=wish.level,
        tags=list(wish.tags),
        languages=list(wish.languages),
        needs_verified=wish.needs_verified or needs_licence(wish.role),
        first_day=wish.days.first,
        last_day=wish.days.last,
        posts=wish.posts,
        hours_per_day=wish.hours_per_day,
        headcount=wish.people,
        has_supervisor=bool(wish.supervisor.strip()),
        texts={name: dict(text) for name, text in wish.texts.items()},
        hazards=list(wish.hazards),
        minimum_age=wish.minimum_age,
        requested_by_id=requested_by,
        created_at=now,
        renewed_at=now,
    )
    row.sealed = _seal_supervisor(row.ref, wish)
    row.save()
    Need.objects.bulk_create(_rotations(row, wish))
    journal(
        operation=operation.ref,
        actor=by,
        action="need.request",
        now=now,
        subject=row.ref,
        detail={"site": wish.site_code, "role": wish.role, "people": wish.people, "rotations": len(wish.parts)},
    )
    return row


def _rotations(row: Request, wish: Wish) -> list[Need]:
    return [
        Need(
            operation_id=row.operation_id,
            request=row,
            code=f"{row.code}-{number}" if len(wish.parts) > 1 else row.code,
            first_day=part.first,
            last_day=part.last,
            headcount=wish.people,
        )
        for number, part in enumerate(wish.parts, start=1)
    ]


def _seal_supervisor(ref: str, wish: Wish) -> bytes:
    payload = {"supervisor": wish.supervisor.strip(), "phone": wish.supervisor_phone.strip()}
    return seal_payload(payload, key=key_for(ref), place=request_place(ref))


def _next_code(operation_id: int) -> str:
    last = Request.objects.filter(operation_id=operation_id).aggregate(last=Max("id"))["last"] or 0
    return f"N{last + 1:05}"
