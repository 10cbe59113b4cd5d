"""Small answers: yes or no, a number, a number of days."""

import re

from standby.exchange.folding import fold
from standby.exchange.problems import Problem


def _words(line: str) -> frozenset[str]:
    return frozenset(fold(word) for word in line.split(","))


_YES = _words("yes,y,true,1,x,v,да,д,есть,имеется,այո,ունի,կա,bəli,hə,var,კი,დიახ,აქვს,own,свой,своя,свое")
_NO = _words("no,n,false,0,нет,н,ոչ,չունի,չկա,xeyr,yox,yoxdur,არა,არ,none,need,нужно,не")
_YES_SIGNS = frozenset({"+", "✓", "✔", "☑", "√"})
_NO_SIGNS = frozenset({"-", "–", "—", "✗", "✘", "☐"})
_NUMBER = re.compile(r"(?:до |up to |մինչև |მდე )?(\d{1,4})(?:[.,]0+)?(?:\s*[^\d\s].*)?", re.DOTALL)
_WEEKS = re.compile(r"недел|week|շաբաթ|həftə|კვირ", re.IGNORECASE)
_MONTHS = re.compile(r"месяц|month|ամիս|ամսով|aylıq|\bay\b|თვე|თვით", re.IGNORECASE)


def read_answer(text: str) -> bool | Problem:
    """Yes or no in any of our languages, or by a tick.

    >>> read_answer("Да"), read_answer("ոչ"), read_answer("+")
    (True, False, True)
    """
    stripped = text.strip()
    first = fold(stripped).split(" ")[0]
    if stripped in _YES_SIGNS or first in _YES:
        return True
    return False if stripped in _NO_SIGNS or first in _NO else Problem.ANSWER_NOT_UNDERSTOOD


def read_number(text: str) -> int | Problem:
    """A whole number, whatever unit stands behind it."""
    found = _NUMBER.fullmatch(text.strip().lower())
    return int(found[1]) if found else Problem.NUMBER_NOT_UNDERSTOOD


def read_stay(text: str) -> int | Problem:
    """A number of days, of weeks or of months, in days.

    >>> read_stay("14"), read_stay("2 недели"), read_stay("up to 10 days")
    (14, 14, 10)
    """
    number = read_number(text)
    if isinstance(number, Problem) or number == 0:
        return Problem.NUMBER_NOT_UNDERSTOOD
    if _WEEKS.search(text):
        return number * 7
    return number * 30 if _MONTHS.search(text) else number
