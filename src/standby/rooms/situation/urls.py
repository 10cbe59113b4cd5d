from django.urls import path

from standby.rooms.situation.views import desk

app_name = "situation"

urlpatterns = [
    path("notices/", desk.notices, name="notices"),
    path("notices/write/", desk.write, name="write"),
    path("notices/<str:ref>/", desk.notice, name="notice"),
    path("notices/<str:ref>/correct/", desk.change, name="correct"),
    path("notices/<str:ref>/withdraw/", desk.take_back, name="withdraw"),
]
