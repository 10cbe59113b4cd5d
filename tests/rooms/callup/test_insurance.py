"""The first calls of a need are its places, those beyond the headcount its insurance: two rows in files, one need."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.planner import EnginePlanner, ScriptedPlanner, rows_of
from tests.rooms.callup.conftest import PUBLIC_URL, Plans
from tests.rooms.callup.test_turnout import crowd, first_wave  # noqa: F401  fixtures

from standby.domain.days import Days
from standby.domain.statuses import Reason
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.announcing import announce
from standby.rooms.callup.beginning import begin_from
from standby.rooms.callup.insurance import Rows, laid
from standby.rooms.callup.insurance import rows_of as rows_for
from standby.rooms.callup.models import Call, CallState, PlanCall, PlanNeed, PlanRevision, PlanState
from standby.rooms.callup.one_need import as_one_need
from standby.rooms.callup.queries.change import change_of
from standby.rooms.callup.queries.plan_needs import needs_of_plan
from standby.rooms.callup.queries.plans import plan_by_ref
from standby.rooms.callup.results import CalledRow, ConflictRow, NeedRow, PlanResult, StandByRow, zipped
from standby.rooms.callup.trial_rows import answered_of_needs, asked_of_rows, helps_of_needs
from standby.rooms.needs.models import Need
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
WEIGHTS = (100, 30, 10, 3, 1)
DAYS = Days(first=date(2026, 10, 10), last=date(2026, 10, 16))
BOTH = {"A": Rows(code="A", places=2, more=3, more_id="A.more")}


# ---------------------------------------------------------------- The two rows


@given(
    wanted=st.dictionaries(
        st.sampled_from(["N1", "N1.more", "N1.more.more", "N2"]), st.tuples(st.integers(0, 5), st.integers(0, 9))
    )
)
def test_every_row_has_an_id_of_its_own_and_all_calls_stand_in_them(wanted: dict[str, tuple[int, int]]) -> None:
    rows = rows_for(wanted)

    ids = [row_id for of_need in rows.values() for row_id in of_need.ids]
    assert len(ids) == len(set(ids))
    assert {code: (one.places + one.more) for code, one in rows.items()} == {c: k for c, (_, k) in wanted.items()}
    assert all(bool(one.more_id) == (one.more > 0) for one in rows.values())


def test_places_go_to_whoever_comes_first_and_everybody_more_is_insurance() -> None:
    held = [("P1", "A"), ("P2", "A"), ("P3", "A")]

    assert laid(held, BOTH) == {("P1", "A"): "A", ("P2", "A"): "A", ("P3", "A"): "A.more"}
    assert laid(held, {"A": Rows(code="A", places=1)})["P3", "A"] == "A"


# ---------------------------------------------------------------- One need again


def result(*needs: NeedRow, stand_by: str = "", fixed: int = 0) -> PlanResult:
    called = [CalledRow(person_ref=f"F{n}", need_code="A", days=DAYS, reason=Reason.FIXED) for n in range(fixed)]
    standing = StandByRow(person_ref="P9", reason=Reason.NO_NEED_NOW, would_be_called_if=stand_by)
    over = ConflictRow(rule="headcount", subject="A.more", day=None, over=1)
    return PlanResult(
        calls=tuple(called), stand_bys=(standing,), needs=needs, conflicts=(over,), kept_free={}, proof={}
    )


def row(code: str, to_call: int, filled: int, reason: str = "filled", relief: str = "") -> NeedRow:
    return NeedRow(need_code=code, to_call=to_call, filled=filled, reason=reason, relief=relief)


@pytest.fixture
def as_one(the_need: NeedView) -> Callable[[PlanResult], PlanResult]:
    needs = {"A": replace(the_need, code="A", priority=2)}
    return lambda found: as_one_need(found, rows=BOTH, needs=needs, weights=WEIGHTS)


RELIEF = "beds:S1:2026-10-10..2026-10-16:+2=+"


@pytest.mark.parametrize(
    ("places", "insurance", "one"),
    [
        # Two more people into places, each worth twice 30; then two more beyond them, worth 30 each.
        (
            row("A", 2, 0, "beds", f"{RELIEF}120"),
            row("A.more", 3, 0, "beds", f"{RELIEF}90"),
            row("A", 5, 0, "beds", f"{RELIEF}60"),
        ),
        (row("A", 2, 2), row("A.more", 3, 1, "beds", f"{RELIEF}60"), row("A", 5, 3, "beds", f"{RELIEF}60")),
        (row("A", 2, 1, "window"), row("A.more", 3, 3), row("A", 5, 4, "window")),
        (row("A", 2, 2), row("A.more", 3, 3), row("A", 5, 5)),
    ],
)
def test_reason_and_relief_are_those_of_the_places_while_one_is_free(
    as_one: Callable[[PlanResult], PlanResult], places: NeedRow, insurance: NeedRow, one: NeedRow
) -> None:
    assert as_one(result(places, insurance)).needs == (one,)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("need:A.more:+1|surplus:A:9:2", "need:A:+1|surplus:A:9:4"),
        ("surplus:A.more:9:3", "surplus:A:9:4"),
        ("window:2026-10-12..2026-10-20|surplus:A:4:2", "window:2026-10-12..2026-10-20"),
        ("beds:S1:2026-10-12..2026-10-16:+2", "beds:S1:2026-10-12..2026-10-16:+2"),
        ("", ""),
    ],
)
def test_what_is_said_to_the_desk_names_the_need_and_counts_all_its_calls(
    as_one: Callable[[PlanResult], PlanResult], written: str, said: str
) -> None:
    found = as_one(result(row("A", 2, 2), row("A.more", 3, 3), stand_by=written, fixed=1))

    assert found.stand_bys[0].would_be_called_if == said
    assert found.conflicts[0].subject == "A"


# ---------------------------------------------------------------- From the desk to the planner and back


@pytest.fixture
def second_need(the_need: NeedView) -> NeedView:
    """Another rotation of the same work on the same days."""
    known = Need.objects.get(id=the_need.id)
    other = Need.objects.create(
        operation_id=known.operation_id,
        request_id=known.request_id,
        code=f"{known.code}-2",
        first_day=known.first_day,
        last_day=known.last_day,
        headcount=10,
    )
    return replace(the_need, id=other.id, code=other.code)


def test_too_few_people_fill_the_places_of_both_needs_before_anybody_is_insurance(
    plans: Plans,
    crowd: list[PersonView],  # noqa: F811
    the_need: NeedView,
    second_need: NeedView,
    operation: OperationView,
    now: datetime,
) -> None:
    engine = EnginePlanner()

    plan = plans(planner=engine)

    assert [(one["need_id"], one["headcount"], one["priority"]) for one in engine.given[0]["needs"]] == [
        (the_need.code, "10", "1"),
        (f"{the_need.code}.more", "8", "6"),
        (second_need.code, "10", "1"),
        (f"{second_need.code}.more", "8", "6"),
    ]
    found = {one.need.code: one for one in needs_of_plan(operation=operation, plan_id=plan.id, now=now)}
    assert {one.missing for one in found.values()} == {0}
    assert sum(one.planned for one in found.values()) == len(crowd) == PlanCall.objects.filter(plan=plan).count()
    assert {one.to_call for one in found.values()} == {18}
    assert PlanNeed.objects.filter(plan=plan).count() == 2


def test_those_on_the_way_hold_places_first_then_who_said_yes_then_the_others(
    plans: Plans,
    first_wave: list[PersonView],  # noqa: F811
    the_need: NeedView,
    now: datetime,
) -> None:
    calls = list(Call.objects.filter(need_id=the_need.id).order_by("person__ref"))
    for call, state in zip(calls[::-1], [CallState.TRAVELLING, *[CallState.ACCEPTED] * 8], strict=False):
        Call.objects.filter(id=call.id).update(state=state, terms_version=1)
    engine = EnginePlanner()

    plans(planner=engine, at=now + timedelta(minutes=5))

    states: dict[str, list[str]] = {the_need.code: [], f"{the_need.code}.more": []}
    for one in engine.given[0]["announced"]:
        states[one["need_id"]].append(one["state"])
    assert sorted(states[the_need.code]) == ["accepted"] * 8 + ["called", "travelling"]
    assert states[f"{the_need.code}.more"] == ["called"] * 8


@pytest.mark.usefixtures("crowd")
def test_planning_again_changes_nobodys_call_though_places_have_become_free(
    plans: Plans,
    approved: Callable[[PlanRevision], None],
    the_need: NeedView,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
) -> None:
    first = plans(planner=EnginePlanner())
    approved(first)
    announce(operation=operation, plan_ref=first.ref, public_url=PUBLIC_URL, by=coordinator.actor, now=now)
    called = list(Call.objects.filter(need_id=the_need.id).order_by("person__ref").values_list("person_id", flat=True))
    Call.objects.filter(need_id=the_need.id, person_id__in=called[:3]).update(state=CallState.DECLINED)
    engine = EnginePlanner()

    again = plans(planner=engine, at=now + timedelta(minutes=5))

    assert {one["need_id"] for one in engine.given[0]["announced"]} == {the_need.code, f"{the_need.code}.more"}
    summary = plan_by_ref(operation_id=operation.id, ref=again.ref)
    assert summary is not None
    change = change_of(operation_id=operation.id, plan=summary)
    assert not change.ended
    assert set(change.kept) == set(called[3:])
    tiers = {tier["name"]: tier["value"] for tier in again.proof["tiers"]}
    assert tiers["change"] == 0


# ---------------------------------------------------------------- Beginning from the last plan


def folder_of(path: Path, **files: str) -> Path:
    path.mkdir(parents=True)
    for name, text in files.items():
        (path / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return path


HEADER = "need_id,headcount,priority\n"
ONE_ROW = {"needs__csv": f"{HEADER}A,5,1\n", "policy__toml": "weights = [100, 30, 10, 3, 1]\n"}
TWO_ROWS = {
    "needs__csv": f"{HEADER}A,2,1\nA.more,3,6\n",
    "policy__toml": "weights = [200, 60, 20, 6, 2, 100, 30, 10, 3, 1]\n",
}
CALLS = "person_id,need_id,first_day,last_day,reason\n"


@pytest.mark.parametrize(("operation_files", "is_known"), [(ONE_ROW, False), (TWO_ROWS, True)])
def test_a_plan_begins_from_the_last_ones_calls_in_the_rows_it_has_itself(
    operation_files: dict[str, str], is_known: bool, tmp_path: Path
) -> None:
    rows = "".join(f"{person},A,2026-10-10,2026-10-16,needed\n" for person in ("P1", "P2", "P3", "P4"))
    plan = {"calls__csv": CALLS + rows, "needs__csv": "need_id,short\nA,0\n"}
    files = zipped(
        given=folder_of(tmp_path / "given", **operation_files),
        out=folder_of(tmp_path / "out", **plan),
    )

    folder = begin_from(files, tmp_path / "last", rows=BOTH, announced={("P4", "A"): "A"})

    called = {one["person_id"]: one["need_id"] for one in rows_of(folder / "calls.csv")}
    assert called == {"P1": "A", "P2": "A.more", "P3": "A.more", "P4": "A"}
    assert bool(rows_of(folder / "needs.csv")) is is_known


def test_a_need_that_is_gone_keeps_its_old_name_in_the_last_plan(tmp_path: Path) -> None:
    plan = {"calls__csv": f"{CALLS}P1,B.more,2026-10-10,2026-10-16,needed\n", "needs__csv": "need_id,short\n"}
    operation_files = TWO_ROWS | {"needs__csv": f"{HEADER}B,2,1\nB.more,3,6\n"}
    files = zipped(given=folder_of(tmp_path / "given", **operation_files), out=folder_of(tmp_path / "out", **plan))

    folder = begin_from(files, tmp_path / "last", rows=BOTH, announced={})

    assert [one["need_id"] for one in rows_of(folder / "calls.csv")] == ["B"]


def test_a_stored_plan_of_one_row_a_need_is_begun_from(
    plans: Plans,
    first_wave: list[PersonView],  # noqa: F811
    the_need: NeedView,
    now: datetime,
) -> None:
    last = PlanRevision.objects.get(state=PlanState.ANNOUNCED)
    PlanRevision.objects.filter(id=last.id).update(files=as_before(bytes(last.files)))
    planner = ScriptedPlanner(calls=[(person.ref, the_need.code) for person in first_wave])

    plans(planner=planner, at=now + timedelta(minutes=5))

    begun = planner.begun_from[0]
    assert {one["person_id"] for one in begun} == {person.ref for person in first_wave}
    assert sorted(one["need_id"] for one in begun) == [the_need.code] * 10 + [f"{the_need.code}.more"] * 8


def as_before(files: bytes) -> bytes:
    """The files of a plan as they were written when a need was one row."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            if name == "operation/needs.csv":
                rows = [
                    one | {"headcount": "18"} for one in csv.DictReader(io.StringIO(text)) if one["priority"] == "1"
                ]
                text = "\n".join([",".join(rows[0]), *(",".join(one.values()) for one in rows)])
            elif name == "operation/policy.toml":
                text = text.replace("200, 60, 20, 6, 2, ", "")
            new.writestr(name, text.replace(".more", ""))
    return buffer.getvalue()


