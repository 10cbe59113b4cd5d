from django.apps import AppConfig


class DoorConfig(AppConfig):
    name = "standby.rooms.door"
    label = "door"
