from dataclasses import replace

import numpy as np

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.intake import crowd_of
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.model import fit
from standby.identity.linking.rarity import rarity
from standby.identity.records import Record, RecordId
from standby.identity.weights import weights


def worth(records: list[Record], *pairs: tuple[int, int]) -> list[float]:
    crowd = crowd_of(records, default_region="")
    ones, others = (np.array(places) for places in zip(*pairs, strict=True))
    found = Blocked(ones=ones, others=others, typical=np.ones(len(ones), np.bool_), skipped={})
    table = compare_pairs(crowd, ones, others, weights())
    kinds = Kinds.of(table)
    model = fit(kinds.table, kinds.counts(found.typical))
    worths: list[float] = rarity(crowd, found, table, model).tolist()
    return worths


def born(number: int, birth: str = "", *, home: str = "", name: str = "", father: str = "") -> Record:
    return Record(id=RecordId(f"r{number:03}"), name=name, patronymic=father, birth_date=birth, home=home)


def test_a_birthday_that_one_in_fifty_has_says_no_more_than_the_year() -> None:
    records = [born(number, f"19{50 + number % 40}-01-01") for number in range(80)]
    records += [born(80 + number, "1980-05-17") for number in range(2)]
    records += [born(82 + number, f"1980-{2 + number % 11:02}-{2 + number % 27:02}") for number in range(60)]

    new_year, another_day = worth(records, (0, 40), (80, 81))

    assert new_year < -3
    assert another_day == 0


def test_a_village_in_common_says_more_than_the_capital() -> None:
    homes = ["Yerevan"] * 60 + ["Dilijan"] * 2
    records = [born(number, home=home) for number, home in enumerate(homes)]

    capital, village = worth(records, (0, 1), (60, 61))

    assert village > 0 > capital


def test_a_rare_surname_in_common_says_more_than_a_frequent_one() -> None:
    names = ["Сурен Арутюнян"] * 60 + ["Сурен Чухаджян"] * 2
    records = [born(number, name=name) for number, name in enumerate(names)]

    frequent, rare = worth(records, (0, 1), (60, 61))

    assert rare > frequent


def test_a_short_form_is_no_rarer_than_the_name_it_is_short_for() -> None:
    names = ["Анна Чухаджян"] * 60 + ["Аня Чухаджян"] + ["Хильда Чухаджян"] * 2
    records = [born(number, name=name) for number, name in enumerate(names)]

    short_form, rare = worth(records, (0, 60), (61, 62))

    assert rare - short_form > 2


def test_a_rare_father_in_common_says_more_of_two_of_one_name_than_a_frequent_one() -> None:
    fathers = ["Тигранович"] * 40 + ["Зенобович"] * 2
    records = [born(number, name="Сурен Чухаджян", father=father) for number, father in enumerate(fathers)]

    frequent, rare = worth(records, (0, 1), (40, 41))

    assert rare - frequent > 2


def test_a_father_in_common_says_no_more_of_two_names_a_slip_apart() -> None:
    """They may be brothers."""
    brothers = [born(0, name="Мартин Чухаджян"), born(1, name="Марлин Чухаджян")]
    with_father = [replace(brother, patronymic="Зенобович") for brother in brothers]

    assert worth(with_father, (0, 1)) == worth(brothers, (0, 1))
