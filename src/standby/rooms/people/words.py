"""Where somebody stands, in words for that person: coarse on purpose (DESIGN.md, "No oracle")."""

from django.utils.translation import gettext_lazy as _

from standby.domain.statuses import PersonStatus, Reason

_STATES = {
    PersonStatus.OFFERED: _("Your offer is not complete yet. Please do not travel."),
    PersonStatus.STAND_BY: _("You are standing by. Please do not travel."),
    PersonStatus.CALLED: _("You are called. Please answer before you travel."),
    PersonStatus.ACCEPTED: _("You accepted. We expect you."),
    PersonStatus.DECLINED: _("You declined. Please do not travel."),
    PersonStatus.TRAVELLING: _("You are on your way."),
    PersonStatus.ARRIVED: _("You are with us."),
    PersonStatus.BRIEFED: _("You are with us."),
    PersonStatus.ON_DUTY: _("You are with us."),
    PersonStatus.RESTING: _("You are with us."),
    PersonStatus.RELIEVED: _("Your work is done. Thank you."),
    PersonStatus.THANKED: _("Your work is done. Thank you."),
    PersonStatus.WITHDRAWN: _("You have withdrawn your offer. Thank you for it."),
    PersonStatus.NOT_ACCEPTED: _("We cannot call you. Please do not travel."),
    PersonStatus.DUPLICATE: _("You are registered under another code."),
    PersonStatus.SUSPENDED: _("We have not finished checking your registration. Please do not travel."),
    PersonStatus.UNACCOUNTED: _("Please call us."),
    PersonStatus.INJURED: _("Please call us."),
    PersonStatus.EVACUATED: _("Please call us."),
    PersonStatus.DIED: _("Please call us."),
}


_THANKED_FOR_WAITING = _("Thank you for offering your help. It is not needed here any more. Please do not travel.")
_WORKED = frozenset({Reason.NEEDED, Reason.FIXED})


def state_sentence(status: PersonStatus, reason: Reason | None = None) -> str:
    """The answer, first on the page and in every letter. Whoever is thanked and was not called is told so."""
    if status is PersonStatus.THANKED and reason is not None and reason not in _WORKED:
        return str(_THANKED_FOR_WAITING)
    return str(_STATES[status])


def says_enough(status: PersonStatus, reason: Reason) -> bool:
    """Whether the state needs no reason beside it."""
    return status in _SAYS_ENOUGH or (status is PersonStatus.THANKED and reason in _WORKED)


_SAYS_ENOUGH = frozenset({PersonStatus.WITHDRAWN, PersonStatus.DECLINED, PersonStatus.DUPLICATE})


_REASONS = {
    Reason.NO_NEED_NOW: _("Enough people are registered for what is needed on your dates."),
    Reason.KEPT_FREE: _("We do not call you yet: you may be needed soon."),
    Reason.SITE_FULL: _("Enough people are registered for what is needed on your dates."),
    Reason.SKILL_NOT_NEEDED: _("What you offer is not asked for at the moment."),
    Reason.SKILL_NOT_VERIFIED: _("Your licence is not checked yet."),
    Reason.LANGUAGE: _("What is asked for now needs another language."),
    Reason.DATES: _("Nothing fits your dates at the moment."),
    Reason.TOO_FAR: _("With the days of travel, nothing fits your dates at the moment."),
    Reason.PARTY_CANNOT_STAY_TOGETHER: _("There is no place at the moment where your whole party can go together."),
    Reason.REST: _("You need days of rest after your last duty first."),
    Reason.LAPSED: _("We had no answer in time, so your place was given to somebody else."),
    Reason.SECURITY_HOLD: _("We have not finished checking your registration."),
    Reason.UNDER_AGE: _("Only people of 18 years and over can be called."),
    Reason.INCOMPLETE: _("We do not know yet what you can do, or when."),
    Reason.AFFILIATED_ELSEWHERE: _(
        "You belong to an organisation that sends its own people. Please offer your help there."
    ),
    Reason.NEEDED: _("You are needed."),
    Reason.FIXED: _("You are needed."),
}


def next_sentence() -> str:
    """Of the second wave, in place of the reason: for whoever stands by and is called as soon as others cannot come."""
    return str(_("You are next if others cannot come: then we call you, and you may still say no."))


def reason_sentence(reason: Reason) -> str:
    """Why, without saying anything of a site or of what is short anywhere."""
    return str(_REASONS[reason])


_WORDS = {
    PersonStatus.OFFERED: _("offered"),
    PersonStatus.DUPLICATE: _("duplicate"),
    PersonStatus.STAND_BY: _("standing by"),
    PersonStatus.CALLED: _("called"),
    PersonStatus.ACCEPTED: _("accepted"),
    PersonStatus.DECLINED: _("declined"),
    PersonStatus.TRAVELLING: _("travelling"),
    PersonStatus.ARRIVED: _("arrived"),
    PersonStatus.BRIEFED: _("briefed"),
    PersonStatus.ON_DUTY: _("on duty"),
    PersonStatus.RESTING: _("resting"),
    PersonStatus.RELIEVED: _("relieved"),
    PersonStatus.THANKED: _("thanked"),
    PersonStatus.NOT_ACCEPTED: _("not accepted"),
    PersonStatus.WITHDRAWN: _("withdrawn"),
    PersonStatus.SUSPENDED: _("suspended"),
    PersonStatus.UNACCOUNTED: _("unaccounted for"),
    PersonStatus.INJURED: _("injured"),
    PersonStatus.EVACUATED: _("evacuated"),
    PersonStatus.DIED: _("died"),
}


def status_word(status: PersonStatus) -> str:
    """One or two words, for lists at the desk."""
    return str(_WORDS[status])


_REASON_WORDS = {
    Reason.NO_NEED_NOW: _("no need now"),
    Reason.SKILL_NOT_NEEDED: _("skill not asked for"),
    Reason.SKILL_NOT_VERIFIED: _("licence not checked"),
    Reason.LANGUAGE: _("another language is needed"),
    Reason.DATES: _("dates do not fit"),
    Reason.TOO_FAR: _("too far for their dates"),
    Reason.SITE_FULL: _("sites are full"),
    Reason.KEPT_FREE: _("kept free for what may come"),
    Reason.PARTY_CANNOT_STAY_TOGETHER: _("the party cannot stay together"),
    Reason.REST: _("has to rest first"),
    Reason.LAPSED: _("did not answer in time"),
    Reason.SECURITY_HOLD: _("registration being checked"),
    Reason.UNDER_AGE: _("under 18"),
    Reason.INCOMPLETE: _("offer is incomplete"),
    Reason.AFFILIATED_ELSEWHERE: _("belongs to another organisation"),
    Reason.NEEDED: _("needed"),
    Reason.FIXED: _("fixed"),
}


def reason_word(reason: Reason) -> str:
    """The exact reason in a few words: for the desk only."""
    return str(_REASON_WORDS[reason])
