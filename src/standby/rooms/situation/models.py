from django.db import models

from standby.sealing import new_ref


class Notice(models.Model):
    """One thing said to everybody. Only ever added: a correction or a withdrawal is a notice that replaces another.

    What was said stands in `cap`, byte for byte as it was signed; the columns beside it are for finding it.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    replaces = models.ForeignKey("situation.Notice", on_delete=models.PROTECT, null=True, related_name="replacements")
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    by = models.CharField(max_length=64)
    # The alert of CAP 1.2, its Ed25519 signature in hexadecimal figures, and the key it was made with.
    cap = models.TextField()
    signature = models.CharField(max_length=128)
    key_id = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["replaces"], name="notice_replaced_once")]
        indexes = [models.Index(fields=["operation", "-id"], name="notice_newest")]

    def __str__(self) -> str:
        return self.ref
