"""The names of a long list as numbers of words, cell by cell: what a cell tells does not depend on its neighbours."""

from array import array
from typing import NamedTuple

from standby.identity.endings import Sex
from standby.identity.linking.remembered import Remembered
from standby.identity.linking.rows import Rows
from standby.identity.linking.wordbook import NO_WORD, WordbookBuilder
from standby.identity.names import Name, parse_name, read_given, read_patronymic, read_surname
from standby.identity.scripts import Script, script_of

Numbers = tuple[int, int, int, int, int]
_SEXES = {None: 0, Sex.FEMALE: 1, Sex.MALE: 2}


class _Given(NamedTuple):
    word: int
    script: Script
    father: str
    sex: int
    begins_as_surname: bool


class _Surname(NamedTuple):
    last: int
    first_half: int
    sex: int
    has_surname: bool


class NameNumbers:
    """Of each name the numbers of its given name, its surname, the first half of that and its father, and the sex."""

    def __init__(self, words: WordbookBuilder) -> None:
        self._words = words
        self._given = Remembered(self._read_given)
        self._surnames = Remembered(self._read_surname)
        self._fathers = Remembered(_read_father)

    def extend(self, numbers: "array[int]", rows: Rows) -> None:
        """Columns are read by themselves, unless one of them is empty or the two were filled the wrong way round."""
        columns = (map(self._given.__getitem__, rows.given), map(self._surnames.__getitem__, rows.surnames))
        for row, (first, last, patronymic) in enumerate(zip(*columns, rows.patronymics, strict=True)):
            if first is None or last is None or (first.begins_as_surname and not last.has_surname):
                numbers.extend(self._read_whole(rows, row))
                continue
            father, sex = self._fathers[patronymic] if patronymic else (first.father, first.sex)
            numbers.append(first.word)
            numbers.append(last.last)
            numbers.append(last.first_half)
            numbers.append(self._words.number_of_father(father, first.script) if father else NO_WORD)
            numbers.append(sex or last.sex)

    def _read_given(self, cell: str) -> _Given | None:
        told = read_given(cell)
        if told is None:
            return None
        word = told.given[0]
        return _Given(self._words.number(word), script_of(word), told.father, _SEXES[told.sex], told.begins_as_surname)

    def _read_surname(self, cell: str) -> _Surname | None:
        told = read_surname(cell)
        if told is None:
            return None
        first_half = self._words.number(told.surnames[0]) if len(told.surnames) > 1 else NO_WORD
        return _Surname(self._words.number(told.surnames[-1]), first_half, _SEXES[told.sex], told.has_surname)

    def _read_whole(self, rows: Rows, row: int) -> Numbers:
        return self.of_name(
            parse_name(
                name=rows.names[row],
                given=rows.given[row],
                surname=rows.surnames[row],
                patronymic=rows.patronymics[row],
            )
        )

    def of_name(self, name: Name) -> Numbers:
        number, given, surnames = self._words.number, name.given, name.surnames
        last = surnames[-1] if surnames else given[-1] if len(given) > 1 else ""
        script = script_of(given[0] if given else surnames[0]) if given or surnames else Script.OTHER
        return (
            number(given[0]) if given else NO_WORD,
            number(last) if last else NO_WORD,
            number(surnames[0]) if len(surnames) > 1 else NO_WORD,
            self._words.number_of_father(name.father, script) if name.father else NO_WORD,
            _SEXES[name.sex],
        )


def _read_father(patronymic: str) -> tuple[str, int]:
    father, sex = read_patronymic(patronymic)
    return father, _SEXES[sex]
