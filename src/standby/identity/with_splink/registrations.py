"""What a registration is compared by as one text, so that any worker can compare two of them without the lists.

Words and contacts are told in full; a home or an occupation only by the numbers of its words, each with whether it is
rare.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.births import BirthDate, birth_date
from standby.identity.linking.builder import Column, Several
from standby.identity.linking.crowd import Crowd, births_of
from standby.identity.linking.people import People
from standby.identity.linking.ragged import Ragged, starts_of
from standby.identity.linking.said import Said
from standby.identity.linking.second_look import of_people
from standby.identity.linking.wordbook import NO_WORD, WordbookBuilder
from standby.identity.records import LicenceNumber, RecordId

_RARE, _NOT_RARE = 1, 2
_DIGITS = 9


def told(crowd: Crowd, people: People | None = None) -> list[str]:
    """A text for each record. `people`: tell the contacts of the whole person, and their births and fathers too."""
    keys, births, licences = crowd.words.keys, crowd.births.texts, crowd.licence_texts
    person = people.person_of if people else np.arange(len(crowd))
    names = np.stack([crowd.given, crowd.surname, crowd.other_surname], axis=1).tolist()
    own = zip(
        ([keys[word] if word >= 0 else "" for word in name] for name in names),
        crowd.sex.tolist(),
        crowd.list_id.tolist(),
        _told_said(crowd.home),
        _told_said(crowd.occupation),
        _lists(crowd.licences, lambda place: [licences[place].kind, licences[place].number]),
        _one(crowd.father, keys),
        _one(crowd.birth, births),
        strict=True,
    )
    shared = zip(
        _of_person(crowd.phones, people, person, crowd.phone_texts),
        _of_person(crowd.emails, people, person, crowd.email_texts),
        _of_person(Ragged.of_known(crowd.father), people, person, keys),
        _of_person(Ragged.of_known(crowd.birth), people, person, births),
        strict=True,
    )
    return [json.dumps([*one, *others], ensure_ascii=False) for one, others in zip(own, shared, strict=True)]


def _one(column: NDArray[np.int32], texts: Sequence[str]) -> list[str]:
    return [texts[place] if place >= 0 else "" for place in column.tolist()]


def _lists(values: Ragged, text: Callable[[int], object]) -> list[list[object]]:
    starts, told_values = values.starts.tolist(), values.values.tolist()
    return [[text(value) for value in told_values[starts[row] : starts[row + 1]]] for row in range(len(starts) - 1)]


def _of_person(
    values: Ragged, people: People | None, person: NDArray[np.int64], texts: Sequence[str]
) -> list[list[object]]:
    of_first = _lists(of_people(values, people) if people else values, texts.__getitem__)
    return [of_first[first] for first in person.tolist()]


def _told_said(said: Said) -> list[list[list[int]]]:
    rarity = np.where(said.counts <= said.rare, _RARE, _NOT_RARE).tolist()
    words = _lists(said.words, lambda word: [word, rarity[word]])
    return [words[text] if text >= 0 else [] for text in said.of_record.tolist()]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Told:
    """The registrations of some texts as a crowd of their own; `fathers` and `births` of each one's whole person."""

    crowd: Crowd
    fathers: Ragged
    births: Ragged


def read_told(texts: Sequence[str]) -> Told:
    words = WordbookBuilder()
    names: list[list[int]] = []
    sex, fathers, father = [], Several(), []
    home, occupation, list_id, birth = Column(), Column(), Column(), Column()
    phones, emails, licences, births = Several(), Several(), Several(), Several()
    births.numbers = birth.numbers  # one date has one number, whoever's it is
    for text in texts:
        own, sexes, listed, at, does, licensed, named_after, born, *of_person = json.loads(text)
        phone, email, all_fathers, all_births = of_person
        names.append([words.number_of_key(key) if key else NO_WORD for key in own])
        sex.append(sexes)
        list_id.add(listed if listed >= 0 else None)
        home.add(_pairs(at) or None)
        occupation.add(_pairs(does) or None)
        licences.add([LicenceNumber(kind=kind, number=number) for kind, number in licensed])
        father.append(words.number_of_key(named_after) if named_after else NO_WORD)
        birth.add(birth_date(born) if born else None)
        phones.add(phone)
        emails.add(email)
        fathers.add([words.number_of_key(key) for key in all_fathers])
        births.add([date for one in all_births if (date := birth_date(one))])
    order = np.arange(len(texts))
    columns = np.array(names, np.int32).reshape(-1, 3)
    crowd = Crowd(
        ids=[RecordId(f"{place:0{_DIGITS}}") for place in range(len(texts))],
        words=words.built(),
        given=columns[:, 0].copy(),
        surname=columns[:, 1].copy(),
        other_surname=columns[:, 2].copy(),
        father=np.array(father, np.int32),
        sex=np.array(sex, np.int8),
        birth=birth.in_order(order),
        home=_said(home),
        occupation=_said(occupation),
        list_id=list_id.in_order(order),
        phones=phones.in_order(order),
        emails=emails.in_order(order),
        licences=licences.in_order(order),
        births=births_of([date for date in birth.numbers if isinstance(date, BirthDate)]),
        phone_texts=tuple(map(str, phones.numbers)),
        email_texts=tuple(map(str, emails.numbers)),
        licence_texts=tuple(one for one in licences.numbers if isinstance(one, LicenceNumber)),
    )
    told_fathers = fathers.in_order(order)
    number_of_word = np.array([number for number in fathers.numbers if isinstance(number, int)], np.int32)
    return Told(
        crowd=crowd,
        fathers=Ragged(values=number_of_word[told_fathers.values], starts=told_fathers.starts),
        births=births.in_order(order),
    )


def _pairs(words: Iterable[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((word, rarity) for word, rarity in words)


def _said(column: Column) -> Said:
    """By words that have numbers already; `rare` tells those apart that were told to be."""
    texts: list[Hashable] = list(column.numbers)
    pairs = [sorted(text) for text in texts if isinstance(text, tuple)]
    numbers: dict[int, int] = {}
    counts: list[int] = []
    for words in pairs:
        for word, rarity in words:
            if numbers.setdefault(word, len(numbers)) == len(counts):
                counts.append(rarity)
    found = [sorted(numbers[word] for word, _ in words) for words in pairs]
    sizes = np.array([len(words) for words in found], np.int64)
    return Said(
        of_record=np.array(column.rows, np.int32),
        texts=tuple("" for _ in pairs),
        words=Ragged(values=np.array([word for one in found for word in one], np.int32), starts=starts_of(sizes)),
        counts=np.array(counts, np.int64),
        rare=float(_RARE),
    )
