"""The verifier's desk: one claim at a time, the one that would help most first."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from standby.domain.catalogue import all_tags, family, role
from standby.domain.credentials import Standing
from standby.domain.errors import StandbyError
from standby.domain.roles import Level, needs_licence
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actions import journal
from standby.rooms.desk.forms import LicenceForm
from standby.rooms.desk.licences import Waiting, queue_of
from standby.rooms.people.actions.licences import judge_licence, take_back_judgement
from standby.rooms.people.actions.photos import look_at_photo
from standby.rooms.people.queries.licences import LicenceView, licences_opened

_VERIFIES = (Duty.VERIFIER, Duty.COORDINATOR)


@for_duty(*_VERIFIES)
def licences(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`look` picks a claim out of its turn; `done` is the one judged last, to be undone."""
    return _page(request, desk, chosen=request.GET.get("look", ""), done=request.GET.get("done", ""))


@for_duty(*_VERIFIES)
@require_POST
def judge(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Stores what was found; then the next claim."""
    licence = _licence_or_404(desk, ref)
    form = LicenceForm(request.POST, tag_choices=_tag_choices(licence))
    if form.is_valid():
        try:
            finding = form.finding()

            def do() -> str:
                judge_licence(
                    operation=desk.operation, credential_ref=ref, finding=finding, by=desk.actor, now=desk.now
                )
                return ref

            do_once(request, desk, action="licence.judge", do=do)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(f"{reverse('desk:licences')}?done={ref}")
    return _page(request, desk, chosen=ref, form=form)


@for_duty(*_VERIFIES)
def photo(_request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The photo that waits, for this look alone: nothing on the way keeps a copy."""
    found = look_at_photo(operation=desk.operation, credential_ref=ref, by=desk.actor, now=desk.now)
    if found is None:
        raise Http404
    headers = {"Cache-Control": "no-store", "Content-Disposition": 'inline; filename="licence.jpg"'}
    return HttpResponse(found, content_type="image/jpeg", headers=headers)


@for_duty(*_VERIFIES)
@require_POST
def take_back(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Undo: the licence stands again where it stood before the last judgement."""
    _licence_or_404(desk, ref)

    def do() -> str:
        take_back_judgement(operation=desk.operation, credential_ref=ref, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action="licence.take_back", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect(f"{reverse('desk:licences')}?look={ref}")


def _page(
    request: HttpRequest, desk: Desk, *, chosen: str, done: str = "", form: LicenceForm | None = None
) -> HttpResponse:
    queue = queue_of(operation=desk.operation, now=desk.now)
    here = _chosen(desk, queue.waiting, chosen)
    if here is not None:
        subject = here.licence.person_ref
        journal(operation=desk.operation.ref, actor=desk.actor, action="licence.view", now=desk.now, subject=subject)
    return desk_page(
        request,
        desk,
        "desk/licences.html",
        queue=queue,
        here=here,
        levels=_levels(here.licence) if here else (),
        needs_registry=here is not None and needs_licence(here.licence.role),
        form=(form or _blank_form(here.licence)) if here else None,
        done=licences_opened(operation_id=desk.operation.id, refs=[done]).get(done) if done else None,
    )


def _chosen(desk: Desk, waiting: Sequence[Waiting], ref: str) -> Waiting | None:
    """The claim asked for, though it be judged already, else the first in turn."""
    in_turn = {turn.licence.ref: turn for turn in waiting}
    if ref and ref not in in_turn:
        return Waiting(licence=_licence_or_404(desk, ref), unlocks=None)
    return in_turn.get(ref) or next(iter(waiting), None)


def _licence_or_404(desk: Desk, ref: str) -> LicenceView:
    licence = licences_opened(operation_id=desk.operation.id, refs=[ref]).get(ref)
    if licence is None:
        raise Http404
    return licence


def _blank_form(licence: LicenceView) -> LicenceForm:
    """What was claimed stands in the fields: it is compared and corrected, not typed again."""
    return LicenceForm(
        tag_choices=_tag_choices(licence),
        initial={
            "issuer": licence.found_issuer or licence.issuer,
            "number": licence.found_number or licence.number,
            "expires_on": licence.expires_on,
            "standing": "" if licence.standing is Standing.CLAIMED else licence.standing.value,
        },
    )


def _tag_choices(licence: LicenceView) -> list[tuple[str, str]]:
    """The specialities and classes this person claims."""
    known, language = all_tags(), get_language() or "en"
    plain = dict.fromkeys(tag.removesuffix(":v") for tag in licence.offer.tags)
    return [(tag, known[tag].title(language)) for tag in plain if tag in known and tag != licence.tag]


def _levels(licence: LicenceView) -> list[tuple[Level, str, bool]]:
    """What each level means for this role, and which is claimed."""
    try:
        found = role(licence.role)
    except KeyError:
        return []
    claimed = max((entry.level for entry in licence.offer.roles if entry.code == licence.role), default=None)
    words, language = family(found.family), get_language() or "en"
    return [(level, words.level(level, language), level is claimed) for level in Level]
