from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "standby.rooms.people"
    label = "people"
