from django.urls import path

from standby.rooms.welfare.views import hours, override, rest, rota, shifts

app_name = "welfare"

urlpatterns = [
    path("rest/", rest.rest, name="rest"),
    path("rest/<str:code>/given-back/", rest.given_back, name="given_back"),
    path("rest/<str:code>/another-day/", rest.another_day, name="another_day"),
    path("<str:ref>/", rota.rota, name="rota"),
    path("<str:ref>/make/", rota.make, name="make"),
    path("<str:ref>/progress/", rota.progress, name="progress"),
    path("<str:ref>/publish/", rota.publish, name="publish"),
    path("<str:ref>/print/", rota.printed, name="print"),
    path("<str:ref>/files/", rota.files, name="files"),
    path("<str:ref>/shifts/", shifts.add, name="shifts"),
    path("<str:ref>/shifts/<str:code>/withdraw/", shifts.withdraw, name="withdraw_shift"),
    path("<str:ref>/hours/", hours.hours, name="hours"),
    path("<str:ref>/hours/sign/", hours.sign_now, name="sign"),
    path("<str:ref>/hours/paper/", hours.from_paper, name="from_paper"),
    path("<str:ref>/hours/take-back/", hours.take_back, name="take_back"),
    path("<str:ref>/hours/override/<str:code>/", override.override, name="override"),
]
