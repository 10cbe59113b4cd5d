"""Birth dates of many pairs at once, by the rules of `standby.identity.births`."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.crowd import Births
from standby.identity.linking.degrees import Birth
from standby.identity.linking.wordbook import Words


def compare_birth_dates(births: Births, ones: Words, others: Words) -> NDArray[np.int8]:
    found = np.zeros(len(ones), np.int8)
    rows = np.flatnonzero((ones >= 0) & (others >= 0))
    if len(rows):
        found[rows] = _compared(births, ones[rows], others[rows])
    return found


def _compared(births: Births, one: Words, other: Words) -> NDArray[np.int8]:
    same_year = births.year[one] == births.year[other]
    month, other_month = births.month[one], births.month[other]
    day, other_day = births.day[one], births.day[other]
    whole = (day > 0) & (other_day > 0)
    months_differ = (month > 0) & (other_month > 0) & (month != other_month)
    found = np.where(same_year, Birth.SAME_YEAR, Birth.OTHER).astype(np.int8)
    found[~whole & same_year & ~months_differ] = Birth.PARTLY
    near = np.flatnonzero(whole & (one != other))
    found[near[_one_slip_apart(births, one[near], other[near])]] = Birth.SLIP
    found[whole & same_year & (month == other_day) & (day == other_month)] = Birth.SWAPPED
    found[whole & (one == other)] = Birth.SAME
    return found


def _one_slip_apart(births: Births, one: Words, other: Words) -> NDArray[np.bool_]:
    """One digit differs, or two neighbouring digits of the year, the month or the day changed places."""
    digits = _digits(births)
    first, second = digits[one], digits[other]
    differ = first != second
    count = differ.sum(axis=1)
    turned = np.zeros(len(one), np.bool_)
    for place in (0, 1, 2, 4, 6):
        crossed = (first[:, place] == second[:, place + 1]) & (first[:, place + 1] == second[:, place])
        turned |= crossed & differ[:, place] & differ[:, place + 1]
    return np.asarray((count == 1) | ((count == 2) & turned), np.bool_)


def _digits(births: Births) -> NDArray[np.int8]:
    year, month, day = births.year, births.month, births.day
    columns = (year // 1000, year // 100 % 10, year // 10 % 10, year % 10, month // 10, month % 10, day // 10, day % 10)
    return np.stack(columns, axis=1).astype(np.int8)
