"""What somebody could do, when, and from where."""

from datetime import date, timedelta
from itertools import zip_longest

from standby.domain.catalogue import role
from standby.domain.days import Days, joined
from standby.domain.offers import Lodging, Offer, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.sign_up.asked import Asked
from standby.domain.sign_up.faults import FaultCode
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.said import Answers

MOST_ROLES, MOST_LANGUAGES, MOST_WINDOWS, MOST_SEATS, LONGEST_STAY = 12, 20, 6, 60, 366
LONGEST_WORDS = 300
_FARTHEST = timedelta(days=366)
_LEVELS = {str(int(level)): level for level in Level}
_TRAVEL, _LODGING = frozenset(Travel), frozenset(Lodging)
_CODE_LETTERS = 2


def read_offer(answers: Answers, asked: Asked) -> Offer:
    roles, tags = _roles(answers)
    return Offer(
        roles=roles,
        tags=tags,
        languages=_languages(answers),
        windows=_windows(answers, asked),
        max_stay_days=answers.number(Field.MAX_STAY_DAYS, least=1, most=LONGEST_STAY),
        home=answers.choice(Field.HOME, asked.homes, default=""),
        travel=Travel(answers.choice(Field.TRAVEL, _TRAVEL, default=Travel.SEAT)),
        seats=answers.number(Field.SEATS, least=0, most=MOST_SEATS),
        lodging=Lodging(answers.choice(Field.LODGING, _LODGING, default=Lodging.NEED)),
    )


def _roles(answers: Answers) -> tuple[tuple[OfferedRole, ...], tuple[str, ...]]:
    keys = [key.partition("/") for key in answers.many(Field.ROLES, most=MOST_ROLES)]
    if not all(_is_role(code, tag) for code, _, tag in keys):
        answers.wrong(Field.ROLES, FaultCode.NOT_A_CHOICE)
        return (), ()
    if answers.text(Field.WORDS, longest=LONGEST_WORDS) and not keys:
        answers.wrong(Field.WORDS, FaultCode.ROLE_NOT_CHOSEN)
    level = _LEVELS[answers.choice(Field.LEVEL, _LEVELS, default=str(int(Level.SUPERVISED)))]
    codes = dict.fromkeys(code for code, _, _ in keys)
    tags = dict.fromkeys(tag for _, _, tag in keys if tag)
    return tuple(OfferedRole(code=code, level=level) for code in codes), tuple(tags)


def _is_role(code: str, tag: str) -> bool:
    """`code` or `code/tag` as the catalogue has it; combat groups are not in it."""
    try:
        role(code, tag)
    except KeyError:
        return False
    return True


def _languages(answers: Answers) -> tuple[str, ...]:
    """ISO 639-1, two letters."""
    spoken = answers.many(Field.LANGUAGES, most=MOST_LANGUAGES)
    if not all(len(code) == _CODE_LETTERS and code.isascii() and code.isalpha() and code.islower() for code in spoken):
        answers.wrong(Field.LANGUAGES, FaultCode.NOT_A_CHOICE)
        return ()
    return spoken


def _windows(answers: Answers, asked: Asked) -> tuple[Days, ...]:
    pairs = list(zip_longest(answers.each(Field.FIRST_DAY), answers.each(Field.LAST_DAY), fillvalue=""))
    if len(pairs) > MOST_WINDOWS:
        answers.wrong(Field.FIRST_DAY, FaultCode.TOO_MANY, most=MOST_WINDOWS)
    windows = (
        _window(answers, asked, first, last, place=place)
        for place, (first, last) in enumerate(pairs[:MOST_WINDOWS], start=1)
    )
    return joined(window for window in windows if window is not None)


def _window(answers: Answers, asked: Asked, first_said: str, last_said: str, *, place: int) -> Days | None:
    before = len(answers.faults)
    first = answers.day(Field.FIRST_DAY, first_said, place=place)
    last = answers.day(Field.LAST_DAY, last_said, place=place)
    if len(answers.faults) > before or (first is None and last is None):
        return None
    if first is None or last is None:
        answers.wrong(Field.FIRST_DAY if first is None else Field.LAST_DAY, FaultCode.DAY_MISSING, place=place)
        return None
    if fault := _fault_of_days(first, last, today=asked.today):
        answers.wrong(Field.LAST_DAY, fault, place=place)
        return None
    return Days(first=first, last=last)


def _fault_of_days(first: date, last: date, *, today: date) -> FaultCode | None:
    if last < first:
        return FaultCode.LAST_BEFORE_FIRST
    if last < today:
        return FaultCode.DAYS_OVER
    return FaultCode.TOO_FAR_AHEAD if last > today + _FARTHEST or first < today - _FARTHEST else None
