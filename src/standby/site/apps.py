from django.apps import AppConfig
from django.conf import settings

from standby.rooms.operations.installation import Installation, MailServer, install
from standby.rooms.vault.ring import use_key_folder
from standby.site.clock import now


class SiteConfig(AppConfig):
    """Hands the rooms what they may not look for themselves."""

    name = "standby.site"
    label = "site"

    def ready(self) -> None:
        install(_installation())
        # Without a key folder nothing can be sealed, and nothing needs to be: linting, writing migrations.
        if settings.STANDBY_KEYS.is_dir():
            use_key_folder(settings.STANDBY_KEYS)


def _installation() -> Installation:
    mail = MailServer(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        sender=settings.DEFAULT_FROM_EMAIL,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        starttls=settings.EMAIL_USE_TLS,
    )
    return Installation(clock=now, public_url=settings.STANDBY_PUBLIC_URL, mail=mail)
