from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "standby.rooms.desk"
    label = "desk"
