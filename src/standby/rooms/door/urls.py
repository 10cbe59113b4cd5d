from django.urls import path

from standby.rooms.door.views import channels, confirm, front, join, joined, own, status, word

app_name = "door"

urlpatterns = [
    path("", front.front, name="front"),
    path("join/", join.join, name="join"),
    path("join/confirm/<str:token>/", confirm.confirm, name="confirm"),
    path("join/<str:ref>/<slug:step>/", join.step, name="join_step"),
    path("status/", status.status, name="status"),
    path("status/l/<str:token>/", status.open_link, name="link"),
    path("status/read/", status.read_it, name="read"),
    path("status/complete/", status.complete, name="complete"),
    path("status/word/", word.wish, name="wish"),
    path("status/withdraw/", status.withdraw_offer, name="withdraw"),
    path("status/again/", status.come_back, name="come_back"),
    path("status/joined/<str:ref>/", joined.joined, name="joined"),
    path("status/leave/", status.leave, name="leave"),
    path("status/channels/", channels.channels, name="channels"),
    path("status/channels/telegram/", channels.open_telegram, name="open_telegram"),
    path("status/channels/telegram/leave/", channels.leave_telegram, name="leave_telegram"),
    path("status/data/", own.kept, name="kept"),
    path("status/data/standby.json", own.as_json, name="as_json"),
    path("status/data/standby.vcf", own.as_card, name="as_card"),
    path("status/data/standby.ics", own.as_calendar, name="as_calendar"),
    path("status/contact/", own.contact, name="contact"),
    path("status/licences/", own.licences, name="licences"),
    path("status/licences/<str:ref>/photo/gone/", own.photo_gone, name="photo_gone"),
    path("status/erase/", own.erase, name="erase"),
    path("status/calls/<str:ref>/accept/", status.accept_call, name="accept"),
    path("status/calls/<str:ref>/decline/", status.decline_call, name="decline"),
]
