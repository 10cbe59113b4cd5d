"""What a coordinator fills in: a notice in the operation's languages, and why one is withdrawn."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standby.domain.errors import StandbyError, UnusableInput
from standby.rooms.look.days import say_city
from standby.rooms.look.moments import MomentField
from standby.rooms.look.texts import Spoken, languages_own_first, said_in, spoken, text_fields, text_initial
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.kinds import Kind, kind_word
from standby.rooms.situation.queries import NoticeView
from standby.rooms.situation.texts import NewNotice, NoticeText, tidy

# Far above what is allowed, so that the room itself answers with how long the text is and how long it may be.
_MOST_SENT = 100_000
_PARTS = ("headline", "text", "instruction")


class _SpokenForm(forms.Form):
    """Texts in several languages; a fault found by the room stands at the field it names."""

    def __init__(self, *args: object, operation: OperationView, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self.languages = operation.languages

    def refuse(self, refusal: StandbyError) -> None:
        """Says each fault where it can be mended."""
        if not isinstance(refusal, UnusableInput):
            self.add_error(None, str(refusal))
            return
        for fault in refusal.faults:
            own = f"{fault.field}_{languages_own_first(self.languages)[0]}"
            known = next((name for name in (fault.field, own) if name in self.fields), None)
            self.add_error(known, f"{fault.what} {fault.remedy}")

    def _add_texts(self, name: str, *, label: str, lines: int = 1, is_asked: bool = True) -> None:
        self.fields |= text_fields(
            name, label=label, languages=self.languages, max_length=_MOST_SENT, lines=lines, is_asked=is_asked
        )

    def _said(self, name: str) -> dict[str, str]:
        written = said_in(self.cleaned_data, name, languages=self.languages)
        return {language: tidy(text) for language, text in written.items()}


class NoticeForm(_SpokenForm):
    """One notice. Each language has its headline, its text and what to do."""

    why = {
        "expires": gettext_lazy("A notice without an end is soon not true any more. Say it again if it still holds."),
    }

    kind = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )

    def __init__(self, *args: object, operation: OperationView, **kwargs: object) -> None:
        super().__init__(*args, operation=operation, **kwargs)
        self.fields["kind"].choices = [(kind, kind_word(kind)) for kind in Kind]  # type: ignore[attr-defined]  # a ChoiceField has them
        city = {"city": say_city(operation.time_zone)}
        self.fields["effective"] = MomentField(
            zone=operation.zone,
            label=_("It begins (%(city)s time)") % city,
            help_text=_("Leave it empty to begin at once."),
            required=False,
        )
        self.fields["expires"] = MomentField(zone=operation.zone, label=_("It ends (%(city)s time)") % city)
        self._add_texts("headline", label=_("Headline: what everybody should know"))
        self._add_texts("text", label=_("Text: why, and until when"), lines=5)
        self._add_texts("instruction", label=_("What to do"), lines=3, is_asked=False)

    @property
    def times(self) -> list[BoundField]:
        return [self["effective"], self["expires"]]

    @property
    def by_language(self) -> list[tuple[str, list[BoundField]]]:
        """The writer's own language first; each with its three fields together."""
        return [
            (language, [self[f"{part}_{language}"] for part in _PARTS])
            for language in languages_own_first(self.languages)
        ]

    @property
    def seen(self) -> str:
        """Names what was typed, so that only what was shown before is said."""
        typed = sorted((name, str(value)) for name, value in self.cleaned_data.items())
        return sha256(repr(typed).encode(errors="surrogatepass")).hexdigest()

    def new(self, *, now: datetime) -> NewNotice:
        """Raises UnusableInput with every fault of the texts and the dates."""
        said = {part: self._said(part) for part in _PARTS}
        texts = {
            language: NoticeText(**{part: said[part].get(language, "") for part in _PARTS})
            for language in self.languages
            if any(language in said[part] for part in _PARTS)
        }
        given = self.cleaned_data
        return NewNotice(
            kind=Kind(given["kind"]), texts=texts, effective=given["effective"] or now, expires=given["expires"]
        )


class WithdrawalForm(_SpokenForm):
    """Why what was said is not so any more."""

    def __init__(self, *args: object, operation: OperationView, **kwargs: object) -> None:
        super().__init__(*args, operation=operation, **kwargs)
        self._add_texts("text", label=_("Why it is not so any more"), lines=3)

    @property
    def texts(self) -> Spoken:
        return spoken(self, "text", languages=self.languages)

    @property
    def reasons(self) -> dict[str, str]:
        return self._said("text")


def as_it_stands(view: NoticeView, *, now: datetime) -> Mapping[str, object]:
    """What the form of a correction begins with: everything as it was said; what began long ago begins now."""
    infos = view.alert.infos
    return {
        "kind": view.kind,
        "effective": view.effective if view.effective > now else None,
        "expires": view.expires,
        **text_initial("headline", {info.language: info.headline for info in infos}),
        **text_initial("text", {info.language: info.description for info in infos}),
        **text_initial("instruction", {info.language: info.instruction for info in infos}),
    }
