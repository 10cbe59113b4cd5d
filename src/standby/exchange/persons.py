"""Who a row is about: names as they stand, birth date, phones and addresses."""

from datetime import date

from standby.domain.offers import PersonalDetails
from standby.exchange.answers import read_answer, read_number
from standby.exchange.dates import read_birth_date
from standby.exchange.emails import emails_in, read_email
from standby.exchange.fields import Field
from standby.exchange.phones import phones_in, read_phone
from standby.exchange.problems import Problem
from standby.exchange.row_reading import RowReading

_OF_AGE = 18
_AGES = range(121)


def read_details(reading: RowReading, *, region: str, today: date) -> PersonalDetails:
    """The details of one row; licences are read with the offer."""
    given, surname = reading.text(Field.GIVEN), reading.text(Field.SURNAME)
    patronymic, whole = reading.text(Field.PATRONYMIC), reading.text(Field.FULL_NAME)
    is_divided = bool(given and surname) or not whole
    return PersonalDetails(
        given=given if is_divided else "",
        surname=surname if is_divided else "",
        patronymic=patronymic if is_divided else "",
        name="" if is_divided else whole,
        birth_date=_birth_date(reading, today=today),
        phones=_phones(reading, region=region),
        emails=_emails(reading),
    )


def _birth_date(reading: RowReading, *, today: date) -> str:
    found = reading.cell(Field.BIRTH_DATE)
    if found is None:
        return ""
    cell, column = found
    read = read_birth_date(cell, order=column.order, today=today)
    if isinstance(read, Problem):
        reading.report(read, Field.BIRTH_DATE)
        reading.note(Field.BIRTH_DATE, cell)
        return ""
    reading.note(Field.BIRTH_DATE, read)
    return read


def _phones(reading: RowReading, *, region: str) -> tuple[str, ...]:
    """E.164 where they could be read; a number that was shortened for good is no number any more."""
    phones: list[str] = []
    for cell, _ in reading.cells(Field.PHONE):
        for written in phones_in(cell):
            read = read_phone(written, region=region)
            if isinstance(read, Problem):
                reading.report(read, Field.PHONE)
            if read is Problem.PHONE_SHORTENED:
                continue
            phone = written if isinstance(read, Problem) else read
            if phone not in phones:
                phones.append(phone)
                reading.note(Field.PHONE, phone)
    return tuple(phones)


def _emails(reading: RowReading) -> tuple[str, ...]:
    emails: list[str] = []
    for cell, _ in reading.cells(Field.EMAIL):
        for written in emails_in(cell) or (cell,):
            read = read_email(written)
            if isinstance(read, Problem):
                reading.report(read, Field.EMAIL)
            elif read not in emails:
                emails.append(read)
                reading.note(Field.EMAIL, read)
    return tuple(emails)


def is_under_age(reading: RowReading, birth_date: str, *, today: date) -> bool:
    """By birth date, by age, or because the list says so. Of a bare year the older reading counts."""
    stated = reading.text(Field.UNDER_AGE)
    if stated and read_answer(stated) is True:
        return True
    if birth_date:
        return _age(birth_date, today) < _OF_AGE
    age = reading.text(Field.AGE)
    years = read_number(age) if age else None
    if isinstance(years, Problem) or (years is not None and years not in _AGES):
        reading.report(Problem.NUMBER_NOT_UNDERSTOOD, Field.AGE)
        return False
    return years is not None and years < _OF_AGE


def _age(birth_date: str, today: date) -> int:
    parts = [int(part) for part in birth_date.split("-")]
    born = (parts[0], *(parts[1:] or [1]), *([1] if len(parts) < 3 else []))
    return today.year - born[0] - ((today.month, today.day) < (born[1], born[2]))
