"""Is whoever signs up known here? Looked up by keyed hashes among a million in milliseconds, scored in this process.

The database sees hashes alone; the few registrations that share one are opened, compared by the rule that joins and
asks, and let go. For the desk and for joining only: nobody who signs up learns the answer (`actions.recognising`).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from standby.domain.offers import PersonalDetails
from standby.identity import RecordId, lookup_keys
from standby.identity.careful import doubt_reason, join_reason
from standby.identity.comparison import Agreement, Comparison, compare
from standby.identity.records import Identifiers, identifiers
from standby.rooms.people.blinds import match_blind, name_blind
from standby.rooms.people.models import Registration
from standby.rooms.people.queries.contacts import without_unproven
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations

# A name that more than so many bear says nothing by itself; nor does a telephone that an office shares.
MOST_BEARERS = 10
MOST_SHARING = 30
# Those found by a telephone, an e-mail, a licence or a day of birth come first, and so many are compared at most.
MOST_COMPARED = 16
_NEW = RecordId("new")
_BY_CONTACT, _BY_NAME = 0, 1
_MOST = (MOST_SHARING, MOST_BEARERS)
# How it was found, and the keyed hash.
_Key = tuple[int, bytes]
_NAMES = ("name:", "consonants:")
SOUNDS_ALIKE = "sounds_alike"


class Known(StrEnum):
    KNOWN = "known"
    PERHAPS = "perhaps"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A registration that may be the same person's, and why: codes, no name and no date."""

    registration_id: int
    why: str
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    answer: Known
    likenesses: Sequence[Likeness]


def recognise(
    *, operation_id: int, sought: Mapping[int, PersonalDetails], default_region: str = ""
) -> dict[int, Recognised]:
    """Many at once, by their registration (0 where it is not stored yet), in as many statements as for one of them."""
    records = {row_id: record_of(_NEW, details) for row_id, details in sought.items()}
    keys = {row_id: lookup_keys(record, default_region=default_region) for row_id, record in records.items()}
    candidates = _candidates(operation_id, keys)
    wanted = {candidate for found in candidates.values() for candidate in found}
    opened = without_unproven(
        open_registrations(Registration.objects.filter(id__in=wanted).only("id", "ref", "sealed"))
    )
    others = {
        row_id: identifiers(record_of(RecordId(str(row_id)), other), default_region=default_region)
        for row_id, other in opened.items()
    }
    return {
        row_id: _recognised(
            identifiers(record, default_region=default_region),
            {candidate: others[candidate] for candidate in sorted(candidates[row_id]) if candidate in others},
        )
        for row_id, record in records.items()
    }


def _recognised(mine: Identifiers, others: Mapping[int, Identifiers]) -> Recognised:
    found: list[Likeness] = []
    answer = Known.NEW
    for row_id, other in others.items():
        seen = compare(mine, other)
        if join_reason(seen):
            answer = Known.KNOWN
        why = join_reason(seen) or doubt_reason(seen) or _sounds_alike(seen)
        if why:
            found.append(Likeness(registration_id=row_id, why=str(why), comparison=seen))
    if found and answer is Known.NEW:
        answer = Known.PERHAPS
    return Recognised(answer=answer, likenesses=tuple(found))


def _sounds_alike(seen: Comparison) -> str:
    """The whole name, and nothing against it: among so few bearers of it that is worth a look."""
    names = (seen.given, seen.surname)
    is_alike = all(name is Agreement.SAME for name in names) and not seen.contradictions
    return SOUNDS_ALIKE if is_alike and seen.birth is not Agreement.SIMILAR else ""


_FIND = """
SELECT 0, asked.blind, found.registration_id
FROM unnest(%s::bytea[]) AS asked(blind) CROSS JOIN LATERAL (
    SELECT registration_id FROM people_matchkey AS key
    WHERE key.operation_id = %s AND key.blind = asked.blind LIMIT %s
) AS found
UNION ALL
SELECT 1, asked.blind, found.registration_id
FROM unnest(%s::bytea[]) AS asked(blind) CROSS JOIN LATERAL (
    SELECT registration_id FROM people_namekey AS key
    WHERE key.operation_id = %s AND key.blind = asked.blind LIMIT %s
) AS found
"""


def _candidates(operation_id: int, sought: Mapping[int, Iterable[str]]) -> dict[int, list[int]]:
    """One statement; a key with too many bearers besides whoever is sought is read no further and left out."""
    asked = {
        row_id: [
            (_BY_NAME, name_blind(operation_id=operation_id, key=key))
            if key.startswith(_NAMES)
            else (_BY_CONTACT, match_blind(operation_id=operation_id, key=key))
            for key in keys
        ]
        for row_id, keys in sought.items()
    }
    bearers = _bearers(operation_id, {key for keys in asked.values() for key in keys})
    return {row_id: _first_of(keys, bearers, besides=row_id) for row_id, keys in asked.items()}


def _first_of(keys: Iterable[_Key], bearers: Mapping[_Key, Sequence[int]], *, besides: int) -> list[int]:
    kept: list[tuple[int, int]] = []
    for rank, blind in keys:
        others = [other for other in bearers.get((rank, blind), ()) if other != besides]
        if len(others) <= _MOST[rank]:
            kept += [(rank, other) for other in others]
    return list(dict.fromkeys(other for _, other in sorted(kept)))[:MOST_COMPARED]


def _bearers(operation_id: int, keys: Collection[_Key]) -> dict[_Key, list[int]]:
    """Whose registrations have a key, up to one more than says anything besides oneself."""
    asked: list[list[bytes] | int] = []
    for rank in (_BY_CONTACT, _BY_NAME):
        asked += [sorted(blind for other, blind in keys if other == rank), operation_id, _MOST[rank] + 2]
    found: dict[_Key, list[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_FIND, asked)
        for rank, blind, row_id in cursor.fetchall():
            found.setdefault((rank, bytes(blind)), []).append(row_id)
    return found
