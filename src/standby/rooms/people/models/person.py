from django.db import models

from standby.sealing import new_ref


class Person(models.Model):
    """Somebody who offered help, once, however many lists they stand on.

    Names and contacts stay sealed in the registrations. What the person wrote themself on their own page (a new phone,
    a corrected name) is sealed here, under the person's key, and goes before what lists said. `status`, `reason`,
    `next_word_on` and `offer` repeat the newest StatusChange and OfferVersion, so that lists and plans need no join.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    code_word = models.CharField(max_length=40)
    sealed = models.BinaryField(default=b"")
    language = models.CharField(max_length=8)
    has_email = models.BooleanField(default=False)
    has_phone = models.BooleanField(default=False)
    # Whoever came through the door counts in a plan once their contact is confirmed or a registrar vouches; a list's
    # keeper and a registrar have vouched for theirs from the start.
    contact_confirmed_at = models.DateTimeField(null=True)
    # Offers things, money or work from home, and no time on site: a plan leaves them alone.
    gives_only = models.BooleanField(default=False)
    party = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=16)
    reason = models.CharField(max_length=32)
    status_change = models.OneToOneField("people.StatusChange", on_delete=models.PROTECT, null=True, related_name="+")
    next_word_on = models.DateField(null=True)
    offer = models.JSONField(default=dict)
    is_complete = models.BooleanField(default=False)
    # Judged to be that person, which is not confirmed yet: a plan counts on that one alone (HeldJoin).
    planned_as = models.ForeignKey("people.Person", on_delete=models.PROTECT, null=True, related_name="+")
    registered_at = models.DateTimeField()
    created_at = models.DateTimeField()
    # The journal keeps that there was somebody; nothing else is left to read.
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["operation", "status", "registered_at"], name="person_status"),
            models.Index(fields=["operation", "next_word_on"], name="person_next_word"),
            models.Index(fields=["operation", "party"], name="person_party"),
        ]

    def __str__(self) -> str:
        return self.ref


class OfferVersion(models.Model):
    """What a person could be counted on for from a moment on; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    offer = models.JSONField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=64)
    # "registration", "join", "split", "completed", "licence" …
    why = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="offer_of_person")]

    def __str__(self) -> str:
        return f"offer of {self.person_id}"
