from django.db import models

from standby.rooms.messages.models.message import Channel
from standby.sealing import new_ref


class Reply(models.Model):
    """What somebody wrote back. Text and sender are sealed: under their key, or a key of its own where nobody is known.

    `settled_at` is empty while a human has to read it.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    # Empty: nobody was written to at that address, or several were and the text does not say who it is.
    recipient = models.CharField(max_length=32, blank=True)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    # Keyed hash of the sender, and of sender, text and moment: a gateway that sends it twice is answered once.
    blind = models.BinaryField()
    fingerprint = models.BinaryField(unique=True)
    sealed = models.BinaryField()
    # "accept", "decline", "withdraw", "stop", "code_word", or "other".
    read_as = models.CharField(max_length=10)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["operation", "id"], condition=models.Q(settled_at__isnull=True), name="reply_waiting"),
            models.Index(fields=["blind", "at"], name="reply_of_sender"),
        ]

    def __str__(self) -> str:
        return self.ref
