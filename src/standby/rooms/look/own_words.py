"""What somebody wrote in several languages, read in one: the page's own, else the first there is, marked as such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from standby.rooms.look.days import page_language


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A text as it was written, and the language it is in, for its `lang`; both empty where nothing was written.

    `note` tells a reader that their own language is missing; empty where it is there.
    """

    text: str = ""
    language: str = ""
    note: str = ""


def own_words(texts: Mapping[str, str], *, languages: Sequence[str]) -> OwnWords:
    """In the language of the page; where it is missing, in the first of `languages` that is there."""
    wanted = [page_language(), *languages, *sorted(texts)]
    found = next((code for code in wanted if texts.get(code)), "")
    return OwnWords(text=texts[found], language=found, note=foreign_note(found)) if found else OwnWords()


def foreign_note(language: str) -> str:
    """For a text in `language` on a page that may be in another."""
    if language == page_language():
        return ""
    name = language_name(language)
    return _("Nobody has written this in your language yet. This is %(language)s.") % {"language": name}


def language_name(code: str) -> str:
    """By its own name, as those who read it know it."""
    return str(get_language_info(code)["name_local"]).capitalize()
