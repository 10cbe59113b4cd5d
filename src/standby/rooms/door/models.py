from django.db import models

from standby.sealing import new_ref


class UploadState(models.TextChoices):
    WAITING = "waiting"
    READING = "reading"
    MAPPING = "mapping"
    CONVERTING = "converting"
    PREVIEW = "preview"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"


class Upload(models.Model):
    """A file that waits for its owner's word: sealed, for an hour at most, gone when confirmed or cancelled.

    The parts of the file are sealed under a key of its own (subject = `ref`); deleting the key is enough to lose them.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    source_list = models.ForeignKey("people.SourceList", on_delete=models.CASCADE)
    uploaded_by = models.ForeignKey("accounts.User", on_delete=models.CASCADE)
    uploaded_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=UploadState.choices, default=UploadState.WAITING)
    fraction = models.FloatField(default=0)
    # Ending of the name only (".csv"): file names carry names of people.
    suffix = models.CharField(max_length=8)
    size = models.PositiveBigIntegerField()
    sealed_mapping = models.BinaryField(default=b"")
    sealed_preview = models.BinaryField(default=b"")
    # Faults as file:row:field sentences without values.
    faults = models.JSONField(default=list)
    version = models.ForeignKey("people.ListVersion", on_delete=models.SET_NULL, null=True)

    def __str__(self) -> str:
        return self.ref


class UploadPart(models.Model):
    """A sealed piece of an upload."""

    id = models.BigAutoField(primary_key=True)
    upload = models.ForeignKey("door.Upload", on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "number"], name="upload_part")]

    def __str__(self) -> str:
        return f"{self.upload_id}:{self.number}"
