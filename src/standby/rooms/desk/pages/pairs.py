"""Two registrations side by side: the same person, or not?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actions import journal
from standby.rooms.desk.deciding import decide_pair
from standby.rooms.desk.pages.doing import SEES_NAMES
from standby.rooms.desk.side_by_side import chance_sentence, compared, doubt_sentence
from standby.rooms.door.actions.reading import DEFAULT_REGION
from standby.rooms.operations.installation import installation
from standby.rooms.people.actions.judging import Verdict
from standby.rooms.people.actions.looking_twice import Opinion, look_again
from standby.rooms.people.queries.held_joins import HOLDS_A_CALL, count_held
from standby.rooms.people.queries.pairs import PairView, next_pair, next_second_look, open_pairs, pair_by_ref

_OPINIONS: dict[str, Opinion] = {"same": "same", "not_same": "not_same"}


@for_duty(*SEES_NAMES)
def pairs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """One pair at a time; `after` leaves out those up to it, `done` is the one judged last, to be undone.

    `look` shows a certain one. Whoever has a second look to give is shown that first, without what the first one said.
    """
    after, look = request.GET.get("after", ""), request.GET.get("look", "")
    second = None if after or look else _second_look(desk)
    pair = second or (_one(desk, look) if look else _next(desk, after))
    if pair is not None:
        journal(operation=desk.operation.ref, actor=desk.actor, action="pair.view", now=desk.now, subject=pair.ref)
    return desk_page(
        request,
        desk,
        "desk/pairs.html",
        pair=pair,
        is_second=second is not None,
        lines=compared(pair) if pair else (),
        why=doubt_sentence(pair.why) if pair else "",
        chance="" if pair is None or second else chance_sentence(pair.chance),
        asks_who_answered=pair is not None and second is None and _both_hold(pair),
        waiting=open_pairs(operation_id=desk.operation.id),
        skipped=bool(after),
        held=count_held(operation_id=desk.operation.id),
        done=_judged(desk, request.GET.get("done", "")),
    )


@for_duty(*SEES_NAMES)
@require_POST
def judge(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Same, not the same, or the last word undone; then the next pair."""
    if pair_by_ref(operation_id=desk.operation.id, ref=ref, default_region=DEFAULT_REGION) is None:
        raise Http404
    wish = request.POST.get("verdict", "")
    if wish not in {verdict.value for verdict in Verdict}:
        raise Http404

    def do() -> str:
        decide_pair(
            operation=desk.operation,
            pair_ref=ref,
            verdict=Verdict(wish),
            keep_ref=request.POST.get("keep", ""),
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return ref

    try:
        do_once(request, desk, action=f"pair.{wish}", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    undone = Verdict(wish) is Verdict.UNDONE
    return redirect(reverse("desk:pairs") if undone else f"{reverse('desk:pairs')}?done={ref}")


@for_duty(*SEES_NAMES)
@require_POST
def second_look(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A second opinion: kept beside the first, and nothing else changes."""
    opinion = _OPINIONS.get(request.POST.get("verdict", ""))
    if opinion is None or _one(desk, ref) is None:
        raise Http404

    def do() -> str:
        look_again(operation=desk.operation, pair_ref=ref, opinion=opinion, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action="pair.second_look", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:pairs")


def _next(desk: Desk, after: str) -> PairView | None:
    number = int(after) if after.isdecimal() and after.isascii() else 0
    return next_pair(operation_id=desk.operation.id, after=number, default_region=DEFAULT_REGION)


def _second_look(desk: Desk) -> PairView | None:
    return next_second_look(operation_id=desk.operation.id, by=str(desk.actor), default_region=DEFAULT_REGION)


def _one(desk: Desk, ref: str) -> PairView | None:
    return pair_by_ref(operation_id=desk.operation.id, ref=ref, default_region=DEFAULT_REGION)


def _judged(desk: Desk, ref: str) -> PairView | None:
    pair = _one(desk, ref) if ref else None
    return pair if pair is not None and pair.verdict else None


def _both_hold(pair: PairView) -> bool:
    people = (pair.first.person, pair.second.person)
    return not pair.is_one_person and all(person.status in HOLDS_A_CALL for person in people)
