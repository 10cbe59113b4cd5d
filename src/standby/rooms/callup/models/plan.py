from django.db import models

from standby.sealing import new_ref


class PlanState(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    FAILED = "failed"
    READY = "ready"
    PROPOSED = "proposed"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    OVERTAKEN = "overtaken"


class PlanRevision(models.Model):
    """One computed plan with its proof. Its people and needs stand by reference in the files that were planned."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.QUEUED)
    seed = models.BigIntegerField()
    as_of = models.DateField()
    stage = models.CharField(max_length=40, blank=True)
    fraction = models.FloatField(default=0)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    # Plain words of a failure, with what to do.
    failure = models.TextField(blank=True)
    input_sha256 = models.CharField(max_length=64, blank=True)
    # SHA-256 of each input file, to tell later which of them changed.
    digests = models.JSONField(default=dict)
    value = models.BigIntegerField(null=True)
    bound = models.BigIntegerField(null=True)
    first_come = models.BigIntegerField(null=True)
    gap = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    proof = models.JSONField(default=dict)
    # The planned files and the plan's own, zipped: whoever may see the plan can check it by themselves.
    files = models.BinaryField(default=b"")
    people = models.PositiveIntegerField(default=0)
    called = models.PositiveIntegerField(default=0)
    # The explicit decision that calls may change whose people leave within the notice hours.
    changes_notice = models.BooleanField(default=False)
    # By the code of what is only forecast, how many people are kept free for it.
    kept_free = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "number"], name="plan_number")]

    def __str__(self) -> str:
        return f"plan {self.number}"


class PlanCall(models.Model):
    """One person called to one need in a plan."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.ForeignKey("callup.PlanRevision", on_delete=models.CASCADE, related_name="calls")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)
    need = models.ForeignKey("needs.Need", on_delete=models.CASCADE)
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "person", "need"], name="plan_call_once")]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.person_id} → {self.need_id}"


class PlanStandBy(models.Model):
    """One person whom a plan does not call, and why; the exact reason is for the desk only."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.ForeignKey("callup.PlanRevision", on_delete=models.CASCADE, related_name="stand_bys")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)
    reason = models.CharField(max_length=32)
    would_be_called_if = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "person"], name="plan_stand_by_once")]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.person_id} stands by"


class PlanNeed(models.Model):
    """How far a plan fills one need, what binds it, and the relaxation worth most."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.ForeignKey("callup.PlanRevision", on_delete=models.CASCADE, related_name="needs")
    need = models.ForeignKey("needs.Need", on_delete=models.CASCADE)
    # People asked for, and people called for them, since some will not come.
    headcount = models.PositiveIntegerField()
    to_call = models.PositiveIntegerField()
    filled = models.PositiveIntegerField()
    reason = models.CharField(max_length=32)
    relief = models.CharField(max_length=200, blank=True)
    # What was foretold: chances, risk, the second wave (turnout/foreseeing.py).
    turnout = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "need"], name="plan_need_once")]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.need_id}"


class PlanConflict(models.Model):
    """A limit that people already on the way or at work exceed."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    plan = models.ForeignKey("callup.PlanRevision", on_delete=models.CASCADE, related_name="conflicts")
    rule = models.CharField(max_length=32)
    subject = models.CharField(max_length=96)
    day = models.DateField(null=True)
    over = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.rule}"
