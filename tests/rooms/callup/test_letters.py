"""Letters: the answer first, never a place, and how to reach a human last, in four languages."""

from dataclasses import replace

import pytest

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.callup.letters import Letters, Occasion
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LANGUAGES = ("en", "hy", "ru", "az")
STATUSES = (
    PersonStatus.CALLED,
    PersonStatus.ACCEPTED,
    PersonStatus.DECLINED,
    PersonStatus.OFFERED,
    PersonStatus.STAND_BY,
    PersonStatus.ON_DUTY,
)
LINK = "https://standby.example.org/status/l/token/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_holds_a_place_and_each_ends_with_a_human(
    language: str, operation: OperationView, the_need: NeedView, the_helper: PersonView
) -> None:
    letters = Letters(operation=operation)
    written = [
        letters.to(replace(the_helper, language=language, status=status), link=LINK, cause=cause)
        for status in STATUSES
        for cause in Occasion
    ]

    for text in written:
        assert the_need.site_code not in text.body
        assert the_need.region_code not in text.body.lower()
        assert LINK in text.body
        assert the_helper.code_word in text.body
        assert text.body.strip().endswith(operation.help_contact)


def test_each_person_gets_their_own_link_and_word(operation: OperationView, the_helper: PersonView) -> None:
    letters = Letters(operation=operation)
    other = replace(the_helper, code_word="snow 11")

    first, second = (
        letters.to(the_helper, link="https://a.example.org/"),
        letters.to(other, link="https://b.example.org/"),
    )

    assert "https://a.example.org/" in first.body
    assert the_helper.code_word in first.body
    assert "https://b.example.org/" in second.body
    assert "snow 11" in second.body
    assert len(letters.drawn) == 1


def test_whoever_is_no_longer_called_reads_that_first(operation: OperationView, the_helper: PersonView) -> None:
    text = Letters(operation=operation).to(the_helper, link=LINK, was_released=True)

    assert text.kind == "released"
    assert text.body.startswith("You are no longer called: please do not travel.")


def test_a_stand_by_gives_the_coarse_reason_only(operation: OperationView, the_helper: PersonView) -> None:
    person = replace(the_helper, reason=Reason.SECURITY_HOLD)

    text = Letters(operation=operation).to(person, link=LINK)

    assert "We have not finished checking your registration." in text.body


def test_an_exercise_says_so_in_every_subject(operation: OperationView, the_helper: PersonView) -> None:
    letters = Letters(operation=replace(operation, is_exercise=True))

    assert letters.to(the_helper, link=LINK).subject.startswith("EXERCISE: ")
