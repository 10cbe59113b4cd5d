from django.db import models

from standby.sealing import new_ref


class UploadState(models.TextChoices):
    # The file is stored and waits to be read.
    WAITING = "waiting"
    READING = "reading"
    # Read: a person looks at the columns, then at the occupations.
    MAPPING = "mapping"
    OCCUPATIONS = "occupations"
    CONVERTING = "converting"
    # Nothing is stored yet: a person looks at what would become of every row.
    PREVIEW = "preview"
    IMPORTING = "importing"
    DONE = "done"
    FAILED = "failed"


class Upload(models.Model):
    """A file that waits for its owner's word: sealed, for an hour at most, gone when confirmed or cancelled.

    Everything read from it is sealed in pieces under a key of its own (subject = `ref`), so that one deleted row loses
    it all. `purposes` of pieces: the file, its table, the mapping, the occupations, the preview.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    source_list = models.ForeignKey("people.SourceList", on_delete=models.CASCADE)
    uploaded_by = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField()
    # Who said yes to the preview; the import is done in their name.
    confirmed_by = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=UploadState.choices, default=UploadState.WAITING)
    # Ending of the name only (".csv"): file names carry names of people.
    suffix = models.CharField(max_length=8)
    size = models.PositiveBigIntegerField()
    # Numbers of the preview and of the import; what the page says while and after.
    counts = models.JSONField(default=dict)
    # What is wrong with the file as a whole, in plain sentences without a value of it.
    faults = models.JSONField(default=list)
    version = models.ForeignKey("people.ListVersion", on_delete=models.SET_NULL, null=True)

    def __str__(self) -> str:
        return self.ref


class UploadProgress(models.Model):
    """How far the work on an upload is. A row of its own: it is written while the upload itself is locked."""

    upload = models.OneToOneField("door.Upload", on_delete=models.CASCADE, primary_key=True, related_name="progress")
    fraction = models.FloatField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.upload_id}: {self.fraction:.0%}"


class UploadPiece(models.Model):
    """A sealed piece of what was read."""

    id = models.BigAutoField(primary_key=True)
    upload = models.ForeignKey("door.Upload", on_delete=models.CASCADE, related_name="pieces")
    purpose = models.CharField(max_length=12)
    number = models.PositiveIntegerField()
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["upload", "purpose", "number"], name="upload_piece")]

    def __str__(self) -> str:
        return f"{self.upload_id} {self.purpose} {self.number}"


class Draft(models.Model):
    """Answers of somebody who has not finished signing up: sealed, for 48 hours at most, gone when they have.

    It is found by a random token in their browser, of which the keyed hash is kept. The data key's subject is `ref`.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    token = models.BinaryField(unique=True)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="draft_expires")]

    def __str__(self) -> str:
        return self.ref


class PublicNumbers(models.Model):
    """What the door may tell everybody of one operation, counted now and then. No person and no site is in it."""

    operation = models.OneToOneField("operations.Operation", on_delete=models.CASCADE, primary_key=True)
    # By role code: people registered, places, and the chance of a call within a week where there is one.
    roles = models.JSONField(default=dict)
    # Languages, licence classes and days that are short at more than one site.
    short = models.JSONField(default=dict)
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"numbers of {self.operation_id}"
