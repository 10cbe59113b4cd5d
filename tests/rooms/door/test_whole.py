"""A whole list in one go, through the same actions as the pages."""

from tests.rooms.door.conftest import Bring

from standby.rooms.people.models import ListVersion


def test_a_list_comes_in_whole(brings: Bring) -> None:
    imported = brings()

    version = ListVersion.objects.get(ref=imported.version_ref)
    counts = (version.rows, version.usable, version.incomplete, version.under_age, version.unusable, version.refused)
    assert counts == (8, 3, 2, 1, 1, 1)
    assert imported.people.people_made == 6
