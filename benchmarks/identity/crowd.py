"""Invents people, their families and the lists they stand on, so that the engine is measured on what it never saw.

    python -m benchmarks.identity.crowd NAMES_DIR OUT.csv --people 14000 --seed 11

Another maker than that of `data/linkage/three_lists.csv`: most surnames are spelled here by rules of its own; slips,
missing fields, swapped columns, short forms and second surnames come at other rates, drawn anew for every seed.
Phones lie in ranges that nobody dials, mail in example.org.
"""

import argparse
import csv
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

COLUMNS = ("unique_id", "list", "given", "surname", "patronymic", "phone", "email", "dob", "city", "script",
           "cluster", "household")  # fmt: skip
_LISTS = ("registry", "consulate", "gate")
_CITIES = ("Gyumri", "Vanadzor", "Yerevan", "Sochi", "Krasnodar", "Rostov", "Tbilisi", "Beirut", "Marseille", "Moscow")
_SCRIPTS = ("hy", "ru", "la")

# How a clerk spells an Armenian surname that no table has, letter by letter.
_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ"
_IN_RUSSIAN = (
    "а", "б", "г", "д", "е", "з", "э", "ы", "т", "ж", "и", "л", "х", "ц", "к", "г", "дз", "г", "ч", "м", "й",
    "н", "ш", "о", "ч", "п", "дж", "р", "с", "в", "т", "р", "ц", "п", "к", "о", "ф",
)  # fmt: skip
_IN_LATIN = (
    "a", "b", "g", "d", "e", "z", "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m",
    "y", "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "p", "k", "o", "f",
)  # fmt: skip
_RUSSIAN = dict(zip(_ARMENIAN, _IN_RUSSIAN, strict=True))
_LATIN = dict(zip(_ARMENIAN, _IN_LATIN, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """How often what goes wrong; drawn once for each crowd."""

    slip: float
    no_phone: float
    other_phone: float
    phone_slip: float
    no_birth: float
    birth_slip: float
    birth_turned: float
    year_only: float
    patronymic: float
    swapped: float
    short: float
    initial: float
    married: float
    email: float
    city: float


# What a list does not ask for is no error.
_NOT_ERRORS = frozenset({"no_phone", "no_birth", "patronymic"})


def drawn_rates(draw: random.Random, *, errors: float = 1.0) -> Rates:
    """`errors`: so many times what is usual goes wrong."""
    usual = Rates(slip=0.06, no_phone=0.18, other_phone=0.12, phone_slip=0.02, no_birth=0.45, birth_slip=0.03,
                  birth_turned=0.02, year_only=0.05, patronymic=0.4, swapped=0.03, short=0.03, initial=0.01,
                  married=0.02, email=0.15, city=0.2)  # fmt: skip
    drawn = {name: getattr(usual, name) * draw.uniform(0.6, 1.5) for name in Rates.__slots__}
    return Rates(**{name: rate if name in _NOT_ERRORS else min(0.9, rate * errors) for name, rate in drawn.items()})


Forms = dict[str, tuple[tuple[str, ...], tuple[float, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    surnames: list[Forms]
    given: dict[str, list[Forms]]
    short: dict[str, list[str]] = field(default_factory=dict)


def read_names(folder: Path, *, surnames: int, draw: random.Random) -> Names:
    lexicon = json.loads((folder / "lexicon_dev.json").read_text(encoding="utf-8"))
    given: dict[str, list[Forms]] = {"m": [], "f": []}
    for word, forms in lexicon["giv"].items():
        if forms["ru"] and forms["la"]:
            given[forms.get("g") or "m"].append(_forms(word, forms))
    found = [_forms(word, forms) for word, forms in lexicon["sur"].items() if forms["ru"] and forms["la"]]
    known = set(lexicon["sur"])
    lines = (folder / "latin_armenian_tokens.tsv").read_text(encoding="utf-8").splitlines()
    words = sorted({line.split("\t")[1].replace(" ", "") for line in lines})
    spelled = [word for word in words if word.endswith("յան") and len(word) > 5 and word not in known]
    draw.shuffle(spelled)
    found += [_forms(word, {"ru": {}, "la": {}}) for word in spelled[: max(0, surnames - len(found))]]
    draw.shuffle(found)
    return Names(surnames=found, given=given, short=_short_forms())


def _forms(word: str, forms: dict[str, dict[str, int]]) -> Forms:
    russian = forms["ru"] or {_spelled(word, _RUSSIAN): 1}
    latin = forms["la"] or {_spelled(word, _LATIN): 1}
    tables = {"hy": {word: 1}, "ru": russian, "la": latin}
    return {script: (tuple(table), tuple(map(float, table.values()))) for script, table in tables.items()}


def _spelled(word: str, letters: dict[str, str]) -> str:
    russian = letters is _RUSSIAN
    ending = "ян" if russian else "yan"
    stem = word.removesuffix("յան").replace("ու", "у" if russian else "u").replace("և", "ев" if russian else "ev")
    return "".join(letters.get(letter, letter) for letter in stem) + ending


def _short_forms() -> dict[str, list[str]]:
    text = files("standby.identity").joinpath("tables", "given_names.csv").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for row in csv.DictReader(text.splitlines()):
        for form in (row["name"], *row["spellings"].split(";")):
            if row["short_forms"]:
                found[form.lower()] = row["short_forms"].split(";")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Person:
    number: int
    household: int
    sex: str
    given: Forms
    father: Forms
    surname: Forms
    maiden: Forms
    birth: tuple[int, int, int]
    phone: str
    home: str


def crowd(names: Names, *, people: int, draw: random.Random, errors: float = 1.0) -> Iterator[dict[str, str]]:
    """Rows of the lists, by person; whoever writes them shuffles them."""
    rates = drawn_rates(draw, errors=errors)
    weights = [1 / (rank + 8) for rank in range(len(names.surnames))]
    given_weights = {sex: [1 / (rank + 10) for rank in range(len(found))] for sex, found in names.given.items()}
    number, row, household = 0, 0, 0
    while number < people:
        household += 1
        surname, maiden = draw.choices(names.surnames, weights, k=2)
        father = draw.choices(names.given["m"], given_weights["m"])[0]
        phone, home = _phone(draw), draw.choice(_CITIES)
        called: list[Forms] = []
        for place in range(min(draw.choices((1, 2, 3, 4), (50, 25, 15, 10))[0], people - number)):
            sex = "m" if place == 0 or draw.random() < 0.5 else "f"
            given = father if place == 0 else _other_given(names.given[sex], given_weights[sex], called, draw)
            called.append(given)
            grand = draw.choices(names.given["m"], given_weights["m"])[0]
            person = _Person(
                number=number,
                household=household,
                sex=sex,
                given=given,
                father=grand if place == 0 else father,
                surname=surname,
                maiden=maiden,
                birth=(draw.randint(1948, 2003), draw.randint(1, 12), draw.randint(1, 28)),
                phone=phone if draw.random() < 0.6 else _phone(draw),
                home=home,
            )
            number += 1
            for name in draw.sample(_LISTS, draw.choices((1, 2, 3), (55, 30, 15))[0]):
                for _ in range(2 if draw.random() < 0.03 else 1):
                    yield {"unique_id": str(row), "list": name, **_registration(person, names, rates, draw)}
                    row += 1


def _other_given(names: list[Forms], weights: list[float], called: list[Forms], draw: random.Random) -> Forms:
    """Nobody calls two children alike."""
    found = draw.choices(names, weights)[0]
    return found if found not in called else _other_given(names, weights, called, draw)


def _registration(person: _Person, names: Names, rates: Rates, draw: random.Random) -> dict[str, str]:
    script = draw.choices(_SCRIPTS, (28, 50, 22))[0]
    given, surname = _form(person.given, script, draw), _form(person.surname, script, draw)
    if person.sex == "f" and draw.random() < rates.married * 3:
        maiden = _form(person.maiden, script, draw)
        surname = maiden if draw.random() < 0.4 else f"{maiden}-{surname}"
    if draw.random() < rates.short and names.short.get(given):
        given = draw.choice(names.short[given])
    elif draw.random() < rates.initial:
        given = f"{given[0]}."
    given, surname = _slipped(given, rates.slip, draw), _slipped(surname, rates.slip, draw)
    if draw.random() < rates.swapped:
        given, surname = surname, given
    father = _patronymic(person, script, draw) if draw.random() < rates.patronymic else ""
    return {
        "given": given.title(),
        "surname": surname.title(),
        "patronymic": _slipped(father, rates.slip / 2, draw).title(),
        "phone": _written_phone(person, rates, draw),
        "email": f"u{person.number}@example.org" if draw.random() < rates.email else "",
        "dob": _written_birth(person, rates, draw),
        "city": person.home if draw.random() < rates.city else "",
        "script": script,
        "cluster": str(person.number),
        "household": str(person.household),
    }


def _form(forms: Forms, script: str, draw: random.Random) -> str:
    return draw.choices(*forms[script])[0]


def _patronymic(person: _Person, script: str, draw: random.Random) -> str:
    father = _form(person.father, script, draw)
    if script == "hy":
        return f"{father.removesuffix('ի')}ի"
    vowel = father[-1] in "аеёиоуыэюяaeiouy"
    stem = father[:-1] if vowel or father[-1] in "йь" else father
    male, female = ("ович", "овна") if script == "ru" else ("ovich", "ovna")
    return stem + (male if person.sex == "m" else female)


_LETTERS = {"hy": "աբգդեզիլկհմնշոսվտր", "ru": "абвгдежзиклмнопрст", "la": "abdeghiklmnoprstuv"}


def _slipped(word: str, rate: float, draw: random.Random) -> str:
    if len(word) < 4 or draw.random() >= rate:
        return word
    place = draw.randrange(len(word) - 1)
    letters = next((found for found in _LETTERS.values() if word[0] in found or word[1] in found), _LETTERS["la"])
    match draw.randrange(4):
        case 0:
            return word[:place] + word[place + 1 :]
        case 1:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case 2:
            return word[:place] + draw.choice(letters) + word[place + 1 :]
        case _:
            return word[:place] + draw.choice(letters) + word[place:]


def _phone(draw: random.Random) -> str:
    return f"7000{draw.randrange(10**7):07}"


def _written_phone(person: _Person, rates: Rates, draw: random.Random) -> str:
    if draw.random() < rates.no_phone:
        return ""
    digits = _phone(draw) if draw.random() < rates.other_phone else person.phone
    if draw.random() < rates.phone_slip:
        place = draw.randrange(4, 11)
        digits = digits[:place] + str(draw.randrange(10)) + digits[place + 1 :]
    rest = digits[1:]
    return draw.choice(
        (f"+7{rest}", f"8{rest}", f"8 ({rest[:3]}) {rest[3:6]}-{rest[6:8]}-{rest[8:]}", f"+7 {rest[:3]} {rest[3:]}")
    )


def _written_birth(person: _Person, rates: Rates, draw: random.Random) -> str:
    if draw.random() < rates.no_birth:
        return ""
    year, month, day = person.birth
    if draw.random() < rates.birth_slip:
        year, month, day = draw.choice(((year + draw.choice((-1, 1)), month, day), (year, month, draw.randint(1, 28))))
    if draw.random() < rates.birth_turned and day <= 12:
        month, day = day, month
    if draw.random() < rates.year_only:
        return str(year)
    return draw.choice((f"{year}-{month:02}-{day:02}", f"{day:02}.{month:02}.{year}"))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--people", type=int, default=14_000)
    arguments.add_argument("--surnames", type=int, default=1_500)
    arguments.add_argument("--seed", type=int, default=11)
    arguments.add_argument("--errors", type=float, default=1.0, help="times what is usual goes wrong")
    given = arguments.parse_args()
    draw = random.Random(given.seed)
    names = read_names(given.names, surnames=given.surnames, draw=draw)
    rows = list(crowd(names, people=given.people, draw=draw, errors=given.errors))
    draw.shuffle(rows)
    with given.out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
