"""Keys: records that could be one person by the careful rule have one in common, so only those are compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from standby.identity.folds import coarse
from standby.identity.joins import KeyKind, SkippedBlock
from standby.identity.records import Identifiers, Pair, Record, RecordId, identifiers, pair_of

# A phone or an e-mail that more than this many people gave is an office's, not a person's or a family's.
LARGEST_BLOCK = 60
_NO_VOWELS = str.maketrans("", "", "aeo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    pairs: tuple[Pair, ...]
    skipped: tuple[SkippedBlock, ...]


def record_keys(record: Record, *, default_region: str = "") -> frozenset[str]:
    """What to look existing registrations up by before a new one is compared; to be stored behind a key only."""
    read = identifiers(record, default_region=default_region)
    return frozenset(f"{kind}:{value}" for kind, value in _keys(read))


def lookup_keys(record: Record, *, default_region: str = "") -> frozenset[str]:
    """The same, and the coarse name besides, for finding whoever is known by name alone; also behind a key only."""
    read = identifiers(record, default_region=default_region)
    return frozenset(f"{kind}:{value}" for kind, value in (*_keys(read), *_name_keys(read)))


def candidates(records: Iterable[Identifiers]) -> Candidates:
    """Every pair that shares a key, once; blocks too large to mean anything are counted instead."""
    blocks: dict[tuple[KeyKind, str], list[RecordId]] = defaultdict(list)
    for record in records:
        for key in _keys(record):
            blocks[key].append(record.id)
    small = (block for block in blocks.values() if len(block) <= LARGEST_BLOCK)
    pairs = {pair_of(one, other) for block in small for one, other in combinations(block, 2)}
    large = sorted((kind, len(block)) for (kind, _), block in blocks.items() if len(block) > LARGEST_BLOCK)
    skipped = tuple(SkippedBlock(kind=kind, records=size) for kind, size in large)
    return Candidates(pairs=tuple(sorted(pairs)), skipped=skipped)


def _keys(record: Identifiers) -> Iterator[tuple[KeyKind, str]]:
    yield from ((KeyKind.PHONE, phone) for phone in sorted(record.phones))
    yield from ((KeyKind.EMAIL, email) for email in sorted(record.emails))
    yield from ((KeyKind.LICENCE, f"{licence.kind}:{licence.number}") for licence in sorted(record.licences))
    if record.birth and record.birth.is_whole and len(record.name.words) > 1:
        name = " ".join(sorted(coarse(heard.word) for heard in record.name.words))
        yield KeyKind.NAME_AND_BIRTH, f"{record.birth}:{name}"


def _name_keys(record: Identifiers) -> Iterator[tuple[KeyKind, str]]:
    """Given name and surname in either order: as they are spoken, and their consonants alone."""
    given, surname = record.name.first, record.name.last
    if given and surname and given != surname:
        folds = sorted((coarse(given.word), coarse(surname.word)))
        yield KeyKind.NAME, "|".join(folds)
        yield KeyKind.CONSONANTS, "|".join(sorted(fold.translate(_NO_VOWELS) or fold for fold in folds))
