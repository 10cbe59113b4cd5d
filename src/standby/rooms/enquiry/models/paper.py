from django.db import models

from standby.sealing import new_ref


class FormBatch(models.Model):
    """Blank forms that were printed together, in one language."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    language = models.CharField(max_length=8)
    printed_at = models.DateTimeField()
    printed_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.ref


class PaperForm(models.Model):
    """One blank form with its number. What was written on it stands in the registration that it became."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    batch = models.ForeignKey("enquiry.FormBatch", on_delete=models.PROTECT, related_name="forms")
    number = models.PositiveIntegerField()
    # A person's reference: whom the form was typed in for. Empty while it has not come back.
    person = models.CharField(max_length=32, blank=True)
    came_in_at = models.DateTimeField(null=True)
    came_in_by = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "number"], name="form_number_once"),
            models.CheckConstraint(
                condition=models.Q(came_in_at__isnull=True, person="")
                | (models.Q(came_in_at__isnull=False) & ~models.Q(person="")),
                name="form_came_in_for_somebody",
            ),
        ]

    def __str__(self) -> str:
        return str(self.number)
