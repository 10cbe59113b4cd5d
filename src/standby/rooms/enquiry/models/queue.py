from django.db import models
from django.db.models import F

from standby.sealing import new_ref


class Queue(models.Model):
    """People who wait at one place. Its screen is opened by a code that nobody guesses, and shows numbers only."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    place = models.CharField(max_length=80)
    is_open = models.BooleanField(default=True)
    screen_code = models.CharField(max_length=40, unique=True)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "place"], name="queue_place")]

    def __str__(self) -> str:
        return self.place


class TicketState(models.TextChoices):
    WAITING = "waiting"
    CALLED = "called"
    SERVED = "served"
    # Was called and did not come; may be put back in the queue.
    MISSED = "missed"


class Ticket(models.Model):
    """A number of one day. Whose it is nobody here knows: it is paper in somebody's hand.

    `line` is the place in the queue: the number itself, until somebody who missed their call is put back behind others.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    queue = models.ForeignKey("enquiry.Queue", on_delete=models.CASCADE, related_name="tickets")
    day = models.DateField()
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=16, unique=True)
    language = models.CharField(max_length=8)
    state = models.CharField(max_length=8, choices=TicketState.choices, default=TicketState.WAITING)
    line = models.PositiveIntegerField()
    counter = models.PositiveSmallIntegerField(null=True)
    given_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    put_back_at = models.DateTimeField(null=True)
    # How long it took to serve them; empty where nobody can tell, because the counter stood idle in between.
    took = models.DurationField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["queue", "day", "number"], name="ticket_number"),
            # One counter serves one person at a time, and no number stands at two.
            models.UniqueConstraint(
                fields=["queue", "day", "counter"], condition=models.Q(state="called"), name="ticket_one_a_counter"
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting") | models.Q(counter__isnull=False, called_at__isnull=False),
                name="ticket_called_somewhere",
            ),
        ]
        indexes = [models.Index(fields=["queue", "day", "state", "line"], name="ticket_in_line")]
        # Whoever is put back stands behind those with the same place.
        ordering = ["line", F("put_back_at").asc(nulls_first=True), "number"]

    def __str__(self) -> str:
        return f"{self.day} {self.number}"


class TicketEvent(models.Model):
    """What happened to a number: given, called, called again, served, missed, put back. Only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    ticket = models.ForeignKey("enquiry.Ticket", on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=12)
    counter = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.ticket_id} {self.what}"
