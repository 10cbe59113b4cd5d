from django.apps import AppConfig
from django.conf import settings

from standby.rooms.vault.ring import use_key_folder


class SiteConfig(AppConfig):
    """Hands the rooms what they may not look for themselves."""

    name = "standby.site"
    label = "site"

    def ready(self) -> None:
        # Without a key folder nothing can be sealed, and nothing needs to be: linting, writing migrations.
        if settings.STANDBY_KEYS.is_dir():
            use_key_folder(settings.STANDBY_KEYS)
