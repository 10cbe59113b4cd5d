from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from standby.sealing import new_ref


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(login__iexact=username)


class User(AbstractBaseUser):
    """Somebody who works here. Logs in by a handle, never by an e-mail; name and contact are sealed."""

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    login = models.CharField(max_length=40, unique=True)
    sealed = models.BinaryField(default=b"")
    language = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    # Made by the installation and shown once: while one is left, the server listens on loopback only.
    has_first_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    def __str__(self) -> str:
        return self.login


class Duty(models.TextChoices):
    COORDINATOR = "coordinator", _("coordinator")
    REGISTRAR = "registrar", _("registrar")
    VERIFIER = "verifier", _("verifier")
    SITE_CONTACT = "site_contact", _("site contact")
    AUDITOR = "auditor", _("auditor")


class Appointment(models.Model):
    """A duty held by a user for an organisation in an operation, until it is ended."""

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="appointments")
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    organisation = models.ForeignKey("operations.Organisation", on_delete=models.PROTECT)
    duty = models.CharField(max_length=16, choices=Duty.choices)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "operation", "organisation", "duty"],
                condition=models.Q(ended_at__isnull=True),
                name="appointment_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.duty}"


class ProposalOutcome(models.TextChoices):
    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Proposal(models.Model):
    """What one person proposes and another decides: one form for everything that needs two people.

    `digest` fixes what was proposed: an approval of something that changed meanwhile is refused.
    """

    id = models.BigAutoField(primary_key=True)
    ref = models.CharField(max_length=32, unique=True, default=new_ref, editable=False)
    operation = models.ForeignKey("operations.Operation", on_delete=models.CASCADE)
    kind = models.CharField(max_length=32)
    subject = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    # A low-risk need is approved by one person; everything else by somebody other than its proposer.
    needs_two = models.BooleanField(default=True)
    proposed_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+", null=True)
    decided_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=ProposalOutcome.choices, default=ProposalOutcome.OPEN)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(outcome="approved", needs_two=True, decided_by=models.F("proposed_by")),
                name="proposal_two_people",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="open", decided_at__isnull=True)
                | (~models.Q(outcome="open") & models.Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="proposal_decided",
            ),
            models.UniqueConstraint(
                fields=["operation", "kind", "subject"],
                condition=models.Q(outcome="open"),
                name="proposal_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
