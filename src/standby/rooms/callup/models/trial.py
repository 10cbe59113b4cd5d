from django.db import models

from standby.rooms.callup.models.plan import PlanState
from standby.sealing import new_ref


class TrialKind(models.TextChoices):
    # What would help most; and a list of changes that somebody asked about.
    HELPS = "helps"
    WHAT_IF = "what_if"


class PlanTrial(models.Model):
    """A plan computed again as if something were otherwise: never announced, never a revision of the plan."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.ForeignKey("callup.PlanRevision", on_delete=models.CASCADE, related_name="trials")
    kind = models.CharField(max_length=8, choices=TrialKind.choices)
    # Each as the planner writes it (docs/reference/what-if.md); sites, needs and homes by their codes.
    changes = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.QUEUED)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    # Plain words of a failure, with what to do.
    failure = models.TextField(blank=True)
    # As the planner wrote it; people stand in it by reference.
    result = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan"], condition=models.Q(kind="helps"), name="plan_helps_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} of plan {self.plan_id}"
