"""Whom two organisations both know, without either showing the other its list.

    key, question = ask(items, name="A1")    at the organisation that asks
    answer = answer_question(question, own)  at the other one
    places = in_common(key, answer)

Private set intersection: each item is a keyed hash of an exact key (a telephone, a name with a birth date), blinded
on a curve with a key that its owner alone has. The other side learns how many were asked about; the asking side learns
which of its own items the other has, and nothing of the rest. The back end is an extra (`openmined.psi`); without it
every function here raises `BackEndMissing`.
"""

from standby.identity.between.errors import BackEndMissing, NotTheAnswer, TooManyItems
from standby.identity.between.files import Question, read_answer, read_question, write_answer, write_question
from standby.identity.between.items import LEAST_PHRASE, between_items, phrase_key
from standby.identity.between.meeting import MOST_ITEMS, answer_question, ask, in_common, is_installed, size_of

__all__ = [
    "LEAST_PHRASE",
    "MOST_ITEMS",
    "BackEndMissing",
    "NotTheAnswer",
    "Question",
    "TooManyItems",
    "answer_question",
    "ask",
    "between_items",
    "in_common",
    "is_installed",
    "phrase_key",
    "read_answer",
    "read_question",
    "size_of",
    "write_answer",
    "write_question",
]
