"""What a flood brought along, at the desk."""

from django.urls import path

from standby.rooms.door.views import held

app_name = "held"

urlpatterns = [
    path("", held.held, name="held"),
    path("judge/", held.judge, name="judge"),
]
