from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "standby.rooms.vault"
    label = "vault"
