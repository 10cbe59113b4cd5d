"""The tables of this room, one file a noun."""

from standby.rooms.enquiry.models.paper import FormBatch, PaperForm
from standby.rooms.enquiry.models.queue import Queue, Ticket, TicketEvent, TicketState

__all__ = ["FormBatch", "PaperForm", "Queue", "Ticket", "TicketEvent", "TicketState"]
