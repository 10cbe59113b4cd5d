from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "standby.rooms.messages"
    label = "standby_messages"
