from django.db import models


class StatusChange(models.Model):
    """Where a person stands from a moment on, why, and when they hear again. Only ever added.

    A row that is committed is told: the person can read it on their own page from then on. Whether it reached them is
    another matter, and stands in Reached.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    status = models.CharField(max_length=16)
    reason = models.CharField(max_length=32)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    next_word_on = models.DateField(null=True)
    # The announcement, call or deed that caused it, by reference.
    occasion = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-id"], name="status_of_person"),
            models.Index(fields=["operation", "occasion"], name="status_of_occasion"),
            models.Index(fields=["operation", "at"], name="status_at"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.status}"


class Reached(models.Model):
    """That a status really came to its person: they opened the page, or somebody spoke to them.

    The third way, a channel that took the message and did not return it, stands with the message.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    status_change = models.ForeignKey("people.StatusChange", on_delete=models.PROTECT)
    how = models.CharField(max_length=8, choices=[("page", "page"), ("spoken", "spoken")])
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["status_change", "-id"], name="reached_of_status")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.how}"


class StandingWeek(models.Model):
    """Of those who offered a role and stood by when a day began: how many were called within the week after it.

    Counts, from which the chance of a call is told; only ever added, once the week is over.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    day = models.DateField()
    role = models.CharField(max_length=4)
    standing = models.PositiveIntegerField()
    called = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "day", "role"], name="standing_week"),
            models.CheckConstraint(condition=models.Q(called__lte=models.F("standing")), name="standing_week_called"),
        ]

    def __str__(self) -> str:
        return f"{self.role} on {self.day}"


class CrowdCounts(models.Model):
    """What the first page of the desk says of a very large crowd, counted now and then: one row for an operation."""

    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, primary_key=True)
    counted_at = models.DateTimeField()
    # People by status; sign-ups and first answers by hour, as [ISO 8601, sign-ups, answers].
    statuses = models.JSONField()
    hours = models.JSONField()
    # People to be rung, pairs to be judged, licences to be checked.
    to_confirm = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()
    licences = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"crowd of {self.operation_id}"
