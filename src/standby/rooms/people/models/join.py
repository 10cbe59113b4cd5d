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
    # Repeats the newest PairJudgement: "", "same" or "not_same".
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
