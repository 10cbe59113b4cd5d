"""Parties: who is there, and for whom the others wait."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from standby.domain.offers import PartyRule
from standby.domain.statuses import ENDED_STATUSES
from standby.rooms.people.blinds import party_blind
from standby.rooms.people.models import Party, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyView:
    """A party as one of its own sees it: numbers, and nobody's name. `size` is what the first of them said."""

    size: int
    signed_up: int
    confirmed: int
    may_be_split: bool

    @property
    def is_waiting(self) -> bool:
        return self.confirmed < self.size and not self.may_be_split


def party_of(*, operation_id: int, label: str) -> PartyView | None:
    """None for whoever comes alone, and for parties of lists, which are whole from the start."""
    row = Party.objects.filter(operation_id=operation_id, label=label).first() if label else None
    if row is None:
        return None
    counted = (
        _members(operation_id)
        .filter(party=label)
        .aggregate(
            signed_up=Count("id"),
            confirmed=Count("id", filter=_CONFIRMED),
            splitting=Count("id", filter=_MAY_SPLIT),
        )
    )
    return PartyView(
        size=row.size,
        signed_up=counted["signed_up"],
        confirmed=counted["confirmed"],
        may_be_split=counted["signed_up"] == counted["splitting"],
    )


def waiting_parties(*, operation_id: int) -> frozenset[str]:
    """Labels of parties that no plan may count on yet: companions have not signed up or not confirmed, and somebody
    of them will not be parted from the others."""
    sizes = dict(Party.objects.filter(operation_id=operation_id).values_list("label", "size"))
    if not sizes:
        return frozenset()
    known = Party.objects.filter(operation_id=operation_id, label=OuterRef("party"))
    counted = (
        _members(operation_id)
        .filter(Exists(known))
        .values("party")
        .annotate(confirmed=Count("id", filter=_CONFIRMED), staying=Count("id", filter=~_MAY_SPLIT))
    )
    return frozenset(
        row["party"] for row in counted.order_by() if row["confirmed"] < sizes[row["party"]] and row["staying"]
    )


_CONFIRMED = Q(contact_confirmed_at__isnull=False)
_MAY_SPLIT = Q(offer__party_rule=PartyRule.MAY_SPLIT.value)


def _members(operation_id: int) -> QuerySet[Person]:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True)
    return rows.exclude(status__in=ENDED_STATUSES)


def is_party(*, operation_id: int, code: str) -> bool:
    """Whether a party has this code, as `parse_party_code` gives it."""
    return Party.objects.filter(operation_id=operation_id, code=party_blind(code, operation_id=operation_id)).exists()
