"""A queue of people: one form, by the keyboard alone, and a slip at the end of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from standby.domain.catalogue import all_crisis_roles, find_roles
from standby.domain.errors import StandbyError
from standby.domain.offers import Offer
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.desk.forms import HandForm
from standby.rooms.desk.pages.doing import KEEPS_PEOPLE, do_once, person_or_404
from standby.rooms.desk.pages.slip import slip_page
from standby.rooms.door.actions.reading import DEFAULT_REGION
from standby.rooms.door.forms.status import role_key
from standby.rooms.people.actions.at_desk import Registered, register_at_desk
from standby.rooms.places.queries.homes import homes_of

_MOST_FOUND = 8
_MANY = ("roles", "languages")


@for_duty(*KEEPS_PEOPLE)
def register(request: HttpRequest, desk: Desk) -> HttpResponse:
    """ "Look for it" finds roles in their own words and stores nothing; storing ends with the slip."""
    form = _form(request, desk)
    if request.method == "POST" and "look" not in request.POST and form.is_valid():
        made: list[Registered] = []
        try:
            ref = do_once(request, desk, "person.register", lambda: _register(desk, form, made))
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _slip(request, desk, ref, made)
    return desk_page(request, desk, "desk/register.html", form=form)


def _register(desk: Desk, form: HandForm, made: list[Registered]) -> str:
    registered = register_at_desk(
        operation=desk.operation,
        details=form.details(),
        offer=form.offer(Offer()),
        language=form.cleaned_data["language"],
        default_region=DEFAULT_REGION,
        by=desk.actor,
        now=desk.now,
    )
    made.append(registered)
    return registered.person_ref


def _slip(request: HttpRequest, desk: Desk, ref: str, made: list[Registered]) -> HttpResponse:
    if not made:
        return redirect("desk:person", ref=ref)
    registered = made[0]
    return slip_page(
        request,
        desk,
        person_or_404(desk, ref),
        code=registered.code,
        is_new=registered.is_new,
        was_known=registered.was_known,
    )


def _form(request: HttpRequest, desk: Desk) -> HandForm:
    language = get_language() or "en"
    homes = [(home.code, home.names.get(language) or home.code) for home in homes_of(operation_id=desk.operation.id)]
    today = desk.operation.today(desk.now)
    choices = _role_choices(request, language)
    if request.method == "POST" and "look" not in request.POST:
        return HandForm(request.POST, role_choices=choices, home_choices=homes, today=today)
    return HandForm(role_choices=choices, home_choices=homes, today=today, initial=_as_typed(request, language))


def _role_choices(request: HttpRequest, language: str) -> list[tuple[str, str]]:
    """What their words may mean, and what was ticked before."""
    words = request.POST.get("words", "").strip()
    found = find_roles(words, language=language, limit=_MOST_FOUND) if words else ()
    ticked = set(request.POST.getlist("roles"))
    chosen = [role for role in all_crisis_roles() if role_key(role.code, role.tag) in ticked]
    return list({role_key(role.code, role.tag): role.title(language) for role in (*found, *chosen)}.items())


def _as_typed(request: HttpRequest, language: str) -> dict[str, object]:
    if request.method != "POST":
        return {"language": language}
    return {name: request.POST.getlist(name) if name in _MANY else value for name, value in request.POST.items()}
