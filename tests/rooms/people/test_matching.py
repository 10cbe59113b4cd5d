"""The full model behind the desk: what is asked first, what judgements would change, and taking all of it back."""

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.rooms.people.cast import Family, partition, person_of, status_of

from standby.domain.errors import Conflict, Refused
from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.queries import Staff
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.judging import Verdict, judge_pair
from standby.rooms.people.actions.looking_twice import is_sampled, look_again
from standby.rooms.people.actions.matching import apply_run, undo_run, weigh_pairs
from standby.rooms.people.models import DoubtfulPair, HeldJoin, MatchRun, PairJudgement
from standby.rooms.people.queries.pairs import next_pair, next_second_look, second_looks
from standby.rooms.people.values import PersonView

NAMES = ("Abrahamyan", "Babayan", "Danielyan", "Eghiazaryan", "Fahradyan", "Galstyan", "Hakobyan", "Isahakyan")


@pytest.fixture
def weighs(operation: OperationView, now: datetime) -> Callable[[], MatchRun]:
    def weigh() -> MatchRun:
        run = weigh_pairs(operation=operation, now=now)
        assert run is not None
        return run

    return weigh


@pytest.fixture
def twice_registered(family: Family) -> list[tuple[int, int]]:
    """Eight people in two scripts' worth of spellings, born on one day each, with no telephone in common."""
    return [
        (
            family.registers(given="Anahit", surname=name, phone="", birth_date=f"1980-03-{day:02}"),
            family.registers(
                given="Anahid", surname=name.replace("yan", "ian"), phone="", birth_date=f"1980-03-{day:02}"
            ),
        )
        for day, name in enumerate(NAMES, start=10)
    ]


def test_the_model_finds_who_spells_themself_otherwise_and_joins_nobody_by_itself(
    twice_registered: list[tuple[int, int]], weighs: Callable[[], MatchRun]
) -> None:
    run = weighs()

    assert run.registrations == 16
    assert run.sure + run.asked >= len(NAMES)
    assert len(partition()) == 16


def test_nothing_is_weighed_again_before_something_is_new(
    twice_registered: list[tuple[int, int]], weighs: Callable[[], MatchRun], operation: OperationView, now: datetime
) -> None:
    weighs()

    assert weigh_pairs(operation=operation, now=now) is None


def test_whom_it_is_sure_of_is_joined_once_somebody_applies_it_and_is_two_again_when_undone(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
) -> None:
    run, before = weighs(), partition()

    made = apply_run(operation=operation, ref=run.ref, by=coordinator.actor, now=now)

    assert len(made) == run.sure > 0
    assert len(partition()) == 16 - run.sure
    undo_run(operation=operation, ref=run.ref, by=coordinator.actor, now=now)
    assert partition() == before


def test_a_run_is_applied_once_and_only_while_it_is_the_newest(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    coordinator: Staff,
    family: Family,
    now: datetime,
) -> None:
    old = weighs()
    family.registers(given="Zaruhi", surname="Zakaryan", phone="")
    new = weighs()

    with pytest.raises(Conflict):
        apply_run(operation=operation, ref=old.ref, by=coordinator.actor, now=now)
    apply_run(operation=operation, ref=new.ref, by=coordinator.actor, now=now)
    with pytest.raises(Conflict):
        apply_run(operation=operation, ref=new.ref, by=coordinator.actor, now=now)
    with pytest.raises(Refused):
        undo_run(operation=operation, ref=old.ref, by=coordinator.actor, now=now)


def test_whom_somebody_told_apart_no_model_joins(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    registrar: Staff,
    coordinator: Staff,
    now: datetime,
) -> None:
    first, second = twice_registered[0]
    pair = DoubtfulPair.objects.get_or_create(
        first_id=first, second_id=second, defaults={"operation_id": operation.id, "why": "model", "found_at": now}
    )[0]
    judge_pair(operation=operation, pair_ref=pair.ref, verdict=Verdict.NOT_SAME, by=registrar.actor, now=now)

    run = weighs()
    apply_run(operation=operation, ref=run.ref, by=coordinator.actor, now=now)

    assert run.judged == 1
    assert frozenset({first, second}) not in partition().values()


