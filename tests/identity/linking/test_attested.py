import numpy as np

from standby.identity import Record, RecordId
from standby.identity.linking.attested import attested
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.intake import crowd_of
from standby.identity.weights import weights


def worth(names: list[str], *, of_a_person: float = 2.0) -> float:
    """Of the first and the last name."""
    records = [Record(id=RecordId(f"r{number:03}"), name=name) for number, name in enumerate(names)]
    crowd, one, other = crowd_of(records, default_region=""), np.array([0]), np.array([len(names) - 1])
    found = Blocked(ones=one, others=other, typical=np.ones(1, np.bool_), skipped={})
    table = compare_pairs(crowd, one, other, weights())
    return float(attested(crowd, found, table, registrations_of_a_person=of_a_person)[0])


def test_two_surnames_a_letter_apart_that_many_bear_are_two_surnames() -> None:
    assert worth(["Сурен Бабаян"] * 40 + ["Сурен Балаян"] * 40) < -1


def test_a_surname_that_one_bears_may_be_a_slip_of_a_frequent_one() -> None:
    assert worth(["Сурен Бабаян"] * 79 + ["Сурен Бабкян"]) == 0


def test_the_more_bear_the_rarer_name_the_less_it_is_a_slip() -> None:
    few, many = (worth(["Сурен Бабаян"] * 60 + ["Сурен Балаян"] * bearers) for bearers in (5, 30))

    assert many < few < 0


def test_where_everybody_registers_often_a_spelling_has_to_occur_more_often() -> None:
    names = ["Сурен Бабаян"] * 40 + ["Сурен Балаян"] * 10

    assert worth(names, of_a_person=8.0) > worth(names, of_a_person=2.0)


def test_another_spelling_of_one_name_is_not_another_name() -> None:
    assert worth(["Suren Harutyunyan"] * 40 + ["Сурен Арутюнян"] * 40) == 0
