"""Which duty opens which page: the decorator on every view of the staff."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff, operations_of, staff_in
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView, operation_by_ref
from standby.rooms.operations.requests import moment_of

P = ParamSpec("P")
_OPERATION_IN_SESSION = "operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Who sits here, in which operation, and when: what every view of the staff is given beside the request."""

    staff: Staff
    operation: OperationView
    now: datetime

    @property
    def actor(self) -> Actor:
        return self.staff.actor

    def opens(self, view: object, /) -> bool:
        """Whether this view of the staff is for whoever sits here; one that says of nobody is for all."""
        duties: tuple[Duty, ...] = getattr(view, "duties", ())
        return not duties or self.staff.holds(*duties)

    @property
    def is_site_only(self) -> bool:
        """Whether only the pages of needs are theirs: the rail and the search of the desk would lead nowhere."""
        return self.staff.duties == {Duty.SITE_CONTACT}


View = Callable[Concatenate[HttpRequest, Desk, P], HttpResponseBase]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def for_duty(*duties: Duty) -> Callable[[View[P]], Guarded[P]]:
    """Opens a view to those who hold one of `duties` (none named: any duty) in the operation they work in.

    Others get "no such page", so that nobody learns what exists. Duties are read anew on each request.
    """

    def decorate(view: View[P]) -> Guarded[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not isinstance(request.user, User):
                return redirect_to_login(request.get_full_path())
            desk = _desk_of(request, request.user)
            if desk is None:
                return redirect("accounts:no_duty")
            if not desk.staff.holds(*(duties or tuple(Duty))):
                raise Http404
            return view(request, desk, *args, **kwargs)

        # Read by the rail, so that it leads nobody to a page that does not open to them.
        guarded.duties = duties or tuple(Duty)  # type: ignore[attr-defined]  # a function may carry it
        return guarded

    return decorate


def choose_operation(request: HttpRequest, *, operation: OperationView) -> HttpResponse:
    """Works in another operation from now on; whether a duty is held there is checked on the next page."""
    request.session[_OPERATION_IN_SESSION] = operation.ref
    return redirect("desk:today")


def _candidates(request: HttpRequest, user: User) -> Iterator[OperationView]:
    """One after another: almost always the first will do, and the others need not be read."""
    ref = request.session.get(_OPERATION_IN_SESSION)
    if ref and (chosen := operation_by_ref(ref)) is not None:
        yield chosen
    yield from operations_of(user)


def _desk_of(request: HttpRequest, user: User) -> Desk | None:
    """The operation chosen last, else the newest in which the user holds a duty; None without any."""
    for operation in _candidates(request, user):
        staff = staff_in(user=user, operation=operation)
        if staff.duties:
            if request.session.get(_OPERATION_IN_SESSION) != operation.ref:
                request.session[_OPERATION_IN_SESSION] = operation.ref
            return Desk(staff=staff, operation=operation, now=moment_of(request))
    return None
