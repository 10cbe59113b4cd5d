import numpy as np

from standby.identity.linking.degrees import FIELDS, Birth, Contact, Given, Surname
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.model import Model, fit, normalised

_ROW = dict.fromkeys(FIELDS, 0)


def rows(count: int, **known: int) -> np.ndarray:
    return np.array([[(_ROW | known)[field] for field in FIELDS]] * count, np.int8)


# As keys bring strangers together: by a given name, by a surname, hardly ever by both; and no phone of theirs is one.
STRANGERS = np.concatenate(
    [
        rows(2_000, given=Given.SAME, surname=Surname.OTHER, phone=Contact.OTHER),
        rows(2_000, given=Given.OTHER, surname=Surname.SAME, phone=Contact.OTHER),
        rows(40, given=Given.SAME, surname=Surname.SAME, phone=Contact.OTHER),
    ]
)
PEOPLE = np.concatenate(
    [
        rows(300, given=Given.SAME, surname=Surname.SAME, phone=Contact.SAME, birth=Birth.SAME),
        rows(200, given=Given.SAME, surname=Surname.SAME),
    ]
)


def fitted(table: np.ndarray) -> Model:
    kinds = Kinds.of(table)
    return fit(kinds.table, kinds.counts(np.ones(len(table), np.bool_)))


def test_a_whole_name_in_common_tells_more_than_its_two_halves() -> None:
    """Two strangers of one given name were found by it: that says nothing about their surnames."""
    model = fitted(np.concatenate([STRANGERS, PEOPLE]))
    whole_name = rows(1, given=Given.SAME, surname=Surname.SAME)

    assert model.together[Given.SAME, Surname.SAME] < -1
    assert normalised(model.log_chances(whole_name))[0, 0] > 0.5


def test_names_that_are_not_known_say_nothing_together() -> None:
    together = fitted(np.concatenate([STRANGERS, PEOPLE])).together

    assert not together[Given.UNKNOWN].any()
    assert not together[:, Surname.UNKNOWN].any()


def test_what_strangers_names_say_together_is_a_share_of_all_of_them() -> None:
    model = fitted(np.concatenate([STRANGERS, PEOPLE]))
    given, surname = (model.degrees[FIELDS.index(name)][1:, 2] for name in ("given", "surname"))

    assert np.isclose(np.exp(given[:, None] + surname[None, :] + model.together[1:, 1:]).sum(), 1)


def test_how_strangers_spell_their_names_says_nothing_of_how_often_both_meet() -> None:
    """A way to spell that few strangers have is not therefore a sign of one person."""
    together = fitted(np.concatenate([STRANGERS, PEOPLE])).together

    assert together[Given.RESPELLED, Surname.RESPELLED] == together[Given.SAME, Surname.SAME]
    assert together[Given.RESPELLED, Surname.OTHER] == together[Given.SAME, Surname.OTHER]
