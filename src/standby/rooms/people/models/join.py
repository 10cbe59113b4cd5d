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
    # As the model saw it last: the chance of being one person, and which place it has among what teaches most.
    chance = models.FloatField(null=True)
    place = models.PositiveIntegerField(null=True)
    # One in ten is judged by a second person too: "", "due", "agreed" or "differs".
    second_look = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["operation", "verdict", "place", "id"], name="pair_open"),
            models.Index(
                fields=["operation", "second_look", "id"],
                condition=~models.Q(second_look=""),
                name="pair_second_look",
            ),
        ]

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


class SecondLook(models.Model):
    """What a second person said of a pair without knowing what the first one did. It changes nothing; only added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    pair = models.ForeignKey("people.DoubtfulPair", on_delete=models.PROTECT)
    verdict = models.CharField(max_length=8, choices=[("same", "same"), ("not_same", "not_same")])
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"second look at {self.pair_id}"


class MatchRun(models.Model):
    """The full model over all registrations of an operation, and what the newest judgements would change. Counts only.

    It changes nothing by itself: somebody looks at the counts and applies it. The registrations were opened in memory;
    nothing of them is kept here.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    at = models.DateTimeField()
    registrations = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField()
    # Blocks too large to mean anything: their registrations were not compared by that key.
    skipped = models.PositiveIntegerField(default=0)
    judged = models.PositiveIntegerField()
    # Up to which registration and judgement it knew.
    last_registration = models.BigIntegerField(default=0)
    last_judgement = models.BigIntegerField(default=0)
    # Pairs of people: sure enough to be joined, and worth asking about; and what the newest judgements change in both.
    sure = models.PositiveIntegerField()
    asked = models.PositiveIntegerField()
    more_sure = models.PositiveIntegerField()
    fewer_sure = models.PositiveIntegerField()
    more_asked = models.PositiveIntegerField()
    fewer_asked = models.PositiveIntegerField()
    applied_at = models.DateTimeField(null=True)
    applied_by = models.CharField(max_length=64, blank=True)
    joined = models.PositiveIntegerField(default=0)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["operation", "-id"], name="newest_run")]

    def __str__(self) -> str:
        return self.ref


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
