from django.db import models

from standby.sealing import new_ref


class Channel(models.TextChoices):
    EMAIL = "email"
    SMS = "sms"
    # Only for who asked for it: Telegram learns who is written to (SECURITY.md).
    TELEGRAM = "telegram"
    # A slip or a letter, printed and handed over or posted.
    PAPER = "paper"
    # Spoken by a caller from the call sheet.
    CALL = "call"


class MessageState(models.TextChoices):
    QUEUED = "queued"
    SENDING = "sending"
    # The next server took it. It has not come back.
    ACCEPTED = "accepted"
    # A delivery report says that it reached the person's own device.
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    FAILED = "failed"
    # Not to be sent any more: overtaken, or its person must not be written to.
    CANCELLED = "cancelled"


class Message(models.Model):
    """One message to one person by one channel. Address, subject and text are sealed under the person's key."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    # A person's reference: people stand above messages, so this is a value and no foreign key.
    recipient = models.CharField(max_length=32)
    # What it is about: the announcement, the call or the step that caused it. With `kind` it is sent once.
    occasion = models.CharField(max_length=64)
    kind = models.CharField(max_length=32)
    language = models.CharField(max_length=8)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    # "Turn back" goes before all that waits.
    is_urgent = models.BooleanField(default=False)
    # What a gateway bills for a short message; 0 for every other channel.
    parts = models.PositiveSmallIntegerField(default=0)
    sealed = models.BinaryField()
    # Keyed hash of the number or chat it goes to, so that what comes back from there finds its person.
    blind = models.BinaryField(default=b"")
    state = models.CharField(max_length=10, choices=MessageState.choices, default=MessageState.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recipient", "occasion", "kind", "channel"], name="message_once"),
        ]
        indexes = [
            models.Index(fields=["state", "next_attempt_at"], name="message_due"),
            models.Index(
                fields=["operation", "channel", "-is_urgent", "id"],
                condition=models.Q(state="queued"),
                name="message_line",
            ),
            models.Index(fields=["blind", "-id"], condition=~models.Q(blind=b""), name="message_to"),
            models.Index(fields=["operation", "recipient", "-id"], name="message_of_person"),
            models.Index(fields=["operation", "occasion", "state"], name="message_of_occasion"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class DeliveryEvent(models.Model):
    """What became of a message at one moment; only ever added."""

    id = models.BigAutoField(primary_key=True)
    message = models.ForeignKey("standby_messages.Message", on_delete=models.PROTECT)
    state = models.CharField(max_length=10, choices=MessageState.choices)
    at = models.DateTimeField()
    # An SMTP code or a short word; never an address.
    code = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.message_id} {self.state}"
