"""Numbers, as each language writes them."""

import pytest
from django.utils.translation import override

from standby.rooms.look.numbers import say_number


@pytest.mark.parametrize(
    ("language", "said"), [("en", "20,000"), ("hy", "20\u00a0000"), ("ru", "20\u00a0000"), ("az", "20.000")]
)
def test_thousands_are_parted_as_the_reader_parts_them(language: str, said: str) -> None:
    with override(language):
        assert say_number(20_000) == said


def test_a_fraction_keeps_its_mark() -> None:
    with override("ru"):
        assert say_number(2.5) == "2,5"
