from django.apps import AppConfig


class SituationConfig(AppConfig):
    name = "standby.rooms.situation"
    label = "situation"
