"""The consular point's list: semicolons and CP1251, names in Russian or Latin letters, the surname first."""

from datetime import date

from standby.exercise import cells
from standby.exercise.dice import Odds
from standby.exercise.entries import Entry, Flaw
from standby.exercise.keeping import Keeping
from standby.exercise.kept import Cell, Column, Layout
from standby.exercise.spelling import Script

_CITIZENSHIPS = ("", "", "", "одно", "два")


def _name(entry: Entry) -> str:
    # Letters that CP1251 lacks lose their accents, as they do on such a keyboard.
    return entry.form.surname_first.replace("é", "e")


def _seats(entry: Entry) -> Cell:
    free = cells.seats(entry)
    return f"{free} мест" if isinstance(free, int) and free > 4 else free


def _licence(entry: Entry) -> str:
    licence = entry.volunteer.licence
    return licence.number if licence and entry.has_role else ""


COLUMNS = (
    Column(header="ФИО / Azganun, anun", field="full_name", write=_name),
    Column(header="Год рождения", field="birth_date", write=cells.birth_year),
    Column(header="Тел.", field="phone", write=cells.phone),
    Column(header="E-mail", field="email", write=cells.email),
    Column(header="Откуда выезжает", field="home", write=lambda entry: entry.volunteer.home.town.name.ru),
    Column(header="Профессия / Masnagitutyun", field="occupation", write=cells.occupations),
    Column(header="Номер лицензии", field="licence_number", write=_licence),
    Column(header="Владеет языками", field="languages", write=lambda entry: cells.languages(entry, named_in="ru")),
    Column(header="Когда может", field="days", write=cells.both_days),
    Column(header="Мест в машине", field="seats", write=_seats),
    Column(header="Вместе с", field="party", write=lambda entry: entry.party),
    Column(header="Гражданство", write=lambda entry: entry.dice.pick(_CITIZENSHIPS)),
    Column(
        header="Дата обращения",
        field="registered_at",
        write=lambda entry: entry.volunteer.registered_at.strftime("%d.%m.%Y"),
    ),
)


def embassy_keeping(*, today: date) -> Keeping:
    del today
    return Keeping(
        id="embassy",
        file="embassy.csv",
        layout=Layout(delimiter=";", encoding="cp1251"),
        columns=COLUMNS,
        scripts=Odds((Script.RUSSIAN, Script.LATIN), (0.55, 0.45)),
        languages=Odds(("ru", "la"), (0.6, 0.4)),
        flaws=Odds(tuple(Flaw), (86.0, 4.0, 4.0, 3.0, 1.6, 0.8, 0.4, 0.2)),
        slips=0.05,
        other_phones=0.10,
        repeats=0.015,
        label="семья {}",
        order=lambda entry: (entry.form.surname_first, entry.volunteer.id),
        blank_every=400,
        header_every=900,
    )
