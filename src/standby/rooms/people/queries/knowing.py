"""Is whoever signs up known here? Looked up by keyed hashes among a million in milliseconds, scored in this process.

The database sees hashes alone; the few registrations that share one are opened, compared by the rule that joins and
asks, and let go. For the desk and for joining only: nobody who signs up learns the answer (`actions.recognising`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import connection

from standby.domain.offers import PersonalDetails
from standby.identity import RecordId, lookup_keys
from standby.identity.careful import doubt_reason, join_reason
from standby.identity.comparison import Agreement, Comparison, compare
from standby.identity.records import identifiers
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


def recognise(*, operation_id: int, details: PersonalDetails, default_region: str = "", besides: int = 0) -> Recognised:
    """`besides` is the registration that is looked up, where it is stored already."""
    record = record_of(_NEW, details)
    candidates = _candidates(operation_id, lookup_keys(record, default_region=default_region), besides=besides)
    rows = Registration.objects.filter(id__in=candidates).only("id", "ref", "sealed")
    opened = without_unproven(open_registrations(rows))
    mine = identifiers(record, default_region=default_region)
    found: list[Likeness] = []
    answer = Known.NEW
    for row_id, other in sorted(opened.items()):
        seen = compare(mine, identifiers(record_of(RecordId(str(row_id)), other), default_region=default_region))
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


def _candidates(operation_id: int, keys: Iterable[str], *, besides: int) -> list[int]:
    """One statement; a key with too many bearers is read no further than that and left out."""
    names = sorted(key for key in keys if key.startswith(_NAMES))
    others = sorted(key for key in keys if not key.startswith(_NAMES))
    asked: list[list[bytes] | int] = [
        [match_blind(operation_id=operation_id, key=key) for key in others],
        operation_id,
        MOST_SHARING + 2,
        [name_blind(operation_id=operation_id, key=key) for key in names],
        operation_id,
        MOST_BEARERS + 2,
    ]
    with connection.cursor() as cursor:
        cursor.execute(_FIND, asked)
        rows = [(rank, bytes(blind), row_id) for rank, blind, row_id in cursor.fetchall() if row_id != besides]
    bearers = Counter((rank, blind) for rank, blind, _ in rows)
    most = (MOST_SHARING, MOST_BEARERS)
    kept = sorted((rank, row_id) for rank, blind, row_id in rows if bearers[rank, blind] <= most[rank])
    return list(dict.fromkeys(row_id for _, row_id in kept))[:MOST_COMPARED]
