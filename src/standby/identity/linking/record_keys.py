"""What records are found by, as numbers: every record with every one of its keys, kind by kind."""

from collections.abc import Iterator

from standby.identity.linking.block_keys import Keys, Names
from standby.identity.linking.circumstance_keys import birth_keys, father_keys, home_keys, occupation_keys
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.name_keys import contact_keys, name_keys


def keys_of(crowd: Crowd) -> Iterator[Keys]:
    """Kind by kind, so that never all keys of a million records are held at once."""
    names = Names.of(crowd)
    yield from contact_keys(crowd)
    yield from name_keys(names)
    yield from birth_keys(crowd, names)
    yield from home_keys(crowd, names)
    yield from father_keys(crowd, names)
    yield from occupation_keys(crowd, names)
