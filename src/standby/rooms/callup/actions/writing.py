"""Writing to people after they were told: in their language, with their own link, by the channel they have."""

from collections.abc import Collection, Sequence
from datetime import datetime

from standby.rooms.callup.letters import Occasion, compose
from standby.rooms.messages.actions import queue
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.queries.persons import details_of, people_by_id
from standby.rooms.people.queries.planning import Standing

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
    """Queues one letter for each of these people who has an e-mail; how many. The others stand on the call sheet."""
    with_email = [person for person in people if person.has_email]
    queued = 0
    for start in range(0, len(with_email), _BATCH):
        batch = with_email[start : start + _BATCH]
        ids = [person.id for person in batch]
        links = make_links(operation_id=operation.id, person_ids=ids, now=now)
        views = people_by_id(operation_id=operation.id, ids=ids)
        details = details_of(ids)
        letters = []
        for person in batch:
            emails = details[person.id].emails if person.id in details else ()
            if not emails:
                continue
            text = compose(
                person=views[person.id],
                operation=operation,
                link=f"{public_url}/status/l/{links[person.id]}/",
                was_released=person.id in released,
                cause=cause,
            )
            letters.append(
                Letter(
                    recipient=person.ref,
                    occasion=occasion,
                    kind=text.kind,
                    language=person.language,
                    channel=Channel.EMAIL,
                    address=emails[0],
                    subject=text.subject,
                    body=text.body,
                )
            )
        queued += queue(letters=letters, operation_id=operation.id, now=now)
    return queued
