"""Where somebody stands, in words for that person: coarse on purpose (DESIGN.md, "No oracle")."""

from django.utils.translation import gettext

from standby.domain.statuses import PersonStatus, Reason


def state_sentence(status: PersonStatus) -> str:
    """The answer, first on the page and in every letter."""
    match status:
        case PersonStatus.OFFERED:
            return gettext("Your offer is not complete yet. Please do not travel.")
        case PersonStatus.STAND_BY:
            return gettext("You are standing by. Please do not travel.")
        case PersonStatus.CALLED:
            return gettext("You are called. Please answer before you travel.")
        case PersonStatus.ACCEPTED:
            return gettext("You accepted. We expect you.")
        case PersonStatus.DECLINED:
            return gettext("You declined. Please do not travel.")
        case PersonStatus.TRAVELLING:
            return gettext("You are on your way.")
        case PersonStatus.ARRIVED | PersonStatus.BRIEFED | PersonStatus.ON_DUTY | PersonStatus.RESTING:
            return gettext("You are with us.")
        case PersonStatus.RELIEVED | PersonStatus.THANKED:
            return gettext("Your work is done. Thank you.")
        case PersonStatus.WITHDRAWN:
            return gettext("You have withdrawn your offer. Thank you for it.")
        case PersonStatus.NOT_ACCEPTED:
            return gettext("We cannot call you. Please do not travel.")
        case PersonStatus.DUPLICATE:
            return gettext("You are registered under another code.")
        case PersonStatus.SUSPENDED:
            return gettext("We have not finished checking your registration. Please do not travel.")
        case _:
            return gettext("Please call us.")


def reason_sentence(reason: Reason) -> str:
    """Why, without saying anything of a site or of what is short anywhere."""
    match reason:
        case Reason.NO_NEED_NOW | Reason.SITE_FULL:
            return gettext("Enough people are registered for what is needed on your dates.")
        case Reason.SKILL_NOT_NEEDED:
            return gettext("What you offer is not asked for at the moment.")
        case Reason.SKILL_NOT_VERIFIED:
            return gettext("Your licence is not checked yet.")
        case Reason.LANGUAGE:
            return gettext("What is asked for now needs another language.")
        case Reason.DATES:
            return gettext("Nothing fits your dates at the moment.")
        case Reason.TOO_FAR:
            return gettext("With the days of travel, nothing fits your dates at the moment.")
        case Reason.PARTY_CANNOT_STAY_TOGETHER:
            return gettext("There is no place at the moment where your whole party can go together.")
        case Reason.REST:
            return gettext("You need days of rest after your last duty first.")
        case Reason.LAPSED:
            return gettext("We had no answer in time, so your place was given to somebody else.")
        case Reason.SECURITY_HOLD:
            return gettext("We have not finished checking your registration.")
        case Reason.UNDER_AGE:
            return gettext("Only people of 18 years and over can be called.")
        case Reason.INCOMPLETE:
            return gettext("We do not know yet what you can do, or when.")
        case Reason.AFFILIATED_ELSEWHERE:
            return gettext("You belong to an organisation that sends its own people. Please offer your help there.")
        case Reason.NEEDED | Reason.FIXED:
            return gettext("You are needed.")


def status_word(status: PersonStatus) -> str:
    """One or two words, for lists at the desk."""
    words = {
        PersonStatus.OFFERED: gettext("offered"),
        PersonStatus.DUPLICATE: gettext("duplicate"),
        PersonStatus.STAND_BY: gettext("standing by"),
        PersonStatus.CALLED: gettext("called"),
        PersonStatus.ACCEPTED: gettext("accepted"),
        PersonStatus.DECLINED: gettext("declined"),
        PersonStatus.TRAVELLING: gettext("travelling"),
        PersonStatus.ARRIVED: gettext("arrived"),
        PersonStatus.BRIEFED: gettext("briefed"),
        PersonStatus.ON_DUTY: gettext("on duty"),
        PersonStatus.RESTING: gettext("resting"),
        PersonStatus.RELIEVED: gettext("relieved"),
        PersonStatus.THANKED: gettext("thanked"),
        PersonStatus.NOT_ACCEPTED: gettext("not accepted"),
        PersonStatus.WITHDRAWN: gettext("withdrawn"),
        PersonStatus.SUSPENDED: gettext("suspended"),
        PersonStatus.UNACCOUNTED: gettext("unaccounted for"),
        PersonStatus.INJURED: gettext("injured"),
        PersonStatus.EVACUATED: gettext("evacuated"),
        PersonStatus.DIED: gettext("died"),
    }
    return words[status]
