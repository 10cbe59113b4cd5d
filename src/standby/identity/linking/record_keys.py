"""What records are found by, as numbers: every record with every one of its keys, kind by kind."""

from collections.abc import Callable, Iterator
from functools import partial

from standby.identity.linking.block_keys import Keys, Names
from standby.identity.linking.circumstance_keys import birth_keys, father_keys, home_keys, occupation_keys
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.name_keys import (
    consonant_keys,
    contact_keys,
    left_out_keys,
    name_start_keys,
    rare_name_keys,
)

MakesKeys = Callable[[], Iterator[Keys]]


def makers_of(crowd: Crowd) -> tuple[MakesKeys, ...]:
    """The dearest first. None waits for another; never all keys of a million records are to be held at once."""
    names = Names.of(crowd)
    return (
        partial(left_out_keys, names),
        partial(consonant_keys, names),
        partial(contact_keys, crowd),
        partial(birth_keys, crowd, names),
        partial(home_keys, crowd, names),
        partial(name_start_keys, names),
        partial(rare_name_keys, names),
        partial(father_keys, crowd, names),
        partial(occupation_keys, crowd, names),
    )


def keys_of(crowd: Crowd) -> Iterator[Keys]:
    for make in makers_of(crowd):
        yield from make()
