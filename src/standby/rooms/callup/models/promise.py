from django.db import models


class PromiseRule(models.Model):
    """Whether promises of a next word are renewed by themselves before they break; without a row they are not."""

    id = models.BigAutoField(primary_key=True)
    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE)
    renews = models.BooleanField(default=False)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"promises of {self.operation_id}"


class WordWish(models.Model):
    """How seldom one person wants to hear that nothing has changed; without a row, as often as we promise.

    What changes is always told at once: this only holds for words that say the same again.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.OneToOneField("people.Person", on_delete=models.CASCADE)
    # At most one word in so many days; 0 with `only_changes`.
    every_days = models.PositiveSmallIntegerField(default=0)
    only_changes = models.BooleanField(default=False)
    # When they were last written a word that said the same, so that the next is not too soon.
    written_on = models.DateField(null=True)
    # The newest word that stands on their page only, because they wished so: nobody rings them about it.
    spared_change = models.ForeignKey("people.StatusChange", on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(only_changes=True, every_days=0) | models.Q(only_changes=False, every_days__gte=1),
                name="wish_one_way",
            ),
        ]

    def __str__(self) -> str:
        return f"wish of {self.person_id}"
