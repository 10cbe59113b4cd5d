"""What we say to the owner of a list of people who asked to fight."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext

from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnersText:
    """A text that can be sent as it is, in one language."""

    language: str
    text: str


def texts_for_the_owner(operation: OperationView, *, address: str) -> list[OwnersText]:
    """One in each language of the operation; `address` is where civilian help is offered."""
    return [OwnersText(language=language, text=_text(operation, language, address)) for language in operation.languages]


def _text(operation: OperationView, language: str, address: str) -> str:
    with translation.override(language):
        said = gettext(
            "We cannot take your list. %(operation)s is help for civilians only, and a list of people who asked to"
            " fight is neither read nor kept. Civilian help is wanted: whoever wants to give it can offer it"
            " themselves here: %(address)s. Questions: %(contact)s."
        )
        return said % {"operation": operation.name, "address": address, "contact": operation.help_contact}
