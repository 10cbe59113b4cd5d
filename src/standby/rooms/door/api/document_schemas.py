"""What is sent and answered, as JSON Schema (2020-12)."""

from collections.abc import Iterable, Sequence

from standby.domain.door import SwitchState
from standby.domain.offers import Lodging, PartyRule, Travel
from standby.domain.sign_up import FIELDS, Field, GoodsClass, HomeTask, PartySide
from standby.domain.sign_up.fields import NO, YES
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.door.api.sign_up_fields import MOST_IN_LIST, OPERATION, Kind, kind_of
from standby.rooms.door.api.standing import CODE, LONGEST_CODE, STATUSES

Json = dict[str, object]
_TEXT: Json = {"type": "string"}
_DAY: Json = {"type": "string", "format": "date"}
_DAY_OR_NONE: Json = {"type": ["string", "null"], "format": "date"}
_MOMENT_OR_NONE: Json = {"type": ["string", "null"], "format": "date-time"}
_YES_NO = (YES, NO)
_CHOICES: dict[str, Sequence[str]] = {
    Field.AGE: _YES_NO,
    Field.AFFILIATION: _YES_NO,
    Field.NO_CONTACT: _YES_NO,
    Field.MONEY: _YES_NO,
    Field.CONSENT: _YES_NO,
    Field.TRAVEL: tuple(Travel),
    Field.LODGING: tuple(Lodging),
    Field.PARTY: tuple(PartySide),
    Field.PARTY_RULE: tuple(PartyRule),
    Field.GOODS: tuple(GoodsClass),
    Field.FROM_HOME: tuple(HomeTask),
}
_ABOUT = {
    OPERATION: "One that /api/v1/operations lists; may be left out while only one runs.",
    Field.AGE: "Whether they are 18 or older.",
    Field.AFFILIATION: "Whether they belong to an organisation that sends its own people.",
    Field.NAME: "In any script, 200 letters at most.",
    Field.PHONE: "With its country. A telephone, an e-mail or no_contact is needed.",
    Field.NO_CONTACT: "yes for somebody who can be reached by neither: keep the receipt code safe.",
    Field.ROLES: "As /api/v1/roles gives them. Roles, days or a pledge are needed.",
    Field.LEVEL: "1 under supervision, 2 alone, 3 leading others.",
    Field.LANGUAGE: "What we write in: one of the operation's.",
    Field.LANGUAGES: "Spoken ones, ISO 639-1.",
    Field.FIRST_DAY: "First days of when they are free, beside last_day.",
    Field.HOME: "One of the operation's homes.",
    Field.SEATS: "Free seats beside the driver; 0 for a driver with none.",
    Field.CONSENT: "yes: they agreed to the terms they were shown.",
}


def schemas() -> Json:
    return {
        "SignUp": _sign_up(),
        "Receipt": _object(
            receipt_code=_TEXT,
            party_code=_TEXT,
            status=_one_of(PersonStatus),
            reason=_one_of(Reason),
            next_word_on=_DAY_OR_NONE,
            held={"type": "boolean"},
            sentence=_TEXT,
        ),
        "Code": _object(**{CODE: {"type": "string", "minLength": 1, "maxLength": LONGEST_CODE, "pattern": "\\S"}}),
        "Standing": _object(status=_one_of(STATUSES), sentence=_TEXT, next_word_on=_DAY_OR_NONE),
        "Operations": _object(operations=_list(_operation())),
        "Roles": _object(roles=_list(_object(role=_TEXT, title=_TEXT))),
        "Refusal": _refusal(),
    }


def _sign_up() -> Json:
    properties = {name: _answer(name) for name in sorted({OPERATION, *FIELDS})}
    required = [Field.NAME.value, Field.AGE.value, Field.AFFILIATION.value, Field.CONSENT.value]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _answer(name: str) -> Json:
    one: Json = {"type": "string", "enum": [str(choice) for choice in _CHOICES[name]]} if name in _CHOICES else _TEXT
    match kind_of(name):
        case Kind.ARRAY:
            told: Json = {"type": "array", "items": one, "maxItems": MOST_IN_LIST}
        case Kind.INTEGER:
            told = {"type": "integer", "minimum": 0}
        case Kind.STRING:
            told = dict(one)
    return told | ({"description": _ABOUT[name]} if name in _ABOUT else {})


def _operation() -> Json:
    state = {"state": _one_of(SwitchState), "until": _MOMENT_OR_NONE, "sentence": _TEXT}
    return _object(
        operation=_TEXT,
        name=_TEXT,
        lead_organisation=_TEXT,
        is_exercise={"type": "boolean"},
        languages=_list(_TEXT),
        time_zone=_TEXT,
        today=_DAY,
        help_contact=_TEXT,
        door=_object(**state),
        roles=_list(_object(role=_TEXT, **state)),
        homes=_list(_object(home=_TEXT, name=_TEXT)),
    )


def _refusal() -> Json:
    """Also with what only one of them carries."""
    whole: Json = {"type": "integer"}
    told = _object(
        code=_TEXT,
        sentence=_TEXT,
        remedy=_TEXT,
        faults=_list(_object(field=_TEXT, code=_TEXT, place=whole, sentence=_TEXT, remedy=_TEXT)),
    )
    more: Json = {"retry_after": whole, "until": _MOMENT_OR_NONE, "challenge": _TEXT, "bits": whole}
    properties = told["properties"]
    return told | {"properties": {**properties, **more}} if isinstance(properties, dict) else told


def _object(**properties: Json) -> Json:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _one_of(choices: Iterable[str]) -> Json:
    return {"type": "string", "enum": [str(choice) for choice in choices]}