def test_judgements_change_what_it_is_sure_of_before_anybody_applies_it(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    registrar: Staff,
    now: datetime,
) -> None:
    """Half of the pairs that look alike are told apart: of the others it is less sure."""
    weighs()
    for first, second in twice_registered[:6]:
        pair = DoubtfulPair.objects.get_or_create(
            first_id=first, second_id=second, defaults={"operation_id": operation.id, "why": "model", "found_at": now}
        )[0]
        judge_pair(operation=operation, pair_ref=pair.ref, verdict=Verdict.NOT_SAME, by=registrar.actor, now=now)

    run = weighs()

    assert run.judged == 6
    assert run.fewer_sure > 0
    assert len(partition()) == 16


def test_what_the_model_joined_itself_teaches_it_nothing(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
) -> None:
    apply_run(operation=operation, ref=weighs().ref, by=coordinator.actor, now=now)

    assert PairJudgement.objects.exists()
    assert weighs().judged == 0


def test_people_with_addresses_of_their_own_are_held_when_the_model_joins_them(
    family: Family,
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
) -> None:
    for place, name in enumerate(NAMES):
        for spelled in (name, name.replace("yan", "ian")):
            family.registers(
                given="Anahit",
                surname=spelled,
                phone="",
                email=f"{spelled}@example.org",
                birth_date=f"1980-03-1{place}",
            )

    apply_run(operation=operation, ref=weighs().ref, by=coordinator.actor, now=now)

    assert HeldJoin.objects.exists()
    assert len(partition()) == 16


def test_nobody_whose_call_would_be_lost_is_joined_by_the_model(
    twice_registered: list[tuple[int, int]],
    weighs: Callable[[], MatchRun],
    operation: OperationView,
    coordinator: Staff,
    called: Callable[[PersonView], None],
    now: datetime,
) -> None:
    both = [person_of(row_id) for row_id in twice_registered[0]]
    for person in both:
        called(person)

    apply_run(operation=operation, ref=weighs().ref, by=coordinator.actor, now=now)

    assert [status_of(person).status for person in both] == [PersonStatus.CALLED] * 2


def test_the_pair_that_teaches_most_comes_first_and_new_doubts_come_after(
    family: Family, operation: OperationView, now: datetime
) -> None:
    pairs = family.chain_of_doubts(4)
    DoubtfulPair.objects.filter(id=pairs[2].id).update(place=0)
    DoubtfulPair.objects.filter(id=pairs[1].id).update(place=1)

    def refs() -> list[str]:
        found, after = [], 0
        while pair := next_pair(operation_id=operation.id, after=after, default_region=""):
            found.append(pair.ref)
            after = pair.id
        return found

    assert refs() == [pairs[2].ref, pairs[1].ref, pairs[0].ref]


def test_one_pair_in_ten_is_shown_to_another_person_who_may_see_it_otherwise(
    family: Family, operation: OperationView, registrar: Staff, coordinator: Staff, now: datetime
) -> None:
    _, _, pair = family.two_people_in_doubt()
    DoubtfulPair.objects.filter(id=pair.id).update(ref=_sampled_ref())
    pair.refresh_from_db()
    judge_pair(operation=operation, pair_ref=pair.ref, verdict=Verdict.NOT_SAME, by=registrar.actor, now=now)

    def shown_to(staff: Staff) -> bool:
        return next_second_look(operation_id=operation.id, by=str(staff.actor), default_region="") is not None

    assert (shown_to(registrar), shown_to(coordinator)) == (False, True)
    with pytest.raises(Conflict):
        look_again(operation=operation, pair_ref=pair.ref, opinion="same", by=registrar.actor, now=now)

    assert not look_again(operation=operation, pair_ref=pair.ref, opinion="same", by=coordinator.actor, now=now)
    assert second_looks(operation_id=operation.id).differing == (pair.ref,)
    assert not shown_to(coordinator)
    pair.refresh_from_db()
    assert pair.verdict == "not_same"


def _sampled_ref() -> str:
    return next(ref for number in range(1000) if is_sampled(ref := f"PAIR{number}"))
