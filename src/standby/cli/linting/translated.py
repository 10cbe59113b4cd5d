"""Whether every sentence is translated into every language, with the right plurals and the same placeholders."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry

from standby.cli.linting.messages import Message, messages_in
from standby.cli.translations import read_catalogue

TRANSLATED = ("hy", "ru", "az")
# What a language needs by its grammar; Russian's fourth form is for fractions, as in Django's own catalogue.
_PLURALS = {"hy": 2, "ru": 4, "az": 2}
_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|(?<!\{)\{\w*\}(?!\})|(?<!%)%[sd]")


def faults(*, sources: tuple[Path, ...], locale: Path) -> Iterator[str]:
    """One line for each thing wrong, the place first."""
    used: dict[Message, str] = {}
    for source in sources:
        used.update(messages_in(source))
    for language in TRANSLATED:
        path = locale / language / "LC_MESSAGES" / "django.po"
        if path.exists():
            yield from faults_of(read_catalogue(path), path=path, used=used, plurals=_PLURALS[language])
        else:
            yield f"{path}: the catalogue is missing."


def faults_of(catalogue: Catalog, *, path: Path, used: dict[Message, str], plurals: int) -> Iterator[str]:
    if catalogue.num_plurals != plurals:
        yield f"{path}: this language has {plurals} plural forms, the catalogue says {catalogue.num_plurals}."
    entries = {_message(entry): entry for entry in catalogue if entry.id}
    for message, place in sorted(used.items()):
        entry = entries.get(message)
        if entry is None:
            yield f"{path}: not there: {message.text!r} ({place})"
        else:
            yield from (f"{path}:{entry.lineno or 0}: {what}: {message.text!r}" for what in _wrong(entry, plurals))
    for message in sorted(entries.keys() - used.keys()):
        yield f"{path}: no longer used: {message.text!r}"


def _message(entry: Entry) -> Message:
    text, plural = entry.id if isinstance(entry.id, tuple) else (entry.id, "")
    return Message(text=str(text), plural=str(plural), context=entry.context or "")


def _wrong(entry: Entry, plurals: int) -> Iterator[str]:
    forms = entry.string if isinstance(entry.string, tuple) else (entry.string,)
    if entry.fuzzy:
        yield "only guessed (fuzzy)"
    if entry.pluralizable and len(forms) != plurals:
        yield f"{len(forms)} plural forms instead of {plurals}"
    if not all(forms):
        yield "not translated"
    elif not _same_placeholders(entry, tuple(map(str, forms))):
        yield "other placeholders than the original"


def _same_placeholders(entry: Entry, forms: tuple[str, ...]) -> bool:
    """A form for one number may leave it out ("one person"); none may add any, and the last has them all."""
    originals = entry.id if isinstance(entry.id, tuple) else (entry.id,)
    known = {found for text in originals for found in _PLACEHOLDER.findall(str(text))}
    wanted = set(_PLACEHOLDER.findall(str(originals[-1])))
    used = [set(_PLACEHOLDER.findall(form)) for form in forms]
    return all(found <= known for found in used) and used[-1] >= wanted
