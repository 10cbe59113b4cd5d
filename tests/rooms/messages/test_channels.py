"""Who gets what by which channel."""

import pytest

from standby.rooms.messages.channels import NO_WISH, Choice, channels_for
from standby.rooms.messages.models import Channel

E, S, T, P = Channel.EMAIL, Channel.SMS, Channel.TELEGRAM, Channel.PAPER


@pytest.mark.parametrize(
    ("choice", "available", "is_grave", "expected"),
    [
        (NO_WISH, {E, S, P}, False, (E,)),
        (NO_WISH, {S, P}, False, (S,)),
        (NO_WISH, {E, S, P}, True, (E, S)),
        (NO_WISH, {E, P}, True, (E,)),
        (NO_WISH, {P}, False, (P,)),
        (NO_WISH, set(), True, ()),
        (Choice(first=S), {E, S, P}, False, (S,)),
        (Choice(first=S), {E, S, P}, True, (S, E)),
        (Choice(first=S), {E, P}, False, (E,)),
        (Choice(first=P), {E, S, P}, False, (P,)),
        (Choice(first=P), {E, S, P}, True, (P, E)),
        (Choice(first=T), {E, S, T, P}, False, (T,)),
        (NO_WISH, {S, T, P}, True, (S, T)),
        (Choice(stopped=frozenset({S})), {E, S, P}, True, (E,)),
        (Choice(stopped=frozenset({S})), {S, P}, False, (P,)),
    ],
)
def test_the_channels_of_a_message(
    choice: Choice, available: set[Channel], is_grave: bool, expected: tuple[Channel, ...]
) -> None:
    assert channels_for(choice=choice, available=available, is_grave=is_grave) == expected


def test_somebody_with_a_telephone_is_rung_before_paper_is_printed() -> None:
    assert channels_for(choice=NO_WISH, available={P}, is_grave=True, has_telephone=True) == ()
