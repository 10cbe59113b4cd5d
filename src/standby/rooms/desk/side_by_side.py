"""What two registrations say, line by line, with what differs marked in the script it is written in."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from standby.domain.offers import PersonalDetails
from standby.identity import Agreement, Comparison, DoubtReason, JoinReason, script_of
from standby.rooms.people.actions.joining import LINKS_TWO_PEOPLE
from standby.rooms.people.actions.matching import WHY
from standby.rooms.people.actions.splitting import TAKEN_AWAY
from standby.rooms.people.queries.knowing import SOUNDS_ALIKE
from standby.rooms.people.queries.pairs import PairView


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a value that both sides have, or only this one."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing both were asked. `shape` and `word` say how far they agree; neither is said by colour."""

    what: str
    first: Sequence[Piece]
    second: Sequence[Piece]
    shape: str
    word: str


_WHY = {
    DoubtReason.JOINS_CONTRADICT: _(
        "Each likeness alone looks certain, but together they would make one person of people who cannot be one."
    ),
    DoubtReason.FATHERS_DIFFER: _("They share a telephone or an e-mail and a name, but their fathers' names differ."),
    DoubtReason.BIRTH_DATES_DIFFER: _(
        "They share a telephone or an e-mail and a name, but their dates of birth differ."
    ),
    DoubtReason.LICENCES_DIFFER: _("They share a telephone or an e-mail and a name, but their licence numbers differ."),
    DoubtReason.SURNAMES_DIFFER: _("They share a telephone or an e-mail and a given name, but their surnames differ."),
    DoubtReason.GIVEN_NAMES_DIFFER_SLIGHTLY: _(
        "They share a telephone or an e-mail, and their given names differ by a letter or two."
    ),
    DoubtReason.GIVEN_NAME_MISSING: _("They share a telephone or an e-mail, and one of them gave no given name."),
    DoubtReason.SAME_LICENCE: _("They gave the same licence number, but other names or other telephones."),
    DoubtReason.SAME_NAME_AND_BIRTH_DATE: _(
        "They have the same name and the same date of birth, and no telephone or e-mail in common."
    ),
    LINKS_TWO_PEOPLE: _(
        "A newer registration fits both of these people. Only you can say whether they are one person."
    ),
    SOUNDS_ALIKE: _("They have the same name, which few here bear, and nothing else in common."),
    JoinReason.SAME_PHONE: _("They have the same name and the same telephone; one of them has only named it so far."),
    JoinReason.SAME_EMAIL: _("They have the same name and the same e-mail; one of them has only named it so far."),
    WHY: _("Their names sound alike. What else is known neither proves that they are one person nor rules it out."),
    TAKEN_AWAY: _("Somebody took one of these registrations away from the other's person."),
}
_AGREEMENTS = {
    Agreement.SAME: ("answered", _("the same")),
    Agreement.SIMILAR: ("needs-you", _("similar")),
    Agreement.DIFFERENT: ("stopped", _("different")),
    Agreement.UNKNOWN: ("waits", _("not known on both sides")),
}


def doubt_sentence(why: str) -> str:
    """Why a pair waits for a person, in one sentence."""
    return str(_WHY.get(why, _("Something in them is alike.")))


def chance_sentence(chance: float | None) -> str:
    """How sure the model is, as people say it; empty where it has not seen the pair."""
    if chance is None:
        return ""
    number = min(99, max(1, round(chance * 100)))
    said = ngettext(
        "Of 100 pairs like this, about %(number)s is one person.",
        "Of 100 pairs like this, about %(number)s are one person.",
        number,
    )
    return said % {"number": number}


def compared(pair: PairView) -> list[Line]:
    """Every line in which at least one of the two says something."""
    one, other, seen = pair.first.said.details, pair.second.said.details, pair.comparison
    lines = [
        *_names(one, other, seen),
        _line(_("Date of birth"), one.birth_date, other.birth_date, seen.birth),
        _line(_("Telephone"), ", ".join(one.phones), ", ".join(other.phones), seen.phone),
        _line(_("E-mail"), ", ".join(one.emails), ", ".join(other.emails), seen.email),
        _line(_("Licence"), _licences(one), _licences(other), seen.licence),
    ]
    return [line for line in lines if line.first or line.second]


def _names(one: PersonalDetails, other: PersonalDetails, seen: Comparison) -> list[Line]:
    """By their parts where both lists divide names; else the whole name, which then says as much as its least part."""
    if not (one.given and other.given):
        whole = seen.given if seen.surname is Agreement.UNKNOWN else _least(seen.given, seen.surname)
        return [_line(_("Name"), one.full_name, other.full_name, whole)]
    return [
        _line(_("Given name"), one.given, other.given, seen.given),
        _line(_("Father's name"), one.patronymic, other.patronymic, seen.father),
        _line(_("Surname"), one.surname, other.surname, seen.surname),
    ]


def _least(*agreements: Agreement) -> Agreement:
    order = (Agreement.DIFFERENT, Agreement.SIMILAR, Agreement.UNKNOWN, Agreement.SAME)
    return min(agreements, key=order.index)


def _line(what: object, one: str, other: str, agreement: Agreement) -> Line:
    shape, word = _AGREEMENTS[agreement]
    first, second = _pieces(one, other)
    return Line(what=str(what), first=first, second=second, shape=shape, word=str(word))


def _licences(details: PersonalDetails) -> str:
    return ", ".join(claim.number for claim in details.licences if claim.number)


def _pieces(one: str, other: str) -> tuple[list[Piece], list[Piece]]:
    """Letter by letter within one script; a name in another script differs in every letter and in none."""
    if not one or not other or _scripts(one) != _scripts(other):
        return _whole(one), _whole(other)
    steps = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).get_opcodes()
    if len(one) != len(one.casefold()) or len(other) != len(other.casefold()):
        return _whole(one), _whole(other)
    first = [Piece(text=one[a:b], differs=step != "equal") for step, a, b, _c, _d in steps if b > a]
    second = [Piece(text=other[c:d], differs=step != "equal") for step, _a, _b, c, d in steps if d > c]
    return first, second


def _whole(text: str) -> list[Piece]:
    return [Piece(text=text, differs=False)] if text else []


def _scripts(text: str) -> set[str]:
    return {str(script_of(word)) for word in text.split()}
