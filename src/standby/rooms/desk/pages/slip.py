"""A receipt slip on A5: the only thing somebody without e-mail or telephone takes home."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from standby.rooms.accounts.doors import Desk
from standby.rooms.accounts.pages import desk_page
from standby.rooms.operations.installation import installation
from standby.rooms.people.values import PersonView


def slip_page(
    request: HttpRequest,
    desk: Desk,
    person: PersonView,
    *,
    code: str,
    is_new: bool = False,
    was_known: bool = False,
    queue: str = "",
    counter: int = 0,
    onwards: str = "",
) -> HttpResponse:
    """The code is shown this once: only its keyed hash is kept.

    From a counter the way leads on to the next number of its `queue`, else `onwards`.
    """
    return desk_page(
        request,
        desk,
        "desk/slip.html",
        person=person,
        code=code,
        is_new=is_new,
        was_known=was_known,
        queue=queue,
        counter=counter,
        onwards=onwards or reverse("desk:register"),
        public_url=installation().public_url,
    )
