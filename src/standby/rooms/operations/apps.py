from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "standby.rooms.operations"
    label = "operations"
