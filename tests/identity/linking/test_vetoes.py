import numpy as np
import pytest

from standby.identity.linking.classes import CLASSES
from standby.identity.linking.degrees import DEGREES, FIELDS, Birth, Contact, Father, Given, Surname
from standby.identity.linking.model import Model
from standby.identity.linking.vetoes import vetoes


def model(**share_among_the_same: dict[int, float]) -> Model:
    """Whatever is not named occurs once in a thousand pairs of one person."""
    degrees = []
    for field, kind in DEGREES.items():
        shares = np.full((len(kind), len(CLASSES)), 0.001)
        for degree, share in share_among_the_same.get(field, {}).items():
            shares[degree, 0] = share
        degrees.append(np.log(shares))
    return Model(degrees=tuple(degrees), classes=np.log(np.full(len(CLASSES), 1 / 3)))


def is_excluded(learned: Model, others: float, field: str, degree: int, **known: int) -> bool:
    row = np.array([[{**known, field: degree}.get(one, 0) for one in FIELDS]], np.int8)
    return bool(vetoes(learned, others_of_the_person=others).excluded(row)[0])


def test_another_birth_date_keeps_two_apart_on_a_list_that_writes_dates_well() -> None:
    assert is_excluded(model(birth={Birth.OTHER: 0.01}), 1.0, "birth", Birth.OTHER)


def test_another_birth_date_is_evidence_only_where_people_have_several() -> None:
    """One pair in fifty is nothing among pairs, and much among the forty-five pairs of ten registrations."""
    assert not is_excluded(model(birth={Birth.OTHER: 0.02}), 9.0, "birth", Birth.OTHER)


@pytest.mark.parametrize(("field", "degree"), [("father", Father.OTHER), ("sex", 2), ("licence", 2), ("child", 2)])
def test_what_people_do_not_get_wrong_keeps_them_apart_whatever_was_learned(field: str, degree: int) -> None:
    assert is_excluded(model(**{field: {degree: 0.4}}), 9.0, field, degree)


def test_another_surname_keeps_two_apart_unless_they_share_name_day_of_birth_and_phone() -> None:
    """Who marries keeps all three, and no two people have them."""
    all_three: dict[str, int] = {"given": Given.RESPELLED, "birth": Birth.SAME, "phone": Contact.SAME}

    assert not is_excluded(model(), 1.0, "surname", Surname.OTHER, **all_three)
    for missing in all_three:
        assert is_excluded(model(), 1.0, "surname", Surname.OTHER, **{**all_three, missing: 0})
    assert is_excluded(model(), 1.0, "father", Father.OTHER, **all_three)


def test_what_agrees_excludes_nobody() -> None:
    assert not is_excluded(model(), 1.0, "given", Given.RESPELLED)
