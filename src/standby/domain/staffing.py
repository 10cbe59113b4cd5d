"""From posts and hours to people, under the rest rules; and from a long need to rotations.

Rest is a rule: 11 hours between duties, 48 hours in 7 days, a day off in 7 (DESIGN.md, "Rules that never bend"). The
weekly limit is applied to the week itself here, not to the average of two: whoever plans a whole need at the edge of an
average has no hour left for the day when somebody falls ill.
"""

from datetime import timedelta

from standby.domain.days import Days

LONGEST_DUTY_HOURS = 12
WEEKLY_HOURS = 48
DAYS_A_WEEK = 7
LONGEST_ROTATION = 14


def people_for_posts(*, posts: int, hours_per_day: int, days: int) -> int:
    """How many people keep `posts` staffed for `hours_per_day` on each of `days` days.

    >>> people_for_posts(posts=1, hours_per_day=8, days=5)
    1
    >>> people_for_posts(posts=2, hours_per_day=24, days=14)
    7
    """
    if posts < 1 or days < 1 or not 1 <= hours_per_day <= 24:
        raise ValueError("There is at least one post and one day, and 1 to 24 hours a day.")
    on_one_day = posts * -(-hours_per_day // LONGEST_DUTY_HOURS)
    in_all = -(-posts * hours_per_day * days // hours_one_person_gives(days=days))
    return max(on_one_day, in_all)


def hours_one_person_gives(*, days: int) -> int:
    """The most hours one person works within so many days in a row.

    >>> hours_one_person_gives(days=3), hours_one_person_gives(days=7), hours_one_person_gives(days=14)
    (36, 48, 96)
    """
    weeks, rest = divmod(days, DAYS_A_WEEK)
    return weeks * WEEKLY_HOURS + min(rest * LONGEST_DUTY_HOURS, WEEKLY_HOURS)


def rotations(days: Days, *, longest: int = LONGEST_ROTATION) -> tuple[Days, ...]:
    """The same days in as few runs of at most `longest` days as possible, as even as possible, the longer ones first.

    >>> from datetime import date
    >>> [len(part) for part in rotations(Days(first=date(2020, 10, 1), last=date(2020, 10, 30)))]
    [10, 10, 10]
    """
    if longest < 1:
        raise ValueError("A rotation lasts at least one day.")
    number = -(-len(days) // longest)
    short, longer = divmod(len(days), number)
    parts, first = [], days.first
    for index in range(number):
        length = short + (index < longer)
        parts.append(Days(first=first, last=first + timedelta(days=length - 1)))
        first += timedelta(days=length)
    return tuple(parts)
