from django.contrib.postgres.fields import ArrayField
from django.db import models

from standby.sealing import new_ref


class Organisation(models.Model):
    """Leads an operation, keeps a list, or sends its own people."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Operation(models.Model):
    """One crisis, led by one organisation (G-01); every other row belongs to one."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=200)
    lead_organisation = models.ForeignKey("operations.Organisation", on_delete=models.PROTECT)
    is_exercise = models.BooleanField(default=False)
    # Whether anybody is planned and called. Whether offers are taken is the door's (Switch): it can be shut while the
    # operation runs; an operation that is over has its door shut too (ADR 16).
    is_open = models.BooleanField(default=True)
    languages = ArrayField(models.CharField(max_length=8), default=list)
    time_zone = models.CharField(max_length=64, default="Asia/Yerevan")
    # How to reach a human: shown on every page and at the end of every message.
    help_contact = models.CharField(max_length=200)
    # Texts by language code; a page shows the reader's own, else the first, marked with its language.
    insurance = models.JSONField(default=dict)
    terms = models.JSONField(default=dict)
    terms_version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Policy(models.Model):
    """What the coordinators decided for the whole operation; changed as a whole, each change journalled."""

    id = models.BigAutoField(primary_key=True)
    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, related_name="policy")
    rest_days = models.PositiveSmallIntegerField(default=2)
    weights = ArrayField(models.PositiveIntegerField(), default=list)
    notice_hours = models.PositiveSmallIntegerField(default=48)
    answer_hours = models.PositiveSmallIntegerField(default=24)
    next_word_days = models.PositiveSmallIntegerField(default=3)
    stale_hours = models.PositiveSmallIntegerField(default=48)
    # Calls for each person needed, in hundredths: 120 calls six for five. "*" stands for every other role.
    over_call = models.JSONField(default=dict)
    # How often, in per cent, fewer may come than are needed; 0 leaves the number of calls to the factors above.
    shortfall_risk = models.PositiveSmallIntegerField(default=5)
    # One wave calls everybody at once; two ask the first to confirm before the second is called.
    waves = models.PositiveSmallIntegerField(default=2)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(answer_hours__gte=1), name="policy_answer_hours"),
            models.CheckConstraint(condition=models.Q(next_word_days__gte=1), name="policy_next_word"),
            models.CheckConstraint(condition=models.Q(shortfall_risk__lte=50), name="policy_shortfall_risk"),
            models.CheckConstraint(condition=models.Q(waves__in=[1, 2]), name="policy_waves"),
        ]

    def __str__(self) -> str:
        return f"policy of {self.operation_id}"


class Switch(models.Model):
    """What a coordinator decided about the door: for everybody (no role) or for one role. Only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    role = models.CharField(max_length=4, blank=True)
    state = models.CharField(max_length=8)
    # Of a pause: when people may come back.
    until = models.DateTimeField(null=True)
    # The public sentence by language code; empty where the house's own words are enough.
    words = models.JSONField(default=dict)
    by = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="paused", until__isnull=False)
                | (models.Q(state__in=["open", "queue", "closed"], until__isnull=True)),
                name="switch_pause_ends",
            ),
        ]
        indexes = [models.Index(fields=["operation", "role", "-id"], name="switch_newest")]

    def __str__(self) -> str:
        return f"{self.role or 'everybody'} {self.state}"


class Submission(models.Model):
    """A form that was already acted upon: sent again, it is answered again and done once."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE, null=True)
    key = models.CharField(max_length=64)
    actor = models.CharField(max_length=64)
    action = models.CharField(max_length=64)
    outcome = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "key"], name="submission_once")]

    def __str__(self) -> str:
        return f"{self.action} {self.key}"
