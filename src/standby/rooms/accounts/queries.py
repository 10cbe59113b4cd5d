"""Reading accounts: who somebody is and which duties they hold."""

from dataclasses import dataclass

from standby.rooms.accounts.models import Appointment, Duty, Proposal, ProposalOutcome, User
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.operations.queries import OperationView, any_operation, operation_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A member of staff within one operation."""

    id: int
    ref: str
    login: str
    language: str
    duties: frozenset[Duty]

    @property
    def actor(self) -> Actor:
        return Actor(kind=ActorKind.STAFF, ref=self.ref)

    def holds(self, *duties: Duty) -> bool:
        return not self.duties.isdisjoint(duties)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalView:
    ref: str
    kind: str
    subject: str
    digest: str
    proposed_by: str
    proposed_by_id: int


def staff_in(*, user: User, operation: OperationView) -> Staff:
    rows = Appointment.objects.filter(user=user, operation_id=operation.id, ended_at__isnull=True)
    return Staff(
        id=user.id,
        ref=user.ref,
        login=user.login,
        language=user.language,
        duties=frozenset(Duty(duty) for duty in rows.values_list("duty", flat=True)),
    )


def operations_of(user: User) -> list[OperationView]:
    """The operations this user holds a duty in, the newest first."""
    ids = Appointment.objects.filter(user=user, ended_at__isnull=True).values_list("operation_id", flat=True)
    return [operation_by_id(operation_id) for operation_id in sorted(set(ids), reverse=True)]


def may_found(user: User) -> bool:
    """The first operation is founded by whoever set the installation up; every later one by a coordinator of any."""
    coordinates = Appointment.objects.filter(user=user, duty=Duty.COORDINATOR, ended_at__isnull=True)
    return not any_operation() or coordinates.exists()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A user with the duties they hold in one operation."""

    ref: str
    login: str
    is_active: bool
    has_first_password: bool
    duties: tuple[Duty, ...]


def staff_of(*, operation: OperationView) -> list[StaffRow]:
    """Everybody who holds a duty in the operation, by log-in name."""
    rows = Appointment.objects.filter(operation_id=operation.id, ended_at__isnull=True).select_related("user")
    duties: dict[User, list[Duty]] = {}
    for row in rows.order_by("user__login", "duty"):
        duties.setdefault(row.user, []).append(Duty(row.duty))
    return [
        StaffRow(
            ref=user.ref,
            login=user.login,
            is_active=user.is_active,
            has_first_password=user.has_first_password,
            duties=tuple(dict.fromkeys(held)),
        )
        for user, held in duties.items()
    ]


def member_by_ref(ref: str, *, operation: OperationView) -> User | None:
    """Somebody who holds a duty in the operation, or held one; nobody of another operation."""
    return User.objects.filter(ref=ref, appointments__operation_id=operation.id).distinct().first()


def user_by_ref(ref: str) -> User | None:
    return User.objects.filter(ref=ref).first()


def user_by_login(login: str) -> User | None:
    return User.objects.filter(login=login).first()


def any_users() -> bool:
    return User.objects.exists()


def first_passwords_left() -> bool:
    """Whether a password made by the installation is still in use."""
    return User.objects.filter(has_first_password=True, is_active=True).exists()


def first_logins_left() -> frozenset[str]:
    """Whose password is still the one made by the installation."""
    return frozenset(User.objects.filter(has_first_password=True, is_active=True).values_list("login", flat=True))


def open_proposal(*, operation_id: int, kind: str, subject: str) -> ProposalView | None:
    rows = Proposal.objects.filter(
        operation_id=operation_id, kind=kind, subject=subject, outcome=ProposalOutcome.OPEN
    ).select_related("proposed_by")
    row = rows.first()
    return _proposal(row) if row else None


def open_proposals(*, operation_id: int, kind: str | None = None) -> list[ProposalView]:
    rows = Proposal.objects.filter(operation_id=operation_id, outcome=ProposalOutcome.OPEN)
    if kind is not None:
        rows = rows.filter(kind=kind)
    return [_proposal(row) for row in rows.select_related("proposed_by").order_by("id")]


def logins(refs: set[str]) -> dict[str, str]:
    """Handles by reference, to show who acted."""
    return dict(User.objects.filter(ref__in=refs).values_list("ref", "login"))


def _proposal(row: Proposal) -> ProposalView:
    return ProposalView(
        ref=row.ref,
        kind=row.kind,
        subject=row.subject,
        digest=row.digest,
        proposed_by=row.proposed_by.login,
        proposed_by_id=row.proposed_by_id,
    )
