"""Pledges in words, as their giver reads them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from standby.domain.sign_up import PledgeKind
from standby.rooms.door.forms.join_gifts import FROM_HOME_WORDS, GOODS_WORDS
from standby.rooms.people.queries.pledges import PledgeView


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPledge:
    title: str
    what: str


def say_pledges(pledges: Iterable[PledgeView]) -> list[SaidPledge]:
    return [SaidPledge(title=_title(pledge.kind), what=", ".join(_words(pledge))) for pledge in pledges]


def _title(kind: PledgeKind) -> str:
    match kind:
        case PledgeKind.GOODS:
            return _("Things")
        case PledgeKind.MONEY:
            return _("Money")
        case PledgeKind.FROM_HOME:
            return _("From home")


def _words(pledge: PledgeView) -> list[str]:
    known = {**GOODS_WORDS} if pledge.kind is PledgeKind.GOODS else {**FROM_HOME_WORDS}
    return [str(known.get(what, what)) for what in pledge.what]
