"""A long list of choices says the same as Django's own, only sooner."""

import re

import pytest
from django import forms

from standby.rooms.look.inputs import LongSelect

_CHOICES = [
    ("", [("", "Choose")]),
    ("Food & drink", [("5120/", "Cook"), ("5120/x", 'Cook "by fire" <fast>')]),
    ("9629/", "Helper"),
]


def _options(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<option value="([^"]*)"( selected)?', html)


@pytest.mark.parametrize("chosen", [None, "", "5120/", "9629/", "nothing of these"])
def test_the_same_choices_are_offered_and_the_same_one_is_chosen(chosen: str | None) -> None:
    plain = forms.Select(choices=_CHOICES[1:]).render("role", chosen)
    drawn = LongSelect(choices=_CHOICES[1:]).render("role", chosen)

    assert _options(drawn) == _options(plain)


def test_words_of_a_choice_are_never_taken_for_markup() -> None:
    drawn = LongSelect(choices=_CHOICES).render("role", "", {"id": "id_role", "required": True})

    assert "<fast>" not in drawn
    assert '<optgroup label="Food &amp; drink">' in drawn
    assert drawn.startswith('<select id="id_role" required="True" name="role"><option value="" selected>')
