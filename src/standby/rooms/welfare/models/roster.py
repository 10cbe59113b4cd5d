from django.db import models

from standby.sealing import new_ref


class RosterState(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    FAILED = "failed"
    READY = "ready"
    PUBLISHED = "published"
    OVERTAKEN = "overtaken"


class RosterRevision(models.Model):
    """One roster of a site with its proof. Published ones stay as they were; a newer one overtakes them."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.PROTECT, related_name="rosters")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=RosterState.choices, default=RosterState.QUEUED)
    asked_by = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    published_by = models.CharField(max_length=64, blank=True)
    # Plain words of a failure, with what to do.
    failure = models.TextField(blank=True)
    places = models.PositiveIntegerField(default=0)
    filled = models.PositiveIntegerField(default=0)
    value = models.BigIntegerField(null=True)
    bound = models.BigIntegerField(null=True)
    by_hand = models.BigIntegerField(null=True)
    # The files that were rostered and the roster's own, zipped: `standby check-roster site roster`.
    files = models.BinaryField(default=b"")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "number"], name="roster_number"),
            models.UniqueConstraint(
                fields=["site"], condition=models.Q(state="published"), name="roster_one_published"
            ),
            models.UniqueConstraint(
                fields=["site"], condition=models.Q(state__in=["queued", "running"]), name="roster_one_under_way"
            ),
        ]

    def __str__(self) -> str:
        return f"roster {self.number}"


class RosterDuty(models.Model):
    """One person on one shift, in one roster; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    roster = models.ForeignKey("welfare.RosterRevision", on_delete=models.CASCADE, related_name="duties")
    shift = models.ForeignKey("welfare.Shift", on_delete=models.PROTECT, related_name="duties")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["roster", "shift", "person"], name="roster_duty_once")]
        indexes = [models.Index(fields=["person", "roster"], name="roster_duty_of_person")]

    def __str__(self) -> str:
        return f"{self.shift_id}: {self.person_id}"
