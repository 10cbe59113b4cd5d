"""A notice before it is said, as everybody would read it in each of its languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.rooms.look.days import say_moment
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.actions import check_sayable
from standby.rooms.situation.composing import Sheet, alert_of
from standby.rooms.situation.kinds import kind_word
from standby.rooms.situation.saying import SaidText, say_text
from standby.rooms.situation.texts import NewNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    kind: str
    begins: str
    ends: str
    texts: Sequence[SaidText]


def preview_of(new: NewNotice, *, operation: OperationView, now: datetime) -> Preview:
    """Made by the very code that will say it, so that what cannot be said is refused here already."""
    check_sayable(new, operation=operation, now=now)
    sheet = Sheet(ref="PREVIEW", operation=operation, public_url="", key_id="preview", now=now)
    alert = alert_of(new, sheet=sheet, before=None)
    return Preview(
        kind=kind_word(new.kind),
        begins=say_moment(alert.infos[0].effective, operation.time_zone),
        ends=say_moment(alert.infos[0].expires, operation.time_zone),
        texts=[say_text(info) for info in alert.infos],
    )
