from django.db import models

from standby.sealing import new_ref


class CredentialState(models.TextChoices):
    CLAIMED = "claimed"
    SEEN = "seen"
    PRIMARY_VERIFIED = "primary_verified"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REFUSED = "refused"


class Credential(models.Model):
    """A licence or a class somebody claims; believed once judged. Issuer and number are sealed (key of the person)."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="credentials")
    registration = models.ForeignKey("people.Registration", on_delete=models.PROTECT, null=True)
    role = models.CharField(max_length=4, blank=True)
    tag = models.CharField(max_length=40, blank=True)
    sealed = models.BinaryField(default=b"")
    expires_on = models.DateField(null=True)
    # Repeats the newest judgement.
    state = models.CharField(max_length=16, choices=CredentialState.choices, default=CredentialState.CLAIMED)
    claimed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["operation", "state", "role"], name="credential_queue")]

    def __str__(self) -> str:
        return self.ref


class CredentialPhoto(models.Model):
    """A photo of a licence that waits to be looked at, sealed under a key of its own; gone once the licence is judged.

    `sent` counts how often one was sent for this licence, also those that took the place of another.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    credential = models.OneToOneField("people.Credential", on_delete=models.CASCADE, related_name="photo")
    sealed = models.BinaryField(default=b"")
    sent = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.ref


class CredentialJudgement(models.Model):
    """Who judged a licence, how and when; only ever added."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    credential = models.ForeignKey("people.Credential", on_delete=models.PROTECT)
    state = models.CharField(max_length=16, choices=CredentialState.choices)
    method = models.CharField(
        max_length=16, choices=[("registry", "registry"), ("document", "document"), ("vouched", "vouched")]
    )
    expires_on = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.credential_id} {self.state}"