# ---------------------------------------------------------------- What if


def test_who_asks_for_a_need_without_places_asks_for_one_without_insurance(tmp_path: Path) -> None:
    operation_folder = folder_of(tmp_path / "operation", **TWO_ROWS)

    asked = asked_of_rows(
        ["need:A:cancelled", "need:A:-2", "need:A:-1", "need:A:+3", "site:S1:closed"], operation_folder
    )

    gone = "need:A.more:cancelled"
    assert asked == ["need:A:cancelled", gone, "need:A:-2", gone, "need:A:-1", "need:A:+3", "site:S1:closed"]
    assert asked_of_rows(["need:A:cancelled"], folder_of(tmp_path / "old", **ONE_ROW)) == ["need:A:cancelled"]


def difference(need_id: str, before: tuple[int, int], after: tuple[int, int]) -> dict[str, object]:
    return {
        "need_id": need_id,
        "headcount_before": before[0],
        "headcount": after[0],
        "filled_before": before[1],
        "filled": after[1],
    }


def test_the_differences_are_those_of_whole_needs(tmp_path: Path) -> None:
    needs = f"{HEADER}A,2,1\nA.more,3,6\nB,1,1\nB.more,1,6\n"
    given_folder = folder_of(tmp_path / "operation", **TWO_ROWS | {"needs__csv": needs})
    other = folder_of(
        tmp_path / "other", needs__csv="need_id,headcount,filled\nA,2,2\nA.more,3,1\nB,1,1\nB.more,1,0\nNEW,4,4\n"
    )
    rows = [
        difference("A.more", (3, 3), (3, 1)),
        difference("B", (1, 0), (1, 1)),
        difference("B.more", (1, 1), (1, 0)),
        difference("NEW", (0, 0), (4, 4)),
    ]

    found = answered_of_needs({"needs": rows, "moved": []}, operation=given_folder, plan=other)

    assert found["needs"] == [difference("A", (5, 5), (5, 3)), difference("NEW", (0, 0), (4, 4))]


