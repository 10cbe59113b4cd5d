from django.db import models

from standby.sealing import new_ref


class Overlap(models.Model):
    """A comparison with another organisation's list that shows neither the other's: what we ask, or what we answer.

    Two people start it. What is sealed (the key that reads an answer, who stands at which place, what was found, the
    agreed phrase) lies under a key of its own, which goes after thirty days.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    # Whether we ask, or answer the other's question.
    is_ours = models.BooleanField()
    partner = models.CharField(max_length=120)
    # Why the two lists may be compared, as whoever proposed it wrote down.
    basis = models.CharField(max_length=400)
    # "proposed", "ready" (a file waits to be handed on), "read", "refused"
    state = models.CharField(max_length=8, default="proposed")
    items = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(null=True)
    sealed = models.BinaryField(default=b"")
    proposed_at = models.DateTimeField()
    proposed_by = models.CharField(max_length=64)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["operation", "-id"], name="overlap_newest")]

    def __str__(self) -> str:
        return self.ref
