"""Writing down goods, money and work from home that somebody offered, each with its dated answer."""

from collections.abc import Iterable
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.rooms.people.models import Pledge
from standby.rooms.people.sealed import pledge_place
from standby.rooms.people.settled import Settled
from standby.rooms.vault.actions import seal_payload
from standby.rooms.vault.queries import keys_of
from standby.sealing import new_ref

# Please do not bring or send it before we write.
NOTED = "noted"


def store_pledges(settled: Iterable[Settled], *, operation_id: int, now: datetime) -> None:
    giving = [item for item in settled if item.opened.sign_up.pledges and _is_taken(item)]
    if not giving:
        return
    keys = keys_of(item.registration_ref for item in giving)
    rows = []
    for item in giving:
        for pledge in item.opened.sign_up.pledges:
            ref = new_ref()
            words = {"words": pledge.words}
            rows.append(
                Pledge(
                    ref=ref,
                    operation_id=operation_id,
                    person_id=item.person_id,
                    registration_id=item.registration_id,
                    kind=pledge.kind.value,
                    what=list(pledge.what),
                    sealed=seal_payload(words, key=keys[item.registration_ref], place=pledge_place(ref)),
                    answer=NOTED,
                    answered_at=now,
                    next_word_on=item.opened.row.next_word_on,
                )
            )
    Pledge.objects.bulk_create(rows, batch_size=2000)


def _is_taken(item: Settled) -> bool:
    return item.opened.answer.status is not PersonStatus.NOT_ACCEPTED
