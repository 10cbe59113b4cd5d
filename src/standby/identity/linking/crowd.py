"""All records of the lists as columns: each distinct word, phone, date, home once, and for every record its number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.births import BirthDate
from standby.identity.linking.ragged import Ragged
from standby.identity.linking.said import Said
from standby.identity.linking.wordbook import Wordbook, Words
from standby.identity.records import LicenceNumber, RecordId

NOT_KNOWN = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Births:
    """Distinct birth dates; month and day are nought where they are not known."""

    year: NDArray[np.int16]
    month: NDArray[np.int8]
    day: NDArray[np.int8]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Crowd:
    """Position n of every column is about record n, in the order of ids; below nought is what a record does not tell.

    `other_surname`: of a double surname the first half.
    """

    ids: Sequence[RecordId]
    words: Wordbook
    given: Words
    surname: Words
    other_surname: Words
    father: Words
    sex: NDArray[np.int8]
    birth: Words
    home: Said
    occupation: Said
    list_id: Words
    phones: Ragged
    emails: Ragged
    licences: Ragged
    births: Births
    phone_texts: tuple[str, ...]
    email_texts: tuple[str, ...]
    licence_texts: tuple[LicenceNumber, ...]

    def __len__(self) -> int:
        return len(self.ids)


def births_of(dates: Sequence[BirthDate]) -> Births:
    return Births(
        year=np.array([date.year for date in dates], np.int16),
        month=np.array([date.month or 0 for date in dates], np.int8),
        day=np.array([date.day or 0 for date in dates], np.int8),
        texts=tuple(map(str, dates)),
    )
