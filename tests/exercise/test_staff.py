"""Who sits at the desks."""

from collections import Counter

from standby.exercise import Exercise
from standby.exercise.staff import Desk


def test_two_can_approve_and_every_region_has_a_voice(exercise: Exercise) -> None:
    counts = Counter(member.desk for member in exercise.staff)

    assert counts[Desk.COORDINATOR] == 2
    assert counts[Desk.SITE_CONTACT] == len(exercise.regions)
    assert set(counts) == set(Desk)


def test_handles_are_unique_and_plain(exercise: Exercise) -> None:
    handles = [member.handle for member in exercise.staff]

    assert len(handles) == len(set(handles))
    assert all(handle.isascii() and handle == handle.lower() for handle in handles)


def test_a_site_contact_speaks_for_regions_that_exist(exercise: Exercise) -> None:
    regions = {region.id for region in exercise.regions}
    spoken_for = {place for member in exercise.staff for place in member.regions}

    assert spoken_for == regions
