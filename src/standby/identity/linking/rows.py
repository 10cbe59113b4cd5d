"""Records of a list column by column, as they were read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from standby.identity.records import LicenceNumber, Record

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Position n of every column is about record n, and is what a `Record` would have there."""

    list_ids: Cells
    given: Cells
    surnames: Cells
    patronymics: Cells
    names: Cells
    birth_dates: Cells
    homes: Cells
    occupations: Cells
    phones: Sequence[tuple[str, ...]]
    emails: Sequence[tuple[str, ...]]
    licences: Sequence[tuple[LicenceNumber, ...]]

    def __len__(self) -> int:
        return len(self.list_ids)

    @classmethod
    def of(cls, records: Sequence[Record]) -> Self:
        return cls(
            list_ids=[record.list_id for record in records],
            given=[record.given for record in records],
            surnames=[record.surname for record in records],
            patronymics=[record.patronymic for record in records],
            names=[record.name for record in records],
            birth_dates=[record.birth_date for record in records],
            homes=[record.home for record in records],
            occupations=[record.occupation for record in records],
            phones=[record.phones for record in records],
            emails=[record.emails for record in records],
            licences=[record.licences for record in records],
        )
