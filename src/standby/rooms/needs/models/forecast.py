from django.db import models

from standby.rooms.needs.models.asked import Asked
from standby.sealing import new_ref


class Forecast(Asked):
    """A need that may come: a plan keeps people free for it, as far as its probability weighs, and calls nobody.

    It is never changed: whoever knows better ends it and says what is expected now.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.PROTECT)
    code = models.CharField(max_length=40)
    headcount = models.PositiveIntegerField()
    priority = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    made_by = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "code"], name="forecast_code"),
            models.CheckConstraint(condition=models.Q(last_day__gte=models.F("first_day")), name="forecast_days"),
            models.CheckConstraint(
                condition=models.Q(headcount__gte=1, headcount__lte=10_000), name="forecast_headcount"
            ),
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=3), name="forecast_level"),
            models.CheckConstraint(condition=models.Q(priority__gte=1, priority__lte=5), name="forecast_priority"),
            models.CheckConstraint(condition=models.Q(percent__gte=1, percent__lte=99), name="forecast_percent"),
        ]

    def __str__(self) -> str:
        return self.code
