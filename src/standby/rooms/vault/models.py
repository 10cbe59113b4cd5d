from django.db import models


class SubjectKey(models.Model):
    """The wrapped data key of one subject (a person, a registration, a member of staff, a request's supervisor).

    Deleting the row erases what was sealed under it, in the live database at once and in every backup, because backups
    leave this table out (docs/decisions/0008-sealed-fields.md).
    """

    id = models.BigAutoField(primary_key=True)
    subject = models.CharField(max_length=64, unique=True)
    master_id = models.PositiveSmallIntegerField()
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"key of {self.subject}"
