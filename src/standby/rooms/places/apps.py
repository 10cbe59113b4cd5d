from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "standby.rooms.places"
    label = "places"
