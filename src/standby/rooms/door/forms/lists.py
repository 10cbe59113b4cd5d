"""What somebody says when they bring a list."""

from collections.abc import Mapping, Sequence
from typing import cast

from django import forms
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.utils.translation import gettext_lazy as _

from standby.domain.errors import StandbyError, UnusableInput
from standby.exchange import ColumnGuess, Field
from standby.rooms.door.list_words import field_choices

_ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xls,.ods"


class FileForm(forms.Form):
    """The file alone: the next version of a list that is known."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, XLSX, XLS or ODS, at most 32 MB. Any order of columns, any language of the header."),
        widget=forms.FileInput(attrs={"accept": _ACCEPTED}),
        error_messages={
            "required": _("Choose a file of at most 32 MB."),
            "empty": _("The file is empty. Choose the file again; it may not have been saved yet."),
        },
    )

    def chosen_file(self) -> tuple[str, bytes]:
        """Its name and what is in it."""
        chosen = cast(InMemoryUploadedFile, self.cleaned_data["file"])
        return chosen.name or "", chosen.read()

    def say(self, refusal: StandbyError) -> None:
        """A refusal of the action, at the place where it is mended."""
        self.add_error("file" if isinstance(refusal, UnusableInput) else None, _sentence(refusal))


class NewListForm(FileForm):
    """A list that nobody has brought yet: who keeps it and what it was compiled for, before a row of it is read."""

    why = {
        "keeper": _("People are told who gave us their name."),
        "purpose": _("It decides whether we may read the list at all."),
    }
    keeper = forms.CharField(
        label=_("Which organisation keeps the list?"),
        max_length=200,
        help_text=_("Choose one that is known, or type the name of another."),
        widget=forms.TextInput(attrs={"list": "keepers", "autocomplete": "off"}),
    )
    title = forms.CharField(
        label=_("What is the list called?"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    purpose = forms.CharField(
        label=_("What was it compiled for?"),
        max_length=400,
        help_text=_("In the words in which people were asked. A list of people who asked to fight is not read."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    field_order = ("keeper", "title", "purpose", "file")


def _sentence(refusal: StandbyError) -> str:
    if isinstance(refusal, UnusableInput):
        return " ".join(f"{fault.what} {fault.remedy}".strip() for fault in refusal.faults)
    return str(refusal)


class ColumnsForm(forms.Form):
    """One select for each column, named by its place."""

    def __init__(self, data: Mapping[str, str] | None = None, *, columns: Sequence[ColumnGuess]) -> None:
        super().__init__(data)
        self._columns = columns
        choices = [("", _("leave out")), *field_choices()]
        for place, guess in enumerate(columns):
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=guess.column,
                required=False,
                choices=choices,
                initial=guess.field.value if guess.field else "",
            )

    def corrections(self) -> dict[str, Field | None]:
        """Only what differs from the guess, so that each guess keeps its reasons."""
        said = {guess: self.cleaned_data[f"column-{place}"] for place, guess in enumerate(self._columns)}
        return {
            guess.column: Field(name) if name else None
            for guess, name in said.items()
            if name != (guess.field.value if guess.field else "")
        }
