from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "standby.rooms.audit"
    label = "audit"
