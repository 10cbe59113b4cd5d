"""What somebody could do, when, and from where."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest

from standby.domain.catalogue import role
from standby.domain.days import Days, joined
from standby.domain.offers import Lodging, Offer, Travel
from standby.domain.roles import Level, OfferedRole
from standby.domain.sign_up.asked import Asked
from standby.domain.sign_up.faults import FaultCode
from standby.domain.sign_up.fields import Field
from standby.domain.sign_up.said import ISO_DAY, Answers

MOST_ROLES, MOST_LANGUAGES, MOST_WINDOWS, MOST_SEATS, LONGEST_STAY = 12, 20, 6, 60, 366
LONGEST_WORDS = 300
_FARTHEST = timedelta(days=366)
_LEVELS = {str(int(level)): level for level in Level}
_TRAVEL, _LODGING = frozenset(Travel), frozenset(Lodging)
_CODE_LETTERS = 2
_LOWEST = str(int(Level.SUPERVISED))
# Of what the same few of a catalogue or a calendar make, and nobody's own words.
_MOST_KEPT = 4096


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
    keys = answers.many(Field.ROLES, most=MOST_ROLES)
    try:
        parted = _parted(keys)
    except KeyError:
        answers.wrong(Field.ROLES, FaultCode.NOT_A_CHOICE)
        return (), ()
    if answers.text(Field.WORDS, longest=LONGEST_WORDS) and not keys:
        answers.wrong(Field.WORDS, FaultCode.ROLE_NOT_CHOSEN)
    level = _LEVELS[answers.choice(Field.LEVEL, _LEVELS, default=_LOWEST)]
    codes, tags = parted
    return _offered(codes, level), tags


@lru_cache(maxsize=_MOST_KEPT)
def _parted(keys: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes and tags of `code` or `code/tag` as the catalogue has them; combat groups are not in it.

    A KeyError for what it does not hold, so that nothing but roles of the catalogue is ever kept here.
    """
    known = [role(code, tag) for code, _, tag in (key.partition("/") for key in keys)]
    tags = dict.fromkeys(one.tag for one in known if one.tag)
    return tuple(dict.fromkeys(one.code for one in known)), tuple(tags)


@lru_cache(maxsize=_MOST_KEPT)
def _offered(codes: tuple[str, ...], level: Level) -> tuple[OfferedRole, ...]:
    return tuple(OfferedRole(code=code, level=level) for code in codes)


def _languages(answers: Answers) -> tuple[str, ...]:
    """ISO 639-1, two letters."""
    spoken = answers.many(Field.LANGUAGES, most=MOST_LANGUAGES)
    if not all(len(code) == _CODE_LETTERS and code.isascii() and code.isalpha() and code.islower() for code in spoken):
        answers.wrong(Field.LANGUAGES, FaultCode.NOT_A_CHOICE)
        return ()
    return spoken


def _windows(answers: Answers, asked: Asked) -> tuple[Days, ...]:
    firsts, lasts = answers.each(Field.FIRST_DAY), answers.each(Field.LAST_DAY)
    if len(firsts) == len(lasts) == 1:  # as nearly everybody says it
        try:
            return (_days(firsts[0], lasts[0], today=asked.today),)
        except ValueError:
            pass  # to be mended, or left open: below, which says so
    pairs = list(zip_longest(firsts, lasts, fillvalue=""))
    if len(pairs) > MOST_WINDOWS:
        answers.wrong(Field.FIRST_DAY, FaultCode.TOO_MANY, most=MOST_WINDOWS)
    windows = (
        _window(answers, asked, first, last, place=place)
        for place, (first, last) in enumerate(pairs[:MOST_WINDOWS], start=1)
    )
    return joined(window for window in windows if window is not None)


@lru_cache(maxsize=_MOST_KEPT)
def _days(first_said: str, last_said: str, *, today: date) -> Days:
    """What `_window` makes of two days written plainly that fit; a ValueError, which is not kept, for all else."""
    if len(first_said) != ISO_DAY or len(last_said) != ISO_DAY:
        raise ValueError
    first, last = date.fromisoformat(first_said), date.fromisoformat(last_said)
    if _fault_of_days(first, last, today=today):
        raise ValueError
    return Days(first=first, last=last)


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
