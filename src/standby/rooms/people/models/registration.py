from django.db import models

from standby.sealing import new_ref


class SourceList(models.Model):
    """A list somebody keeps: the union's, the embassy's, the one written on site."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    keeper = models.ForeignKey("operations.Organisation", on_delete=models.PROTECT)
    title = models.CharField(max_length=120)
    # The list that was declared, where a file carries several of them.
    part_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    # What it was compiled for, as its owner declared it before anything was read.
    purpose = models.CharField(max_length=400)
    # Header and occupation mappings as last confirmed: the next version of the list starts from them.
    mapping = models.JSONField(default=dict)
    occupations = models.JSONField(default=dict)
    # Which of the operation's homes a town means, by the keyed hash of how the list writes it.
    towns = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["operation", "title"], name="list_title")]

    def __str__(self) -> str:
        return self.title


class ListVersion(models.Model):
    """One reading of a list: what came in, what was new, changed or missing. Counts only, no row of a refused offer."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    source_list = models.ForeignKey("people.SourceList", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    usable = models.PositiveIntegerField()
    incomplete = models.PositiveIntegerField()
    unusable = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    under_age = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    unmapped_columns = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source_list", "number"], name="list_version_number")]

    def __str__(self) -> str:
        return f"{self.source_list_id} version {self.number}"


class Registration(models.Model):
    """One offer as it came in, for ever: a row of a list, a form, a conversation at a desk.

    `sealed` holds the PersonalDetails under the registration's own key (subject = `ref`); `offer` holds nothing that
    identifies. `fingerprint` is the keyed hash of the whole content: the same content comes in once.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    source_list = models.ForeignKey("people.SourceList", on_delete=models.PROTECT, null=True)
    fingerprint = models.BinaryField()
    sealed = models.BinaryField()
    offer = models.JSONField()
    language = models.CharField(max_length=8)
    is_under_age = models.BooleanField(default=False)
    is_affiliated = models.BooleanField(default=False)
    registered_at = models.DateTimeField()
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["operation", "source_list", "fingerprint"], name="registration_once"),
        ]

    def __str__(self) -> str:
        return self.ref


class ListRow(models.Model):
    """Where a registration stands in a version of a list; `row` counts records from 1."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    version = models.ForeignKey("people.ListVersion", on_delete=models.PROTECT)
    registration = models.ForeignKey("people.Registration", on_delete=models.PROTECT)
    row = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "row"], name="list_row")]

    def __str__(self) -> str:
        return f"{self.version_id}:{self.row}"


class MatchKey(models.Model):
    """What two registrations of one person have in common (a phone, an e-mail, a licence, a name with a birth date).

    Kept as a keyed hash only: who shares it can be found, what it is cannot be read.
    """

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.CASCADE)
    kind = models.CharField(max_length=16)
    blind = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["operation", "blind"], name="match_key_blind")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.registration_id}"


class NameKey(models.Model):
    """The keyed hash of a folded given name and surname: whoever signs up is looked up among those of their name."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.CASCADE)
    blind = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["operation", "blind"], name="name_key_blind")]

    def __str__(self) -> str:
        return f"name key of {self.registration_id}"


class DoorLook(models.Model):
    """What a look-up of whoever signed up came to: "known", "perhaps" or "new"; empty until it is done.

    For the desk alone. It is done after they were answered, so that no answer and no wait tells of somebody else.
    """

    registration = models.OneToOneField("people.Registration", on_delete=models.CASCADE, primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    answer = models.CharField(max_length=8, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["operation", "registration"], condition=models.Q(answer=""), name="door_look_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.answer}"


class RowKey(models.Model):
    """What recognises a row's person in the next version of the same list, as a keyed hash."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.CASCADE, related_name="row_keys")
    kind = models.PositiveSmallIntegerField()
    blind = models.BinaryField()

    def __str__(self) -> str:
        return f"row key of {self.registration_id}"


class SearchPrefix(models.Model):
    """The keyed hash of the beginning of a folded name token, so that one search finds a name in every script."""

    id = models.BigAutoField(primary_key=True)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    registration = models.ForeignKey("people.Registration", on_delete=models.CASCADE)
    blind = models.BinaryField()

    class Meta:
        indexes = [models.Index(fields=["operation", "blind"], name="search_blind")]

    def __str__(self) -> str:
        return f"prefix of {self.registration_id}"
