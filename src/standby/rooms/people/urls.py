from django.urls import path

from standby.rooms.people import views

app_name = "people"

urlpatterns = [
    path("", views.people, name="people"),
]
