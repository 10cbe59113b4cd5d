from django.apps import AppConfig
from django.conf import settings

from standby.rooms.door.floods.limits import FloodLimits, use_limits
from standby.rooms.operations.installation import Installation, MailServer, SmsGateway, SmsStyle, TelegramBot, install
from standby.rooms.vault.ring import use_key_folder
from standby.site.clock import now


class SiteConfig(AppConfig):
    """Hands the rooms what they may not look for themselves."""

    name = "standby.site"
    label = "site"

    def ready(self) -> None:
        install(_installation())
        use_limits(_flood_limits())
        # Without a key folder nothing can be sealed, and nothing needs to be: linting, writing migrations.
        if settings.STANDBY_KEYS.is_dir():
            use_key_folder(settings.STANDBY_KEYS)


def _installation() -> Installation:
    return Installation(
        clock=now, public_url=settings.STANDBY_PUBLIC_URL, mail=_mail(), sms=_sms(), telegram=_telegram()
    )


def _mail() -> MailServer:
    return MailServer(
        host=settings.EMAIL_HOST,
        port=settings.EMAIL_PORT,
        sender=settings.DEFAULT_FROM_EMAIL,
        user=settings.EMAIL_HOST_USER,
        password=settings.EMAIL_HOST_PASSWORD,
        starttls=settings.EMAIL_USE_TLS,
        connections=max(1, settings.EMAIL_CONNECTIONS),
    )


def _sms() -> SmsGateway:
    return SmsGateway(
        url=settings.SMS_URL,
        style=SmsStyle(settings.SMS_STYLE),
        sender=settings.SMS_SENDER,
        user=settings.SMS_USER,
        password=settings.SMS_PASSWORD,
        reply_secret=settings.SMS_REPLY_SECRET,
        connections=max(1, settings.SMS_CONNECTIONS),
    )


def _telegram() -> TelegramBot:
    return TelegramBot(
        token=settings.TELEGRAM_TOKEN,
        name=settings.TELEGRAM_BOT,
        url=settings.TELEGRAM_URL,
        secret=settings.TELEGRAM_SECRET,
    )


def _flood_limits() -> FloodLimits:
    return FloodLimits(
        free=settings.FLOOD_FREE,
        surge=settings.FLOOD_SURGE,
        surge_in_a_day=settings.FLOOD_SURGE_IN_A_DAY,
        free_in_surge=settings.FLOOD_FREE_IN_SURGE,
        hard=settings.FLOOD_HARD,
        contact=settings.FLOOD_CONTACT,
        first_bits=settings.FLOOD_FIRST_BITS,
        most_bits=settings.FLOOD_MOST_BITS,
    )
