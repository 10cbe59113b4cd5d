"""One question of a form as the page asks it: what, why, how, and what to mend."""

from dataclasses import dataclass

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What `components/field.html` draws.

    `why` says what the answer is for, and comes from the form's own mapping `why` of field names to sentences;
    `described_by` names, for a screen reader, everything that stands around the input.
    """

    bound: BoundField
    why: str
    widget: SafeString
    described_by: str
    is_group: bool
    is_choice: bool


def question_of(bound: BoundField) -> Question:
    """The question that a bound field asks."""
    widget = bound.field.widget
    why = str(getattr(bound.form, "why", {}).get(bound.name, ""))
    described_by = _described_by(bound, why=why)
    is_group = bool(widget.use_fieldset)
    described: dict[str, str | bool] = {}
    if described_by and not is_group:
        described["aria-describedby"] = described_by
    return Question(
        bound=bound,
        why=why,
        widget=bound.as_widget(attrs=described),
        described_by=described_by,
        is_group=is_group,
        is_choice=isinstance(widget, forms.CheckboxInput),
    )


def _described_by(bound: BoundField, *, why: str) -> str:
    parts = {"why": why, "help": bound.help_text, "error": bound.errors}
    return " ".join(f"{bound.auto_id}_{part}" for part, text in parts.items() if text)
