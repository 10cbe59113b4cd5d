"""A notice as a page shows it: in the reader's language where it was written in it, and where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from standby.exchange.cap import Info, Status
from standby.rooms.look.days import page_language, say_moment
from standby.rooms.look.own_words import foreign_note, language_name
from standby.rooms.situation.kinds import kind_word
from standby.rooms.situation.queries import NoticeView, Standing

_SHAPES = {
    Standing.COMING: "waits",
    Standing.IN_FORCE: "needs-you",
    Standing.OVER: "answered",
    Standing.REPLACED: "answered",
    Standing.WITHDRAWN: "stopped",
    Standing.WITHDRAWAL: "stopped",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidText:
    """One language of a notice; `lang` is that of its words."""

    lang: str
    name: str
    headline: str
    paragraphs: Sequence[str]
    instructions: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidNotice:
    """`note` is for a reader whose language nobody wrote; `others` are the languages beside the one shown.

    `begins` is empty for what held from the moment it was said.
    """

    view: NoticeView
    kind: str
    shape: str
    standing: str
    text: SaidText
    note: str
    others: Sequence[SaidText]
    sent: str
    begins: str
    ends: str
    sender: str
    is_exercise: bool
    is_in_force: bool
    is_withdrawal: bool
    can_change: bool


def say_notice(view: NoticeView, *, zone: str, now: datetime) -> SaidNotice:
    standing, info = view.standing(now), view.info(page_language())
    return SaidNotice(
        view=view,
        kind=kind_word(view.kind),
        shape=_SHAPES[standing],
        standing=standing_word(standing),
        text=say_text(info),
        note=foreign_note(info.language),
        others=[say_text(other) for other in view.alert.infos if other is not info],
        sent=say_moment(view.alert.sent, zone),
        begins=say_moment(view.effective, zone) if view.effective != view.alert.sent else "",
        ends=say_moment(view.expires, zone),
        sender=info.sender_name,
        is_exercise=view.alert.status is Status.EXERCISE,
        is_in_force=standing is Standing.IN_FORCE,
        is_withdrawal=standing is Standing.WITHDRAWAL,
        can_change=standing in {Standing.COMING, Standing.IN_FORCE, Standing.OVER},
    )


def standing_word(standing: Standing) -> str:
    match standing:
        case Standing.COMING:
            return pgettext("public notice", "from later on")
        case Standing.IN_FORCE:
            return pgettext("public notice", "holds now")
        case Standing.OVER:
            return pgettext("public notice", "over")
        case Standing.REPLACED:
            return pgettext("public notice", "replaced")
        case Standing.WITHDRAWN:
            return pgettext("public notice", "withdrawn")
        case Standing.WITHDRAWAL:
            return pgettext("public notice", "a withdrawal")


def missing_languages(view: NoticeView, languages: Sequence[str]) -> str:
    """The languages of the operation that nobody has written, by name; empty for none."""
    written = {info.language for info in view.alert.infos}
    return ", ".join(language_name(code) for code in languages if code not in written)


def feed_title() -> str:
    return _("Public notices")


def say_text(info: Info) -> SaidText:
    return SaidText(
        lang=info.language,
        name=language_name(info.language),
        headline=info.headline,
        paragraphs=_paragraphs(info.description),
        instructions=_paragraphs(info.instruction),
    )


def _paragraphs(text: str) -> list[str]:
    """Parted by empty lines, as they were written."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]
