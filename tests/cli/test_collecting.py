"""What is kept anyway is seldom looked through for what could be thrown away."""

import gc

import pytest

from standby.cli.collecting import collecting_seldom


def test_it_is_looked_for_seldom_within_and_as_before_after() -> None:
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold()[0] > 100 * before[0]

    assert gc.get_threshold() == before


def test_it_is_looked_for_as_before_after_a_failure_too() -> None:
    before = gc.get_threshold()

    with pytest.raises(ValueError, match="broken"), collecting_seldom():
        raise ValueError("broken")

    assert gc.get_threshold() == before
