"""From records to people: block, compare, fit, join what is sure, look again, and say what a person has to judge."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from standby.identity.errors import DuplicateRecord
from standby.identity.linking.blocking import Blocked, blocked
from standby.identity.linking.classes import PairClass
from standby.identity.linking.degrees import degrees
from standby.identity.linking.explaining import likeliest, reasons
from standby.identity.linking.model import Model
from standby.identity.linking.people import Excludes, People, PlacePair, gather
from standby.identity.linking.results import Linked, LinkedPair
from standby.identity.linking.review import to_judge
from standby.identity.linking.scoring import Scores, compared, fitted, scored, scored_again
from standby.identity.linking.settings import DEFAULT_SETTINGS, Settings
from standby.identity.linking.vetoes import excludes_by_degrees
from standby.identity.records import Identifiers, Pair, Record, RecordId, identifiers
from standby.identity.weights import weights

Labels = Mapping[Pair, PairClass]
Verdicts = dict[PlacePair, PairClass]

# Log odds at which a pair speaks against joining the groups it lies between, though nothing in it forbids it.
_SPEAKS_AGAINST = -4.0


def link(
    records: Iterable[Record],
    *,
    labels: Labels | None = None,
    default_region: str = "",
    settings: Settings = DEFAULT_SETTINGS,
) -> Linked:
    """The people in these records. Their order does not matter; the same records give the same answer."""
    read = _read(records, default_region=default_region)
    found = blocked(read, largest=settings.largest_block)
    verdicts = _verdicts(read, labels or {})
    if found.pairs:
        return _linked(read, found, verdicts, settings)
    people = gather(len(read), _judged_same(verdicts), exclude=_excluder(read, {}, verdicts))
    return Linked(people=_ids(read, people), pairs=(), review=(), skipped=found.skipped)


def _linked(records: Sequence[Identifiers], found: Blocked, verdicts: Verdicts, settings: Settings) -> Linked:
    table = compared(records, found, weights())
    labelled = {row: verdicts[pair] is PairClass.SAME for row, pair in enumerate(found.pairs) if pair in verdicts}
    scorer = fitted(records, found, table, labelled=labelled)
    first = scored(scorer, table)
    people = _gathered(records, found, first, verdicts, settings)
    second = scored_again(first, scorer, records, found, people, weights())
    people = _gathered(records, found, second, verdicts, settings)
    pairs = _pairs(records, found, second, verdicts, scorer.model)
    review = to_judge(found, pairs, people, verdicts, settings)
    return Linked(people=_ids(records, people), pairs=pairs, review=review, skipped=found.skipped)


def _read(records: Iterable[Record], *, default_region: str) -> tuple[Identifiers, ...]:
    read = sorted((identifiers(record, default_region=default_region) for record in records), key=lambda one: one.id)
    for before, after in pairwise(read):
        if before.id == after.id:
            raise DuplicateRecord(after.id)
    return tuple(read)


def _verdicts(records: Sequence[Identifiers], labels: Labels) -> Verdicts:
    """Labels by place; those of records that are not here are about another run."""
    place_of = {record.id: place for place, record in enumerate(records)}
    found: Verdicts = {}
    for (one, other), verdict in labels.items():
        if one in place_of and other in place_of:
            first, second = sorted((place_of[one], place_of[other]))
            found[first, second] = verdict
    return found


def _gathered(
    records: Sequence[Identifiers], found: Blocked, scores: Scores, verdicts: Verdicts, settings: Settings
) -> People:
    """What was judged the same comes first, then what is sure enough, the surest first."""
    against = {
        pair
        for pair, odds, row in zip(found.pairs, scores.odds.tolist(), scores.table.tolist(), strict=True)
        if odds < _SPEAKS_AGAINST or excludes_by_degrees(row)
    }
    chances = scores.chances[:, 0].tolist()
    sure = [row for row, chance in enumerate(chances) if chance >= settings.join and found.pairs[row] not in verdicts]
    surest_first = sorted(sure, key=lambda row: (-chances[row], found.pairs[row]))
    pairs = [*_judged_same(verdicts), *(found.pairs[row] for row in surest_first)]
    opinions = {pair: pair in against for pair in found.pairs}
    return gather(len(records), pairs, exclude=_excluder(records, opinions, verdicts))


def _judged_same(verdicts: Verdicts) -> list[PlacePair]:
    return sorted(pair for pair, verdict in verdicts.items() if verdict is PairClass.SAME)


def _excluder(records: Sequence[Identifiers], opinions: Mapping[PlacePair, bool], verdicts: Verdicts) -> Excludes:
    """A verdict first, then what the scores say, and for a pair that was never scored what the records say."""

    def exclude(one: int, other: int) -> bool:
        pair = (one, other) if one < other else (other, one)
        if pair in verdicts:
            return verdicts[pair] is not PairClass.SAME
        if pair in opinions:
            return opinions[pair]
        return excludes_by_degrees(degrees(records[one], records[other], weights()))

    return exclude


def _pairs(
    records: Sequence[Identifiers], found: Blocked, scores: Scores, verdicts: Verdicts, model: Model
) -> tuple[LinkedPair, ...]:
    rows = zip(found.pairs, scores.table.tolist(), scores.chances, strict=True)
    result: list[LinkedPair] = []
    for pair, row, chances in rows:
        verdict = verdicts.get(pair)
        probability = float(chances[0]) if verdict is None else float(verdict is PairClass.SAME)
        result.append(
            LinkedPair(
                pair=(records[pair[0]].id, records[pair[1]].id),
                probability=probability,
                pair_class=verdict or likeliest(chances, row),
                why=reasons(row, model, chances),
            )
        )
    return tuple(result)


def _ids(records: Sequence[Identifiers], people: People) -> tuple[tuple[RecordId, ...], ...]:
    return tuple(tuple(records[place].id for place in people.members[person]) for person in sorted(people.members))
