"""Which word holds at the door: of everybody, of a role, and of an offer with several roles."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.door import EVERYBODY, DoorState, Setting, SwitchState, door_of

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=6)
DRIVER, NURSE = "8322", "2221"


def _setting(state: SwitchState) -> Setting:
    return Setting(state=state, until=LATER if state is SwitchState.PAUSED else None)


SETTINGS = st.sampled_from(SwitchState).map(_setting)
HISTORIES = st.lists(st.tuples(st.sampled_from([EVERYBODY, DRIVER, NURSE]), SETTINGS), max_size=8)


def _newest(history: list[tuple[str, Setting]]) -> list[tuple[str, Setting]]:
    """What the database hands over: the newest of each, in the order of its moment."""
    last = {code: place for place, (code, _) in enumerate(history)}
    return [history[place] for place in sorted(last.values())]


def _door(*history: tuple[str, SwitchState]) -> DoorState:
    return door_of(_newest([(code, _setting(state)) for code, state in history]), now=NOW)


def test_a_new_operation_is_open_for_everybody() -> None:
    assert door_of([], now=NOW) == DoorState()
    assert DoorState().of_offer([DRIVER]).takes_offers


def test_no_more_drivers_while_nurses_are_welcome() -> None:
    door = _door((DRIVER, SwitchState.CLOSED))

    assert door.of_offer([DRIVER]).state is SwitchState.CLOSED
    assert door.of_offer([NURSE]).state is SwitchState.OPEN
    assert door.closed_roles == (DRIVER,)


def test_closed_but_nurses_are_welcome() -> None:
    door = _door((EVERYBODY, SwitchState.CLOSED), (NURSE, SwitchState.OPEN))

    assert door.of_offer([NURSE]).takes_offers
    assert not door.of_offer([DRIVER]).takes_offers
    assert door.takes_anybody


def test_closing_for_everybody_closes_what_was_opened_before() -> None:
    door = _door((NURSE, SwitchState.OPEN), (EVERYBODY, SwitchState.CLOSED))

    assert not door.takes_anybody
    assert door.roles == {}


def test_a_role_shut_by_itself_stays_shut_when_the_door_opens_again() -> None:
    door = _door((DRIVER, SwitchState.CLOSED), (EVERYBODY, SwitchState.CLOSED), (EVERYBODY, SwitchState.OPEN))

    assert door.of_role(DRIVER).state is SwitchState.CLOSED


def test_a_nurse_who_also_drives_is_a_nurse() -> None:
    door = _door((DRIVER, SwitchState.CLOSED))

    assert door.of_offer([DRIVER, NURSE]).state is SwitchState.OPEN
    assert door.of_offer([]).state is SwitchState.OPEN


def test_a_pause_ends_at_the_moment_people_were_told() -> None:
    said = [(EVERYBODY, _setting(SwitchState.PAUSED))]

    assert door_of(said, now=LATER - timedelta(seconds=1)).whole.state is SwitchState.PAUSED
    assert door_of(said, now=LATER).whole == Setting(since=LATER)


@pytest.mark.parametrize("state", SwitchState)
def test_a_pause_and_nothing_else_says_until_when(state: SwitchState) -> None:
    with pytest.raises(ValueError, match="until when"):
        Setting(state=state, until=None if state is SwitchState.PAUSED else LATER)


@given(HISTORIES, SETTINGS)
def test_a_word_about_everybody_never_opens_what_a_role_has_shut(
    history: list[tuple[str, Setting]], word: Setting
) -> None:
    before = {code: setting for code, setting in history if code != EVERYBODY}

    door = door_of(_newest([*history, (EVERYBODY, word)]), now=NOW)

    for code in (DRIVER, NURSE):
        strictest = max(before.get(code, word), word, key=lambda setting: setting.state.strictness)
        assert door.of_role(code).state is strictest.state


@given(HISTORIES, st.sampled_from([DRIVER, NURSE]), SETTINGS)
def test_the_last_word_about_a_role_holds(history: list[tuple[str, Setting]], code: str, word: Setting) -> None:
    door = door_of(_newest([*history, (code, word)]), now=NOW)

    assert door.of_role(code).state is word.state


@given(HISTORIES)
def test_roles_are_only_named_where_they_differ(history: list[tuple[str, Setting]]) -> None:
    door = door_of(_newest(history), now=NOW)

    assert all(setting.state is not door.whole.state for setting in door.roles.values())
