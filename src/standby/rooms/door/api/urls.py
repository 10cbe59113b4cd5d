"""The JSON interface; its addresses stay (docs/reference/api.md)."""

from django.urls import path, re_path

from standby.rooms.door.api import views

app_name = "api"

urlpatterns = [
    path("openapi.json", views.openapi, name="openapi"),
    path("v1/operations", views.operations, name="operations"),
    path("v1/roles", views.roles, name="roles"),
    path("v1/sign-ups", views.sign_ups, name="sign_ups"),
    path("v1/status", views.status, name="status"),
    re_path("", views.nothing_here, name="nothing_here"),
]
