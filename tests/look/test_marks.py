"""A status by shape and word."""

import pytest
from django.utils.translation import override

from standby.domain.statuses import SILENT_STATUSES, PersonStatus
from standby.rooms.look.marks import Shape, person_mark


@pytest.mark.parametrize("status", PersonStatus)
@pytest.mark.parametrize("language", ["en", "hy", "ru", "az"])
def test_every_status_has_a_shape_and_a_word_in_every_language(status: PersonStatus, language: str) -> None:
    with override(language):
        mark = person_mark(status)

    assert mark.shape.glyph
    assert mark.word.strip()


def test_no_two_statuses_share_a_word() -> None:
    with override("en"):
        words = [person_mark(status).word for status in PersonStatus]

    assert len(set(words)) == len(words)


def test_each_shape_looks_different_without_colour() -> None:
    assert "".join(shape.glyph for shape in Shape) == "●◐○▲■"


def test_a_status_is_also_read_from_what_the_database_keeps() -> None:
    assert person_mark("stand_by") == person_mark(PersonStatus.STAND_BY)


def test_the_missing_and_the_hurt_need_somebody_now() -> None:
    shapes = {person_mark(status).shape for status in SILENT_STATUSES - {PersonStatus.DIED}}

    assert shapes == {Shape.NEEDS_YOU}


def test_a_word_that_is_no_status_is_refused() -> None:
    with pytest.raises(ValueError, match="hero"):
        person_mark("hero")
