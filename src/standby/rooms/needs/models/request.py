from django.contrib.postgres.fields import ArrayField
from django.db import models

from standby.rooms.needs.models.asked import Asked
from standby.sealing import new_ref


class Risk(models.TextChoices):
    LOW = "low"
    RAISED = "raised"


class NeedState(models.TextChoices):
    DRAFT = "draft"
    RISK_ASSESSED = "risk_assessed"
    APPROVED = "approved"
    OPEN = "open"
    PART_FILLED = "part_filled"
    FILLED = "filled"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class Request(Asked):
    """A site asks for people of one role for a while: what for, under whom, with what, at which risk.

    It is cut into rotations (Need). `texts` holds hazards, provided, task and if_nobody_comes, each by language code.
    The supervisor's name and phone are sealed under the request's own key. A request that its contact has not renewed
    within the policy's hours is stale: nobody new is called for it.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.PROTECT)
    code = models.CharField(max_length=40)
    # As the site said it; headcount of the rotations is people, worked out under the rest rules.
    posts = models.PositiveIntegerField()
    hours_per_day = models.PositiveSmallIntegerField()
    headcount = models.PositiveIntegerField()
    sealed = models.BinaryField(default=b"")
    has_supervisor = models.BooleanField(default=False)
    texts = models.JSONField(default=dict)
    provides = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    hazards = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    minimum_age = models.PositiveSmallIntegerField(default=18)
    risk = models.CharField(max_length=8, choices=Risk.choices, blank=True)
    priority = models.PositiveSmallIntegerField(null=True)
    state = models.CharField(max_length=16, choices=NeedState.choices, default=NeedState.DRAFT)
    requested_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    # Who approved it as it stands: one person where the risk is low, two different people otherwise.
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    approved_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    created_at = models.DateTimeField()
    renewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "code"], name="request_code"),
            models.CheckConstraint(condition=models.Q(last_day__gte=models.F("first_day")), name="request_days"),
            models.CheckConstraint(
                condition=models.Q(headcount__gte=1, headcount__lte=10_000), name="request_headcount"
            ),
            models.CheckConstraint(condition=models.Q(level__gte=1, level__lte=3), name="request_level"),
            models.CheckConstraint(
                condition=models.Q(priority__isnull=True) | models.Q(priority__gte=1, priority__lte=5),
                name="request_priority",
            ),
            models.CheckConstraint(
                condition=models.Q(posts__gte=1, hours_per_day__gte=1, hours_per_day__lte=24), name="request_posts"
            ),
            models.CheckConstraint(
                condition=models.Q(minimum_age__gte=18, minimum_age__lte=80), name="request_minimum_age"
            ),
            # A need is real before anyone moves.
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "risk_assessed", "cancelled"])
                | (models.Q(has_supervisor=True, priority__isnull=False) & ~models.Q(risk="")),
                name="request_real_before_approved",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "risk_assessed", "cancelled"])
                | (
                    models.Q(proposed_by__isnull=False, approved_by__isnull=False)
                    & (models.Q(risk="low") | ~models.Q(proposed_by=models.F("approved_by")))
                ),
                name="request_approved_by_two",
            ),
        ]
        indexes = [models.Index(fields=["operation", "state", "renewed_at"], name="request_state")]

    def __str__(self) -> str:
        return self.code


class Need(models.Model):
    """One rotation of a request: so many people from a first to a last day. What the planner fills."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    request = models.ForeignKey("needs.Request", on_delete=models.PROTECT, related_name="rotations")
    code = models.CharField(max_length=44)
    first_day = models.DateField()
    last_day = models.DateField()
    headcount = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "code"], name="need_code"),
            models.CheckConstraint(condition=models.Q(last_day__gte=models.F("first_day")), name="need_days"),
            models.CheckConstraint(condition=models.Q(headcount__gte=1), name="need_headcount"),
        ]

    def __str__(self) -> str:
        return self.code
