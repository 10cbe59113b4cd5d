"""The lists of the exercise must come in by the same door as anybody's, without help where it should need none."""

from pathlib import Path

import pytest

from standby.domain.catalogue import is_combat_offer
from standby.exchange.conversion import convert
from standby.exchange.folding import fold
from standby.exchange.guessing import guess_mapping
from standby.exchange.occupations import RoleChoice, choices_of, value_table
from standby.exchange.outcomes import Outcome, Preview
from standby.exchange.reading import read_table
from standby.exercise import Exercise, make_exercise, write_lists
from standby.exercise.kept import KeptList
from tests.exercise.conftest import TODAY

LISTS = ("union", "embassy", "field", "union-2")


@pytest.fixture(scope="module")
def middling() -> Exercise:
    """Large enough that every kind of row occurs."""
    return make_exercise(seed=4, today=TODAY, scale=0.05)


@pytest.fixture(scope="module")
def folder(middling: Exercise, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lists")
    write_lists(middling, path)
    return path


def list_of(exercise: Exercise, name: str) -> KeptList:
    return next(kept for kept in exercise.lists if kept.id == name)


def preview(exercise: Exercise, path: Path) -> Preview:
    """With the occupations mapped as the registrar of the exercise maps them."""
    known = {
        fold(occupation.wording): RoleChoice(is_refused=True)
        if occupation.is_refused
        else RoleChoice(codes=(occupation.role,), tags=(occupation.tag,) if occupation.tag else ())
        for occupation in exercise.occupations
    }
    homes = {fold(name): home.id for home in exercise.homes for name in home.town.name.as_dict().values()}
    table = read_table(path)
    mapping = guess_mapping(table)
    values = value_table(table, mapping, match=lambda wording: known.get(fold(wording)))
    return convert(
        table,
        mapping,
        choices=choices_of(values),
        today=exercise.today,
        is_combat=is_combat_offer,
        homes=lambda place, _country: homes.get(fold(place), ""),
    )


@pytest.mark.parametrize("name", LISTS)
def test_every_column_is_recognised_and_those_without_a_purpose_left_out(
    middling: Exercise, folder: Path, name: str
) -> None:
    kept = list_of(middling, name)

    guesses = guess_mapping(read_table(folder / kept.file)).columns

    assert {guess.column: guess.field.value for guess in guesses if guess.field} == dict(kept.fields)


@pytest.mark.parametrize("name", LISTS)
def test_most_rows_can_be_used_and_some_only_asked_about(middling: Exercise, folder: Path, name: str) -> None:
    kept = list_of(middling, name)

    counts = preview(middling, folder / kept.file).counts

    assert counts[Outcome.USABLE] > 0.7 * counts.total()
    assert counts[Outcome.INCOMPLETE] > 0


def test_exactly_the_offers_to_fight_are_refused(middling: Exercise, folder: Path) -> None:
    fighters = {volunteer.id for volunteer in middling.volunteers if volunteer.is_combat_offer}
    for name in LISTS:
        kept = list_of(middling, name)
        expected = sum(row.person in fighters for row in kept.rows)

        assert preview(middling, folder / kept.file).count(Outcome.REFUSED) == expected
