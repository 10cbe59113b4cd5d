"""From records to people: block, compare, fit, join what is sure, look again, and say what a person has to judge."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.beside import beside_degrees
from standby.identity.linking.blocking import Blocked, blocked
from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table, compare_pairs
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.explaining import likeliest, reasons_of_kinds, share_home
from standby.identity.linking.intake import crowd_of
from standby.identity.linking.joining import joined_people
from standby.identity.linking.people import PlacePair
from standby.identity.linking.results import Linked, PairTable, PeopleTable
from standby.identity.linking.review import to_judge
from standby.identity.linking.scoring import Scores, Trained, scored, scored_again, trained
from standby.identity.linking.settings import DEFAULT_SETTINGS, Settings
from standby.identity.records import Pair, Record
from standby.identity.weights import weights

Labels = Mapping[Pair, PairClass]
Verdicts = dict[PlacePair, PairClass]


def link(
    records: Iterable[Record],
    *,
    labels: Labels | None = None,
    default_region: str = "",
    settings: Settings = DEFAULT_SETTINGS,
    saved: Trained | None = None,
) -> Linked:
    """The people in these records. Their order does not matter; the same records give the same answer."""
    return link_crowd(crowd_of(records, default_region=default_region), labels=labels, settings=settings, saved=saved)


def link_crowd(
    crowd: Crowd,
    *,
    labels: Labels | None = None,
    settings: Settings = DEFAULT_SETTINGS,
    saved: Trained | None = None,
) -> Linked:
    """`saved`: what was learned from lists like these; without it the model is fitted to this crowd."""
    found = blocked(crowd, largest=settings.largest_block, pairs_per_record=settings.pairs_per_record)
    verdicts = _verdicts(crowd, labels or {})
    learned, scores = _scored_twice(crowd, found, verdicts, settings, saved)
    return joined_at_last(crowd, found, scores, verdicts, learned, settings)


def _scored_twice(
    crowd: Crowd, found: Blocked, verdicts: Verdicts, settings: Settings, saved: Trained | None
) -> tuple[Trained, Scores]:
    """What was learned, and the scores after the second look; of all else nothing has to be kept in memory."""
    table = compare_pairs(crowd, found.ones, found.others, weights())
    labelled = {row: verdict is PairClass.SAME for row, verdict in _rows_of(verdicts, found, len(crowd)).items()}
    learned = trained(found, crowd, table, labelled=labelled, saved=saved)
    beside = beside_degrees(crowd, found, table, learned.model)
    first = scored(learned, table, beside)
    joined = joined_people(crowd, found, first, learned.model, verdicts, settings)
    return learned, scored_again(first, table, beside, learned, crowd, found, joined, weights())


def joined_at_last(
    crowd: Crowd, found: Blocked, scores: Scores, verdicts: Verdicts, learned: Trained, settings: Settings
) -> Linked:
    """What the last scores come to. Why a pair has its chances is said while others are still being joined."""
    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(_pairs, crowd, found, scores, verdicts, learned)
        joined = joined_people(crowd, found, scores, learned.model, verdicts, settings)
        pairs = told.result()
    people = joined.people
    rows = to_judge(found, pairs.probabilities, people, _judged(verdicts, found, len(crowd)), settings)
    return Linked(
        people=PeopleTable(ids=crowd.ids, person_of=np.unique(people.person_of, return_inverse=True)[1]),
        pairs=pairs,
        review=pairs.of(rows),
        skipped=found.skipped,
        trained=learned,
        by_name=joined.by_name,
    )


def _verdicts(crowd: Crowd, labels: Labels) -> Verdicts:
    """Labels by place; those of records that are not here are about another run."""
    wanted = {record for pair in labels for record in pair}
    place_of = {record: place for place, record in enumerate(crowd.ids) if record in wanted}
    found: Verdicts = {}
    for (one, other), verdict in labels.items():
        if one in place_of and other in place_of:
            first, second = sorted((place_of[one], place_of[other]))
            found[first, second] = verdict
    return found


def _rows_of(verdicts: Verdicts, found: Blocked, size: int) -> dict[int, PairClass]:
    """The verdicts on pairs that a key brought together, by their rows."""
    rows = found.rows_of([one for one, _ in verdicts], [other for _, other in verdicts], size)
    return {row: verdict for row, verdict in zip(rows.tolist(), verdicts.values(), strict=True) if row >= 0}


def _judged(verdicts: Verdicts, found: Blocked, size: int) -> NDArray[np.bool_]:
    judged = np.zeros(len(found), np.bool_)
    judged[list(_rows_of(verdicts, found, size))] = True
    return judged


def _pairs(crowd: Crowd, found: Blocked, scores: Scores, verdicts: Verdicts, learned: Trained) -> PairTable:
    kinds: Table = scores.kinds.table
    probabilities = scores.same
    classes = likeliest(probabilities, scores.household, share_home(kinds)[scores.kinds.of_pair])
    for row, verdict in _rows_of(verdicts, found, len(crowd)).items():
        classes[row] = CLASSES.index(verdict)
        probabilities[row] = verdict is PairClass.SAME
    return PairTable(
        ids=crowd.ids,
        ones=found.ones,
        others=found.others,
        probabilities=probabilities,
        classes=classes,
        kinds=scores.kinds.of_pair,
        reasons=reasons_of_kinds(kinds, learned.model),
    )
