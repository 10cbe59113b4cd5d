from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "standby.rooms.look"
    label = "look"
