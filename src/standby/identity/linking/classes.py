"""What two records can be to each other."""

from enum import StrEnum


class PairClass(StrEnum):
    """In the order of the columns of every table of chances."""

    SAME = "same"
    HOUSEHOLD = "household"
    OTHER = "other"


CLASSES = tuple(PairClass)
