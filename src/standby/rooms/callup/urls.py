"""Addresses of plans and calls (`callup:`), and of the letters they cause (`messages:`).

The pages about letters stand here because they are for staff, and accounts lie above the outbox.
"""

from django.urls import include, path
from django.views.generic import RedirectView

from standby.rooms.callup.views import (
    announcing,
    calls,
    deciding,
    failing,
    letting_go,
    money,
    outbox,
    paper,
    plan,
    policy,
    recalling,
    replacing,
    replies,
    sheet,
    trying,
    turnout,
)

_callup = [
    path("", RedirectView.as_view(pattern_name="callup:plan"), name="start"),
    path("plan/", plan.plan, name="plan"),
    path("plan/compute/", plan.compute, name="compute"),
    path("plan/progress/<str:ref>/", plan.progress, name="progress"),
    path("plan/over-call/", policy.over_call, name="over_call"),
    path("plan/turnout/", turnout.turnout, name="turnout"),
    path("plan/turnout/foretold/", turnout.foretold, name="foretold"),
    path("plan/turnout/<str:ref>/", turnout.need_turnout, name="need_turnout"),
    path("plan/what-if/", trying.what_if, name="what_if"),
    path("plan/what-if/ask/", trying.ask, name="ask_what_if"),
    path("plan/what-if/<str:ref>/", trying.trial, name="trial"),
    path("plan/<str:ref>/", plan.revision, name="revision"),
    path("plan/<str:ref>/files/", plan.files, name="files"),
    path("plan/<str:ref>/people/<str:kind>/", plan.changed, name="changed"),
    path("plan/<str:ref>/helps/", trying.helps, name="helps"),
    path("plan/<str:ref>/helps/print/", trying.print_helps, name="print_helps"),
    path("plan/<str:ref>/helps/ask/", trying.ask_helps, name="ask_helps"),
    path("plan/<str:ref>/approve/", deciding.approve, name="approve"),
    path("plan/<str:ref>/refuse/", deciding.refuse, name="refuse"),
    path("plan/<str:ref>/announce/", announcing.announce_plan, name="announce"),
    path("calls/", calls.calls, name="calls"),
    path("calls/announcement/", announcing.announcement, name="announcement"),
    path("calls/sheet/", sheet.call_sheet, name="call_sheet"),
    path("calls/sheet/print/", sheet.printed, name="print_sheet"),
    path("calls/sheet/<str:ref>/spoken/", sheet.spoken, name="spoken"),
    path("calls/sheet/<str:ref>/terms/", sheet.terms, name="terms"),
    path("calls/sheet/<str:ref>/slip/", sheet.slip, name="slip"),
    path("calls/recall/", recalling.recall_page, name="recall"),
    path("calls/place/<str:ref>/", replacing.free_place, name="free_place"),
    path("calls/let-go/<str:ref>/", letting_go.let_go_of_need, name="let_go"),
    path("calls/call/<str:ref>/", calls.call, name="call"),
]
_messages = [
    path("", outbox.outbox, name="outbox"),
    path("money/", money.money, name="money"),
    path("replies/", replies.replies, name="replies"),
    path("replies/<str:ref>/done/", replies.settle, name="settle"),
    path("failing/", failing.failing, name="failing"),
    path("paper/", paper.paper, name="paper"),
    path("paper/print/", paper.print_run, name="print"),
    path("paper/handed/", paper.handed, name="handed"),
    path("<str:ref>/", outbox.message, name="message"),
]

urlpatterns = [
    path("callup/", include((_callup, "callup"))),
    path("messages/", include((_messages, "messages"))),
]
