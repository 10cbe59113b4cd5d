"""By which channels this operation can write at all, and by which it writes to one person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from standby.rooms.callup.letters import GRAVE
from standby.rooms.messages.channels import NO_WISH, Choice, channels_for
from standby.rooms.messages.models import Channel
from standby.rooms.messages.numbers import first_number
from standby.rooms.messages.queries.choices import chat_holders, chats_of, choices_of
from standby.rooms.messages.queries.spending import budget_of
from standby.rooms.messages.transports import has_gateway
from standby.rooms.operations.installation import Installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.queries.planning import Standing

# Dangerous: numbers, e-mails and chats, opened only to be sealed again with a message.
Addresses = Mapping[Channel, str]


def usable_channels(operation: OperationView, where: Installation) -> frozenset[Channel]:
    """E-mail waits for its server; short messages are not written before somebody decided what they may cost."""
    usable = {Channel.EMAIL, Channel.PAPER}
    budget = budget_of(operation_id=operation.id)
    if budget and budget.parts_an_hour and has_gateway(operation, Channel.SMS, where):
        usable.add(Channel.SMS)
    if has_gateway(operation, Channel.TELEGRAM, where):
        usable.add(Channel.TELEGRAM)
    return frozenset(usable)


def may_open_chats(operation: OperationView, where: Installation) -> bool:
    """Never in an exercise: opening a chat would already tell Telegram about somebody."""
    bot = where.telegram
    return not operation.is_exercise and bool(bot.token and bot.name and bot.secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the people of an operation chose, read once for all of them."""

    usable: frozenset[Channel]
    choices: Mapping[str, Choice] = field(default_factory=dict)
    chats: frozenset[str] = frozenset()

    def channels(
        self, recipient: str, *, kind: str, addresses: Collection[Channel], has_telephone: bool
    ) -> tuple[Channel, ...]:
        """`addresses`: the channels for which this person has an address that can be written to."""
        return channels_for(
            choice=self.choices.get(recipient, NO_WISH),
            available=self.usable & {*addresses, Channel.PAPER},
            is_grave=kind in GRAVE,
            has_telephone=has_telephone,
        )


def wishes_in(operation: OperationView, where: Installation) -> Wishes:
    return Wishes(
        usable=usable_channels(operation, where),
        choices=choices_of(operation_id=operation.id),
        chats=chat_holders(operation_id=operation.id),
    )


def addresses_of(people: Sequence[Standing], *, wishes: Wishes) -> dict[int, Addresses]:
    """Where each of these people can be written to; a channel without a usable address is absent."""
    known = details_of([person.id for person in people if person.has_email or person.has_phone])
    chats = chats_of(recipients=[person.ref for person in people if person.ref in wishes.chats])
    found: dict[int, Addresses] = {}
    for person in people:
        details = known.get(person.id)
        addresses = {
            Channel.EMAIL: next(iter(details.emails), "") if details else "",
            Channel.SMS: first_number(details.phones) if details else "",
            Channel.TELEGRAM: chats.get(person.ref, ""),
        }
        found[person.id] = {channel: address for channel, address in addresses.items() if address}
    return found
