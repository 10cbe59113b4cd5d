"""Inputs that a browser helps with."""

from datetime import date

import pytest
from django import forms
from django.utils.translation import override

from standby.rooms.look.inputs import DayInput, PhoneInput


class _Dates(forms.Form):
    first_day = forms.DateField(widget=DayInput())
    phone = forms.CharField(widget=PhoneInput())


@pytest.mark.parametrize("language", ["en", "hy", "ru", "az"])
def test_a_day_reaches_the_browser_and_comes_back_in_one_form_for_all_languages(language: str) -> None:
    with override(language):
        shown = str(_Dates(initial={"first_day": date(2020, 10, 15)})["first_day"])
        sent = _Dates({"first_day": "2020-10-15", "phone": "+374 00 123456"})

        assert 'type="date"' in shown
        assert 'value="2020-10-15"' in shown
        assert sent.is_valid()
        assert sent.cleaned_data["first_day"] == date(2020, 10, 15)


def test_a_phone_brings_up_its_number_keys() -> None:
    assert 'type="tel"' in str(_Dates()["phone"])
