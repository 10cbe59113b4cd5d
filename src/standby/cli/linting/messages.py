"""Every sentence that the code shows to people, from Python and from templates, without gettext's programs."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

_KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Message:
    """A sentence to translate; `plural` is empty where it has no number in it."""

    text: str
    plural: str = ""
    context: str = ""


def messages_in(source: Path) -> dict[Message, str]:
    """Each message with the first place that uses it, as file:line."""
    found: dict[Message, str] = {}
    for path in sorted(source.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and "migrations" not in path.parts:
            for line, message in _extracted(path):
                found.setdefault(message, f"{path}:{line}")
    return found


def _extracted(path: Path) -> Iterator[tuple[int, Message]]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        text = _as_python(text, origin=str(path))
    code = io.BytesIO(text.encode())
    for line, words, _comments, context in extract("python", code, keywords=_KEYWORDS):
        singular, plural = (words[0], words[1]) if isinstance(words, tuple) else (words, "")
        yield line, Message(text=singular, plural=plural, context=context or "")


def _as_python(template: str, *, origin: str) -> str:
    """Django turns a template's messages into calls and the rest into X; without indentation Babel can read that."""
    return "\n".join(line.lstrip() for line in templatize(template, origin=origin).splitlines())
