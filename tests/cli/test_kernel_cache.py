"""Where compiled kernels are kept: a place of the user's own, named after the text they were compiled from."""

from pathlib import Path

from standby.cli.kernel_cache import cache_folder


def test_kernels_are_kept_below_the_usual_place_for_what_can_be_made_again(tmp_path: Path) -> None:
    assert tmp_path in cache_folder(environment={"XDG_CACHE_HOME": str(tmp_path)}).parents


def test_a_home_that_does_not_exist_is_no_obstacle() -> None:
    assert cache_folder(environment={}).is_absolute()


def test_the_same_kernels_are_found_again(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path)}

    assert cache_folder(environment=environment) == cache_folder(environment=environment)
