"""Why a pair has the chances it has, field by field, as codes and numbers that a page can put into words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.model import Chances, Model, normalised

_SHARED_AT_HOME = tuple(FIELDS.index(field) for field in ("phone", "email", "home", "father"))
_HOUSEHOLD, _OTHER = CLASSES.index(PairClass.HOUSEHOLD), CLASSES.index(PairClass.OTHER)


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
    return tuple(_reasons(row, model, shares) for row, shares in zip(kinds.tolist(), others, strict=True))


def _reasons(degrees: Sequence[int], model: Model, others: Chances) -> tuple[Reason, ...]:
    found = (
        Reason(
            field=field,
            degree=DEGREES[field](degree).name.lower(),
            weight=_weight(model.degrees[place][degree], others),
        )
        for place, (field, degree) in enumerate(zip(FIELDS, degrees, strict=True))
        if degree
    )
    return tuple(sorted(found, key=lambda reason: (-abs(reason.weight), reason.field)))


def likeliest(chances: Chances, table: Table) -> NDArray[np.int8]:
    """The likeliest class; but nobody is called a household who shares neither contact, nor home, nor father."""
    found = chances.argmax(axis=1)
    shares_home = (table[:, _SHARED_AT_HOME] == 1).any(axis=1)
    return np.where((found == _HOUSEHOLD) & ~shares_home, _OTHER, found).astype(np.int8)


def _weight(logs: Chances, others: Chances) -> float:
    """Against a household and against strangers, each as likely as it is for this kind of pair."""
    return float(logs[0] - np.log((np.exp(logs[1:]) * others).sum()))
