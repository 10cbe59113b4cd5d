"""The union's second list: nearly the first."""

from standby.exercise import Exercise
from standby.exercise.kept import KeptList, RowKind


def real_rows(kept: KeptList) -> list[tuple[str, tuple[object, ...]]]:
    return [(row.person, row.cells) for row in kept.rows if row.kind is not RowKind.NOBODY]


def test_a_few_are_new_a_few_are_gone(exercise: Exercise) -> None:
    before, after = ({row.person for row in kept.rows if row.person} for kept in (exercise.lists[0], exercise.lists[3]))

    assert 150 < len(after - before) < 350
    assert 100 < len(before - after) < 350


def test_a_few_have_changed_and_the_rest_say_the_same(exercise: Exercise) -> None:
    before, after = real_rows(exercise.lists[0]), real_rows(exercise.lists[3])
    known = {person for person, _ in before}

    changed = [row for row in set(after) - set(before) if row[0] in known]

    assert 200 < len(changed) < 600


def test_latecomers_stand_on_no_earlier_list(exercise: Exercise) -> None:
    earlier = {row.person for kept in exercise.lists[:3] for row in kept.rows}
    late = {row.person for row in exercise.lists[3].rows} - {row.person for row in exercise.lists[0].rows}

    assert not late & earlier


def test_the_rows_stand_in_another_order_under_the_same_header(exercise: Exercise) -> None:
    first, second = exercise.lists[0], exercise.lists[3]

    assert second.header == first.header
    assert second.file != first.file
    assert [row.person for row in second.rows[:50]] != [row.person for row in first.rows[:50]]
