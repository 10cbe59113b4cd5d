"""Small invented operations for property tests: a few people and needs, drawn so that rules get in each other's way.

An operation is drawn as its files, name to text, so that a planner, the checker and the oracle all read the same bytes.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

Files = dict[str, str]
Row = TypeVar("Row")

FIRST_DAY = date(2020, 10, 1)
HORIZON = 14
ROLES = ("5311", "2221", "8322")


def days(*, least: int = 0, most: int = HORIZON - 1) -> st.SearchStrategy[str]:
    return st.integers(least, most).map(lambda offset: str(FIRST_DAY + timedelta(days=offset)))


@st.composite
def spans(draw: st.DrawFn, *, longest: int = HORIZON) -> tuple[str, str]:
    first = draw(st.integers(0, HORIZON - 1))
    last = min(HORIZON - 1, first + draw(st.integers(0, longest - 1)))
    return str(FIRST_DAY + timedelta(days=first)), str(FIRST_DAY + timedelta(days=last))


def windows() -> st.SearchStrategy[str]:
    """Mostly the whole time, sometimes a piece of it, two pieces, or none."""
    throughout = f"{FIRST_DAY}/{FIRST_DAY + timedelta(days=HORIZON - 1)}"
    pieces = st.lists(spans(), max_size=2).map(lambda chosen: ";".join("/".join(span) for span in chosen))
    return st.one_of(st.just(throughout), st.just(throughout), pieces)


def role_entries() -> st.SearchStrategy[str]:
    entry = st.tuples(st.sampled_from(ROLES), st.integers(1, 3), st.sampled_from(["", ":v"]))
    several = st.lists(entry.map(lambda parts: f"{parts[0]}:{parts[1]}{parts[2]}"), max_size=3).map(";".join)
    return st.one_of(st.just(f"{ROLES[0]}:2:v"), st.just(f"{ROLES[0]}:3;{ROLES[1]}:2:v"), several)


def mostly_empty(*others: str) -> st.SearchStrategy[str]:
    return st.sampled_from(["", "", "", *others])


def subsets(*items: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(items), unique=True, max_size=len(items)).map(";".join)


def lists_of(row: st.SearchStrategy[Row], *, most: int) -> st.SearchStrategy[list[Row]]:
    """Long more often than not: what is interesting happens between people."""
    return st.one_of(st.lists(row, max_size=most), st.lists(row, min_size=most - 1, max_size=most))


def people(*, most: int) -> st.SearchStrategy[list[dict[str, str]]]:
    person = st.fixed_dictionaries(
        {
            "roles": role_entries(),
            "has": st.sampled_from(["", "crane", "crane:v"]),
            "languages": st.one_of(st.just("hy;ru;en"), subsets("hy", "ru", "en")),
            "windows": windows(),
            "max_stay_days": mostly_empty("3", "5"),
            "max_total_days": mostly_empty("4", "7"),
            "rested_from": mostly_empty("2020-10-03", "2020-10-04"),
            "home": st.sampled_from(["H1", "H1", "H1", "H2", ""]),
            "travel": st.sampled_from(["", "seat", "own"]),
            "seats": mostly_empty("0", "1", "2"),
            "lodging": st.sampled_from(["", "need", "own"]),
            "party": mostly_empty("G1", "G1", "G2"),
            "party_rule": st.sampled_from(["", "together", "may_split"]),
            "registered_at": days(),
        }
    )
    return lists_of(person, most=most).map(
        lambda rows: [{"person_id": f"P{number}"} | row for number, row in enumerate(rows, start=1)]
    )


def needs(*, most: int) -> st.SearchStrategy[list[dict[str, str]]]:
    need = st.tuples(
        st.fixed_dictionaries(
            {
                "site_id": st.sampled_from(["S1", "S1", "S2"]),
                "role": st.sampled_from([ROLES[0], ROLES[0], *ROLES]),
                "level": st.sampled_from(["1", "1", "2", "3"]),
                "requires": mostly_empty("crane"),
                "verified": mostly_empty("no", "yes"),
                "languages": mostly_empty("hy", "hy|ru", "hy|ru;en"),
                "headcount": st.sampled_from(["1", "2", "2", "3"]),
                "priority": st.sampled_from(["1", "2", "3", "5"]),
            }
        ),
        # A few rotations only, so that parties find needs that go together.
        st.sampled_from([(2, 4), (2, 4), (3, 6), (7, 9), (8, 8), (0, 1)]),
    )
    return lists_of(need, most=most).map(
        lambda rows: [
            {"need_id": f"N{number}"} | row | _from_to(*rotation)
            for number, (row, rotation) in enumerate(rows, start=1)
        ]
    )


def _from_to(first: int, last: int) -> dict[str, str]:
    return {"first_day": str(FIRST_DAY + timedelta(days=first)), "last_day": str(FIRST_DAY + timedelta(days=last))}


@st.composite
def small_operations(draw: st.DrawFn, *, most_people: int = 5, most_needs: int = 4) -> Files:
    """Every file that is optional is there in some draws and not in others."""
    offered, wanted = draw(people(most=most_people)), draw(needs(most=most_needs))
    sites = [
        {"site_id": "S1", "region": "R1", "beds": draw(st.sampled_from(["", "1", "2", "3"]))},
        {"site_id": "S2", "region": draw(st.sampled_from(["R1", "R2"])), "beds": ""},
    ]
    files = {
        "people.csv": as_csv(offered, header=["person_id"]),
        "needs.csv": as_csv(wanted, header=NEED_COLUMNS),
        "sites.csv": as_csv(sites, header=[]),
        "policy.toml": f"rest_days = {draw(st.integers(0, 2))}\n" + draw(st.sampled_from(["", "as_of = 2020-10-03\n"])),
    }
    announced = _announced(draw, offered, wanted)
    return files | draw(limits()) | ({"announced.csv": as_csv(announced, header=[])} if announced else {})


NEED_COLUMNS = ["need_id", "site_id", "role", "level", "first_day", "last_day", "headcount", "priority"]


def limits() -> st.SearchStrategy[Files]:
    """Beds of single days, reception, buses with or without a region column, and routes."""
    sites, regions, homes = st.sampled_from(["S1", "S2"]), st.sampled_from(["R1", "R2"]), st.sampled_from(["H1", "H2"])
    return st.fixed_dictionaries(
        {},
        optional={
            "beds.csv": _counts("site_id day beds", sites, days()),
            "reception.csv": _counts("region day arrivals", regions, days()),
            "transport.csv": st.one_of(
                _counts("home day seats", homes, days()), _counts("home day region seats", homes, days(), regions)
            ),
            "routes.csv": _counts("home region days", homes, regions),
        },
    )


def _counts(header: str, *keys: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A table of ids and days with a small number for each combination that is drawn."""
    columns = header.split()
    table = st.dictionaries(st.tuples(*keys), st.integers(0, 3), max_size=8)
    return table.map(
        lambda counts: as_csv(
            [dict(zip(columns, (*key, str(count)), strict=True)) for key, count in counts.items()], header=columns
        )
    )


def _announced(
    draw: st.DrawFn, offered: Sequence[Mapping[str, str]], wanted: Sequence[Mapping[str, str]]
) -> list[dict[str, str]]:
    """At most one row a person, fixed or soft."""
    if not wanted:
        return []
    states = st.sampled_from([""] * 12 + ["called", "accepted", "travelling", "arrived", "briefed", "on_duty"])
    rows = [(person, draw(states), draw(st.sampled_from(list(wanted)))) for person in offered]
    return [
        {"person_id": person["person_id"], "need_id": need["need_id"], "state": state, "first_day": "", "last_day": ""}
        for person, state, need in rows
        if state
    ]


def as_csv(rows: Sequence[Mapping[str, str]], *, header: Sequence[str]) -> str:
    columns = list(rows[0]) if rows else list(header)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def write_operation(folder: Path, files: Mapping[str, str]) -> Path:
    """The drawn files in a folder of their own, ready to be planned or checked."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
