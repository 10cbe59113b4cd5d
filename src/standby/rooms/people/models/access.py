from django.db import models


class PersonalCode(models.Model):
    """A personal link or a receipt code, as a keyed hash only. Revocable; opening one leads to its person's page.

    One that confirms an e-mail opens nothing by itself: it is acted upon by a button.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE)
    kind = models.CharField(max_length=8, choices=[("link", "link"), ("receipt", "receipt"), ("confirm", "confirm")])
    blind = models.BinaryField(unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"
