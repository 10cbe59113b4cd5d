"""What the verifier has already looked at."""

from collections import Counter

from standby.domain.roles import needs_licence
from standby.exercise import Exercise
from standby.exercise.judging import Finding


def test_about_one_claim_in_seven_has_been_looked_at(exercise: Exercise) -> None:
    claims = sum(volunteer.licence is not None for volunteer in exercise.volunteers)

    assert 0.09 < len(exercise.judged_licences) / claims < 0.18


def test_most_were_verified_a_few_only_seen_or_refused(exercise: Exercise) -> None:
    counts = Counter(judged.finding for judged in exercise.judged_licences)

    assert counts[Finding.PRIMARY_VERIFIED] > 0.8 * counts.total()
    assert set(counts) == set(Finding)


def test_a_judgement_points_at_the_row_where_the_claim_stands(exercise: Exercise) -> None:
    lists = {kept.id: kept for kept in exercise.lists}

    for judged in exercise.judged_licences:
        assert judged.number in lists[judged.list].rows[judged.row - 1].cells
        assert needs_licence(judged.role)
        assert judged.expires_on > exercise.today


def test_nobody_is_judged_twice(exercise: Exercise) -> None:
    lists = {kept.id: kept for kept in exercise.lists}
    people = [lists[judged.list].rows[judged.row - 1].person for judged in exercise.judged_licences]

    assert len(people) == len(set(people))
