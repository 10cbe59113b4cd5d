"""What a person sees before accepting: how they are insured and what they agree to, in each language."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext

from standby.rooms.office.forms.languages import language_name
from standby.rooms.operations.queries import OperationView

_MOST_LETTERS = 4000


class TermsForm(forms.Form):
    """Two texts for each language. One language is enough to begin with; readers of the others see that one."""

    def __init__(self, *args: object, languages: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = tuple(languages)
        for code in self._languages:
            self.fields[f"insurance_{code}"] = _text(gettext("Insurance, in %(language)s"), code)
            self.fields[f"terms_{code}"] = _text(gettext("What people agree to, in %(language)s"), code)

    def clean(self) -> None:
        """Both texts, in at least one language: nobody accepts what they could not read."""
        if not any(self._both(code) for code in self._languages):
            raise forms.ValidationError(gettext("Write both texts in at least one language."))
        for code in self._languages:
            if bool(self._given("insurance", code)) != bool(self._given("terms", code)):
                missing = "terms" if self._given("insurance", code) else "insurance"
                self.add_error(f"{missing}_{code}", gettext("Write this text too, or empty both of this language."))

    def _both(self, code: str) -> bool:
        return bool(self._given("insurance", code) and self._given("terms", code))

    def _given(self, kind: str, code: str) -> str:
        return str(self.cleaned_data.get(f"{kind}_{code}", "")).strip()

    def texts(self, kind: str) -> dict[str, str]:
        """By language, where something was written."""
        return {code: self._given(kind, code) for code in self._languages if self._given(kind, code)}


def _text(label: str, code: str) -> forms.CharField:
    return forms.CharField(
        label=label % {"language": language_name(code)},
        required=False,
        max_length=_MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 4, "lang": code}),
    )


def terms_now(operation: OperationView) -> dict[str, str]:
    return {**_named("insurance", operation.insurance), **_named("terms", operation.terms)}


def _named(kind: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {f"{kind}_{code}": text for code, text in texts.items()}
