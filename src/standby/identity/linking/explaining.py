"""Why a pair has the chances it has, field by field, as codes and numbers that a page can put into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.model import Chances, Model, normalised

_SHARED_AT_HOME = tuple(FIELDS.index(field) for field in ("phone", "email", "home", "father"))
_SAME, _HOUSEHOLD, _OTHER = (CLASSES.index(kind) for kind in (PairClass.SAME, PairClass.HOUSEHOLD, PairClass.OTHER))
_HALF = np.float32(0.5)
_NAMES = frozenset({"given", "surname"})
_DEGREE_NAMES = tuple(tuple(degree.name.lower() for degree in DEGREES[field]) for field in FIELDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`weight`: what it adds to the log odds of "the same person" against all else."""

    field: str
    degree: str
    weight: float

    def __str__(self) -> str:
        return f"{self.field}:{self.degree}:{self.weight:+.2f}"


def reasons_of_kinds(kinds: Table, model: Model) -> tuple[tuple[Reason, ...], ...]:
    """Of each kind the fields that both know, the weightiest first."""
    others = normalised(model.log_chances(kinds)[:, 1:])
    together = model.names_together(kinds).tolist()
    return tuple(
        _reasons(row, model, shares, names) for row, shares, names in zip(kinds.tolist(), others, together, strict=True)
    )


def _reasons(degrees: Sequence[int], model: Model, others: Chances, together: float) -> tuple[Reason, ...]:
    """What the two names say together is said half by each."""
    found = (
        Reason(
            field=field,
            degree=_DEGREE_NAMES[place][degree],
            weight=_weight(model.degrees[place][degree], others, together / 2 if field in _NAMES else 0.0),
        )
        for place, (field, degree) in enumerate(zip(FIELDS, degrees, strict=True))
        if degree
    )
    return tuple(sorted(found, key=lambda reason: (-abs(reason.weight), reason.field)))


def likeliest(
    same: NDArray[np.float64], household: NDArray[np.float32], shares_home: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """The likeliest class; but nobody is called a household who shares neither contact, nor home, nor father.

    `household`: its share in what is not the same.
    """
    found = np.where(shares_home & (household >= _HALF), np.int8(_HOUSEHOLD), np.int8(_OTHER))
    larger = np.maximum(household, 1 - household)
    found[same >= (1 - same) * larger] = _SAME
    return found


def share_home(kinds: Table) -> NDArray[np.bool_]:
    """Whether pairs of each kind share a contact, a home or a father."""
    return np.asarray((kinds[:, _SHARED_AT_HOME] == 1).any(axis=1), np.bool_)


def _weight(logs: Chances, others: Chances, of_strangers: float) -> float:
    """Against a household and against strangers, each as likely as it is for this kind of pair."""
    household, stranger = float(logs[1]), float(logs[2]) + of_strangers
    return float(logs[0]) - log(exp(household) * float(others[0]) + exp(stranger) * float(others[1]))
