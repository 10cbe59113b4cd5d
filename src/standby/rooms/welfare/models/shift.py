from django.db import models

from standby.sealing import new_ref


class Shift(models.Model):
    """One duty of an approved request, for so many people at its site; withdrawn, never edited."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    request = models.ForeignKey("needs.Request", on_delete=models.PROTECT, related_name="shifts")
    site = models.ForeignKey("places.Site", on_delete=models.PROTECT, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    headcount = models.PositiveSmallIntegerField()
    is_night = models.BooleanField(default=False)
    is_driving = models.BooleanField(default=False)
    break_minutes = models.PositiveSmallIntegerField(default=0)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_ends_later"),
            models.CheckConstraint(condition=models.Q(headcount__gte=1), name="shift_headcount"),
        ]
        indexes = [models.Index(fields=["site", "starts_at"], name="shift_of_site")]

    def __str__(self) -> str:
        return self.ref
