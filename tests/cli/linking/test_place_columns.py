import pytest

from standby.cli.linking.place_columns import with_places
from standby.exchange import Field, guess_mapping, read_table


def homes(header: str) -> tuple[str, ...]:
    table = read_table(f"name,{header}\nSuren Manukyan,{'x,' * header.count(',')}y\n".encode(), filename="list.csv")
    return with_places(guess_mapping(table)).columns_of(Field.HOME)


@pytest.mark.parametrize("header", ["birth_place", "Postcode", "Адрес", "место рождения", "ծննդավայր", "Ünvan"])
def test_where_somebody_lives_or_was_born_is_read_to_compare(header: str) -> None:
    assert homes(header) == (header,)


def test_it_is_read_beside_the_town() -> None:
    assert homes("city,postcode") == ("city", "postcode")


@pytest.mark.parametrize("header", ["religion", "passport", "nationality", "sex", "blood type", "office postcode"])
def test_what_nobody_may_ask_for_is_not_read_for_this_either(header: str) -> None:
    assert homes(header) == ()
