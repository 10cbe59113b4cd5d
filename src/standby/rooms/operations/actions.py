"""Founding an operation, changing its policy, and doing a form's deed once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import IntegrityError, transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.models import Operation, Organisation, Policy, Submission
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.operations.switches import open_as_before, shut_for_good

LANGUAGES = ("en", "hy", "ru", "az")
_WEIGHTS = (100, 30, 10, 3, 1)
HIGHEST_RISK = 50
WAVES = (1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationFacts:
    """What is said about an operation everywhere; it can be changed while it runs."""

    name: str
    help_contact: str
    languages: tuple[str, ...] = LANGUAGES
    time_zone: str = "Asia/Yerevan"

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise Refused(gettext("An operation needs a name."))
        if not self.help_contact.strip():
            raise Refused(gettext("Say how people reach a human: it stands at the end of every message."))
        if not self.languages or not set(self.languages) <= set(LANGUAGES):
            raise Refused(
                gettext("Choose at least one of the languages %(languages)s.") % {"languages": ", ".join(LANGUAGES)}
            )
        try:
            ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise Refused(gettext("There is no time zone called %(zone)s.") % {"zone": self.time_zone}) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOperation(OperationFacts):
    """What must be known before an operation takes anyone's name: above all, who leads it (G-01)."""

    lead_organisation: str
    is_exercise: bool = False
    insurance: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        OperationFacts.__post_init__(self)
        if not self.lead_organisation.strip():
            raise Refused(gettext("An operation needs one organisation that leads it."))


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    rest_days: int = 2
    weights: tuple[int, ...] = _WEIGHTS
    notice_hours: int = 48
    answer_hours: int = 24
    next_word_days: int = 3
    stale_hours: int = 48
    over_call: Mapping[str, int] = field(default_factory=dict)
    shortfall_risk: int = 5
    waves: int = 2

    def __post_init__(self) -> None:
        if len(self.weights) != len(_WEIGHTS) or any(weight < 1 for weight in self.weights):
            raise Refused(gettext("Give one weight of at least 1 for each of the five priorities."))
        if list(self.weights) != sorted(self.weights, reverse=True):
            raise Refused(gettext("A higher priority cannot weigh less than a lower one."))
        if not 1 <= self.answer_hours <= 240 or not 1 <= self.next_word_days <= 30:
            raise Refused(gettext("People answer within 1 to 240 hours and hear again within 1 to 30 days."))
        if not 0 <= self.rest_days <= 60 or not 1 <= self.stale_hours <= 720:
            raise Refused(gettext("Rest is 0 to 60 days between calls; a need goes stale after 1 to 720 hours."))
        if any(not 100 <= hundredths <= 300 for hundredths in self.over_call.values()):
            raise Refused(gettext("Call between 100 and 300 people for each hundred needed."))
        if not 0 <= self.shortfall_risk <= HIGHEST_RISK or self.waves not in WAVES:
            raise Refused(gettext("Choose a risk of at most 50 in a hundred, and one wave or two."))


@transaction.atomic
def found_operation(*, new: NewOperation, by: Actor, now: datetime) -> OperationView:
    """A new operation with the default policy, and its lead organisation if it is not known yet."""
    organisation = add_organisation(name=new.lead_organisation, now=now)
    row = Operation.objects.create(
        name=new.name.strip(),
        lead_organisation_id=organisation,
        is_exercise=new.is_exercise,
        languages=list(new.languages),
        time_zone=new.time_zone,
        help_contact=new.help_contact.strip(),
        insurance=dict(new.insurance),
        terms=dict(new.terms),
        created_at=now,
    )
    Policy.objects.create(operation=row, weights=list(_WEIGHTS))
    journal(operation=row.ref, actor=by, action="operation.found", now=now, subject=row.ref)
    return operation_by_id(row.id)


def add_organisation(*, name: str, now: datetime) -> int:
    """The organisation's id; it is added if it is new."""
    row, _ = Organisation.objects.get_or_create(name=name.strip(), defaults={"created_at": now})
    return row.id


