from django.contrib.postgres.fields import ArrayField
from django.db import models

from standby.rooms.messages.models.message import Channel


class ChannelChoice(models.Model):
    """How one person wants to be written to. Without a row they get what suits most (`channels.order_for`)."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    recipient = models.CharField(max_length=32, unique=True)
    # Empty: no wish of their own.
    first = models.CharField(max_length=8, choices=Channel.choices, blank=True)
    # They told these to stop; nothing goes there until they choose it again.
    stopped = ArrayField(models.CharField(max_length=8, choices=Channel.choices), default=list)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"choice of {self.recipient}"


class TelegramChat(models.Model):
    """The chat of somebody who opted in: sealed under their key, and a keyed hash so that their answer finds them."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    recipient = models.CharField(max_length=32, unique=True)
    sealed = models.BinaryField()
    blind = models.BinaryField()
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["blind", "-id"], name="chat_of_answer")]

    def __str__(self) -> str:
        return f"chat of {self.recipient}"


class TelegramInvitation(models.Model):
    """A code with which somebody opens the chat that is to be theirs, kept as a keyed hash; it works once."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    recipient = models.CharField(max_length=32, unique=True)
    blind = models.BinaryField(unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"invitation of {self.recipient}"
