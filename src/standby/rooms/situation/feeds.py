"""The notices as a feed of Atom, one for each language."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse

from standby.exchange.atom import Entry, Feed, Link
from standby.exchange.cap import Status
from standby.rooms.situation.queries import NoticeView
from standby.rooms.situation.saying import feed_title

# Of a feed in which nothing stands yet.
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
CAP_TYPE = "application/cap+xml"
ATOM_TYPE = "application/atom+xml"

# The full address of a path here.
Absolute = Callable[[str], str]


def feed_of(views: Sequence[NoticeView], *, language: str, absolute: Absolute) -> Feed:
    """In `language`; a notice that nobody wrote in it stands there in its first, and says so by its `xml:lang`."""
    address = absolute(reverse("notices:feed", args=[language]))
    archive = absolute(reverse("notices:archive"))
    return Feed(
        id=address,
        title=feed_title(),
        updated=max((view.alert.sent for view in views), default=_EPOCH),
        language=language,
        links=(Link(address=address, rel="self", media_type=ATOM_TYPE), Link(address=archive)),
        entries=tuple(_entry(view, language, absolute) for view in views),
    )


def _entry(view: NoticeView, language: str, absolute: Absolute) -> Entry:
    info = view.info(language)
    return Entry(
        id=uuid5(NAMESPACE_URL, f"standby:notice:{view.ref}").urn,
        title=_marked(info.headline, view),
        published=view.alert.sent,
        updated=view.alert.sent,
        author=info.sender_name,
        summary="\n\n".join(text for text in (info.description, info.instruction) if text),
        language=info.language,
        category=view.kind,
        links=(
            Link(address=absolute(reverse("notices:notice", args=[view.ref]))),
            Link(address=absolute(reverse("notices:cap", args=[view.ref])), media_type=CAP_TYPE),
            Link(
                address=absolute(reverse("notices:signature", args=[view.ref])),
                rel="related",
                media_type="application/octet-stream",
            ),
        ),
    )


def _marked(headline: str, view: NoticeView) -> str:
    """A reader of feeds sees no banner: an exercise says so in each title."""
    return f"EXERCISE: {headline}" if view.alert.status is Status.EXERCISE else headline
