from django.apps import AppConfig


class WelfareConfig(AppConfig):
    name = "standby.rooms.welfare"
    label = "welfare"
