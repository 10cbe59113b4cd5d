from django.apps import AppConfig


class NeedsConfig(AppConfig):
    name = "standby.rooms.needs"
    label = "needs"
