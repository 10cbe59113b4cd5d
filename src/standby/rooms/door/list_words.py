"""What a column may hold, why one is left out, and what a guess rests on, in words for whoever brings a list."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.exchange import Evidence, Field, LeftOut, Sign

_OUT_OF = 100

FIELD_WORDS = {
    Field.GIVEN: _("given name"),
    Field.SURNAME: _("surname"),
    Field.PATRONYMIC: _("patronymic or father's name"),
    Field.FULL_NAME: _("whole name"),
    Field.BIRTH_DATE: _("birth date or year"),
    Field.AGE: _("age"),
    Field.UNDER_AGE: _("under age: yes or no"),
    Field.PHONE: _("phone"),
    Field.EMAIL: _("e-mail"),
    Field.OCCUPATION: _("occupation or what they can do"),
    Field.LEVEL: _("level of experience"),
    Field.LICENCE_KIND: _("kind of licence"),
    Field.LICENCE_NUMBER: _("number of the licence"),
    Field.LICENCE_ISSUER: _("who issued the licence"),
    Field.LICENCE_EXPIRY: _("last day of the licence"),
    Field.DRIVING_CLASS: _("driving licence classes"),
    Field.TAGS: _("special skills"),
    Field.LANGUAGES: _("languages"),
    Field.FIRST_DAY: _("first day free"),
    Field.LAST_DAY: _("last day free"),
    Field.DAYS: _("days free, both in one cell"),
    Field.MAX_STAY: _("longest stay in days"),
    Field.HOME: _("town they set out from"),
    Field.HOME_COUNTRY: _("country they set out from"),
    Field.VEHICLE: _("car: yes or no"),
    Field.SEATS: _("free seats in the car"),
    Field.OWN_TRAVEL: _("travels by own means"),
    Field.OWN_LODGING: _("has lodging of their own"),
    Field.PARTY: _("who travels together"),
    Field.REGISTERED_AT: _("when they registered"),
    Field.AFFILIATION: _("organisation that counts on them already"),
    Field.LIST: _("name of the list"),
}

# In the order in which a person looks for them.
FIELD_GROUPS = (
    (_("Who it is"), ("full_name", "given", "surname", "patronymic", "birth_date", "age", "under_age")),
    (_("How we reach them"), ("phone", "email")),
    (
        _("What they can do"),
        (
            "occupation",
            "level",
            "languages",
            "tags",
            "driving_class",
            "licence_kind",
            "licence_number",
            "licence_issuer",
            "licence_expiry",
        ),
    ),
    (_("When they are free"), ("first_day", "last_day", "days", "max_stay")),
    (
        _("How they come"),
        ("home", "home_country", "vehicle", "seats", "own_travel", "own_lodging", "party"),
    ),
    (_("About the list"), ("registered_at", "affiliation", "list")),
)

_NAMES = frozenset(field.value for field in Field)

LEFT_OUT_WORDS = {
    LeftOut.NO_PURPOSE: _("We have no use for it, so it is not read."),
    LeftOut.THIRD_PERSON: _("It is about somebody who has not offered anything."),
    LeftOut.SHARED_CONTACT: _("It is an office's contact, not the person's."),
    LeftOut.FREE_TEXT: _("Notes may hold anything about anyone, so they are not read."),
    LeftOut.REPEATED: _("Another column serves the same purpose better."),
    LeftOut.NOT_RECOGNISED: _("We do not know what it holds."),
    LeftOut.EMPTY: _("It is empty."),
}


def field_choices() -> list[tuple[str, Sequence[tuple[str, str]]]]:
    """For a select: every field under the question that it answers."""
    return [(str(title), [(name, str(FIELD_WORDS[Field(name)])) for name in names]) for title, names in FIELD_GROUPS]


def field_word(name: str) -> str:
    """What to call the field of a fault; a name that is no field is shown as it is."""
    return str(FIELD_WORDS[Field(name)]) if name in _NAMES else name


def evidence_sentence(found: Iterable[Evidence]) -> str:
    """Everything a guess rests on."""
    return " ".join(_say(evidence) for evidence in found)


def _say(evidence: Evidence) -> str:
    share = round((evidence.share or 0) * _OUT_OF)
    match evidence.sign:
        case Sign.HEADER:
            return gettext("The header says so.")
        case Sign.HEADER_LIKE:
            return gettext("The header resembles “%(word)s”.") % {"word": evidence.word}
        case Sign.HEADER_WITHIN:
            return gettext("The header contains “%(word)s”.") % {"word": evidence.word}
        case Sign.VALUES:
            return gettext("%(share)d of 100 values look like it.") % {"share": share}
        case Sign.VALUES_AGAINST:
            return gettext("Only %(share)d of 100 values look like it: please check.") % {"share": share}
        case Sign.NEIGHBOURS:
            return gettext("The columns beside it suggest it.")
        case Sign.FATHER_NAME:
            return gettext("A father's name is read as the patronymic, and for nothing else.")
        case Sign.PERSON:
            return gettext("Somebody said so.")