def test_what_helps_counts_needs_and_not_rows(tmp_path: Path) -> None:
    help_ = {"change": "beds:S1:2026-10-10:+2", "worth": 300, "people": 2, "needs": 3, "gaining": ["A", "A.more", "B"]}

    found = helps_of_needs({"helps": [help_]}, operation=folder_of(tmp_path / "operation", **TWO_ROWS))

    assert found["helps"] == [{"change": "beds:S1:2026-10-10:+2", "worth": 300, "people": 2, "needs": 2}]


# ---------------------------------------------------------------- The pages


def test_the_pages_say_that_places_come_first(
    logged_in: LogIn, coordinator_user: User, plans: Plans, the_helper: PersonView
) -> None:
    plans(the_helper)
    desk = logged_in(coordinator_user)

    for address in ("/desk/callup/plan/turnout/", "/desk/callup/plan/over-call/"):
        page = " ".join(desk.get(address).content.decode().split())
        assert "Places come first: each call beyond the number of people needed counts half as much as a place." in page


def test_a_page_says_how_many_of_those_to_be_called_were_found(
    logged_in: LogIn, coordinator_user: User, plans: Plans, the_helper: PersonView
) -> None:
    plans(the_helper)

    page = " ".join(logged_in(coordinator_user).get("/desk/callup/plan/turnout/").content.decode().split())

    assert "18 would have to be called; the plan found 1 it can call." in page
