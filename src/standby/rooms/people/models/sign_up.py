from django.contrib.postgres.fields import ArrayField
from django.db import models

from standby.sealing import new_ref


class ReceivedSignUp(models.Model):
    """A sign-up as it was acknowledged: one row, so that hundreds are committed at once and none is lost.

    Everything that was said is sealed, under a key that all sign-ups of an hour share; it goes when the row is settled
    into a registration and a person, and the key after it. The form's key, its content and the receipt code are keyed
    hashes. The first answer is readable: it is what the receipt promised.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    key = models.BinaryField()
    content = models.BinaryField()
    receipt = models.BinaryField(unique=True)
    sealed = models.BinaryField()
    sealed_under = models.CharField(max_length=64)
    status = models.CharField(max_length=16)
    reason = models.CharField(max_length=32)
    next_word_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    # Why it waits for a person's look before it is settled (people.values.Hold); empty for almost all.
    held = models.CharField(max_length=8, blank=True)
    # Of one that is held: the keyed hash, good for a day, of the network it came from.
    network = models.BinaryField(default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "key"], name="sign_up_once")]
        indexes = [
            models.Index(
                fields=["operation", "id"],
                name="sign_up_waiting",
                condition=models.Q(settled_at__isnull=True, held=""),
            ),
            models.Index(
                fields=["operation", "network"],
                name="sign_up_held",
                condition=models.Q(settled_at__isnull=True) & ~models.Q(held=""),
            ),
        ]

    def __str__(self) -> str:
        return f"sign-up {self.id}"


class HeldCounts(models.Model):
    """What waits for a look where it is very much, counted now and then: one row for an operation."""

    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, primary_key=True)
    counted_at = models.DateTimeField()
    in_all = models.PositiveIntegerField()
    # The largest, as `queries.held_lately.write_group` writes them.
    groups = models.JSONField()

    def __str__(self) -> str:
        return f"held in {self.operation_id}"


class RefusedOffers(models.Model):
    """How many offers to fight were refused on a day. Of the offers themselves nothing is kept."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    day = models.DateField()
    number = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "day"], name="refused_day")]

    def __str__(self) -> str:
        return f"{self.number} refused on {self.day}"


class ContactClaim(models.Model):
    """A telephone or an e-mail that somebody gave at the door, and whether it was ever shown to be theirs.

    Until then it takes no part in finding out who is who: nobody learns of another person, or becomes them, by typing
    their telephone number.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.CASCADE, related_name="contact_claims")
    kind = models.CharField(max_length=8, choices=[("phone", "phone"), ("email", "email")])
    blind = models.BinaryField()
    made_at = models.DateTimeField()
    # When we last wrote to it to have it confirmed.
    asked_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    # "link", "sms", "vouched"
    how = models.CharField(max_length=8, blank=True)
    by = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["operation", "blind"], name="contact_claim_blind"),
            models.Index(
                fields=["operation", "id"],
                condition=models.Q(kind="phone", asked_at__isnull=True, confirmed_at__isnull=True),
                name="contact_claim_to_ask",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.registration_id}"


class Party(models.Model):
    """People who said that they come together. `label` stands with each of them; the code is a keyed hash only."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    label = models.CharField(max_length=64)
    code = models.BinaryField()
    # Everybody, as the first of them said.
    size = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "label"], name="party_label"),
            models.UniqueConstraint(fields=["operation", "code"], name="party_code"),
            models.CheckConstraint(condition=models.Q(size__gte=1, size__lte=30), name="party_size"),
        ]

    def __str__(self) -> str:
        return self.ref


class Pledge(models.Model):
    """Goods, money or work from home that somebody offered. Their words are sealed under the registration's key."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="pledges")
    registration = models.ForeignKey("people.Registration", on_delete=models.PROTECT, related_name="pledges")
    kind = models.CharField(max_length=10)
    # Coarse classes: nothing in them identifies.
    what = ArrayField(models.CharField(max_length=16), default=list)
    sealed = models.BinaryField(default=b"")
    # "noted": please do not bring or send it before we write.
    answer = models.CharField(max_length=12)
    answered_at = models.DateTimeField()
    next_word_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["operation", "kind", "answer"], name="pledge_kind")]

    def __str__(self) -> str:
        return self.ref
