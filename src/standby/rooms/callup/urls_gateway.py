"""Addresses that gateways call: none holds a number, and what is secret in one is never logged."""

from django.urls import path

from standby.rooms.callup.views import gateway

app_name = "gateway"

urlpatterns = [
    path("sms/report/<str:ref>/<str:token>/", gateway.sms_report, name="sms_report"),
    path("sms/reply/", gateway.sms_reply, name="sms_reply"),
    path("telegram/", gateway.telegram, name="telegram"),
]
