"""Writing to people after they were told: in their language, with their own link, by the channel they have."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from standby.rooms.callup.letters import Letters, Occasion
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
    letters, queued = Letters(operation=operation), 0
    for batch in _batches([person.id for person in people if person.has_email]):
        links = make_links(operation_id=operation.id, person_ids=batch, now=now)
        views, details = people_by_id(operation_id=operation.id, ids=batch), details_of(batch)
        written = []
        for person_id, known in details.items():
            if not known.emails:
                continue
            person = views[person_id]
            link = f"{public_url}/status/l/{links[person_id]}/"
            text = letters.to(person, link=link, was_released=person_id in released, cause=cause)
            written.append(
                Letter(
                    recipient=person.ref,
                    occasion=occasion,
                    kind=text.kind,
                    language=person.language,
                    channel=Channel.EMAIL,
                    address=known.emails[0],
                    subject=text.subject,
                    body=text.body,
                )
            )
        queued += queue(letters=written, operation_id=operation.id, now=now)
    return queued


def _batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))
