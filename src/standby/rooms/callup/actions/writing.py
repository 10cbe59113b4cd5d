"""Writing to people after they were told: in their language, by the channels that reach them, each in its own words."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from standby.rooms.callup.letters import URGENT, Letters, Occasion, kind_for
from standby.rooms.callup.reaching import Addresses, Wishes, addresses_of, wishes_in
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.actions import queue
from standby.rooms.messages.actions.queueing import SHORT
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.messages.queries.failing import Undelivered
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.queries.planning import Standing
from standby.rooms.people.values import PersonView

_BATCH = 2000


def write_to(
    *,
    operation: OperationView,
    people: Sequence[Standing],
    occasion: str,
    public_url: str,
    now: datetime,
    released: Collection[int] = (),
    cause: Occasion = Occasion.STATUS,
) -> int:
    """Queues what each of these people gets, by one channel or two; how many messages that is.

    Whom none of their channels reaches stands on the call sheet.
    """
    writer = _Writer(operation=operation, occasion=occasion, public_url=public_url, released=released, cause=cause)
    queued = 0
    for batch in _batches(people):
        queued += queue(letters=writer.letters_to(batch, now=now), operation_id=operation.id, now=now)
    return queued


def write_by_next(
    *, operation: OperationView, person: Standing, undelivered: Undelivered, public_url: str, now: datetime
) -> int:
    """Queues what came back for the next channel that has not been tried for it; 0 where there is none left."""
    is_cause = undelivered.kind in set(Occasion)
    writer = _Writer(
        operation=operation,
        occasion=undelivered.occasion,
        public_url=public_url,
        released={person.id} if undelivered.kind == "released" else (),
        cause=Occasion(undelivered.kind) if is_cause else Occasion.STATUS,
        tried=undelivered.tried,
    )
    return queue(letters=writer.letters_to([person], now=now), operation_id=operation.id, now=now)


@dataclass(slots=True, kw_only=True)
class _Writer:
    """What is the same for everybody who is written to on one occasion."""

    operation: OperationView
    occasion: str
    public_url: str
    released: Collection[int]
    cause: Occasion
    tried: frozenset[Channel] = frozenset()
    long: Letters = field(init=False)
    short: ShortMessages = field(init=False)
    wishes: Wishes = field(init=False)

    def __post_init__(self) -> None:
        self.long, self.short = Letters(operation=self.operation), ShortMessages(operation=self.operation)
        self.wishes = wishes_in(self.operation, installation())

    def letters_to(self, people: Sequence[Standing], *, now: datetime) -> list[Letter]:
        addresses = addresses_of(people, wishes=self.wishes)
        views = people_by_id(operation_id=self.operation.id, ids=[person.id for person in people])
        channels = {person.id: self._channels(person, views[person.id], addresses[person.id]) for person in people}
        mailed = [person_id for person_id, chosen in channels.items() if Channel.EMAIL in chosen]
        links = make_links(operation_id=self.operation.id, person_ids=mailed, now=now)
        return [
            self._letter(views[person.id], channel, addresses[person.id], token=links.get(person.id, ""))
            for person in people
            for channel in channels[person.id]
        ]

    def _channels(self, person: Standing, view: PersonView, addresses: Addresses) -> tuple[Channel, ...]:
        left = addresses.keys() - self.tried
        chosen = self.wishes.channels(view.ref, kind=self._kind(view), addresses=left, has_telephone=person.has_phone)
        return chosen[:1] if self.tried else chosen

    def _kind(self, view: PersonView) -> str:
        return kind_for(view.status, was_released=view.id in self.released, cause=self.cause)

    def _letter(self, view: PersonView, channel: Channel, addresses: Addresses, *, token: str) -> Letter:
        kind = self._kind(view)
        subject, body = self._text(view, channel, kind, token=token)
        return Letter(
            recipient=view.ref,
            occasion=self.occasion,
            kind=kind,
            language=view.language,
            channel=channel,
            address=addresses.get(channel, ""),
            subject=subject,
            body=body,
            is_urgent=kind in URGENT,
        )

    def _text(self, view: PersonView, channel: Channel, kind: str, *, token: str) -> tuple[str, str]:
        if channel in SHORT:
            said = self.short.to(
                kind=kind,
                channel=channel,
                language=view.language,
                code_word=view.code_word,
                until=view.next_word_on,
            )
            return "", said
        # On paper no link can be followed: the way to one's page is the receipt code that is printed below it.
        link = f"{self.public_url}/status/l/{token}/" if token else f"{self.public_url}/status/"
        text = self.long.to(view, link=link, was_released=view.id in self.released, cause=self.cause)
        return text.subject, text.body


def _batches(people: Sequence[Standing]) -> Iterator[Sequence[Standing]]:
    return (people[start : start + _BATCH] for start in range(0, len(people), _BATCH))