@transaction.atomic
def change_policy(*, operation: OperationView, change: PolicyChange, by: Actor, now: datetime) -> None:
    Policy.objects.filter(operation_id=operation.id).update(
        rest_days=change.rest_days,
        weights=list(change.weights),
        notice_hours=change.notice_hours,
        answer_hours=change.answer_hours,
        next_word_days=change.next_word_days,
        stale_hours=change.stale_hours,
        over_call=dict(change.over_call),
        shortfall_risk=change.shortfall_risk,
        waves=change.waves,
    )
    detail: dict[str, str | int | bool | None] = {
        "rest_days": change.rest_days,
        "notice_hours": change.notice_hours,
        "answer_hours": change.answer_hours,
        "next_word_days": change.next_word_days,
        "stale_hours": change.stale_hours,
        "weights": ", ".join(map(str, change.weights)),
        "over_call": ", ".join(f"{role} {hundredths}" for role, hundredths in sorted(change.over_call.items())),
        "shortfall_risk": change.shortfall_risk,
        "waves": change.waves,
    }
    journal(operation=operation.ref, actor=by, action="policy.change", now=now, subject=operation.ref, detail=detail)


@transaction.atomic
def change_facts(*, operation: OperationView, facts: OperationFacts, by: Actor, now: datetime) -> None:
    """Name, help contact, languages and zone; the journal says which of them changed, the row says to what."""
    row = Operation.objects.select_for_update().get(id=operation.id)
    before = (row.name, row.help_contact, tuple(row.languages), row.time_zone)
    row.name, row.help_contact = facts.name.strip(), facts.help_contact.strip()
    row.languages, row.time_zone = list(facts.languages), facts.time_zone
    row.save(update_fields=["name", "help_contact", "languages", "time_zone"])
    after = (row.name, row.help_contact, tuple(row.languages), row.time_zone)
    names = ("name", "help_contact", "languages", "time_zone")
    changed = [name for name, old, new in zip(names, before, after, strict=True) if old != new]
    detail = {"changed": ", ".join(changed)}
    journal(operation=row.ref, actor=by, action="operation.change", now=now, subject=row.ref, detail=detail)


def require_open(operation: OperationView) -> None:
    """Raises WrongOrder where the operation was closed: nobody is planned or called any more."""
    if not operation.is_open:
        raise WrongOrder(gettext("This operation is closed. Open it again in its settings first."))


@transaction.atomic
def close_operation(*, operation: OperationView, by: Actor, now: datetime) -> None:
    """Nobody is called any more and the door is shut; everyone's page stays readable, and it can be opened again."""
    _set_open(operation, is_open=False)
    shut_for_good(operation=operation, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="operation.close", now=now, subject=operation.ref)


@transaction.atomic
def reopen_operation(*, operation: OperationView, by: Actor, now: datetime) -> None:
    """The door stands again as it stood before the operation was closed."""
    _set_open(operation, is_open=True)
    open_as_before(operation=operation, by=by, now=now)
    journal(operation=operation.ref, actor=by, action="operation.reopen", now=now, subject=operation.ref)


def _set_open(operation: OperationView, *, is_open: bool) -> None:
    if not Operation.objects.filter(id=operation.id, is_open=not is_open).update(is_open=is_open):
        raise Conflict(gettext("Somebody did this already. Look again."))


@transaction.atomic
def change_terms(
    *,
    operation: OperationView,
    terms: Mapping[str, str],
    insurance: Mapping[str, str],
    by: Actor,
    now: datetime,
) -> None:
    """New terms are a new version: what somebody accepted before stays what they accepted. The same are no change."""
    row = Operation.objects.select_for_update().get(id=operation.id)
    if (row.terms, row.insurance) == (dict(terms), dict(insurance)):
        return
    row.terms, row.insurance, row.terms_version = dict(terms), dict(insurance), row.terms_version + 1
    row.save(update_fields=["terms", "insurance", "terms_version"])
    journal(
        operation=operation.ref,
        actor=by,
        action="terms.change",
        now=now,
        subject=operation.ref,
        detail={"version": row.terms_version},
    )


def once(*, key: str, operation_id: int | None, actor: Actor, action: str, now: datetime, do: Callable[[], str]) -> str:
    """Does `do` and remembers its outcome under the form's key; the same form sent again gets the same outcome.

    Two sendings at once wait for each other: the second finds the first's outcome after its commit.
    """
    who = str(actor)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row = Submission.objects.create(
                    operation_id=operation_id, key=key[:64], actor=who, action=action, at=now
                )
        except IntegrityError:
            return Submission.objects.get(actor=who, key=key[:64]).outcome
        row.outcome = do()
        row.save(update_fields=["outcome"])
        return row.outcome
