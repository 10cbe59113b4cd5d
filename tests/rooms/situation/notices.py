"""A notice to try things with: do not come, in the languages asked for, for three days."""

from datetime import datetime, timedelta

from standby.rooms.situation.kinds import Kind
from standby.rooms.situation.texts import NewNotice, NoticeText

TEXTS = {
    "en": NoticeText(
        headline="Please do not come to the valley",
        text="The road is full.\n\nAll beds are taken until Thursday.",
        instruction="Stand by at home.",
    ),
    "hy": NoticeText(headline="Խնդրում ենք չգալ հովիտ", text="Ճանապարհը լի է։", instruction="Սպասեք տանը։"),
    "ru": NoticeText(headline="Пожалуйста, не приезжайте в долину", text="Дорога переполнена."),
    "az": NoticeText(headline="Xahiş edirik, vadiyə gəlməyin", text="Yol doludur."),
}


def a_notice(*languages: str, now: datetime, kind: Kind = Kind.DO_NOT_COME, days: int = 3) -> NewNotice:
    """In English unless languages are named."""
    return NewNotice(
        kind=kind,
        texts={language: TEXTS[language] for language in languages or ("en",)},
        effective=now,
        expires=now + timedelta(days=days),
    )
