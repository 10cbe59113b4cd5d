"""A name as one row of numbers: all that the compiled comparison (`standby.identity.penalties`) needs to know of it.

A name is its head, then word by word what it is called by and its surnames, then the father's name. A word is its head,
its sounds, its letters, and the numbers of the given names that it spells and of those that it may be short for.

A word is read once, whatever names it stands in, and the parts of names whose words tell the same are found once.
"""

import struct
import sys
from array import array
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standby.identity.endings import Sex
from standby.identity.given_names import Known, known_by_sound
from standby.identity.names import Traits, father_sounds, parts_of, traits_of
from standby.identity.scripts import Script, only_script_of, script_of
from standby.identity.sounds import sounds, sounds_in, words
from standby.identity.weights import SCRIPT_NUMBER, sign_text

Numbers = NDArray[np.int32]
PackedName = bytes

# Places in the head of a name; `GIVEN`: how many of its words are no surnames.
WORDS, GIVEN, HAS_FATHER, SEX = range(4)
NAME_HEAD = 4

# Places in the head of a word; `ROOM` is how many numbers it takes, its head included.
ROOM, SCRIPT, IS_INITIAL, BEGINS, SOUNDS, LETTERS, SPELLS, SHORT_FOR = range(8)
WORD_HEAD = 8

NUMBER_BYTES = 4
_NAME = struct.Struct(f"={NAME_HEAD}i").pack
_WORD = struct.Struct(f"={WORD_HEAD}i").pack
_CODES = f"utf-32-{sys.byteorder[0]}e"

_SEXES = {None: 0, Sex.FEMALE: 1, Sex.MALE: 2}
_NOTHING_KNOWN = Known()


class _Layout(NamedTuple):
    """Where the words of a name go, and the place of the one that names the father."""

    head: bytes
    places: tuple[int, ...]
    father: int | None


def packed_name(text: str) -> PackedName:
    """Of a whole name: what `parse_name` finds in it."""
    whole = words(text)
    read = list(map(_read_word, whole))
    layout = _layout(tuple([traits for traits, _ in read]))
    packed = layout.head + b"".join([read[place][1] for place in layout.places])
    if layout.father is None:
        return packed
    return packed + _father(father_sounds(whole[layout.father]), script_of(whole[layout.places[0]]))


@lru_cache(maxsize=20_000)
def _layout(traits: Traits) -> _Layout:
    parts, sex = parts_of(traits)
    places = parts.given + parts.surnames
    head = _NAME(len(places), len(parts.given), parts.father is not None, _SEXES[sex])
    return _Layout(head, places, parts.father)


@lru_cache(maxsize=100_000)
def _read_word(word: str) -> tuple[int, bytes]:
    """What the word tells of its part in a name, and its numbers."""
    script = only_script_of(word)
    if script:
        sound = sounds_in(word, script)
    else:
        script, sound = script_of(word), sounds(word)
    return traits_of(word, sound, script), _packed_word(word, sound, script, known_by_sound(sound))


@lru_cache(maxsize=50_000)
def _father(sound: str, script: Script) -> bytes:
    return _packed_word(sound, sound, script, _NOTHING_KNOWN)


def _packed_word(word: str, sound: str, script: Script, known: Known) -> bytes:
    spells, short_for = known.spells, known.short_for
    names = array("i", sorted(spells) + sorted(short_for)).tobytes() if known is not _NOTHING_KNOWN else b""
    head = _WORD(
        WORD_HEAD + len(sound) + len(word) + len(spells) + len(short_for),
        SCRIPT_NUMBER[script],
        len(word) == 1,
        ord(sound[0]) if sound else 0,
        len(sound),
        len(word),
        len(spells),
        len(short_for),
    )
    return head + (sign_text(sound) + word).encode(_CODES, "surrogatepass") + names
