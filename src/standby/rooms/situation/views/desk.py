"""The coordinators' side: what was said, and saying, correcting and withdrawing it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.look.own_words import language_name
from standby.rooms.situation.actions import correct, publish, withdraw
from standby.rooms.situation.forms import NoticeForm, WithdrawalForm, as_it_stands
from standby.rooms.situation.preview import preview_of
from standby.rooms.situation.queries import NoticeView, notice_by_ref, notices_page
from standby.rooms.situation.saying import SaidNotice, missing_languages, say_notice
from standby.rooms.situation.texts import NewNotice

Say = Callable[[NewNotice], str]


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def notices(request: HttpRequest, desk: Desk) -> HttpResponse:
    page = notices_page(number=request.GET.get("page"), operation_id=desk.operation.id)
    return desk_page(
        request,
        desk,
        "situation/notices.html",
        page=page.links,
        rows=[_said(desk, view) if isinstance(view, NoticeView) else None for view in page.notices],
        may_write=desk.staff.holds(Duty.COORDINATOR),
    )


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def notice(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    view = _found(desk, ref)
    return desk_page(
        request,
        desk,
        "situation/at_desk.html",
        notice=_said(desk, view),
        missing=missing_languages(view, desk.operation.languages),
        first=language_name(view.alert.infos[0].language),
        may_write=desk.staff.holds(Duty.COORDINATOR),
    )


@for_duty(Duty.COORDINATOR)
def write(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = NoticeForm(posted(request), operation=desk.operation)

    def say(new: NewNotice) -> str:
        return publish(operation=desk.operation, new=new, by=desk.actor, now=desk.now)

    return _written(request, desk, form, action="notice.publish", say=say)


@for_duty(Duty.COORDINATOR)
def change(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A correction, begun with what stands there; a language that was missing is added in the same way."""
    view = _found(desk, ref)
    form = NoticeForm(posted(request), operation=desk.operation, initial=as_it_stands(view, now=desk.now))

    def say(new: NewNotice) -> str:
        return correct(operation=desk.operation, ref=ref, new=new, by=desk.actor, now=desk.now)

    return _written(request, desk, form, action="notice.correct", say=say, replaced=_said(desk, view))


@for_duty(Duty.COORDINATOR)
def take_back(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    view = _found(desk, ref)
    form = WithdrawalForm(posted(request), operation=desk.operation)

    def say() -> str:
        return withdraw(operation=desk.operation, ref=ref, reasons=form.reasons, by=desk.actor, now=desk.now)

    if request.method == "POST" and form.is_valid():
        try:
            return redirect("situation:notice", do_once(request, desk, action="notice.withdraw", do=say))
        except StandbyError as refusal:
            form.refuse(refusal)
    return desk_page(request, desk, "situation/take_back.html", notice=_said(desk, view), form=form)


def _written(
    request: HttpRequest, desk: Desk, form: NoticeForm, *, action: str, say: Say, **context: object
) -> HttpResponse:
    """First shown as everybody will read it; said once the writer has seen it so and says yes to just that."""
    preview = None
    if request.method == "POST" and form.is_valid():
        try:
            new = form.new(now=desk.now)
            if request.POST.get("publish") == form.seen:
                return redirect("situation:notice", do_once(request, desk, action=action, do=lambda: say(new)))
            preview = preview_of(new, operation=desk.operation, now=desk.now)
        except StandbyError as refusal:
            form.refuse(refusal)
    return desk_page(request, desk, "situation/write.html", form=form, preview=preview, **context)


def _found(desk: Desk, ref: str) -> NoticeView:
    view = notice_by_ref(ref=ref, operation_id=desk.operation.id)
    if not isinstance(view, NoticeView):
        raise Http404
    return view


def _said(desk: Desk, view: NoticeView) -> SaidNotice:
    return say_notice(view, zone=desk.operation.time_zone, now=desk.now)
