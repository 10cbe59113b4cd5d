"""The union's list: a workbook in Russian, grown over a week, with two lines of title above the header."""

from datetime import date, timedelta

from standby.domain.roles import Level
from standby.exercise import cells
from standby.exercise.dice import Odds
from standby.exercise.entries import Entry, Flaw
from standby.exercise.keeping import Keeping
from standby.exercise.kept import Cell, Column, Layout
from standby.exercise.spelling import Script
from standby.exercise.trades import TRUCK_DRIVER

_LEVELS = {
    Level.SUPERVISED: "начинающий",
    Level.INDEPENDENT: "опытный",
    Level.LEADS_OTHERS: "бригадир",
}
_NOTES = ("", "", "", "", "", "звонить вечером", "есть палатка", "просит перезвонить", "могу и раньше")
_BELIEFS = ("", "", "не указано", "верующий", "нет")
_BLOOD = ("", "", "I+", "II+", "III+", "IV+", "I−", "II−")


def _patronymic(entry: Entry) -> str:
    return entry.form.patronymic if entry.dice.chance(0.7) else ""


def _birth(entry: Entry) -> Cell:
    """A real date in the workbook most times, else text, a bare year, or nothing."""
    born = entry.volunteer.born
    if entry.flaw is Flaw.BORN_LATER:
        return entry.today + timedelta(days=400)
    fraction = entry.dice.fraction()
    if fraction < 0.66:
        return born
    if fraction < 0.84:
        return born.strftime("%d.%m.%Y")
    return born.year if fraction < 0.88 else ""


def _driving_class(entry: Entry) -> str:
    trades = {skill.trade for skill in entry.volunteer.skills}
    if TRUCK_DRIVER in trades:
        return "B, C"
    return "B" if entry.volunteer.seats is not None else ""


def _level(entry: Entry) -> str:
    level = cells.level(entry)
    return "" if level is None else _LEVELS[level]


def _licence_number(entry: Entry) -> str:
    licence = entry.volunteer.licence
    return licence.number if licence and entry.has_role else ""


def _licence_issuer(entry: Entry) -> str:
    licence = entry.volunteer.licence
    return licence.issuer if licence and entry.has_role else ""


def _licence_expiry(entry: Entry) -> Cell:
    licence = entry.volunteer.licence
    return licence.expires_on if licence and licence.expires_on and licence.number and entry.has_role else ""


COLUMNS = (
    Column(header="Фамилия", field="surname", write=lambda entry: entry.form.surname),
    Column(header="Имя", field="given", write=lambda entry: entry.form.given),
    Column(header="Отчество", field="patronymic", write=_patronymic),
    Column(header="Дата рождения", field="birth_date", write=_birth),
    Column(header="Телефон", field="phone", write=cells.phone),
    Column(header="Эл. почта", field="email", write=cells.email),
    Column(header="Город", field="home", write=lambda entry: entry.volunteer.home.town.name.ru),
    Column(header="Чем может помочь", field="occupation", write=cells.occupations),
    Column(header="Опыт", field="level", write=_level),
    Column(header="Языки", field="languages", write=lambda entry: cells.languages(entry, named_in="ru")),
    Column(header="Свободен с", field="first_day", write=cells.first_day),
    Column(header="Свободен по", field="last_day", write=cells.last_day),
    Column(header="На сколько дней", field="max_stay", write=cells.max_stay),
    Column(header="Свободных мест", field="seats", write=cells.seats),
    Column(header="Доберётся сам", field="own_travel", write=lambda entry: "да" if cells.comes_alone(entry) else ""),
    Column(header="С кем едет", field="party", write=lambda entry: entry.party),
    Column(header="Категория прав", field="driving_class", write=_driving_class),
    Column(header="Номер лицензии", field="licence_number", write=_licence_number),
    Column(header="Кем выдана", field="licence_issuer", write=_licence_issuer),
    Column(header="Лицензия действует до", field="licence_expiry", write=_licence_expiry),
    Column(header="Организация", field="affiliation", write=lambda entry: entry.volunteer.affiliation),
    Column(header="Вероисповедание", write=lambda entry: entry.dice.pick(_BELIEFS)),
    Column(header="Группа крови", write=lambda entry: entry.dice.pick(_BLOOD)),
    Column(
        header="Дата записи",
        field="registered_at",
        write=lambda entry: entry.volunteer.registered_at.strftime("%d.%m.%Y %H:%M"),
    ),
    Column(header="Примечание", write=lambda entry: entry.dice.pick(_NOTES)),
)


def union_keeping(*, today: date) -> Keeping:
    return Keeping(
        id="union",
        file="union.xlsx",
        layout=Layout(),
        titles=(
            "УЧЕНИЕ. Союз общин за рубежом: кто готов помочь после землетрясения",
            f"Составлен {today - timedelta(days=1):%d.%m.%Y}. Только гражданская помощь.",
        ),
        columns=COLUMNS,
        scripts=Odds((Script.RUSSIAN, Script.LATIN, Script.NATIVE), (0.86, 0.09, 0.05)),
        languages=Odds(("ru", "hy", "la"), (0.92, 0.05, 0.03)),
        flaws=Odds(tuple(Flaw), (89.0, 3.5, 4.0, 2.0, 0.8, 0.4, 0.2, 0.1)),
        slips=0.02,
        other_phones=0.03,
        repeats=0.02,
        label="группа {}",
        order=lambda entry: (entry.volunteer.registered_at.isoformat(), entry.volunteer.id),
        last_line="Всего записано: {}",
    )
