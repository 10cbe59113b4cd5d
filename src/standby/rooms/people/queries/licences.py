"""Licences that people claim, and what became of the claims."""

from standby.rooms.people.models import Credential, CredentialJudgement, ListRow, RegistrationPerson


def any_judged(*, operation_id: int) -> bool:
    return CredentialJudgement.objects.filter(operation_id=operation_id).exists()


def credential_of_row(*, list_id: int, row: int, role: str, tag: str) -> str | None:
    """The reference of the claim that a row of a list made, in the list's newest version that has the row."""
    rows = ListRow.objects.filter(version__source_list_id=list_id, row=row).order_by("-version__number")
    owner = RegistrationPerson.objects.filter(registration_id__in=rows.values("registration_id")[:1])
    claims = Credential.objects.filter(person_id__in=owner.values("person_id"), role=role).order_by("id")
    exact = claims.filter(tag=tag).values_list("ref", flat=True).first()
    return exact or claims.values_list("ref", flat=True).first()
