"""How well the chance of a call is foretold, in sentences: what people are told at the door has to be true."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from standby.domain.chances import Bucket, calibration
from standby.rooms.look.numbers import say_number
from standby.rooms.people.queries.chances import weeks_of

_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBucket:
    """One row: who was told about this chance, and how many of them were called."""

    told: str
    people: int
    foretold: str
    happened: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretelling:
    """`error` is the mean distance between told and happened, in points of a hundred, each person weighing the same."""

    rows: Sequence[SaidBucket]
    people: int
    error: str


def foretelling_of(*, operation_id: int) -> Foretelling:
    buckets = calibration(weeks_of(operation_id=operation_id))
    people = sum(bucket.people for bucket in buckets)
    off = sum(abs(bucket.foretold - bucket.happened) * bucket.people for bucket in buckets)
    return Foretelling(
        rows=[_said(bucket) for bucket in buckets],
        people=people,
        error=_percent(off / people) if people else "",
    )


def _said(bucket: Bucket) -> SaidBucket:
    said = {"least": round(bucket.least * _HUNDRED), "most": round(bucket.most * _HUNDRED)}
    return SaidBucket(
        told=_("%(least)s to %(most)s in a hundred") % said,
        people=bucket.people,
        foretold=_percent(bucket.foretold),
        happened=_percent(bucket.happened),
    )


def _percent(share: float) -> str:
    return say_number(round(share * _HUNDRED, 1))
