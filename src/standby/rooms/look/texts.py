"""A text that may be given in several languages: the writer's own first, the others folded behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from standby.rooms.look.days import page_language


class OneOfSeveral(forms.CharField):
    """Asked for, though not in this language if it is given in another: `require_one` looks at all of them."""

    is_asked = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The fields of one text as `components/spoken.html` draws them."""

    own: BoundField
    others: tuple[BoundField, ...]

    @property
    def is_open(self) -> bool:
        """Whether something stands in another language already, or is wrong there."""
        return any(bound.value() or bound.errors for bound in self.others)


def languages_own_first(languages: Sequence[str]) -> list[str]:
    """The language of the page goes first, where the operation speaks it."""
    own = page_language()
    return sorted(languages, key=lambda language: language != own)


def text_fields(
    name: str,
    *,
    label: str,
    languages: Sequence[str],
    max_length: int,
    lines: int = 1,
    is_asked: bool = False,
) -> dict[str, forms.CharField]:
    """One field for each language, to be added to a form. With `is_asked` the form calls `require_one` too."""
    own, *others = languages_own_first(languages)
    widget: type[forms.Widget] = forms.Textarea if lines > 1 else forms.TextInput
    attributes = {"rows": str(lines)} if lines > 1 else {}

    def field(label: str, language: str, kind: type[forms.CharField] = forms.CharField) -> forms.CharField:
        attrs = {**attributes, "lang": language}
        return kind(label=label, required=False, max_length=max_length, widget=widget(attrs=attrs))

    fields = {_key(name, own): field(label, own, OneOfSeveral if is_asked else forms.CharField)}
    for language in others:
        title = _("%(what)s (%(language)s)") % {"what": label, "language": get_language_info(language)["name_local"]}
        fields[_key(name, language)] = field(title, language)
    return fields


def require_one(form: forms.Form, name: str, *, languages: Sequence[str], message: str) -> None:
    """At least one language; the fault stands at the writer's own."""
    if not said_in(form.cleaned_data, name, languages=languages):
        form.add_error(_key(name, languages_own_first(languages)[0]), message)


def said_in(cleaned: Mapping[str, object], name: str, *, languages: Sequence[str]) -> dict[str, str]:
    """What was written, by language; a language left empty is left out."""
    written = {language: str(cleaned.get(_key(name, language)) or "").strip() for language in languages}
    return {language: text for language, text in written.items() if text}


def spoken(form: forms.Form, name: str, *, languages: Sequence[str]) -> Spoken:
    own, *others = (form[_key(name, language)] for language in languages_own_first(languages))
    return Spoken(own=own, others=tuple(others))


def text_initial(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    return {_key(name, language): text for language, text in texts.items()}


def _key(name: str, language: str) -> str:
    return f"{name}_{language}"
