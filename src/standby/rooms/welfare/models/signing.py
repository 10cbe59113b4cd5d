from django.db import models

from standby.sealing import new_ref


class SigningKind(models.TextChoices):
    IN = "in"
    OUT = "out"
    # Says that an earlier signing was a mistake.
    TAKEN_BACK = "taken_back"


class Signing(models.Model):
    """Somebody came on duty at a site, or went; only ever added.

    `at` is when it happened, `noted_at` when it was written down: what stood on paper is typed in later with its hour.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    site = models.ForeignKey("places.Site", on_delete=models.PROTECT, related_name="signings")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="signings")
    kind = models.CharField(max_length=10, choices=SigningKind.choices)
    is_driving = models.BooleanField(default=False)
    at = models.DateTimeField()
    noted_at = models.DateTimeField()
    by = models.CharField(max_length=64)
    takes_back = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="taken_back_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(at__lte=models.F("noted_at")), name="signing_not_ahead"),
            models.CheckConstraint(
                condition=models.Q(kind="taken_back", takes_back__isnull=False)
                | (~models.Q(kind="taken_back") & models.Q(takes_back__isnull=True)),
                name="signing_takes_back",
            ),
        ]
        indexes = [models.Index(fields=["operation", "person", "at"], name="signing_of_person")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
