"""Who somebody is, how they are reached, and the paper they hold."""

from datetime import date

from standby.domain.catalogue import all_tags, role
from standby.domain.offers import LicenceClaim, PersonalDetails
from standby.domain.sign_up.asked import Asked
from standby.domain.sign_up.faults import FaultCode
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.said import LONGEST_ANSWER, Answers
from standby.domain.sign_up.texts import fault_of_name, plain_text

LONGEST_NAME, LONGEST_PHONE, LONGEST_EMAIL, LONGEST_NUMBER = 200, 40, 254, 80
_FARTHEST_YEAR = 60
_ANY_LICENCE = frozenset({Field.LICENCE_NUMBER, Field.LICENCE_ISSUER, Field.LICENCE_EXPIRES})


def read_details(answers: Answers, asked: Asked) -> PersonalDetails:
    name = _name(answers)
    phone = _phone(answers, asked)
    email = _email(answers, asked)
    said_any = answers.raw(Field.PHONE).strip() or answers.raw(Field.EMAIL).strip()
    if not said_any and not answers.is_ticked(Field.NO_CONTACT):
        answers.wrong(Field.PHONE, FaultCode.NO_CONTACT)
    licence = _licence(answers, asked)
    return PersonalDetails(
        name=name,
        phones=(phone,) if phone else (),
        emails=(email,) if email else (),
        licences=(licence,) if licence else (),
    )


def _name(answers: Answers) -> str:
    raw = answers.raw(Field.NAME)
    if len(raw) > LONGEST_ANSWER:
        answers.wrong(Field.NAME, FaultCode.TOO_LONG, most=LONGEST_NAME)
        return ""
    name = plain_text(raw)
    if not name:
        answers.wrong(Field.NAME, FaultCode.MISSING)
    elif fault := fault_of_name(name, longest=LONGEST_NAME):
        answers.wrong(Field.NAME, fault, most=LONGEST_NAME if fault is FaultCode.TOO_LONG else None)
    return name


def _phone(answers: Answers, asked: Asked) -> str:
    written = answers.text(Field.PHONE, longest=LONGEST_PHONE)
    phone = asked.read_phone(written) if written else ""
    if phone is None:
        answers.wrong(Field.PHONE, FaultCode.PHONE_NOT_UNDERSTOOD)
    return phone or ""


def _email(answers: Answers, asked: Asked) -> str:
    written = answers.text(Field.EMAIL, longest=LONGEST_EMAIL)
    email = asked.read_email(written) if written else ""
    if email is None:
        answers.wrong(Field.EMAIL, FaultCode.EMAIL_NOT_UNDERSTOOD)
    return email or ""


def _licence(answers: Answers, asked: Asked) -> LicenceClaim | None:
    """Stated with a number, an issuer or an end; without any of them there is nothing to look up."""
    if not answers.says_any(_ANY_LICENCE):
        return None
    number = answers.text(Field.LICENCE_NUMBER, longest=LONGEST_NUMBER)
    issuer = answers.text(Field.LICENCE_ISSUER, longest=LONGEST_NAME)
    expires_on = _expiry(answers, asked)
    held_for = answers.raw(Field.LICENCE_FOR).strip()
    if not (number or issuer or expires_on):
        return None
    code, _, tag = held_for.partition("/")
    if not _is_known(code, tag):
        answers.wrong(Field.LICENCE_FOR, FaultCode.LICENCE_FOR_NOTHING)
        return None
    return LicenceClaim(role=code, tag=tag, issuer=issuer, number=number, expires_on=expires_on)


def _is_known(code: str, tag: str) -> bool:
    if not code:
        return tag in all_tags()
    try:
        role(code, tag)
    except KeyError:
        return False
    return True


def _expiry(answers: Answers, asked: Asked) -> date | None:
    day = answers.day(Field.LICENCE_EXPIRES, answers.raw(Field.LICENCE_EXPIRES))
    if day is None:
        return None
    if day < asked.today:
        answers.wrong(Field.LICENCE_EXPIRES, FaultCode.LICENCE_ENDED)
    elif day.year > asked.today.year + _FARTHEST_YEAR:
        answers.wrong(Field.LICENCE_EXPIRES, FaultCode.NOT_A_DAY)
    return day
