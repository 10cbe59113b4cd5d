"""What can be done with messages: one file a deed."""

from standby.rooms.messages.actions.handing_over import Handed, hand_over
from standby.rooms.messages.actions.queueing import cancel_waiting, queue
from standby.rooms.messages.actions.recording import record

__all__ = ["Handed", "cancel_waiting", "hand_over", "queue", "record"]
