from django.db import models

from standby.sealing import new_ref


class JoinEvent(models.Model):
    """A registration was given to a person, or taken to another. Only ever added: this is the map's whole history."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.PROTECT)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    previous = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    # "first", "rule", "judged", "split"
    why = models.CharField(max_length=16)
    evidence = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["registration", "-id"], name="join_of_registration")]

    def __str__(self) -> str:
        return f"{self.registration_id} → {self.person_id}"


class RegistrationPerson(models.Model):
    """Which person a registration belongs to now: the newest JoinEvent, kept ready for reading."""

    registration = models.OneToOneField("people.Registration", on_delete=models.PROTECT, primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="registrations")

    def __str__(self) -> str:
        return f"{self.registration_id} → {self.person_id}"


class DoubtfulPair(models.Model):
    """Two registrations that may be one person's: somebody has to look. `evidence` holds codes, no name and no date."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    first = models.ForeignKey("people.Registration", on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey("people.Registration", on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=32)
    evidence = models.JSONField(default=dict)
    found_at = models.DateTimeField()
    # Repeats the newest PairJudgement: "", "same" or "not_same"; "held" where the same waits to be confirmed.
    verdict = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="pair_in_order"),
        ]
        indexes = [models.Index(fields=["operation", "verdict", "id"], name="pair_open")]

    def __str__(self) -> str:
        return self.ref


class PairJudgement(models.Model):
    """What somebody decided about a pair; "not the same" is remembered for ever. Only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    pair = models.ForeignKey("people.DoubtfulPair", on_delete=models.PROTECT)
    verdict = models.CharField(max_length=8, choices=[("same", "same"), ("not_same", "not_same"), ("undone", "undone")])
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.pair_id} {self.verdict}"


class HeldJoin(models.Model):
    """Two people judged to be one, who share no contact that was shown to be theirs.

    They are planned as one from now on, and nothing else of them comes together (contacts, licences, calls, pages)
    until `older` confirms it from where they were reached before, or two people at the desk vouch (ADR 27). Who
    registers under a doctor's name gains nothing by being taken for the doctor.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    pair = models.ForeignKey("people.DoubtfulPair", on_delete=models.PROTECT)
    # Whoever has more to lose: a checked licence, a call, the longer registration.
    older = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    newer = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    # Both have a checked licence or a call to lose: neither can confirm for the other.
    needs_two = models.BooleanField(default=False)
    # "waiting", "confirmed" (by the older one), "vouched" (by two at the desk), "denied", "undone"
    state = models.CharField(max_length=10, default="waiting")
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["older", "newer"], condition=models.Q(state="waiting"), name="held_join_once"
            ),
            models.CheckConstraint(condition=~models.Q(older=models.F("newer")), name="held_join_of_two"),
        ]
        indexes = [models.Index(fields=["operation", "state", "id"], name="held_join_waiting")]

    def __str__(self) -> str:
        return self.ref


class JoinVouch(models.Model):
    """Somebody at the desk vouches that a held join is right, and how they know. Two different people are needed."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    join = models.ForeignKey("people.HeldJoin", on_delete=models.PROTECT, related_name="vouches")
    reason = models.CharField(max_length=16)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["join", "by"], name="vouched_once_each")]

    def __str__(self) -> str:
        return f"{self.join_id} vouched"
