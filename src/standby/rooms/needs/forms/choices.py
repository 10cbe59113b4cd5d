"""What can be chosen from: roles grouped by family, levels in the words of the role, languages, tags."""

from collections.abc import Sequence

from babel import Locale
from django.utils.translation import gettext as _

from standby.domain.catalogue import Role, all_crisis_roles, all_families, all_tags, family, find_roles, role
from standby.domain.roles import Level
from standby.rooms.look.days import page_language

SPOKEN = ("hy", "ru", "en", "az", "ka", "fr", "de", "es", "ar", "fa", "tr")
_FOUND = 8

Choice = tuple[str, str]


def role_key(chosen: Role) -> str:
    return f"{chosen.code}/{chosen.tag}"


def role_of(key: str) -> Role | None:
    """The role behind a choice; None for what no catalogue holds."""
    code, _slash, tag = key.partition("/")
    try:
        return role(code, tag)
    except KeyError:
        return None


def known_tag(code: str, tags: Sequence[str]) -> str:
    """The tag, of those that somebody must have, under which the catalogue lists the role; empty for none."""
    return next((tag for tag in tags if role_of(f"{code}/{tag}")), "")


def roles_found(words: str) -> list[Role]:
    """Roles behind somebody's own words, the likeliest first."""
    return list(find_roles(words[:200], language=page_language(), limit=_FOUND)) if words.strip() else []


def role_choices(*, words: str, chosen: str) -> list[tuple[str, list[Choice]]]:
    """What was found for the words first, then every crisis role by family; a rarer role that was chosen stays."""
    language = page_language()
    found = roles_found(words)
    kept = role_of(chosen)
    if kept is not None and not kept.is_crisis_role and kept not in found:
        found.append(kept)
    groups: list[tuple[str, list[Choice]]] = [("", [("", _("Choose a role"))])]
    if found:
        groups.append((_("Found for your words"), [(role_key(one), one.title(language)) for one in found]))
    shown = set(found)
    for key, one_family in all_families().items():
        roles = [one for one in all_crisis_roles() if one.family == key and one not in shown]
        if roles:
            groups.append((one_family.title(language), [(role_key(one), one.title(language)) for one in roles]))
    return groups


def level_choices(chosen: str) -> list[tuple[int, str]]:
    """Each level with the sentence of the role's family; without a role, in general words."""
    general = {
        Level.SUPERVISED: _("With somebody beside them"),
        Level.INDEPENDENT: _("On their own"),
        Level.LEADS_OTHERS: _("Leads others"),
    }
    known = role_of(chosen)
    if known is None:
        return [(int(level), words) for level, words in general.items()]
    language = page_language()
    return [(int(level), f"{words}: {family(known.family).level(level, language)}") for level, words in general.items()]


def language_choices() -> list[Choice]:
    """Languages by their names in the language of the page."""
    names = Locale.parse(page_language()).languages
    return [(code, names.get(code, code).capitalize()) for code in SPOKEN]


def language_name(code: str) -> str:
    return str(Locale.parse(page_language()).languages.get(code, code))


def tag_choices() -> list[Choice]:
    language = page_language()
    return [(tag.key, tag.title(language)) for tag in all_tags().values()]
