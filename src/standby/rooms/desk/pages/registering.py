"""A queue of people, or a heap of paper: one form, by the keyboard alone, and a slip at the end of it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from standby.domain.catalogue import all_crisis_roles, find_roles
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actions import journal
from standby.rooms.desk.hand import HandForm, PaperHandForm
from standby.rooms.desk.pages.doing import KEEPS_PEOPLE, person_or_404
from standby.rooms.desk.pages.slip import slip_page
from standby.rooms.door.actions.reading import DEFAULT_REGION
from standby.rooms.enquiry.actions.papers import take_in
from standby.rooms.enquiry.actions.tickets import call_next
from standby.rooms.enquiry.queries.queues import TicketView, board_of, queue_by_ref
from standby.rooms.people.actions.at_desk import Registered, register_at_desk
from standby.rooms.people.queries.likely import Likely, likely_same
from standby.rooms.places.queries.homes import homes_of

_MOST_FOUND = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where the registrar sits, and the number that was called there; nothing where no queue is open."""

    queue: str = ""
    number: int = 0
    here: TicketView | None = None


@for_duty(*KEEPS_PEOPLE)
def register(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _ask_or_store(request, desk, HandForm)


@for_duty(*KEEPS_PEOPLE)
def paper(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _ask_or_store(request, desk, PaperHandForm)


@for_duty(*KEEPS_PEOPLE)
@require_POST
def next_person(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Calls the next number and opens the form for whoever comes with it."""
    counter = _counter(request.POST, desk)

    def call() -> str:
        return call_next(
            operation=desk.operation, queue_ref=counter.queue, counter=counter.number, by=desk.actor, now=desk.now
        ).ref

    try:
        do_once(request, desk, action="call_ticket", do=call)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect(f"{reverse('desk:register')}?queue={counter.queue}&counter={counter.number}")


def _ask_or_store(request: HttpRequest, desk: Desk, kind: type[HandForm]) -> HttpResponse:
    """The first Enter finds roles in their own words and who may be the same, and stores nothing; the second stores."""
    form, is_confirmed = _form(request, desk, kind)
    likely: list[Likely] = []
    if request.method == "POST" and form.is_valid():
        if is_confirmed:
            made: list[Registered] = []
            try:
                ref = do_once(request, desk, action="person.register", do=lambda: _store(desk, form, made))
            except StandbyError as refusal:
                form.add_error(None, str(refusal))
            else:
                return _slip(request, desk, ref, made, is_paper=kind is PaperHandForm)
        likely = _likely(desk, form)
    form.focus()
    counter = _counter(request.GET, desk)
    is_paper = kind is PaperHandForm
    return desk_page(request, desk, "desk/register.html", form=form, likely=likely, counter=counter, is_paper=is_paper)


def _store(desk: Desk, form: HandForm, made: list[Registered]) -> str:
    if not isinstance(form, PaperHandForm):
        return _register(desk, form, made)
    return take_in(
        operation=desk.operation,
        number=form.cleaned_data["number"],
        written_at=form.written_at(desk.operation.zone),
        register=lambda: _register(desk, form, made),
        by=desk.actor,
        now=desk.now,
    )


def _register(desk: Desk, form: HandForm, made: list[Registered]) -> str:
    written_at = form.written_at(desk.operation.zone) if isinstance(form, PaperHandForm) else None
    registered = register_at_desk(
        operation=desk.operation,
        details=form.details(),
        offer=form.offer(),
        language=form.cleaned_data["language"],
        default_region=DEFAULT_REGION,
        by=desk.actor,
        now=desk.now,
        registered_at=written_at,
    )
    made.append(registered)
    return registered.person_ref


def _likely(desk: Desk, form: HandForm) -> list[Likely]:
    """Whose names were opened for it is journalled, as a count."""
    found = likely_same(operation_id=desk.operation.id, details=form.details(), default_region=DEFAULT_REGION)
    if found:
        detail = {"people": len(found)}
        journal(operation=desk.operation.ref, actor=desk.actor, action="people.search", now=desk.now, detail=detail)
    return found


def _slip(request: HttpRequest, desk: Desk, ref: str, made: list[Registered], *, is_paper: bool) -> HttpResponse:
    if not made:
        return redirect("desk:person", ref=ref)
    registered, counter = made[0], _counter(request.GET, desk)
    return slip_page(
        request,
        desk,
        person_or_404(desk, ref),
        code=registered.code,
        is_new=registered.is_new,
        was_known=registered.was_known,
        queue=counter.queue,
        counter=counter.number,
        onwards=reverse("desk:paper" if is_paper else "desk:register"),
    )


def _form(request: HttpRequest, desk: Desk, kind: type[HandForm]) -> tuple[HandForm, bool]:
    """The form, and whether what it says was looked up before: then it may be stored."""
    language = get_language() or "en"
    homes = [(home.code, home.names.get(language) or home.code) for home in homes_of(operation_id=desk.operation.id)]
    today = desk.operation.today(desk.now)
    if request.method != "POST":
        return kind(role_choices=[], home_choices=homes, today=today, initial={"language": language}), False
    data = request.POST.copy()
    choices = _role_choices(data, language)
    words, ticked = data.get("words", "").strip(), data.getlist("roles")
    is_confirmed = bool(ticked) and data.get("looked", words) == words
    if not is_confirmed:
        data.setlist("roles", [key for key, _title in choices[:1]])
    data["looked"] = words
    return kind(data, role_choices=choices, home_choices=homes, today=today), is_confirmed


def _role_choices(said: QueryDict, language: str) -> list[tuple[str, str]]:
    """What their words may mean, and what was ticked before."""
    words = said.get("words", "").strip()[:200]
    found = find_roles(words, language=language, limit=_MOST_FOUND) if words else ()
    ticked = set(said.getlist("roles")) if said.get("looked", words) == words else set()
    chosen = [role for role in all_crisis_roles() if f"{role.code}/{role.tag}" in ticked]
    return list({f"{role.code}/{role.tag}": role.title(language) for role in (*found, *chosen)}.items())


def _counter(said: QueryDict, desk: Desk) -> Counter:
    """From an address or a form: whatever is no queue of ours is as if nothing stood there."""
    queue = queue_by_ref(operation_id=desk.operation.id, ref=said.get("queue", ""))
    written = said.get("counter", "")
    if queue is None or not (written.isascii() and written.isdecimal()) or len(written) > len("99"):
        return Counter()
    board = board_of(queue=queue, day=desk.operation.today(desk.now))
    return Counter(queue=queue.ref, number=int(written), here=board.at(int(written)))
