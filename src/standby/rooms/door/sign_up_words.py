"""The questions of the door, why each is asked, how long the answer is kept, and what to mend, in the page's words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from standby.domain.sign_up import FaultCode, Field, SignUpFault

LABELS: dict[Field, Promise] = {
    Field.LANGUAGE: gettext_lazy("Language we write to you in"),
    Field.AGE: gettext_lazy("Are you 18 or older?"),
    Field.AFFILIATION: gettext_lazy("Do you belong to an organisation that sends its own people?"),
    Field.NAME: gettext_lazy("Your name"),
    Field.PHONE: gettext_lazy("Telephone"),
    Field.EMAIL: gettext_lazy("E-mail"),
    Field.NO_CONTACT: gettext_lazy("I have neither telephone nor e-mail"),
    Field.WORDS: gettext_lazy("What can you do?"),
    Field.ROLES: gettext_lazy("Which of these do you mean?"),
    Field.LEVEL: gettext_lazy("How do you do it?"),
    Field.LANGUAGES: gettext_lazy("Which languages do you speak?"),
    Field.LICENCE_FOR: gettext_lazy("A licence for"),
    Field.LICENCE_NUMBER: gettext_lazy("Its number"),
    Field.LICENCE_ISSUER: gettext_lazy("Issued by"),
    Field.LICENCE_EXPIRES: gettext_lazy("Valid until"),
    Field.FIRST_DAY: gettext_lazy("First day you are free"),
    Field.LAST_DAY: gettext_lazy("Last day you are free"),
    Field.MAX_STAY_DAYS: gettext_lazy("How many days in a row at most, travel included?"),
    Field.HOME: gettext_lazy("Where do you set out from?"),
    Field.TRAVEL: gettext_lazy("How would you travel?"),
    Field.SEATS: gettext_lazy("Free seats beside you, if you drive"),
    Field.LODGING: gettext_lazy("Where would you sleep?"),
    Field.PARTY: gettext_lazy("Do you come alone?"),
    Field.PARTY_SIZE: gettext_lazy("How many are you, yourself included?"),
    Field.PARTY_CODE: gettext_lazy("The party code that you were given"),
    Field.PARTY_RULE: gettext_lazy("May your party be split?"),
    Field.GOODS: gettext_lazy("Things you could give or lend"),
    Field.GOODS_TEXT: gettext_lazy("What exactly, and how much?"),
    Field.MONEY: gettext_lazy("I could give money"),
    Field.MONEY_TEXT: gettext_lazy("About how much?"),
    Field.FROM_HOME: gettext_lazy("What you could do from home"),
    Field.FROM_HOME_TEXT: gettext_lazy("Anything we should know about it?"),
    Field.CONSENT: gettext_lazy("I agree that my answers are kept and used as it says here"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultSaid:
    """What is wrong, and what to do about it."""

    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.what} {self.remedy}".strip()


def label_of(field: Field) -> str:
    return str(LABELS[field])


def fault_said(fault: SignUpFault) -> FaultSaid:
    """Two sentences for a fault, in the language of the page."""
    what, remedy = _said(fault)
    return FaultSaid(what=what, remedy=remedy)


def _said(fault: SignUpFault) -> tuple[str, str]:
    match fault.code:
        case FaultCode.TOO_LONG:
            return _too_long(fault.most or 0)
        case FaultCode.TOO_MANY:
            return _("These are more than we can use."), _("Choose at most %(most)s.") % {"most": fault.most}
        case FaultCode.NOT_A_NUMBER | FaultCode.OUT_OF_RANGE:
            said = _("Write a number from %(least)s to %(most)s.") % {"least": fault.least, "most": fault.most}
            return _("We cannot use this number."), said
        case FaultCode.MISSING:
            return _missing(fault.field)
        case _:
            what, remedy = _SAID[fault.code]
            return str(what), str(remedy)


def _too_long(most: int) -> tuple[str, str]:
    remedy = ngettext(
        "Say the most important in %(most)s letter.", "Say the most important in at most %(most)s letters.", most
    )
    return _("This answer is too long to be kept."), remedy % {"most": most}


def _missing(field: Field) -> tuple[str, str]:
    match field:
        case Field.AGE | Field.AFFILIATION:
            return _("This is not answered yet."), _("Choose yes or no.")
        case Field.NAME:
            return _("There is no name yet."), _("Write it as you write it yourself, in any script.")
        case _:
            return _("This is not answered yet."), _("Write a number.")


_SAID: dict[FaultCode, tuple[Promise, Promise]] = {
    FaultCode.UNREADABLE_CHARACTERS: (
        gettext_lazy("There are signs in it that cannot be read."),
        gettext_lazy("Type it again by hand instead of copying it."),
    ),
    FaultCode.EMOJI: (
        gettext_lazy("There is a picture in it."),
        gettext_lazy("Write the name with letters only: it stands on lists and slips."),
    ),
    FaultCode.NO_LETTERS: (
        gettext_lazy("There are no letters in it."),
        gettext_lazy("Write your name as you write it yourself, in any script."),
    ),
    FaultCode.HOLDS_A_NUMBER: (
        gettext_lazy("There is a number in the name."),
        gettext_lazy("Write the telephone in its own field below."),
    ),
    FaultCode.PHONE_NOT_UNDERSTOOD: (
        gettext_lazy("This is no telephone number we can call."),
        gettext_lazy("Write it with its country, like +374 00 123456."),
    ),
    FaultCode.EMAIL_NOT_UNDERSTOOD: (
        gettext_lazy("This is no e-mail address."),
        gettext_lazy("It has one @ and a dot after it, like name@example.org."),
    ),
    FaultCode.NO_CONTACT: (
        gettext_lazy("We could not reach you."),
        gettext_lazy("Give a telephone or an e-mail, or say below that you have neither: then you get a code."),
    ),
    FaultCode.NOT_A_CHOICE: (
        gettext_lazy("This is none of the answers."),
        gettext_lazy("Choose one of those on the page."),
    ),
    FaultCode.NOTHING_OFFERED: (
        gettext_lazy("Nothing is offered yet."),
        gettext_lazy("Say what you can do, or when you are free, or what you could give."),
    ),
    FaultCode.ROLE_NOT_CHOSEN: (
        gettext_lazy("We do not know yet which of our roles this is."),
        gettext_lazy("Press “Look for it”, then tick at least one of those found."),
    ),
    FaultCode.ROLE_CLOSED: (
        gettext_lazy("No more people are taken for this at the moment."),
        gettext_lazy("Choose what else you could do, or leave it empty and offer things or work from home."),
    ),
    FaultCode.DOOR_SHUT: (
        gettext_lazy("No offers are taken at the moment."),
        gettext_lazy("The page of the operation says when to come back."),
    ),
    FaultCode.NOT_A_DAY: (
        gettext_lazy("There is no such day."),
        gettext_lazy("Write year, month and day like 2026-10-15, or pick it."),
    ),
    FaultCode.DAY_MISSING: (
        gettext_lazy("One of the two days is missing."),
        gettext_lazy("Give the first and the last day; for a single day give it twice."),
    ),
    FaultCode.LAST_BEFORE_FIRST: (
        gettext_lazy("The last day is before the first."),
        gettext_lazy("Look at both again."),
    ),
    FaultCode.DAYS_OVER: (
        gettext_lazy("These days are over."),
        gettext_lazy("Give days to come."),
    ),
    FaultCode.TOO_FAR_AHEAD: (
        gettext_lazy("That is more than a year away."),
        gettext_lazy("Give the days you are sure of; you can change them later."),
    ),
    FaultCode.LICENCE_FOR_NOTHING: (
        gettext_lazy("We do not know what this licence is for."),
        gettext_lazy("Choose it from the list beside it."),
    ),
    FaultCode.LICENCE_ENDED: (
        gettext_lazy("This licence has ended."),
        gettext_lazy("Correct the day, or leave the licence out until it is renewed."),
    ),
    FaultCode.PARTY_CODE_MISTYPED: (
        gettext_lazy("A character of this party code is wrong."),
        gettext_lazy("It has ten letters and digits. Ask whoever gave it to you."),
    ),
    FaultCode.PARTY_UNKNOWN: (
        gettext_lazy("This party code belongs to no party here."),
        gettext_lazy("Ask whoever gave it to you, or come alone."),
    ),
    FaultCode.PLEDGE_NOT_NAMED: (
        gettext_lazy("We do not know yet what kind it is."),
        gettext_lazy("Tick at least one kind; “something else” will do."),
    ),
    FaultCode.NOT_AGREED: (
        gettext_lazy("Without your agreement we may not keep anything."),
        gettext_lazy("Tick it to register, or leave the page: then nothing is kept."),
    ),
}
