from django.urls import path

from standby.rooms.enquiry.views import public

app_name = "enquiry_public"

urlpatterns = [
    path("screen/<str:token>/", public.screen, name="screen"),
    path("ticket/", public.ask, name="ask"),
    path("ticket/<str:token>/", public.ticket, name="ticket"),
]
