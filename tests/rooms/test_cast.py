"""The cast itself: that each stands where the story says."""

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import named, search
from standby.rooms.people.values import PersonView


def test_whoever_registers_is_told_at_once_to_stand_by(the_helper: PersonView) -> None:
    assert the_helper.status is PersonStatus.STAND_BY
    assert the_helper.reason is Reason.NO_NEED_NOW
    assert the_helper.next_word_on is not None


def test_one_search_finds_a_name_in_every_script(the_doctor: PersonView, operation: OperationView) -> None:
    for typed in ("Փորձյան", "Порцян", "Pordzyan"):
        found = named(search(operation_id=operation.id, text=typed))

        assert [one.details.given for one in found] == ["Նարե"]
