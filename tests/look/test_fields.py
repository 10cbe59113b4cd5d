"""One question of a form, with all that stands around it."""

from typing import ClassVar

from django import forms

from standby.rooms.look.fields import question_of


class _Offer(forms.Form):
    why: ClassVar = {"phone": "So that a person can call you."}

    phone = forms.CharField(help_text="With the country code.")
    note = forms.CharField(required=False)
    travel = forms.ChoiceField(widget=forms.RadioSelect(), choices=[("seat", "by bus")])
    consent = forms.BooleanField()


def test_a_screen_reader_hears_why_how_and_what_to_mend() -> None:
    question = question_of(_Offer({})["phone"])

    assert question.described_by == "id_phone_why id_phone_help id_phone_error"
    assert 'aria-describedby="id_phone_why id_phone_help id_phone_error"' in question.widget
    assert 'aria-invalid="true"' in question.widget


def test_a_question_with_nothing_around_it_points_nowhere() -> None:
    question = question_of(_Offer()["note"])

    assert question.described_by == ""
    assert "aria-describedby" not in question.widget


def test_several_answers_to_choose_from_are_one_group_described_once() -> None:
    question = question_of(_Offer({})["travel"])

    assert question.is_group
    assert question.described_by == "id_travel_error"
    assert "aria-describedby" not in question.widget


def test_a_single_box_to_tick_stands_before_its_words() -> None:
    assert question_of(_Offer()["consent"]).is_choice
    assert not question_of(_Offer()["phone"]).is_choice
