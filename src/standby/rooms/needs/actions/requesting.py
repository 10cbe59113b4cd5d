"""A site asks for people."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused
from standby.domain.roles import Level, is_combat, needs_licence
from standby.domain.staffing import LONGEST_ROTATION, Staffing, rotations
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.models import Need, Request
from standby.rooms.needs.places import request_place
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.sites import site_ids
from standby.rooms.vault.actions import key_for, seal_payload
from standby.sealing import new_ref

MOST_PEOPLE = 10_000
LONGEST_NEED = 366
YOUNGEST, OLDEST_MINIMUM = 18, 80


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
    provides: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()
    needs_verified: bool = False
    headcount: int | None = None
    longest_rotation: int = LONGEST_ROTATION
    minimum_age: int = YOUNGEST
    code: str = field(default="")

    def __post_init__(self) -> None:
        if is_combat(self.role):
            raise Refused(gettext("This system is for civilian help only. This role is never asked for."))
        if self.posts < 1 or (self.headcount is not None and self.headcount < 1):
            raise Refused(gettext("Ask for at least one person."))
        if not 1 <= self.hours_per_day <= 24:
            raise Refused(gettext("A post is staffed for 1 to 24 hours a day."))
        if len(self.days) > LONGEST_NEED:
            raise Refused(gettext("A need lasts a year at most. Ask again when it is over."))
        if self.people > MOST_PEOPLE:
            raise Refused(too_many(self.people))
        if not YOUNGEST <= self.minimum_age <= OLDEST_MINIMUM:
            raise Refused(gettext("The minimum age is a number from 18 to 80."))
        if not any(text.strip() for text in self.texts.get("if_nobody_comes", {}).values()):
            raise Refused(gettext("Say what happens if nobody comes: it decides how urgent this is."))

    @property
    def staffing(self) -> Staffing:
        """Worked out for the longest rotation: the shorter ones take no more people."""
        longest = max(len(part) for part in self.parts)
        return Staffing(posts=self.posts, hours_per_day=self.hours_per_day, days=longest)

    @property
    def people(self) -> int:
        """People at one time, worked out under the rest rules."""
        return self.staffing.people if self.headcount is None else self.headcount

    @property
    def parts(self) -> tuple[Days, ...]:
        return rotations(self.days, longest=self.longest_rotation)


@transaction.atomic
def request_people(*, operation: OperationView, wish: Wish, requested_by: int, by: Actor, now: datetime) -> Request:
    """Stores a request as a draft and cuts it into rotations; health roles always ask for a checked licence."""
    if site_ids(operation_id=operation.id).get(wish.site_code) != wish.site_id:
        raise Refused(gettext("This place does not belong to your operation."))
    row = _store(operation, wish, requested_by=requested_by, now=now)
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


def too_many(people: int) -> str:
    """What to do about a request nobody could meet."""
    said = {"people": people, "most": MOST_PEOPLE}
    return (
        gettext("That would be %(people)d people. Ask for %(most)d at most, or divide it among several sites.") % said
    )


def _store(operation: OperationView, wish: Wish, *, requested_by: int, now: datetime) -> Request:
    row = _row(operation, wish, requested_by=requested_by, now=now)
    row.sealed = _seal_supervisor(row.ref, wish)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Conflict(gettext("Somebody asked at the same moment. Send it again.")) from error
    return row


def _row(operation: OperationView, wish: Wish, *, requested_by: int, now: datetime) -> Request:
    return Request(
        ref=new_ref(),
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
        texts={name: dict(text) for name, text in wish.texts.items() if text},
        provides=list(wish.provides),
        hazards=list(wish.hazards),
        minimum_age=wish.minimum_age,
        requested_by_id=requested_by,
        created_at=now,
        renewed_at=now,
    )


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
    """The number after the highest of this operation's own."""
    codes = Request.objects.filter(operation_id=operation_id, code__regex=r"^N[0-9]{5,9}$").values_list(
        "code", flat=True
    )
    last = max((int(code[1:]) for code in codes), default=0)
    return f"N{last + 1:05}"
