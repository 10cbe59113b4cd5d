"""Forms on paper: a number each, typed in once, with the hour they were filled in."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from standby.domain.errors import Conflict, Refused
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.papers import MOST_AT_ONCE, print_forms, take_in
from standby.rooms.enquiry.codes import shown_form_number
from standby.rooms.enquiry.models import FormBatch, PaperForm
from standby.rooms.enquiry.queries.papers import batches_of, sheets_of
from standby.rooms.operations.queries import OperationView

TakesIn = Callable[..., str]


@pytest.fixture
def printed(operation: OperationView, machine: Actor, now: datetime) -> FormBatch:
    return print_forms(operation=operation, language="hy", copies=3, by=machine, now=now)


@pytest.fixture
def takes_in(operation: OperationView, machine: Actor, now: datetime) -> TakesIn:
    """A form is typed in three hours after it was printed; it was filled in an hour after."""

    def take(number: str, *, written_at: datetime = now + timedelta(hours=1), person: str = "P1") -> str:
        return take_in(
            operation=operation,
            number=number,
            written_at=written_at,
            register=lambda: person,
            by=machine,
            now=now + timedelta(hours=3),
        )

    return take


def numbers() -> list[str]:
    return [shown_form_number(form.number) for form in PaperForm.objects.order_by("number")]


def test_every_form_of_an_operation_has_a_number_of_its_own(
    operation: OperationView, other_operation: OperationView, machine: Actor, now: datetime, printed: FormBatch
) -> None:
    second = print_forms(operation=operation, language="ru", copies=2, by=machine, now=now)
    print_forms(operation=other_operation, language="ru", copies=1, by=machine, now=now)

    ours = PaperForm.objects.filter(operation_id=operation.id).values_list("number", flat=True)
    assert len(set(ours)) == 5
    found = sheets_of(operation_id=operation.id, ref=second.ref)
    assert found is not None
    assert found[0] == "ru"
    assert len(found[1]) == 2


@pytest.mark.parametrize("copies", [0, MOST_AT_ONCE + 1])
def test_nobody_prints_none_or_a_truckload(
    copies: int, operation: OperationView, machine: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="1 to 200"):
        print_forms(operation=operation, language="hy", copies=copies, by=machine, now=now)


def test_a_form_comes_in_once(printed: FormBatch, takes_in: TakesIn) -> None:
    number = numbers()[0]
    takes_in(number)

    with pytest.raises(Conflict, match="typed in already"):
        takes_in(number, person="P2")
    assert PaperForm.objects.get(person="P1").came_in_at is not None
    assert not PaperForm.objects.filter(person="P2").exists()


def test_what_never_came_back_is_listed(printed: FormBatch, takes_in: TakesIn, operation: OperationView) -> None:
    first, *others = numbers()
    takes_in(first)

    (batch,) = batches_of(operation_id=operation.id)

    assert (batch.printed, batch.came_back, batch.missing) == (3, 1, others)


@pytest.mark.parametrize(
    ("hours", "says"), [(4, "still to come"), (-1, "printed on"), (-24 * 365, "cannot have been filled in before")]
)
def test_the_hour_on_the_paper_has_to_be_possible(
    hours: int, says: str, printed: FormBatch, takes_in: TakesIn, now: datetime
) -> None:
    with pytest.raises(Refused, match=says):
        takes_in(numbers()[0], written_at=now + timedelta(hours=hours))
    assert not PaperForm.objects.exclude(person="").exists()


def test_a_form_filled_in_within_the_minute_it_was_printed_is_taken(
    operation: OperationView, machine: Actor, now: datetime, takes_in: TakesIn
) -> None:
    print_forms(operation=operation, language="hy", copies=1, by=machine, now=now + timedelta(seconds=40))

    takes_in(numbers()[0], written_at=now)

    assert PaperForm.objects.get().person == "P1"


def test_a_number_that_was_never_printed_is_refused(printed: FormBatch, takes_in: TakesIn) -> None:
    unknown = next(shown for shown in map(shown_form_number, range(900, 999)) if shown[-1].isdecimal())

    with pytest.raises(Refused, match="never printed here"):
        takes_in(unknown)


def test_when_nobody_could_be_registered_the_form_is_still_out(
    printed: FormBatch, operation: OperationView, machine: Actor, now: datetime
) -> None:
    def refuse() -> str:
        raise Refused("No.")

    with pytest.raises(Refused):
        take_in(operation=operation, number=numbers()[0], written_at=now, register=refuse, by=machine, now=now)

    assert PaperForm.objects.filter(came_in_at__isnull=False).count() == 0
