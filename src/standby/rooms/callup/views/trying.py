"""What if? and, from the same plan, what would help most: plans beside the plan, never announced."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.trying import MOST_CHANGES, ask_what_helps, ask_what_if
from standby.rooms.callup.change_names import names_for
from standby.rooms.callup.change_words import Names, say_change
from standby.rooms.callup.queries.plans import PlanSummary, newest_computed, plan_by_ref
from standby.rooms.callup.queries.trials import Differences, HelpRow, TrialView, helps_of, trial_by_ref, trials_of
from standby.rooms.callup.saying import say_need
from standby.rooms.callup.what_if_forms import FORMS, ChangeForm
from standby.rooms.needs.forms.choices import Choice
from standby.rooms.needs.queries.planning import needs_to_plan
from standby.rooms.people.queries.persons import people_by_ref
from standby.rooms.people.values import PersonView

READS = (Duty.COORDINATOR, Duty.AUDITOR)
_SHOWN = 30
_LONGEST_CHANGE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidHelp:
    """A change in words, and what it is worth."""

    sentence: str
    row: HelpRow


@for_duty(*READS)
def helps(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What would help most, the worthiest first: each was planned again."""
    return desk_page(request, desk, "callup/helps.html", **_helps(desk, ref))


@for_duty(*READS)
def print_helps(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return desk_page(request, desk, "callup/helps_print.html", **_helps(desk, ref))


@for_duty(Duty.COORDINATOR)
@require_POST
def ask_helps(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """For a plan older than this page, or where it failed."""
    if plan_by_ref(operation_id=desk.operation.id, ref=ref) is None:
        raise Http404

    def ask() -> str:
        row = ask_what_helps(operation=desk.operation, plan_ref=ref, by=desk.actor, now=desk.now)
        tasks.try_out.defer(operation_id=desk.operation.id, ref=row.ref)
        return row.ref

    try:
        do_once(request, desk, action="plan.helps", do=ask)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:helps", ref=ref)


@for_duty(Duty.COORDINATOR)
def what_if(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The list grows form by form, in the page itself; nothing is stored before it is asked."""
    plan = newest_computed(operation_id=desk.operation.id)
    if plan is None:
        return redirect("callup:plan")
    posted = request.POST if request.method == "POST" else {}
    changes, kind = _changes_in(request), str(posted.get("kind", ""))
    forms = _forms(desk, kind, request)
    asked = forms.get(kind)
    if asked is not None and asked.is_valid():
        changes = [*changes, *asked.changes()][:MOST_CHANGES]
        forms = _forms(desk, "", request)
    return _asking(request, desk, plan, changes=changes, forms=forms, opened=kind if asked and asked.errors else "")


@for_duty(Duty.COORDINATOR)
@require_POST
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Queued for the worker."""
    plan = newest_computed(operation_id=desk.operation.id)

    def do() -> str:
        row = ask_what_if(
            operation=desk.operation,
            plan_ref=plan.ref if plan else "",
            changes=_changes_in(request),
            by=desk.actor,
            now=desk.now,
        )
        tasks.try_out.defer(operation_id=desk.operation.id, ref=row.ref)
        return row.ref

    try:
        ref = do_once(request, desk, action="plan.what_if", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:trial", ref=ref)


@for_duty(*READS)
def trial(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The differences first."""
    found = trial_by_ref(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    needs = [row.code for row in found.differences.needs] if found.differences else []
    names = names_for(operation=desk.operation, changes=found.changes, needs=needs, now=desk.now)
    said = [say_change(change, names) for change in found.changes]
    shown = _shown(desk, found.differences, names) if found.differences else {}
    return desk_page(request, desk, "callup/trial.html", trial=found, said=said, **shown)


def _shown(desk: Desk, differences: Differences, names: Names) -> dict[str, object]:
    rows = [
        (say_need(names.needs[row.code], _by_id(names)) if row.code in names.needs else row.code, row)
        for row in differences.needs
    ]
    return {
        "rows": rows[:_SHOWN],
        "left_out": max(0, len(rows) - _SHOWN),
        "people": [
            ("called", _people(desk, differences.called)),
            ("not_called", _people(desk, differences.not_called)),
            ("moved", _people(desk, differences.moved)),
        ],
    }


def _by_id(names: Names) -> Mapping[int, str]:
    return {need.site_id: names.site(need.site_code) for need in names.needs.values()}


def _people(desk: Desk, refs: Iterable[str]) -> list[PersonView]:
    """The first of them; those who only exist in the question are not among them."""
    wanted = list(refs)[:_SHOWN]
    found = people_by_ref(operation_id=desk.operation.id, refs=wanted)
    return [found[ref] for ref in wanted if ref in found]


def _helps(desk: Desk, ref: str) -> dict[str, object]:
    plan = plan_by_ref(operation_id=desk.operation.id, ref=ref)
    if plan is None or not plan.is_computed:
        raise Http404
    found = helps_of(operation_id=desk.operation.id, plan_ref=ref)
    rows = found.helps if found else []
    names = names_for(operation=desk.operation, changes=[row.change for row in rows], now=desk.now)
    said = [SaidHelp(sentence=say_change(row.change, names), row=row) for row in rows]
    return {"plan": plan, "trial": found, "helps": said, "is_coordinator": desk.staff.holds(Duty.COORDINATOR)}


def _asking(
    request: HttpRequest,
    desk: Desk,
    plan: PlanSummary,
    *,
    changes: Sequence[str],
    forms: Mapping[str, ChangeForm],
    opened: str,
) -> HttpResponse:
    trials: list[TrialView] = trials_of(operation_id=desk.operation.id)
    named = [*changes, *(change for one in trials for change in one.changes)]
    names = names_for(operation=desk.operation, changes=named, now=desk.now)
    return desk_page(
        request,
        desk,
        "callup/what_if.html",
        plan=plan,
        changes=[(change, say_change(change, names)) for change in changes],
        forms=[(kind, form, kind == opened) for kind, form in forms.items()],
        trials=[(one, [say_change(change, names) for change in one.changes]) for one in trials],
    )


def _changes_in(request: HttpRequest) -> list[str]:
    """What the page carries along, but for what was taken out of it."""
    taken = request.POST.get("take_out", "")
    given = [change[:_LONGEST_CHANGE] for change in request.POST.getlist("change")]
    return [change for change in given if change != taken][:MOST_CHANGES]


def _forms(desk: Desk, kind: str, request: HttpRequest) -> dict[str, ChangeForm]:
    """All of them; the one that was sent is filled in."""
    choices = _choices(desk)
    return {
        name: form(request.POST if name == kind else None, choices=choices, prefix=name) for name, form in FORMS.items()
    }


def _choices(desk: Desk) -> dict[str, list[Choice]]:
    names = names_for(operation=desk.operation, changes=(), now=desk.now)
    needs = needs_to_plan(operation=desk.operation, now=desk.now)
    by_id = {need.site_id: names.site(need.site_code) for need in needs}
    return {
        "site": sorted(names.sites.items(), key=lambda item: item[1]),
        "region": sorted(names.regions.items(), key=lambda item: item[1]),
        "home": [("", "–"), *sorted(names.homes.items(), key=lambda item: item[1])],
        "need": [(need.code, say_need(need, by_id)) for need in needs],
    }
