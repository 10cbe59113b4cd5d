"""What people are told apart by when their coming is foretold: how they are written to, and how far they travel."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from standby.rooms.callup.reaching import Wishes, wishes_in
from standby.rooms.messages.models import Channel
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.means import Means, who_can_be_written_to

_CALLED = "called"


class Distance(StrEnum):
    """Whole days of travel to the region."""

    SAME_DAY = "0"
    ONE_DAY = "1"
    MORE_DAYS = "2"
    UNKNOWN = "unknown"


def cell_of(channel: Channel, distance: Distance) -> str:
    return f"{channel.value} {distance.value}"


def read_cell(cell: str) -> tuple[Channel, Distance]:
    channel, _, distance = cell.partition(" ")
    return Channel(channel), Distance(distance)


def distance_between(home: str, region: str, *, routes: Mapping[tuple[str, str], int]) -> Distance:
    if not home:
        return Distance.UNKNOWN
    match routes.get((home, region), 0):
        case 0:
            return Distance.SAME_DAY
        case 1:
            return Distance.ONE_DAY
        case _:
            return Distance.MORE_DAYS


def channels_by_person(*, operation: OperationView, ids: Collection[int] | None = None) -> dict[int, Channel]:
    """By which channel each person of the operation, or each of these, is called first; whom none reaches is rung."""
    wishes = wishes_in(operation, installation())
    return {means.id: _channel(means, wishes) for means in who_can_be_written_to(operation_id=operation.id, ids=ids)}


def _channel(means: Means, wishes: Wishes) -> Channel:
    addresses = {Channel.EMAIL} if means.has_email else set()
    if means.has_phone:
        addresses.add(Channel.SMS)
    if means.ref in wishes.chats:
        addresses.add(Channel.TELEGRAM)
    chosen = wishes.channels(means.ref, kind=_CALLED, addresses=addresses, has_telephone=means.has_phone)
    return next(iter(chosen), Channel.CALL)
