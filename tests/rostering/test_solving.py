"""A roster keeps every rule, is proven, and is the best there is wherever every roster can be tried."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given

from standby.domain.rest import breaches
from standby.domain.roles import Level
from standby.domain.spans import HOUR
from standby.rostering import (
    Binding,
    Limits,
    PersonId,
    Problem,
    Roster,
    Seconds,
    Shift,
    from_files,
    problem_files,
    roster_files,
    solve,
)
from tests.rostering.sites import COOK, NURSE, person, shift, small_sites, worked


def duties_of(roster: Roster, problem: Problem, name: str) -> list[Shift]:
    by_id = {one.shift_id: one for one in problem.shifts}
    return [by_id[one.shift_id] for one in roster.assignments if one.person_id == name]


def may_do(problem: Problem, number: int, shifts: tuple[Shift, ...]) -> bool:
    """Every rule by the domain's own words, and the hours of the period."""
    who, history = problem.people[number], problem.histories[number]
    spans = sorted(one.duty.span for one in shifts)
    room = problem.policy.rules.hours if who.most_minutes is None else who.most_minutes
    skilled = all(one.role in {role.code for role in who.offer.roles} for one in shifts)
    hours = sum(span.minutes for span in spans) <= room
    after = not history or all(span.start >= history[-1].end + problem.policy.rules.rest for span in spans)
    return skilled and hours and after and not breaches([one.duty for one in shifts], worked=history)


def best_by_trying(problem: Problem) -> int:
    """Over people one after another, every set of duties and what it leaves."""
    reached = {tuple(one.headcount for one in problem.shifts): 0}
    for number in range(len(problem.people)):
        sets = [
            chosen
            for size in range(len(problem.shifts) + 1)
            for chosen in combinations(range(len(problem.shifts)), size)
            if may_do(problem, number, tuple(problem.shifts[one] for one in chosen))
        ]
        after: dict[tuple[int, ...], int] = {}
        for left, value in reached.items():
            for chosen in sets:
                if all(left[one] for one in chosen):
                    remaining = tuple(heads - (at in chosen) for at, heads in enumerate(left))
                    gained = value + sum(problem.weight_of(problem.shifts[one]) for one in chosen)
                    after[remaining] = max(gained, after.get(remaining, 0))
        reached = after
    return max(reached.values())


@given(problem=small_sites())
def test_no_roster_breaks_a_rule_or_passes_its_bound(problem: Problem) -> None:
    roster = solve(problem)

    for number, who in enumerate(problem.people):
        assert may_do(problem, number, tuple(duties_of(roster, problem, who.person_id)))
    assert all(0 <= one.filled <= one.headcount for one in roster.shifts)
    assert roster.proof.by_hand <= best_by_trying(problem)
    assert roster.proof.value <= best_by_trying(problem) <= roster.proof.bound


@given(problem=small_sites())
def test_the_same_site_gives_the_same_bytes_in_whatever_order_it_is_told(problem: Problem) -> None:
    turned = Problem(people=problem.people[::-1], shifts=problem.shifts[::-1], worked=problem.worked)

    assert roster_files(solve(problem), seconds=Seconds()) == roster_files(solve(turned), seconds=Seconds())


@given(problem=small_sites())
def test_a_site_written_and_read_again_is_the_same_site(problem: Problem) -> None:
    again = from_files(problem_files(problem))

    assert (again.people, again.shifts, again.histories) == (problem.people, problem.shifts, problem.histories)


def test_a_week_of_one_post_takes_two_people_and_both_do_about_as_much() -> None:
    problem = Problem(
        people=(person("A", COOK), person("B", COOK)), shifts=tuple(shift(f"D{d}", day=d) for d in range(14))
    )

    roster = solve(problem)

    assert roster.proof.value == roster.proof.bound == 14 * 10
    assert [share.minutes // HOUR for share in roster.shares] == [56, 56]


def test_nights_are_shared_too() -> None:
    days = [shift(f"D{d}", day=d) for d in range(0, 12, 2)]
    nights = [shift(f"N{d}", day=d, at=22) for d in range(0, 12, 2)]
    problem = Problem(people=(person("A", COOK), person("B", COOK)), shifts=(*days, *nights))

    roster = solve(problem)

    assert roster.proof.value == roster.proof.bound
    assert [share.nights for share in roster.shares] == [3, 3]


def test_whoever_worked_much_last_week_does_less_this_week() -> None:
    last_week = tuple(worked(day) for day in range(-7, -2))
    shifts = tuple(shift(f"D{d}", day=d) for d in range(0, 10, 2))
    people = (person("tired", COOK), person("rested", COOK))
    problem = Problem(people=people, shifts=shifts, worked={PersonId("tired"): last_week})

    roster = solve(problem)

    assert {one.person_id for one in roster.assignments} == {"rested"}


def test_the_weightier_shift_goes_first_where_only_one_can_be_done() -> None:
    problem = Problem(
        people=(person("A", COOK),),
        shifts=(shift("light", day=0, at=6, priority=3), shift("heavy", day=0, at=14, priority=1)),
    )

    roster = solve(problem)

    assert [one.shift_id for one in roster.assignments] == ["heavy"]
    assert roster.proof.gap == 0


def test_a_shift_that_stays_open_says_why() -> None:
    problem = Problem(
        people=(person("A", COOK), person("late", NURSE, presence=())),
        shifts=(
            shift("kept", day=0),
            shift("too much", day=0, at=14, priority=5),
            shift("ill", day=0, role=NURSE),
            shift("engine", day=0, role="7231"),
        ),
    )

    reasons = {one.shift_id: one.reason for one in solve(problem).shifts}

    assert reasons == {
        "kept": Binding.FILLED,
        "too much": Binding.REST,
        "ill": Binding.NOBODY_THERE,
        "engine": Binding.NO_SUCH_SKILL,
    }


def test_level_and_language_are_asked_for_as_in_a_need() -> None:
    leads = replace(shift("lead", day=0), level=Level.LEADS_OTHERS)
    speaks = replace(shift("talk", day=1), languages=(("hy", "ru"),))
    problem = Problem(people=(person("A", COOK),), shifts=(leads, speaks))

    assert solve(problem).assignments == ()


def test_an_empty_site_has_an_empty_roster() -> None:
    roster = solve(Problem())

    assert (roster.proof.value, roster.proof.bound, roster.proof.gap) == (0, 0, 0.0)


def test_a_roster_may_be_stopped_at_once_and_is_still_one() -> None:
    problem = Problem(people=(person("A", COOK),), shifts=tuple(shift(f"D{d}", day=d) for d in range(5)))

    roster = solve(problem, limits=Limits(seconds=0, clock=lambda: 0.0))

    assert roster.proof.value <= roster.proof.bound
    assert roster.proof.stopped_by.value == "seconds"
