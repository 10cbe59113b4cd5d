from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "standby.rooms.accounts"
    label = "accounts"
