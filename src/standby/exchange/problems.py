"""What can be wrong with a list, in whole sentences that can be translated, each with what to do about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from standby.domain.errors import Fault, UnusableInput
from standby.exchange.wording import SENTENCES


class Problem(StrEnum):
    """One name for each thing that can be wrong; `wording.py` has its sentence."""

    EMPTY_FILE = "empty_file"
    NO_ROWS = "no_rows"
    TOO_LARGE = "too_large"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    TOO_MANY_CELLS = "too_many_cells"
    CELL_TOO_LONG = "cell_too_long"
    NOT_A_TABLE = "not_a_table"
    WEB_PAGE = "web_page"
    PASSWORD = "password"  # noqa: S105 - the name of a problem
    DAMAGED = "damaged"
    ENTITIES = "entities"
    NO_SHEET = "no_sheet"
    NOT_TEXT = "not_text"
    OPEN_QUOTE = "open_quote"
    READING_TOOK_TOO_LONG = "reading_took_too_long"
    READING_FAILED = "reading_failed"
    OTHER_KIND = "other_kind"
    TITLE_LINES = "title_lines"
    NO_HEADER = "no_header"
    TOTAL_ROW = "total_row"
    REPEATED_HEADER = "repeated_header"
    TAG_ROW = "tag_row"
    LAST_ROW_CUT = "last_row_cut"
    OTHER_SHEETS = "other_sheets"
    UNREADABLE_CHARACTERS = "unreadable_characters"
    NOBODY = "nobody"
    NO_NAME = "no_name"
    TOO_MANY_CELLS_IN_ROW = "too_many_cells_in_row"
    FORMULA = "formula"
    IMPOSSIBLE_DATE = "impossible_date"
    DATE_NOT_UNDERSTOOD = "date_not_understood"
    END_BEFORE_START = "end_before_start"
    DAYS_TURNED = "days_turned"
    DAYS_PAST = "days_past"
    SPAN_TOO_LONG = "span_too_long"
    PHONE_SHORTENED = "phone_shortened"
    PHONE_NOT_UNDERSTOOD = "phone_not_understood"
    EMAIL_NOT_UNDERSTOOD = "email_not_understood"
    NUMBER_NOT_UNDERSTOOD = "number_not_understood"
    BIRTH_DATE_NOT_POSSIBLE = "birth_date_not_possible"
    LANGUAGE_NOT_KNOWN = "language_not_known"
    PLACE_NOT_KNOWN = "place_not_known"
    ROLE_NOT_KNOWN = "role_not_known"
    NO_ROLE = "no_role"
    NO_DAYS = "no_days"
    LICENCE_EXPIRED = "licence_expired"
    PARTY_TOO_LARGE = "party_too_large"
    PARTY_NOT_CLEAR = "party_not_clear"
    SEATS_NOT_POSSIBLE = "seats_not_possible"
    UNDER_AGE = "under_age"
    REPEATED_ROW = "repeated_row"
    ANSWER_NOT_UNDERSTOOD = "answer_not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One thing wrong: its name and the values its sentence needs, none of which is anybody's personal data."""

    problem: Problem
    field: str = ""
    values: tuple[tuple[str, str | int], ...] = ()

    def said(self, translate: Callable[[str], str] = str) -> tuple[str, str]:
        """What is wrong and what to do, in the language of the reader."""
        what, remedy = SENTENCES[self.problem]
        return translate(what) % dict(self.values), translate(remedy) % dict(self.values)

    def fault(self, *, file: str = "", line: int | None = None, row: int | None = None) -> Fault:
        """The same as the rest of the house speaks of it, in English."""
        what, remedy = self.said()
        return Fault(what=what, remedy=remedy, file=file, line=line, row=row, field=self.field)


def trouble(problem: Problem, *, field: str = "", **values: str | int) -> Trouble:
    return Trouble(problem=problem, field=field, values=tuple(values.items()))


def refusal(
    problem: Problem, *, file: str, line: int | None = None, field: str = "", **values: str | int
) -> UnusableInput:
    """The whole file is refused, for one reason."""
    return UnusableInput((trouble(problem, field=field, **values).fault(file=file, line=line),))
