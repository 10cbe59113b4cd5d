from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "standby.rooms.office"
    label = "office"
