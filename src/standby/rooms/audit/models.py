from django.db import models


class JournalEntry(models.Model):
    """One thing that was done. Rows are only ever added: the database refuses every change and chains each row.

    `actor`, `subject` and `detail` hold references, codes and counts, never a name, a phone or a text of a person.
    `sequence`, `previous` and `digest` are filled by the database (migration 0002).
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.CharField(max_length=32, blank=True)
    sequence = models.BigIntegerField(editable=False, default=0)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    action = models.CharField(max_length=64)
    subject = models.CharField(max_length=96, blank=True)
    detail = models.TextField(default="{}")
    previous = models.BinaryField(editable=False, default=b"")
    digest = models.BinaryField(editable=False, default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "sequence"], name="journal_sequence")]
        indexes = [
            models.Index(fields=["operation", "-id"], name="journal_recent"),
            models.Index(fields=["operation", "subject"], name="journal_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action}"
