import numpy as np

from standby.identity.linking.calibration import Calibration, calibrate
from standby.identity.linking.degrees import FIELDS

TABLE = np.array([[1] * len(FIELDS), [2] * len(FIELDS)] * 50, np.int8)
SAME = np.array([True, False] * 50)


def test_labels_move_the_odds_their_way() -> None:
    change = calibrate(TABLE, np.zeros(len(TABLE)), SAME).change(TABLE)

    assert change[0] > 0 > change[1]


def test_one_label_moves_less_than_a_hundred() -> None:
    few = calibrate(TABLE[:1], np.zeros(1), SAME[:1]).change(TABLE)
    many = calibrate(TABLE, np.zeros(len(TABLE)), SAME).change(TABLE)

    assert 0 < few[0] < many[0]


def test_without_labels_nothing_changes() -> None:
    assert not Calibration.none().change(TABLE).any()
