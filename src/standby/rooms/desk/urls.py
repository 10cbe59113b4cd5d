from django.urls import path

from standby.rooms.desk import views

app_name = "desk"

urlpatterns = [
    path("", views.today_page, name="today"),
    path("search/", views.search_page, name="search"),
]
