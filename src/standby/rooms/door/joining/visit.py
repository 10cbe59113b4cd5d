"""Somebody at one page of the sign-up: the operation, how its door stands, and what they said so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest

from standby.domain.sign_up import Asked, Field, Mend, SignUpFault
from standby.rooms.door.actions.drafting import Kept, draft_of
from standby.rooms.door.asking import asked_in
from standby.rooms.door.forms.join import WhatForm, YouForm
from standby.rooms.door.forms.join_base import StepForm
from standby.rooms.door.forms.join_days import WhenForm
from standby.rooms.door.forms.join_gifts import SendForm
from standby.rooms.door.joining.choices import home_choices, licence_choices, role_choices
from standby.rooms.door.joining.cookie import token_of
from standby.rooms.door.joining.sending import read_with_party
from standby.rooms.door.joining.steps import FIELDS_OF, Step
from standby.rooms.look.days import page_language
from standby.rooms.operations.queries import OperationView, operation_by_ref
from standby.rooms.operations.requests import moment_of

Said = Mapping[str, Sequence[str]]
MORE = "more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`kept` is None before anything was sent."""

    operation: OperationView
    step: Step
    asked: Asked
    kept: Kept | None
    now: datetime

    @property
    def said(self) -> Said:
        return self.kept.said if self.kept else {}

    def faults(self) -> tuple[SignUpFault, ...]:
        """Everything there is to mend so far, on whatever page."""
        read = read_with_party(self.said, asked=self.asked, operation=self.operation)
        return read.faults if isinstance(read, Mend) else ()


def visit_of(request: HttpRequest, ref: str, step: str) -> Visit:
    operation, now = operation_by_ref(ref), moment_of(request)
    if operation is None or not operation.is_open or step not in set(Step):
        raise Http404
    return Visit(
        operation=operation,
        step=Step(step),
        asked=asked_in(operation, now=now),
        kept=draft_of(token_of(request), operation=operation, now=now),
        now=now,
    )


def sent_in(request: HttpRequest, visit: Visit) -> dict[str, Sequence[str]]:
    """All that was said so far, with what this page says now: a box that is no longer ticked is no longer said."""
    here = {field.value: request.POST.getlist(field.value) for field in FIELDS_OF[visit.step]}
    return {**visit.said, **here, Field.LANGUAGE.value: [page_language()]}


def form_of(visit: Visit, faults: Sequence[SignUpFault], *, more_days: bool) -> StepForm:
    """The questions of the page, with what was said and what is to be mended."""
    said, language = visit.said, page_language()
    match visit.step:
        case Step.YOU:
            return YouForm(said, faults)
        case Step.WHAT:
            roles = role_choices(said, door=visit.asked.door, language=language)
            return WhatForm(said, faults, role_choices=roles, licence_choices=licence_choices(said, language=language))
        case Step.WHEN:
            homes = home_choices(operation_id=visit.operation.id, language=language)
            return WhenForm(said, faults, home_choices=homes, more_days=more_days)
        case Step.SEND:
            return SendForm(said, faults)
