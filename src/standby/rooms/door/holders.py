"""Who looks at their own page: a session that was opened by a personal link or a receipt code, and nothing more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.operations.requests import moment_of
from standby.rooms.people.queries.access import Holder, still_holds
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

P = ParamSpec("P")
_IN_SESSION = "holder"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """A person on their own page, in their operation, now."""

    person: PersonView
    operation: OperationView
    now: datetime

    @property
    def actor(self) -> Actor:
        return Actor(kind=ActorKind.VOLUNTEER, ref=self.person.ref)


View = Callable[Concatenate[HttpRequest, OwnPage, P], HttpResponseBase]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def let_in(request: HttpRequest, holder: Holder) -> None:
    """A new session key, so that nobody who knew the old one comes in with them."""
    request.session.cycle_key()
    request.session[_IN_SESSION] = [holder.code_id, holder.person_ref, holder.operation_id]


def let_out(request: HttpRequest) -> None:
    request.session.flush()


def own_page(request: HttpRequest) -> OwnPage | None:
    """None when nobody was let in, or their code was taken back since."""
    kept = request.session.get(_IN_SESSION)
    if not kept:
        return None
    code_id, person_ref, operation_id = kept
    now = moment_of(request)
    holder = Holder(code_id=code_id, person_ref=person_ref, operation_id=operation_id)
    person = person_by_ref(operation_id=operation_id, ref=person_ref) if still_holds(holder, now=now) else None
    if person is None:
        return None
    return OwnPage(person=person, operation=operation_by_id(operation_id), now=now)


def for_holder(view: View[P]) -> Guarded[P]:
    """Opens a view to whoever was let in by their own code; others are asked for theirs."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        own = own_page(request)
        return redirect("door:status") if own is None else view(request, own, *args, **kwargs)

    return guarded
