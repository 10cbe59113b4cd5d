"""The careful rule: join what is plainly one person, ask about what may be, and never make two people one.

A shared phone or e-mail and compatible given names join two registrations, unless a father's name, a birth date or a
licence number says otherwise. Families share phones: other given names on one phone are neither joined nor asked about.
"""

from collections.abc import Iterable, Mapping

from standby.identity.comparison import Agreement, Comparison, Field, compare
from standby.identity.errors import DuplicateRecord
from standby.identity.groups import Excludes, grouped
from standby.identity.joins import Doubt, DoubtReason, Join, JoinReason, Joins, Verdict
from standby.identity.keys import candidates
from standby.identity.records import Identifiers, Pair, Record, RecordId, identifiers, pair_of

_DIFFERING = {
    Field.FATHER: DoubtReason.FATHERS_DIFFER,
    Field.BIRTH: DoubtReason.BIRTH_DATES_DIFFER,
    Field.LICENCE: DoubtReason.LICENCES_DIFFER,
}


def propose_joins(records: Iterable[Record], decided: Mapping[Pair, Verdict], *, default_region: str = "") -> Joins:
    """Which of these records are one person.

    For new records, pass them together with every record of the people whom `record_keys` finds for them: the answer
    depends on nothing else, nor on the order of the records. A verdict on a record that is not among them is ignored.
    """
    known = _read(records, default_region=default_region)
    judged = {pair_of(*pair): verdict for pair, verdict in decided.items() if known.keys() >= set(pair)}
    found = candidates(known.values())
    compared = {pair: compare(known[pair[0]], known[pair[1]]) for pair in sorted({*found.pairs, *judged})}
    certain = {pair: reason for pair, seen in compared.items() if (reason := _join(judged.get(pair), seen))}
    made = grouped(certain, exclude=_excluder(known, judged))
    return Joins(
        groups=made.groups,
        certain=_kept(certain, compared, contested=made.contested),
        doubtful=_doubts(compared, judged, contested=made.contested),
        skipped=found.skipped,
    )


def _kept(
    certain: Mapping[Pair, JoinReason], compared: Mapping[Pair, Comparison], *, contested: frozenset[Pair]
) -> tuple[Join, ...]:
    kept = ((pair, reason) for pair, reason in certain.items() if pair not in contested)
    return tuple(Join(pair=pair, reason=reason, comparison=compared[pair]) for pair, reason in kept)


def _doubts(
    compared: Mapping[Pair, Comparison], judged: Mapping[Pair, Verdict], *, contested: frozenset[Pair]
) -> tuple[Doubt, ...]:
    """A contradiction is asked about even among verdicts: one of them must be wrong."""
    doubts: list[Doubt] = []
    for pair, seen in compared.items():
        reason = None if pair in judged else doubt_reason(seen)
        reason = DoubtReason.JOINS_CONTRADICT if pair in contested else reason
        if reason:
            doubts.append(Doubt(pair=pair, reason=reason, comparison=seen))
    return tuple(doubts)


def join_reason(seen: Comparison) -> JoinReason | None:
    """Why the pair is certainly one person; None when it is not certain."""
    if not seen.share_contact or seen.given is not Agreement.SAME or seen.contradictions:
        return None
    if seen.surname is Agreement.DIFFERENT or seen.birth is Agreement.SIMILAR:
        return None
    return JoinReason.SAME_PHONE if seen.phone is Agreement.SAME else JoinReason.SAME_EMAIL


def doubt_reason(seen: Comparison) -> DoubtReason | None:
    """Why a person has to look at the pair; None when it is certain, or certainly two people."""
    if join_reason(seen):
        return None
    if seen.licence is Agreement.SAME:
        return DoubtReason.SAME_LICENCE
    if seen.given is Agreement.DIFFERENT:
        return None
    if not seen.share_contact:
        return _doubt_without_contact(seen)
    if seen.contradictions:
        return _doubt_in_spite(seen)
    if seen.birth is Agreement.SIMILAR:
        return DoubtReason.BIRTH_DATES_DIFFER
    match seen.given:
        case Agreement.SAME:
            return DoubtReason.SURNAMES_DIFFER
        case Agreement.UNKNOWN:
            return DoubtReason.GIVEN_NAME_MISSING
        case _:
            return None if seen.surname is Agreement.DIFFERENT else DoubtReason.GIVEN_NAMES_DIFFER_SLIGHTLY


def _doubt_without_contact(seen: Comparison) -> DoubtReason | None:
    agreed = (seen.given, seen.surname, seen.birth)
    if seen.contradictions or any(agreement is not Agreement.SAME for agreement in agreed):
        return None
    return DoubtReason.SAME_NAME_AND_BIRTH_DATE


def _doubt_in_spite(seen: Comparison) -> DoubtReason | None:
    """One thing speaks against a whole name and a contact in common: a slip of the pen, or two cousins."""
    if len(seen.contradictions) > 1 or seen.given is not Agreement.SAME or seen.surname is Agreement.DIFFERENT:
        return None
    return _DIFFERING[seen.contradictions[0]]


def _join(verdict: Verdict | None, seen: Comparison) -> JoinReason | None:
    match verdict:
        case Verdict.SAME:
            return JoinReason.JUDGED_SAME
        case Verdict.NOT_THE_SAME:
            return None
        case None:
            return join_reason(seen)


def _read(records: Iterable[Record], *, default_region: str) -> dict[RecordId, Identifiers]:
    known: dict[RecordId, Identifiers] = {}
    for record in records:
        if record.id in known:
            raise DuplicateRecord(record.id)
        known[record.id] = identifiers(record, default_region=default_region)
    return known


def _excluder(known: Mapping[RecordId, Identifiers], judged: Mapping[Pair, Verdict]) -> Excludes:
    """Whether two records cannot be one person: a verdict outweighs what stands in them."""

    def exclude(one: RecordId, other: RecordId) -> bool:
        match judged.get(pair_of(one, other)):
            case Verdict.SAME:
                return False
            case Verdict.NOT_THE_SAME:
                return True
            case None:
                return compare(known[one], known[other]).exclude_each_other

    return exclude
