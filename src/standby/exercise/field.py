"""The list written on site: copied from paper, in Armenian, everybody in their own letters, days in free words."""

from datetime import date

from standby.exercise import cells
from standby.exercise.dice import Odds
from standby.exercise.entries import Entry, Flaw
from standby.exercise.keeping import Keeping
from standby.exercise.kept import Cell, Column, Layout
from standby.exercise.spelling import Script

_MONTHS = ("հունվարի", "փետրվարի", "մարտի", "ապրիլի", "մայիսի", "հունիսի", "հուլիսի", "օգոստոսի", "սեպտեմբերի",
           "հոկտեմբերի", "նոյեմբերի", "դեկտեմբերի")  # fmt: skip
_BLOOD = ("", "", "", "I", "II", "III")
_NOTES = ("", "", "", "եկել է առավոտյան", "կրկին զանգել", "վրան ունի")
OWN_WORDS = ""


def _days(entry: Entry) -> str:
    """Mostly figures; some write the month in words, and some only "any time" or "two weeks"."""
    fraction = entry.dice.fraction()
    if entry.flaw is not Flaw.NONE or fraction < 0.62:
        return cells.both_days(entry)
    window = entry.volunteer.window
    if fraction < 0.87:
        first, last = (f"{day.day} {_MONTHS[day.month - 1]}" for day in (window.first, window.last))
        return f"{first} - {last}"
    return "ցանկացած պահի" if fraction < 0.95 else f"{max(1, len(window) // 7)} շաբաթ"


def _seats(entry: Entry) -> Cell:
    free = cells.seats(entry)
    return f"{free} տեղ" if isinstance(free, int) and free and entry.dice.chance(0.3) else free


COLUMNS = (
    Column(header="Անուն Ազգանուն", field="full_name", write=lambda entry: entry.form.given_first),
    Column(header="Հեռախոս", field="phone", write=cells.phone),
    Column(header="Ծննդյան տարեթիվ", field="birth_date", write=cells.birth_year),
    Column(header="Որտեղից է", field="home", write=lambda entry: entry.volunteer.home.town.name.hy),
    Column(header="Ինչ կարող է անել", field="occupation", write=cells.occupations),
    Column(header="Երբ է ազատ", field="days", write=_days),
    Column(header="Ազատ տեղեր մեքենայում", field="seats", write=_seats),
    Column(header="Լեզուներ", field="languages", write=lambda entry: cells.languages(entry, named_in="hy")),
    Column(header="Ում հետ է", field="party", write=lambda entry: entry.party),
    Column(header="Արյան խումբ", write=lambda entry: entry.dice.pick(_BLOOD)),
    Column(header="Նշումներ", write=lambda entry: entry.dice.pick(_NOTES)),
)


def field_keeping(*, today: date) -> Keeping:
    del today
    return Keeping(
        id="field",
        file="field.csv",
        layout=Layout(delimiter=",", encoding="utf-8-sig"),
        columns=COLUMNS,
        scripts=Odds((Script.NATIVE, Script.RUSSIAN, Script.LATIN), (0.85, 0.07, 0.08)),
        languages=Odds((OWN_WORDS, "ru"), (0.85, 0.15)),
        flaws=Odds(tuple(Flaw), (84.0, 4.0, 4.0, 6.0, 2.0, 0.0, 0.5, 0.5)),
        slips=0.07,
        other_phones=0.12,
        repeats=0.01,
        label="խումբ {}",
        order=lambda entry: (entry.volunteer.registered_at.isoformat()[11:], entry.volunteer.id),
        blank_every=150,
    )
