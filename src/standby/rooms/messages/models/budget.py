from django.db import models


class SmsBudget(models.Model):
    """What the coordinators decided about short messages. Without a row, or with a cap of 0, none goes out."""

    id = models.BigAutoField(primary_key=True)
    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, related_name="sms_budget")
    # A thousandth of the currency's unit: a part often costs less than a hundredth.
    thousandths_a_part = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    parts_an_hour = models.PositiveIntegerField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"short messages of {self.operation_id}"


class PartsSpent(models.Model):
    """Parts that were taken to be handed over at a moment, or (negative) given back unsent; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    at = models.DateTimeField()
    parts = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["operation", "at"], name="parts_of_hour")]

    def __str__(self) -> str:
        return f"{self.parts} at {self.at}"
