"""The exercise: an invented earthquake, invented people and the messy lists on which they stand, all from one seed."""

from standby.exercise.making import Exercise, make_exercise
from standby.exercise.writing import write_lists

__all__ = ["Exercise", "make_exercise", "write_lists"]
