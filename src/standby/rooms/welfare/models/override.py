from django.db import models

from standby.sealing import new_ref


class RestOverride(models.Model):
    """Who let somebody work on without their rest, why, and the day on which it is given back; open until it was.

    `why` may speak of a person, so it is sealed under that person's key.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="rest_overrides")
    sealed_why = models.BinaryField()
    rest_on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=64)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(closed_at__isnull=True), name="rest_override_one_open"
            ),
        ]
        indexes = [models.Index(fields=["operation", "closed_at"], name="rest_override_open")]

    def __str__(self) -> str:
        return self.ref
