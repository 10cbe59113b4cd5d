"""By which channels somebody is written to: what they chose, what they stopped, and what is there at all."""

from collections.abc import Collection
from dataclasses import dataclass

from standby.rooms.messages.models import Channel

# Telegram stands here for those alone who opened a chat; paper for those whom nothing else reaches.
_USUAL = (Channel.EMAIL, Channel.SMS, Channel.TELEGRAM, Channel.PAPER)
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person wants; empty and nothing stopped is no wish at all."""

    first: Channel | None = None
    stopped: frozenset[Channel] = frozenset()


NO_WISH = Choice()


def channels_for(
    *, choice: Choice, available: Collection[Channel], is_grave: bool, has_telephone: bool = False
) -> tuple[Channel, ...]:
    """The channels of one message, in their order: one, or two where it is `grave` to miss it.

    `available` are those by which an address of theirs can be reached. Paper is for who asked for it, or has nothing
    else: a person with a telephone is rung instead.
    """
    order = [channel for channel in _order(choice) if channel in available and channel not in choice.stopped]
    if choice.first is not Channel.PAPER and (len(order) > 1 or has_telephone):
        order = [channel for channel in order if channel is not Channel.PAPER]
    return tuple(order[: _TWO if is_grave else 1])


def usual_channel(available: Collection[Channel]) -> Channel | None:
    """Which goes first where nobody chose."""
    return next((channel for channel in _USUAL if channel in available), None)


def _order(choice: Choice) -> list[Channel]:
    first = [choice.first] if choice.first else []
    return [*first, *(channel for channel in _USUAL if channel is not choice.first)]
