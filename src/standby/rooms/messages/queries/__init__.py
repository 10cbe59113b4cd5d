"""Reading the outbox and what stands around it: one file a question."""

from standby.rooms.messages.queries.outbox import (
    MessageHead,
    MessageView,
    count_in,
    counts,
    message_by_ref,
    of_person,
    page_of_messages,
    taken,
)

__all__ = [
    "MessageHead",
    "MessageView",
    "count_in",
    "counts",
    "message_by_ref",
    "of_person",
    "page_of_messages",
    "taken",
]
