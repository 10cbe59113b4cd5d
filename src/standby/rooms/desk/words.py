"""What the desk says of a person's past, in sentences."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from standby.rooms.accounts.queries import logins
from standby.rooms.look.days import say_day, say_days
from standby.rooms.look.timeline import Entry
from standby.rooms.people.actions.held_joins import VouchReason
from standby.rooms.people.queries.card import Joining, OfferThen
from standby.rooms.people.queries.history import ToldOnce
from standby.rooms.people.templatetags.people_words import role_said
from standby.rooms.people.words import reason_word, status_word

_STAFF = "staff:"


def doers(by: Sequence[str]) -> Mapping[str, str]:
    """Handles of the staff among those who acted, by how a record names them."""
    refs = {who.removeprefix(_STAFF) for who in by if who.startswith(_STAFF)}
    return {f"{_STAFF}{ref}": login for ref, login in logins(refs).items()}


def say_doer(by: str, handles: Mapping[str, str]) -> str:
    if by.startswith("volunteer:"):
        return _("by themself")
    if by in handles:
        return _("by %(login)s") % {"login": handles[by]}
    return _("by rule")


def vouch_reasons() -> list[tuple[str, str]]:
    """How somebody may know that two registrations are one person's, as they say it."""
    return [
        (VouchReason.PAPERS.value, _("I saw their papers")),
        (VouchReason.SPOKE.value, _("I spoke to them at the telephone we had first")),
        (VouchReason.KNOWN.value, _("I know them myself")),
    ]


def told_entries(history: Sequence[ToldOnce], handles: Mapping[str, str]) -> list[Entry]:
    return [
        Entry(
            at=told.at,
            text=_("%(status)s: %(reason)s") % {"status": status_word(told.status), "reason": reason_word(told.reason)},
            more=_told_more(told, handles),
        )
        for told in history
    ]


def _told_more(told: ToldOnce, handles: Mapping[str, str]) -> str:
    who = say_doer(told.by, handles)
    if told.next_word_on is None:
        return who
    return _("%(who)s; hears again by %(day)s") % {"who": who, "day": say_day(told.next_word_on)}


def joining_entries(joinings: Sequence[Joining], handles: Mapping[str, str], *, person_ref: str) -> list[Entry]:
    return [
        Entry(at=joining.at, text=_joining(joining, person_ref), more=say_doer(joining.by, handles))
        for joining in joinings
    ]


def _joining(joining: Joining, person_ref: str) -> str:
    """As this person's card tells it: what came, and what went."""
    if joining.previous_ref == person_ref:
        return _("A registration went to somebody else, %(ref)s.") % {"ref": joining.person_ref}
    match joining.why:
        case "first":
            return _("A registration came in: somebody new.")
        case "rule":
            return _("A registration came in with the same telephone or e-mail and a name that fits.")
        case "judged":
            return _("Judged to be one person: a registration came from %(ref)s.") % {"ref": joining.previous_ref}
        case _:
            return _("Taken for another no longer: a registration came from %(ref)s.") % {"ref": joining.previous_ref}


def offer_entries(offers: Sequence[OfferThen], handles: Mapping[str, str]) -> list[Entry]:
    return [Entry(at=then.at, text=_offered(then), more=say_doer(then.by, handles)) for then in offers]


def _offered(then: OfferThen) -> str:
    said = [role_said(role, then.offer) for role in then.offer.roles]
    said += [say_days(window.first, window.last) for window in then.offer.windows]
    return f"{_why_offered(then.why)} {'; '.join(said) or _('Nothing yet.')}"


def _why_offered(why: str) -> str:
    match why:
        case "completed":
            return _("Their own words:")
        case "licence":
            return _("A licence was judged, or has ended:")
        case "join":
            return _("Another registration of theirs was added:")
        case "split":
            return _("A registration was taken away:")
        case _:
            return _("As their registrations say:")
