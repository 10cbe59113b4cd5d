"""What a program needs to know before it can sign somebody up: the operations, their doors and towns, the roles."""

from http import HTTPStatus

from django.utils.translation import gettext as _

from standby.domain.catalogue import Role, all_crisis_roles, find_roles
from standby.domain.door import Setting
from standby.rooms.door.api.answers import Answer, Wrong, answer
from standby.rooms.door.api.doors import Doors, OpenDoor
from standby.rooms.door.api.said import to_mend
from standby.rooms.look.days import page_language
from standby.rooms.operations.door_words import say_role, say_setting
from standby.rooms.places.queries.homes import homes_of

LONGEST_SEARCH = 200
MOST_ROLES = 20


def list_operations(doors: Doors) -> Answer:
    """Those that run; one that is over is not listed any more."""
    return answer(HTTPStatus.OK, {"operations": [_operation(door) for door in doors.running]})


def _operation(door: OpenDoor) -> dict[str, object]:
    operation, state = door.operation, door.asked.door
    zone = operation.time_zone
    return {
        "operation": operation.ref,
        "name": operation.name,
        "lead_organisation": operation.lead_organisation,
        "is_exercise": operation.is_exercise,
        "languages": list(operation.languages),
        "time_zone": zone,
        "today": door.asked.today.isoformat(),
        "help_contact": operation.help_contact,
        "door": _setting(state.whole, say_setting(state.whole, zone=zone)),
        "roles": [
            {"role": code, **_setting(setting, say_role(code, setting, zone=zone))}
            for code, setting in state.roles.items()
        ],
        "homes": [
            {"home": home.code, "name": home.name(page_language())} for home in homes_of(operation_id=operation.id)
        ],
    }


def _setting(setting: Setting, sentence: str) -> dict[str, object]:
    own = setting.words.get(page_language(), "")
    return {
        "state": setting.state.value,
        "until": setting.until.isoformat() if setting.until else None,
        "sentence": f"{sentence} {own}".strip(),
    }


def list_roles(search: str) -> Answer:
    """Those behind somebody's own words, in any of the four languages; without words, those that crises ask for."""
    if len(search) > LONGEST_SEARCH:
        wrong = Wrong(
            field="search",
            code="too_long",
            sentence=_("That is longer than %(most)s letters.") % {"most": LONGEST_SEARCH},
            remedy=_("Search with a few words."),
        )
        return to_mend([wrong])
    language = page_language()
    found = find_roles(search, language=language, limit=MOST_ROLES) if search.strip() else all_crisis_roles()
    return answer(HTTPStatus.OK, {"roles": [_role(role, language) for role in found]})


def _role(role: Role, language: str) -> dict[str, object]:
    return {"role": f"{role.code}/{role.tag}" if role.tag else role.code, "title": role.title(language)}
