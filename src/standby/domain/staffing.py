"""From posts and hours to people, under the rest rules; and from a long need to rotations.

Rest is a rule: 11 hours between duties, 48 hours in 7 days, a day off in 7 (DESIGN.md, "Rules that never bend"). The
weekly limit is applied to any 7 days in a row here, not to the average of two weeks: whoever plans a whole need at the
edge of an average has no hour left for the day when somebody falls ill.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from standby.domain.days import Days

LONGEST_DUTY_HOURS = 12
WEEKLY_HOURS = 48
DAYS_A_WEEK = 7
DUTY_DAYS_A_WEEK = 6
REST_HOURS = 11
LONGEST_ROTATION = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """How posts are kept: each day every post is divided into equal duties, one after the other, one person each."""

    posts: int
    hours_per_day: int
    days: int

    def __post_init__(self) -> None:
        if self.posts < 1 or self.days < 1 or not 1 <= self.hours_per_day <= 24:
            raise ValueError("There is at least one post and one day, and 1 to 24 hours a day.")

    @property
    def duties_of_a_post(self) -> int:
        """Duties a day at one post: one, or two where one would be longer than a person may work."""
        return -(-self.hours_per_day // LONGEST_DUTY_HOURS)

    @property
    def duty_hours(self) -> Fraction:
        return Fraction(self.hours_per_day, self.duties_of_a_post)

    @property
    def duties_a_week(self) -> int:
        """How many duties one person may do in any 7 days in a row."""
        return min(DUTY_DAYS_A_WEEK, int(WEEKLY_HOURS / self.duty_hours))

    @property
    def people(self) -> int:
        """The fewest who can keep the posts.

        When people take the duties in turn, nobody does more of them in any 7 days than their even share rounded up; so
        it is enough that this share stays within a week's duties. One person fewer could not do it at all.
        """
        on_one_day = self.posts * self.duties_of_a_post
        in_a_week = on_one_day * min(self.days, DAYS_A_WEEK)
        return max(on_one_day, -(-in_a_week // self.duties_a_week))


def people_for_posts(*, posts: int, hours_per_day: int, days: int) -> int:
    """How many people keep `posts` staffed for `hours_per_day` on each of `days` days.

    >>> people_for_posts(posts=1, hours_per_day=8, days=5)
    1
    >>> people_for_posts(posts=3, hours_per_day=24, days=14)
    11
    """
    return Staffing(posts=posts, hours_per_day=hours_per_day, days=days).people


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
