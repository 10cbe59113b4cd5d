from django.db import models

from standby.sealing import new_ref


class Announcement(models.Model):
    """The moment everybody of an operation is told where they stand.

    The database refuses to commit one that leaves anybody without a current status, told by it or confirmed since
    (migration 0002).
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.OneToOneField("callup.PlanRevision", on_delete=models.PROTECT)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    next_word_on = models.DateField()
    told = models.PositiveIntegerField()
    called = models.PositiveIntegerField()
    standing_by = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "number"], name="announcement_number")]

    def __str__(self) -> str:
        return f"announcement {self.number}"


class Recall(models.Model):
    """ "Do not set out, turn back", told at once to everybody called to a need, a site or the whole operation."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    # "operation", "region", "site" or "need", and which.
    scope = models.CharField(max_length=10)
    subject = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    recalled = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.ref


class ReachCounts(models.Model):
    """Who of a very large crowd has heard where they stand, counted now and then: one row for an operation."""

    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, primary_key=True)
    counted_at = models.DateTimeField()
    # How many stand on the call sheet, whatever they were told last.
    to_ring = models.PositiveIntegerField()
    # Of the last announcement, by its `ref`; empty where there was none.
    occasion = models.CharField(max_length=16, blank=True)
    told = models.PositiveIntegerField()
    not_reached = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"reach in {self.operation_id}"
