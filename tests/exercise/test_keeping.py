"""The lists: as many rows as in 2020, and as untidy."""

import re
from collections import Counter, defaultdict
from datetime import date

import pytest

from standby.exercise import Exercise
from standby.exercise.kept import KeptList, RowKind

SIZES = {"union": 20_000, "embassy": 2_500, "field": 1_200}


def people_on(kept: KeptList) -> set[str]:
    return {row.person for row in kept.rows if row.person}


def column(kept: KeptList, field: str) -> list[object]:
    place = next(number for number, header in enumerate(kept.header) if kept.fields.get(header) == field)
    return [row.cells[place] for row in kept.rows if row.person and len(row.cells) > place]


def list_of(exercise: Exercise, name: str) -> KeptList:
    return next(kept for kept in exercise.lists if kept.id == name)


def test_the_lists_come_in_their_order(exercise: Exercise) -> None:
    assert [kept.id for kept in exercise.lists] == ["union", "embassy", "field", "union-2"]


@pytest.mark.parametrize("name", SIZES)
def test_a_list_has_about_the_rows_of_2020(exercise: Exercise, name: str) -> None:
    assert len(list_of(exercise, name).rows) == pytest.approx(SIZES[name], rel=0.06)


def test_the_lists_overlap_and_together_hold_everybody(exercise: Exercise) -> None:
    union, embassy, field = (people_on(list_of(exercise, name)) for name in SIZES)

    assert len(union & embassy) > 1_000
    assert len(union & field) > 400
    assert len(embassy & field) > 50
    assert len(union | embassy | field) == pytest.approx(20_900, rel=0.01)


@pytest.mark.parametrize(("name", "share"), [("union", 0.01), ("embassy", 0.005), ("field", 0.002)])
def test_some_people_stand_twice_on_one_list(exercise: Exercise, name: str, share: float) -> None:
    kept = list_of(exercise, name)

    assert sum(row.kind is RowKind.REPEATED for row in kept.rows) > share * len(kept.rows)


def test_a_row_is_never_longer_than_the_header(exercise: Exercise) -> None:
    for kept in exercise.lists:
        assert max(len(row.cells) for row in kept.rows) == len(kept.header)


def test_some_rows_are_torn_and_keep_the_name_only(exercise: Exercise) -> None:
    for name in SIZES:
        kept = list_of(exercise, name)
        torn = [row for row in kept.rows if row.person and len(row.cells) < len(kept.header)]
        assert 0.003 < len(torn) / len(kept.rows) < 0.04
        assert all(row.cells[0] for row in torn)


def test_some_rows_lack_days_role_or_phone(exercise: Exercise) -> None:
    for name in SIZES:
        kept = list_of(exercise, name)
        for field in ("phone", "occupation", "first_day" if name == "union" else "days"):
            assert 0.01 < column(kept, field).count("") / len(kept.rows) < 0.15


def test_some_days_are_impossible(exercise: Exercise) -> None:
    union = list_of(exercise, "union")
    spans = list(zip(column(union, "first_day"), column(union, "last_day"), strict=True))

    assert any(str(first).startswith("31.02.") for first, _ in spans)
    assert any(_day(first) > _day(last) for first, last in spans if _is_real(first) and _is_real(last))


def test_some_are_born_in_the_future(exercise: Exercise) -> None:
    union = list_of(exercise, "union")

    assert any(isinstance(born, date) and born > exercise.today for born in column(union, "birth_date"))


def test_a_phone_is_shared_by_some_and_written_in_many_ways(exercise: Exercise) -> None:
    phones = [str(phone) for phone in column(list_of(exercise, "union"), "phone") if phone]
    shapes = Counter(re.sub(r"\d", "9", phone) for phone in phones)
    people: dict[str, int] = Counter(re.sub(r"\D", "", phone).removeprefix("00")[-8:] for phone in phones)

    assert len(shapes) > 20
    assert sum(count > 1 for count in people.values()) > 500


def test_people_are_written_in_other_scripts_on_another_list(exercise: Exercise) -> None:
    scripts: dict[str, set[bool]] = defaultdict(set)
    for name, place in (("union", 0), ("field", 0)):
        for row in list_of(exercise, name).rows:
            if row.person:
                scripts[row.person].add(bool(re.search("[А-я]", str(row.cells[place]))))

    assert sum(len(found) == 2 for found in scripts.values()) > 300


def test_parties_are_marked_for_those_who_stand_together(exercise: Exercise) -> None:
    for name in SIZES:
        labels = Counter(str(label) for label in column(list_of(exercise, name), "party") if label)
        assert labels
        assert sum(count > 1 for count in labels.values()) > 0.8 * len(labels)


def test_columns_without_a_purpose_are_there_to_be_left_out(exercise: Exercise) -> None:
    left_out = {kept.id: set(kept.header) - set(kept.fields) for kept in exercise.lists}

    assert {"Вероисповедание", "Группа крови", "Примечание"} == left_out["union"]
    assert "Гражданство" in left_out["embassy"]
    assert "Արյան խումբ" in left_out["field"]


def test_lines_of_nobody_stand_where_lists_have_them(exercise: Exercise) -> None:
    union, embassy = list_of(exercise, "union"), list_of(exercise, "embassy")

    assert str(union.rows[-1].cells[0]).startswith("Всего записано: ")
    assert embassy.header in [row.cells for row in embassy.rows]
    assert any(not any(row.cells) for row in embassy.rows)


def test_every_list_is_declared_for_civilian_help(exercise: Exercise) -> None:
    assert all("ivilian" in kept.compiled_for.en for kept in exercise.lists)


def _is_real(day: object) -> bool:
    return bool(day) and not str(day).startswith("31.02.")


def _day(text: object) -> tuple[int, ...]:
    return tuple(int(part) for part in reversed(str(text).split(".")))
