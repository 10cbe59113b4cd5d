"""What an announcement decides, whatever the plan, the calls and the people: nobody twice, nobody forgotten."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days
from standby.domain.statuses import ENDED_STATUSES, FIXED_STATUSES, PersonStatus, Reason, may_follow
from standby.rooms.callup.deciding import Planned, decide
from standby.rooms.callup.models import CallState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.holding import Holding
from standby.rooms.people.queries.planning import Standing

PEOPLE, NEEDS = range(1, 6), range(1, 4)
DAY = Days(first=date(2026, 10, 10), last=date(2026, 10, 16))
TOLD = [status for status in PersonStatus if status not in ENDED_STATUSES]

people = st.lists(
    st.builds(
        Standing,
        id=st.sampled_from(PEOPLE),
        ref=st.just("R"),
        language=st.just("en"),
        has_email=st.booleans(),
        status=st.sampled_from(TOLD),
        reason=st.sampled_from(list(Reason)),
    ),
    unique_by=lambda one: one.id,
)
planned = st.dictionaries(
    st.sampled_from(PEOPLE),
    st.one_of(
        st.builds(Planned, need_ids=st.frozensets(st.sampled_from(NEEDS), min_size=1), reason=st.just(Reason.NEEDED)),
        st.builds(Planned, need_ids=st.just(frozenset()), reason=st.sampled_from([Reason.DATES, Reason.INCOMPLETE])),
    ),
)
places = st.tuples(st.sampled_from(PEOPLE), st.sampled_from(NEEDS))


@st.composite
def held(draw: st.DrawFn) -> list[Holding]:
    found = draw(st.lists(places, unique=True))
    return [
        Holding(
            call_id=number,
            call_ref=f"C{number}",
            person_id=person_id,
            person_ref=f"R{person_id}",
            need_id=need_id,
            need_code=f"N{need_id}",
            state=CallState(draw(st.sampled_from(HOLDING_STATES))),
            days=DAY,
            answer_by=datetime(2026, 10, 6, tzinfo=UTC),
        )
        for number, (person_id, need_id) in enumerate(found)
    ]


@given(people=people, planned=planned, held=held(), ended=st.frozensets(places))
def test_everybody_gets_one_word_that_may_follow_the_one_they_have(
    people: list[Standing], planned: dict[int, Planned], held: list[Holding], ended: frozenset[tuple[int, int]]
) -> None:
    decision = decide(people=people, planned=planned, held=held, ended=ended)

    assert decision.words.keys() == {person.id for person in people}
    for person in people:
        word = decision.words[person.id]
        assert word.status is person.status or may_follow(before=person.status, after=word.status)


@given(people=people, planned=planned, held=held(), ended=st.frozensets(places))
def test_every_call_that_holds_is_kept_or_released_and_nobody_is_called_twice_to_one_place(
    people: list[Standing], planned: dict[int, Planned], held: list[Holding], ended: frozenset[tuple[int, int]]
) -> None:
    decision = decide(people=people, planned=planned, held=held, ended=ended)

    kept = {(one.person_id, one.need_id) for one in decision.kept}
    assert sorted(one.call_id for one in (*decision.kept, *decision.released)) == [one.call_id for one in held]
    assert len(set(decision.fresh)) == len(decision.fresh)
    assert kept.isdisjoint(decision.fresh)
    assert set(decision.fresh).isdisjoint(ended)


@given(people=people, planned=planned, held=held())
def test_nobody_on_the_way_or_at_work_is_moved(
    people: list[Standing], planned: dict[int, Planned], held: list[Holding]
) -> None:
    decision = decide(people=people, planned=planned, held=held)

    assert not any(one.is_fixed for one in decision.released)
    for person in people:
        if person.status in FIXED_STATUSES:
            assert decision.words[person.id].status is person.status
