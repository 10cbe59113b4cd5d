"""Which groups of held sign-ups are judged, and how."""

from collections.abc import Sequence
from enum import StrEnum

from django.http import QueryDict
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.people.actions.holding import HeldGroup
from standby.rooms.people.queries.held import HeldView
from standby.rooms.people.values import Hold

GROUP = "group"
_LONGEST = 42


class HeldVerdict(StrEnum):
    RELEASE = "release"
    DROP = "drop"


def group_value(view: HeldView) -> str:
    """What a box says when it is ticked: what came after the page was drawn is not judged with it."""
    return f"{view.why.value}:{view.network.hex()}:{view.last_id}"


def judged_groups(posted: QueryDict) -> tuple[HeldVerdict, Sequence[HeldGroup]]:
    """Raises Refused where nothing was chosen, or something that this page cannot have sent."""
    verdict, values = posted.get("verdict", ""), posted.getlist(GROUP)
    if not values or verdict not in set(HeldVerdict):
        raise Refused(gettext("Choose at least one group, then let it through or drop it."))
    return HeldVerdict(verdict), [_group(value) for value in values]


def _group(value: str) -> HeldGroup:
    try:
        why, network, last_id = value[:_LONGEST].split(":")
        return HeldGroup(why=Hold(why), network=bytes.fromhex(network), last_id=int(last_id))
    except ValueError as error:
        raise Refused(gettext("This group is none of those on the page. Look at it again.")) from error
