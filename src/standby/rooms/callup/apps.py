from django.apps import AppConfig


class CallupConfig(AppConfig):
    name = "standby.rooms.callup"
    label = "callup"
