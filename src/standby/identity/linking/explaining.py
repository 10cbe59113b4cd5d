"""Why a pair has the chances it has, field by field, as codes and numbers that a page can put into words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.model import Chances, Model

_SHARED_AT_HOME = tuple(FIELDS.index(field) for field in ("phone", "email", "home", "father"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """`weight`: what it adds to the log odds of "the same person" against all else."""

    field: str
    degree: str
    weight: float

    def __str__(self) -> str:
        return f"{self.field}:{self.degree}:{self.weight:+.2f}"


def reasons(degrees: Sequence[int], model: Model, chances: Chances) -> tuple[Reason, ...]:
    """Of the fields that both know, the weightiest first. `chances`: of the pair, to weigh what "all else" is."""
    found = (
        Reason(
            field=field,
            degree=DEGREES[field](degree).name.lower(),
            weight=_weight(model.degrees[place][degree], chances),
        )
        for place, (field, degree) in enumerate(zip(FIELDS, degrees, strict=True))
        if degree
    )
    return tuple(sorted(found, key=lambda reason: (-abs(reason.weight), reason.field)))


def likeliest(chances: Chances, degrees: Sequence[int]) -> PairClass:
    """The likeliest class; but nobody is called a household who shares neither contact, nor home, nor father."""
    found = CLASSES[int(chances.argmax())]
    if found is not PairClass.HOUSEHOLD or any(degrees[place] == 1 for place in _SHARED_AT_HOME):
        return found
    return PairClass.OTHER


def _weight(logs: Chances, chances: Chances) -> float:
    """Against a household and against strangers, each as likely as it is for this pair."""
    others = chances[1:] + 1e-9
    against = np.log((np.exp(logs[1:]) * others).sum() / others.sum())
    return float(logs[0] - against)
