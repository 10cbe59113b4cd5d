"""Roles as somebody types and chooses them: by their titles in the reader's language."""

from collections.abc import Iterable
from functools import lru_cache

from django.utils.translation import get_language, gettext

from standby.domain.catalogue import all_crisis_roles, find_roles, other_roles, title
from standby.domain.catalogue.records import Role
from standby.domain.errors import Refused
from standby.exchange import RoleChoice

_BETWEEN = ";"


def titles_of(choice: RoleChoice) -> str:
    """The titles of its roles in one line; empty for no role."""
    if choice.is_refused:
        return refused_title()
    if not choice.codes:
        return no_role_title()
    tags = list(choice.tags)
    return f"{_BETWEEN} ".join(dict.fromkeys(_title(code, tags) for code in choice.codes))


def choice_of(text: str) -> RoleChoice:
    """What the titles that somebody typed mean. Raises Refused for what is no role at all."""
    wanted = [part.strip() for part in text.split(_BETWEEN) if part.strip()]
    if refused_title() in wanted:
        return RoleChoice(is_refused=True)
    roles = [_role(part) for part in wanted if part != no_role_title()]
    return RoleChoice(
        codes=tuple(dict.fromkeys(role.code for role in roles)),
        tags=tuple(dict.fromkeys(role.tag for role in roles if role.tag)),
    )


def refused_title() -> str:
    return gettext("an offer to fight: refuse it")


def no_role_title() -> str:
    return gettext("none of our roles: ask the person")


def all_titles() -> list[str]:
    """For choosing while typing: crisis roles in the order of the catalogue, then what is no role."""
    titles = (role.title(_language()) for role in all_crisis_roles())
    return [*dict.fromkeys(titles), no_role_title(), refused_title()]


def _role(text: str) -> Role:
    found = _by_title(_language()).get(text) or next(iter(find_roles(text, language=_language(), limit=1)), None)
    if found is None:
        raise Refused(gettext("We know no role called “%(text)s”. Type another word for it.") % {"text": text})
    return found


def _title(code: str, tags: Iterable[str]) -> str:
    tagged = next((tag for tag in tags if title(code, tag, language="en") != title(code, language="en")), "")
    return title(code, tagged, language=_language())


@lru_cache(maxsize=8)
def _by_title(language: str) -> dict[str, Role]:
    return {role.title(language): role for role in reversed((*all_crisis_roles(), *other_roles()))}


def _language() -> str:
    return (get_language() or "en").partition("-")[0]
