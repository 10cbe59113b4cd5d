from django.db import models


class RiskChoice(models.Model):
    """How sure it must be, for one request alone, that enough come; without a row the operation's policy holds."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    request = models.OneToOneField("needs.Request", on_delete=models.CASCADE)
    # In per cent, how often fewer may come than are needed.
    shortfall_risk = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shortfall_risk__gte=1, shortfall_risk__lte=50), name="risk_choice_per_cent"
            ),
        ]

    def __str__(self) -> str:
        return f"risk of {self.request_id}"


class NextInLine(models.Model):
    """Somebody of the second wave: stands by, was told that they are next, and by when they hear.

    A row is settled once: they are called, or told that they were not needed.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    announcement = models.ForeignKey("callup.Announcement", on_delete=models.CASCADE)
    need = models.ForeignKey("needs.Need", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)
    # Whoever waited longest is first.
    place = models.PositiveIntegerField()
    settled_at = models.DateTimeField(null=True)
    was_called = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(settled_at__isnull=True), name="next_in_one_line"
            ),
        ]
        indexes = [
            models.Index(fields=["operation", "need"], condition=models.Q(settled_at__isnull=True), name="next_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} next for {self.need_id}"
