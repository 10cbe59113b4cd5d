from django.urls import path

from standby.rooms.needs.views import asking, deeds, forecasts, need

app_name = "needs"

# The list of all needs shows how full they are, so it stands at the desk, above the calls: desk:needs.
urlpatterns = [
    path("ask/", asking.ask, name="ask"),
    path("forecasts/", forecasts.forecasts, name="forecasts"),
    path("forecasts/add/", forecasts.add, name="forecast_add"),
    path("forecasts/<str:ref>/end/", forecasts.end, name="forecast_end"),
    path("<str:ref>/", need.need, name="need"),
    path("<str:ref>/assess/", deeds.assess, name="assess"),
    path("<str:ref>/approve/", deeds.approve, name="approve"),
    path("<str:ref>/refuse/", deeds.refuse, name="refuse"),
    path("<str:ref>/renew/", deeds.renew, name="renew"),
    path("<str:ref>/pause/", deeds.pause, name="pause"),
    path("<str:ref>/resume/", deeds.resume, name="resume"),
    path("<str:ref>/cancel/", deeds.cancel, name="cancel"),
    path("<str:ref>/close/", deeds.close, name="close"),
]
