"""What was learned from lists, kept as plain numbers with their names, so that other lists need not be learned anew."""

from collections.abc import Mapping

import numpy as np

from standby.identity.linking.calibration import Calibration
from standby.identity.linking.classes import CLASSES
from standby.identity.linking.degrees import DEGREES, Given, Surname
from standby.identity.linking.model import Model
from standby.identity.linking.scoring import Trained

FORMAT = 2
# The first did not know that strangers seldom share both names; it is read as it was written.
_FIRST = 1
_DIGITS = 6


def stored_trained(trained: Trained) -> dict[str, object]:
    """Natural logarithms of how often each degree occurs in each class; "unknown" says nothing and is left out."""
    return {
        "format": FORMAT,
        "classes": _named(trained.model.classes),
        "fields": {
            name: {kind(degree).name.lower(): _named(logs[degree]) for degree in range(1, len(kind))}
            for (name, kind), logs in zip(DEGREES.items(), trained.model.degrees, strict=True)
        },
        "strangers_names": [[round(float(log), _DIGITS) for log in row] for row in trained.model.together],
        "calibration": [round(float(weight), _DIGITS) for weight in trained.calibration.weights],
    }


def _named(logs: np.ndarray) -> dict[str, float]:
    return {pair_class.value: round(float(log), _DIGITS) for pair_class, log in zip(CLASSES, logs, strict=True)}


def read_trained(stored: Mapping[str, object]) -> Trained:
    """The other way round; ValueError for what is no such model or one of other fields."""
    match {"strangers_names": None, **stored}:
        case {
            "format": 1 | 2 as version,
            "classes": dict(classes),
            "fields": dict(fields),
            "strangers_names": list() | None as together,
            "calibration": list(calibration),
        } if (version == _FIRST) == (together is None):
            pass
        case _:
            raise ValueError("This is no model of this version.")
    none = Calibration.none()
    if set(fields) != set(DEGREES) or len(calibration) != len(none.weights):
        raise ValueError("This model compares other fields.")
    try:
        degrees = tuple(_logs(fields[name], [degree.name.lower() for degree in kind]) for name, kind in DEGREES.items())
        return Trained(
            model=Model(degrees=degrees, classes=_numbers(classes), together=_together(together)),
            calibration=Calibration(weights=np.array(calibration, np.float64)),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("This model compares other degrees.") from error


def _logs(told: Mapping[str, Mapping[str, float]], degrees: list[str]) -> np.ndarray:
    return np.stack([np.zeros(len(CLASSES)), *(_numbers(told[degree]) for degree in degrees[1:])])


def _together(told: list[list[float]] | None) -> np.ndarray:
    found = np.zeros((len(Given), len(Surname))) if told is None else np.array(told, np.float64)
    if found.shape != (len(Given), len(Surname)):
        raise TypeError(found.shape)
    return found


def _numbers(told: Mapping[str, float]) -> np.ndarray:
    return np.array([float(told[pair_class.value]) for pair_class in CLASSES], np.float64)
