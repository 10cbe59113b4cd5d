"""For each hard rule, calls that break it by the least that can be: one day, one bed, one seat, one missing v."""

from pathlib import Path

import pytest
from tests.check.verdicts import verdict_on
from tests.oracles.published import publish
from tests.oracles.tiny_operation import read_tiny
from tests.vectors.operation_vectors import OPERATIONS

BROKEN = [
    ("windows_with_a_gap", "P1 N1", "rule 2"),
    ("window_one_day_short", "P1 N1", "rule 2"),
    ("role_must_match", "P1 N1", "rule 1"),
    ("levels_cover_lower_ones", "P1 N1", "rule 1"),
    ("one_role_entry_says_it_all", "P1 N1", "rule 1"),
    ("verified_role", "P1 N1", "rule 1"),
    ("tag_required", "P1 N1", "rule 1"),
    ("tag_verified", "P1 N1", "rule 1"),
    ("languages_all", "P1 N1", "rule 1"),
    ("languages_either", "P4 N1", "rule 1"),
    ("incomplete_offers", "P3 N1", "rule 1"),
    ("max_stay", "P1 N1", "rule 2"),
    ("max_stay_counts_travel", "P1 N1", "rule 2"),
    ("max_total_days", "P1 N1, P1 N2", "rule 2"),
    ("rested_from", "P1 N1", "rule 2"),
    ("rested_from_and_travel", "P1 N1", "rule 2"),
    ("rest_days_one_short", "P1 N1, P1 N2", "rule 3"),
    ("rest_days_at_the_same_site", "P1 N1, P1 N2", "rule 3"),
    ("double_booking", "P1 N1, P1 N2", "rule 3"),
    ("route_eats_the_rest", "P1 N1, P1 N2", "rule 3"),
    ("fixed_not_called_without_rest", "P1 N2", "rule 3"),
    ("fixed_called_before_with_rest", "P1 N3", "rule 3"),
    ("party_rest_of_the_one_farther_away", "P1 N1, P2 N1, P1 N2, P2 N2", "rule 3"),
    ("party_together", "P1 N1", "rule 4"),
    ("party_not_at_two_sites", "P1 N1, P2 N2", "rule 4"),
    ("party_not_on_other_days", "P1 N1, P2 N2", "rule 4"),
    ("party_may_split_says_one_only", "P1 N1", "rule 4"),
    ("headcount_is_kept", "P1 N1, P2 N1, P3 N1", "rule 5"),
    ("fixed_fill_the_headcount", "P1 N1, P2 N1", "rule 5"),
    ("as_of_closes_what_began", "P1 N1", "rule 5"),
    ("beds_every_day", "P1 N1, P2 N1", "rule 6"),
    ("beds_fewer_on_one_day", "P1 N1, P2 N1", "rule 6"),
    ("beds_where_there_was_no_limit", "P1 N1", "rule 6"),
    ("fixed_take_a_bed", "P2 N1", "rule 6"),
    ("reception_per_region", "P1 N1, P2 N2", "rule 6"),
    ("seats_of_the_bus", "P1 N1, P2 N1", "rule 6"),
    ("seats_absent_row", "P1 N1", "rule 6"),
    ("seats_none_beside_a_driver", "P1 N1, P2 N1", "rule 6"),
    ("seats_of_another_home", "P1 N1, P2 N1", "rule 6"),
    ("seats_by_region", "P1 N1", "rule 6"),
    ("seats_by_region_in_a_car", "P1 N3, P2 N1", "rule 6"),
    ("fixed_passengers_take_the_bus", "P2 N1, P3 N1", "rule 6"),
    ("fixed_member_of_a_party", "P1 N2, P2 N2", "rule 7"),
    ("fixed_member_ahead_of_a_party", "P1 N2, P2 N2", "rule 7"),
]


@pytest.mark.parametrize(("case", "calls", "rule"), BROKEN, ids=[case for case, _, _ in BROKEN])
def test_a_rule_broken_by_the_least_is_named(case: str, calls: str, rule: str, tmp_path: Path) -> None:
    operation = read_tiny(OPERATIONS / case)
    publish(
        OPERATIONS / case, tmp_path, new_calls=[operation.deployment(*call.split(" ")) for call in calls.split(", ")]
    )

    verdict = verdict_on(OPERATIONS / case, tmp_path)

    assert verdict.code == 1
    assert any(line.startswith(rule) for line in verdict.broken), verdict.broken
