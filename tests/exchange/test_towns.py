"""The towns of a list that nobody knows yet: each once, the commonest first."""

from standby.exchange import Field, guess_mapping, read_table
from standby.exchange.towns import town_key, unknown_towns

LIST = "Name,Town,Phone\nA B,Glendale CA,1\nC D,Yerevan,2\nE F,glendale ca,3\nG H,,4\nI J,Vagharsh,5\n"


def knows_yerevan(town: str, country: str, /) -> str:
    del country
    return "evn" if town == "Yerevan" else ""


def test_towns_that_are_no_place_are_listed_once_the_commonest_first() -> None:
    table = read_table(LIST.encode(), filename="list.csv")
    mapping = guess_mapping(table).corrected({"Town": Field.HOME})

    towns = unknown_towns(table, mapping, homes=knows_yerevan)

    assert [(town.value, town.count) for town in towns] == [("Glendale CA", 2), ("Vagharsh", 1)]


def test_a_town_is_the_same_however_it_is_spelled() -> None:
    assert town_key(" GLENDALE,  CA ") == town_key("Glendale CA")
