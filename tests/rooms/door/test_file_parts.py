"""A file that carries several lists: each becomes a list of its own, compared with its own last version."""

import pytest
from tests.rooms.door.conftest import DRIVER, HEADER, NURSE, WELDER, WITHOUT_ROLE, Bring, as_csv

from standby.domain.errors import StandbyError, UnusableInput
from standby.rooms.people.models import ListVersion, Person, SourceList

NAMED = (*HEADER, "List")


def rows(*named: tuple[tuple[str, ...], str]) -> bytes:
    return as_csv([(*row, name) for row, name in named], header=NAMED)


def newest(title: str) -> ListVersion:
    return ListVersion.objects.filter(source_list__title=title).latest("number")


def test_each_list_that_a_column_names_becomes_a_list_of_its_own(brings: Bring) -> None:
    imported = brings(content=rows((NURSE, "Glendale"), (DRIVER, "Paris"), (WELDER, " glendale"), (WITHOUT_ROLE, "")))

    declared = SourceList.objects.get(part_of__isnull=True)
    parts = SourceList.objects.filter(part_of=declared)
    assert imported.new == 4
    assert {part.title for part in parts} == {"The union's list: Glendale", "The union's list: Paris"}
    assert {part.keeper_id for part in parts} == {declared.keeper_id}
    assert [newest(title).rows for title in sorted(part.title for part in parts)] == [2, 1]
    assert newest(declared.title).rows == 1


def test_the_next_file_is_compared_list_by_list(brings: Bring) -> None:
    brings(content=rows((NURSE, "Glendale"), (DRIVER, "Paris"), (WELDER, "Glendale")))

    again = brings(content=rows((DRIVER, "PARIS"), (NURSE, "Glendale"), (WITHOUT_ROLE, "Moscow")))

    assert (again.new, again.changed, again.unchanged, again.missing) == (1, 1, 1, 1)
    assert newest("The union's list: Glendale").missing == 1
    assert newest("The union's list: Paris").missing == 0
    assert Person.objects.count() == 4


def test_a_list_that_the_next_file_leaves_out_is_missing_whole_and_nobody_is_withdrawn(brings: Bring) -> None:
    brings(content=rows((NURSE, "Glendale"), (DRIVER, "Paris")))

    again = brings(content=rows((NURSE, "Glendale")))

    assert again.missing == 1
    assert newest("The union's list: Paris").rows == 0
    assert Person.objects.filter(status="withdrawn").count() == 0


def test_somebody_on_two_lists_of_one_file_is_one_person(brings: Bring) -> None:
    imported = brings(content=rows((NURSE, "Glendale"), (NURSE, "Paris")))

    assert imported.new == 2
    assert Person.objects.count() == 1


def test_one_list_of_people_who_asked_to_fight_refuses_the_file_whole(brings: Bring) -> None:
    with pytest.raises(StandbyError, match="asked to fight"):
        brings(content=rows((NURSE, "Glendale"), (DRIVER, "List of fighters")))

    assert not SourceList.objects.exists()


def test_a_column_of_hundreds_of_names_is_no_list(brings: Bring) -> None:
    many = tuple(((*NURSE[:2], f"+374 00 {number:06d}", *NURSE[3:]), f"List {number}") for number in range(201))

    with pytest.raises(UnusableInput, match="201 names"):
        brings(content=rows(*many))
