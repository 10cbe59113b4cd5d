"""Blank forms: printed with a number each, and taken in once when they come back."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.codes import HIGHEST_FORM, is_form_number, read_form_number, shown_form_number
from standby.rooms.enquiry.models import FormBatch, PaperForm
from standby.rooms.look.days import say_moment
from standby.rooms.operations.queries import OperationView

MOST_AT_ONCE = 200


@transaction.atomic
def print_forms(*, operation: OperationView, language: str, copies: int, by: Actor, now: datetime) -> FormBatch:
    """So many blank forms with the next numbers; two who print at once get different ones."""
    if not 1 <= copies <= MOST_AT_ONCE:
        raise Refused(gettext("Print 1 to %(most)s forms at once.") % {"most": MOST_AT_ONCE})
    _one_at_a_time(operation)
    batch = FormBatch.objects.create(operation_id=operation.id, language=language, printed_at=now, printed_by=str(by))
    numbers = _next_numbers(operation, copies)
    PaperForm.objects.bulk_create(
        PaperForm(operation_id=operation.id, batch=batch, number=number) for number in numbers
    )
    detail = {"forms": copies, "first": numbers[0], "last": numbers[-1]}
    journal(operation=operation.ref, actor=by, action="forms.print", now=now, subject=batch.ref, detail=detail)
    return batch


def _one_at_a_time(operation: OperationView) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"forms {operation.ref}"])


def _next_numbers(operation: OperationView, copies: int) -> list[int]:
    last = PaperForm.objects.filter(operation_id=operation.id).aggregate(last=Max("number"))["last"] or 0
    numbers: list[int] = []
    while len(numbers) < copies:
        last += 1
        if last > HIGHEST_FORM:
            raise Refused(gettext("There are no numbers left for forms in this operation."))
        if is_form_number(last):
            numbers.append(last)
    return numbers


@transaction.atomic
def take_in(
    *,
    operation: OperationView,
    number: str,
    written_at: datetime,
    register: Callable[[], str],
    by: Actor,
    now: datetime,
) -> str:
    """A form came back: `register` stores what stands on it and gives the person's reference. Once for each number.

    `written_at` is the hour on the paper: after the form was printed, and not still to come.
    """
    row = _lock_form(operation, number)
    if row.came_in_at is not None:
        moment = say_moment(row.came_in_at, operation.time_zone)
        raise Conflict(
            gettext("This form was typed in already, on %(moment)s. Nothing was added.") % {"moment": moment}
        )
    if written_at > now:
        raise Refused(gettext("The time on the paper is still to come. Look at the day and the hour again."))
    printed_at = row.batch.printed_at
    if written_at < printed_at.replace(second=0, microsecond=0):
        moment = say_moment(printed_at, operation.time_zone)
        raise Refused(
            gettext("This form was printed on %(moment)s and cannot have been filled in before that.")
            % {"moment": moment}
        )
    person_ref = register()
    row.person, row.came_in_at, row.came_in_by = person_ref, now, str(by)
    row.save(update_fields=["person", "came_in_at", "came_in_by"])
    detail = {"form": row.number}
    journal(operation=operation.ref, actor=by, action="forms.take_in", now=now, subject=person_ref, detail=detail)
    return person_ref


def _lock_form(operation: OperationView, number: str) -> PaperForm:
    read = read_form_number(number)
    rows = PaperForm.objects.select_for_update(of=("self",)).select_related("batch")
    row = rows.filter(operation_id=operation.id, number=read).first()
    if row is None:
        raise Refused(
            gettext("Form %(number)s was never printed here. Look at the number again.")
            % {"number": shown_form_number(read)}
        )
    return row
