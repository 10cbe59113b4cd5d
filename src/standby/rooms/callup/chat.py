"""The bot's first word in a chat: that it is open, or that the code did not open it."""

from django.utils import translation
from django.utils.translation import gettext

from standby.rooms.messages.actions.choosing import OpenedChat
from standby.rooms.people.queries.persons import person_by_ref


def welcome(opened: OpenedChat | None) -> str:
    """In their own language where we know them, in English where the code opened nothing."""
    person = person_by_ref(operation_id=opened.operation_id, ref=opened.recipient) if opened else None
    if person is None:
        with translation.override("en"):
            return gettext("This code opens no chat. Ask for a new one on your own page.")
    with translation.override(person.language):
        said = gettext("%(word)s: this chat is yours. We write here that there is a message, and nothing more.")
        return said % {"word": person.code_word}
