"""Splink as a scorer of pairs of names: as its users set it up, its parameters learned from these very names.

Names are transliterated by ICU and taken apart by ours, which is kinder than what a list gives it. The comparisons are
its own: Jaro–Winkler at its usual thresholds, frequencies of names counted, u by random sampling, m by expectation
maximisation.
"""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_library import JaroWinklerAtThresholds

from benchmarks.identity.learn import Labelled
from standby.identity.names import parse_name

_SAMPLED = 5e6
_SEED = 1


def splink_scores(labelled: Sequence[Labelled], latin: Callable[[str], str]) -> np.ndarray:
    """Match weights, in the order of the pairs."""
    places: dict[str, int] = {}
    pairs = [
        sorted((places.setdefault(pair.one, len(places)), places.setdefault(pair.other, len(places))))
        for pair in labelled
    ]
    database = DuckDBAPI()
    linker = Linker(database.register(_names(places, latin)), _settings(), log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=_SAMPLED, seed=_SEED)
    for rule in (block_on("surname"), block_on("given")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    ones, others = zip(*pairs, strict=True)
    asked = pa.table({"match_key": ["0"] * len(pairs), "join_key_l": ones, "join_key_r": others})
    linker.table_management.register_blocked_pairs_for_predict(database.register(asked))
    told = linker.inference.predict(warning_mode="never").as_dict()
    weights = dict(zip(zip(told["place_l"], told["place_r"], strict=True), told["match_weight"], strict=True))
    return np.array([weights[one, other] for one, other in pairs])


def _names(places: dict[str, int], latin: Callable[[str], str]) -> pa.Table:
    parsed = [parse_name(name=name) for name in places]
    return pa.table(
        {
            "place": list(places.values()),
            "given": [latin(" ".join(name.given)) or None for name in parsed],
            "surname": [latin(" ".join(name.surnames)) or None for name in parsed],
            "father": [latin(name.father or "") or None for name in parsed],
        }
    )


def _settings() -> SettingsCreator:
    comparisons = [
        JaroWinklerAtThresholds(column, [0.92, 0.88, 0.7]).configure(term_frequency_adjustments=column != "father")
        for column in ("given", "surname", "father")
    ]
    return SettingsCreator(link_type="dedupe_only", unique_id_column_name="place", comparisons=comparisons)
