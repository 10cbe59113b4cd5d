"""What can be chosen on the pages: roles found in somebody's own words, their licences, towns."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from standby.domain.catalogue import TagKind, all_crisis_roles, all_tags, find_roles, other_roles
from standby.domain.catalogue.records import Role
from standby.domain.door import DoorState
from standby.domain.sign_up import Field
from standby.rooms.door.forms.status import role_key
from standby.rooms.places.queries.homes import homes_of

_MOST_FOUND, _LONGEST_SEARCH = 8, 200
Choices = list[tuple[str, str]]


def role_choices(said: Mapping[str, Sequence[str]], *, door: DoorState, language: str) -> Choices:
    """What their words may mean, and what was ticked before; a role nobody is taken for says so."""
    words = "".join(said.get(Field.WORDS, ())[:1])[:_LONGEST_SEARCH]
    found = find_roles(words, language=language, limit=_MOST_FOUND) if words.strip() else ()
    roles = {role_key(role.code, role.tag): role for role in (*found, *ticked_roles(said))}
    return [(key, _title(role, door, language)) for key, role in roles.items()]


def ticked_roles(said: Mapping[str, Sequence[str]]) -> list[Role]:
    """In the order of the catalogue; what is none of its roles is left to the rule to name."""
    ticked = {key if "/" in key else role_key(key, "") for key in said.get(Field.ROLES, ())}
    return [role for role in (*all_crisis_roles(), *other_roles()) if role_key(role.code, role.tag) in ticked]


def licence_choices(said: Mapping[str, Sequence[str]], *, language: str) -> Choices:
    """For the roles they ticked, then the classes of a driving licence."""
    roles = [role for role in ticked_roles(said) if role.needs_licence]
    classes = [tag for tag in all_tags().values() if tag.kind is TagKind.LICENCE_CLASS]
    return [
        ("", _("Choose")),
        *((role_key(role.code, role.tag), role.title(language)) for role in roles),
        *((role_key("", tag.key), tag.title(language)) for tag in classes),
    ]


def home_choices(*, operation_id: int, language: str) -> Choices:
    return [(home.code, home.name(language)) for home in homes_of(operation_id=operation_id)]


def _title(role: Role, door: DoorState, language: str) -> str:
    title = role.title(language)
    if door.of_role(role.code).takes_offers:
        return title
    return _("%(role)s (no more are taken at the moment)") % {"role": title}
