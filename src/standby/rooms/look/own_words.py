"""What somebody wrote in several languages, read in one: the page's own, else the first there is, marked as such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from standby.rooms.look.days import page_language


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A text as it was written. `language` is the one it is in, for its `lang`; empty with an empty text."""

    text: str = ""
    language: str = ""

    @property
    def note(self) -> str:
        """For a reader whose language is missing; empty where it is there."""
        if not self.text or self.language == page_language():
            return ""
        name = get_language_info(self.language)["name_local"].capitalize()
        return _("Nobody has written this in your language yet. This is %(language)s.") % {"language": name}


def own_words(texts: Mapping[str, str], *, languages: Sequence[str]) -> OwnWords:
    """In the language of the page; where it is missing, in the first of `languages` that is there."""
    wanted = [page_language(), *languages, *sorted(texts)]
    found = next((code for code in wanted if texts.get(code)), "")
    return OwnWords(text=texts.get(found, ""), language=found)
