"""What people answer to a short message, in four languages and as they are typed without the right keyboard.

Only an answer that is nothing but such a word, beside courtesies and the code word, is acted upon by itself: "yes, but
only from Thursday" is for a human to read.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum


class Answer(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    # The whole offer is taken back.
    WITHDRAW = "withdraw"
    # No more messages by this channel; the offer stands.
    STOP = "stop"


# The word that our messages ask for, by language; it stands in them as it stands here.
ASKED_FOR: Mapping[str, Mapping[Answer, str]] = {
    "en": {Answer.ACCEPT: "ACCEPT", Answer.DECLINE: "DECLINE"},
    "hy": {Answer.ACCEPT: "ԸՆԴՈՒՆԵԼ", Answer.DECLINE: "ՀՐԱԺԱՐՎԵԼ"},
    "ru": {Answer.ACCEPT: "ПРИНЯТЬ", Answer.DECLINE: "ОТКАЗАТЬСЯ"},
    "az": {Answer.ACCEPT: "QƏBUL", Answer.DECLINE: "İMTİNA"},
}
_SPELLINGS: Mapping[Answer, str] = {
    Answer.ACCEPT: (
        "accept|accepted|i accept|yes|y|ok|okay|yes i accept|ընդունել|ընդունում եմ|այո|հա|համաձայն եմ|yndunel|"
        "yndunum em|@ndunel|@ndunum em|ayo|ha|hamadzayn em|принять|принимаю|да|согласен|согласна|хорошо|prinyat|"
        "prinimayu|da|soglasen|soglasna|qəbul|qəbul edirəm|qəbul etmək|bəli|hə|razıyam|qebul|beli|raziyam"
    ),
    Answer.DECLINE: (
        "decline|declined|i decline|no|n|cannot|i cannot|i can't|i cant|հրաժարվել|հրաժարվում եմ|ոչ|չեմ կարող|"
        "hrazharvel|hrajarvel|hrazharvum em|voch|chem karox|chem karogh|отказаться|отказываюсь|отказ|нет|не могу|"
        "otkazatsya|otkazyvayus|otkaz|net|ne mogu|imtina|imtina edirəm|imtina etmək|xeyr|yox|gələ bilmirəm|"
        "gele bilmirem"
    ),
    Answer.WITHDRAW: (
        "withdraw|i withdraw|withdraw my offer|հետ վերցնել|հետ եմ վերցնում|հետ վերցնել առաջարկը|het vercnel|отозвать|"
        "отзываю|отозвать предложение|otozvat|otzyvayu|geri götürmək|geri götürürəm|təklifi geri götürmək|geri goturmek"
    ),
    Answer.STOP: (
        "stop|stop all|stopall|unsubscribe|end|quit|կանգ|դադարեցնել|ստոպ|dadarecnel|стоп|остановить|хватит|отписаться|"
        "ostanovit|dayan|dayandır|dayandir|stop sms"
    ),
}
_COURTESIES = (
    "please|pls|thanks|thank you|sorry|hello|hi|խնդրում եմ|շնորհակալություն|ներեցեք|բարև|пожалуйста|спасибо|извините|"
    "простите|здравствуйте|zəhmət olmasa|təşəkkür|təşəkkürlər|sağ ol|üzr istəyirəm|salam"
)
# Marks go with the letters they stand on; these two are letters of their own that many telephones write plainly.
_PLAINLY = str.maketrans({"ə": "e", "ı": "i", "և": "եւ"})
_NOT_A_WORD = re.compile(r"[^\w@]+")


def read_answer(text: str, *, code_word: str = "") -> Answer | None:
    """The answer, where the text is nothing else; None where a human has to read it.

    >>> read_answer("Decline, sorry!"), read_answer("yes, but from Thursday")
    (<Answer.DECLINE: 'decline'>, None)
    """
    said = _plain(text)
    for aside in (_plain(code_word), *_ASIDES):
        said = _without(said, aside)
    return _BY_SPELLING.get(said)


def names_code_word(text: str, *, code_word: str) -> bool:
    """Whether the code word stands in a text: its word and its number, next to each other."""
    return bool(code_word) and f" {_plain(code_word)} " in f" {_plain(text)} "


def is_code_word(text: str, *, code_word: str) -> bool:
    """Whether a text is the code word, beside courtesies, and nothing else."""
    said = _plain(text)
    for aside in _ASIDES:
        said = _without(said, aside)
    return bool(code_word) and said == _plain(code_word)


def _plain(text: str) -> str:
    """Small letters without marks, single spaces, no punctuation: so that QƏBUL, Qəbul! and qebul are one word."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", bare.translate(_PLAINLY)).strip()


def _without(said: str, aside: str) -> str:
    if not aside:
        return said
    return " ".join(f" {said} ".replace(f" {aside} ", " ").split())


_BY_SPELLING = {
    _plain(spelling): answer for answer, spellings in _SPELLINGS.items() for spelling in spellings.split("|")
}
_ASIDES = tuple(_plain(courtesy) for courtesy in _COURTESIES.split("|"))
