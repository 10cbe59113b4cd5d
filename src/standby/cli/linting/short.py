"""Whether any short message could hold a link or a place: its template, or a translation of it.

    python -m standby.cli.linting.short

Of the values that a template may use this names the few that are allowed, so that a new one has to be argued for here.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog

from standby.cli.linting.messages import messages_in
from standby.cli.linting.translated import TRANSLATED
from standby.cli.running.installation import CHECKOUT
from standby.cli.translations import read_catalogue
from standby.domain.short_messages import forbidden_in

# The person's code word, the day of the next word, the words to answer with, and a telephone number for questions.
_VALUES = {"word", "until", "yes", "no", "contact"}
_TAGS = {
    "load",
    "extends",
    "block",
    "endblock",
    "autoescape",
    "endautoescape",
    "if",
    "endif",
    "blocktranslate",
    "endblocktranslate",
}
# What a person has to know before they are believed is asked for and never told.
_WITHOUT_WORD = {"confirm.txt", "joined.txt"}
_VALUE = re.compile(r"\{\{\s*(\w+)[^}]*\}\}")
_TAG = re.compile(r"\{%\s*(\w+)([^%]*)%\}")
_WITHIN_TAG = re.compile(r"\b(?:with|count)\b|\w+=")
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def faults(*, source: Path, locale: Path) -> Iterator[str]:
    """One line for each thing wrong, the place first. Short messages stand in folders called `short`."""
    folders = sorted(path for path in source.rglob("short") if path.is_dir() and "templates" in path.parts)
    for folder in folders:
        wrong = [f"{path}: {what}" for path in sorted(folder.glob("*.txt")) for what in _of_template(path)]
        # A template that is wrong may not even be readable as one that is translated.
        yield from wrong or _of_languages(folder, locale)


def _of_languages(folder: Path, locale: Path) -> Iterator[str]:
    for language in TRANSLATED:
        path = locale / language / "LC_MESSAGES" / "django.po"
        if path.exists():
            yield from _of_translations(folder, read_catalogue(path), path=path)


def _of_template(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    for value in _VALUE.findall(text):
        if value not in _VALUES:
            yield f"the value {value!r} may stand in no short message"
    for tag, rest in _TAG.findall(text):
        if tag not in _TAGS or (tag == "blocktranslate" and _WITHIN_TAG.search(rest)):
            yield f"the tag {tag!r} could bring anything into a short message"
    for found in sorted(forbidden_in(_TAG.sub(" ", _VALUE.sub(" ", text)))):
        yield f"a short message may hold no {found.value}"
    if path.name not in _WITHOUT_WORD and "{{ word }}" not in text and "/short/around.txt" not in text:
        yield "a short message begins with the code word of its person"


def _of_translations(folder: Path, catalogue: Catalog, *, path: Path) -> Iterator[str]:
    wanted = {message.text for message in messages_in(folder)}
    for entry in catalogue:
        original = entry.id[0] if isinstance(entry.id, tuple) else entry.id
        if original in wanted:
            for text in entry.string if isinstance(entry.string, tuple) else (entry.string,):
                yield from (f"{path}:{entry.lineno or 0}: {what}: {original!r}" for what in _of_translation(str(text)))


def _of_translation(text: str) -> Iterator[str]:
    for value in _PLACEHOLDER.findall(text):
        if value not in _VALUES:
            yield f"the value {value!r} may stand in no short message"
    for found in sorted(forbidden_in(_PLACEHOLDER.sub(" ", text))):
        yield f"a short message may hold no {found.value}"


def main() -> int:
    found = list(faults(source=CHECKOUT / "src", locale=CHECKOUT / "locale"))
    for fault in found:
        print(fault.replace(f"{CHECKOUT}/", ""))
    print(f"{len(found)} things to mend." if found else "No short message holds a link or a place.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
