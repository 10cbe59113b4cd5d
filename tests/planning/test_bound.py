"""What holds for every bound, as the checker recomputes it from the published prices."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from tests.planning.operations import operations

from standby.cli import check
from standby.domain.offers import Offer
from standby.planning import Operation, Person, PersonId, Prices, operation_files, solve
from standby.planning.writing.plan_files import Seconds, plan_files

FEW = settings(max_examples=20)


def bound_at(operation: Operation, prices: dict[str, object]) -> int:
    """In thousandths, as the checker works it out."""
    with TemporaryDirectory() as folder:
        for name, content in operation_files(operation).items():
            (Path(folder) / name).write_bytes(content)
        read = check.read_operation(Path(folder))
    return check.bound_at(read, check.prices_of(read, prices)[0])


def published(operation: Operation) -> dict[str, object]:
    proof = plan_files(solve(operation), seconds=Seconds())["proof.json"]
    return check.section(check.read_proof(proof), "prices")


@FEW
@given(operation=operations(may_be_fixed=False))
def test_one_more_bed_at_every_site_lowers_no_bound_at_the_same_prices(operation: Operation) -> None:
    prices = published(operation)
    roomier = replace(
        operation,
        sites=tuple(replace(site, beds=site.beds if site.beds is None else site.beds + 1) for site in operation.sites),
        beds={key: beds + 1 for key, beds in operation.beds.items()},
    )

    assert bound_at(roomier, prices) >= bound_at(operation, prices)


@FEW
@given(operation=operations(may_be_fixed=False))
def test_one_more_seat_on_every_bus_lowers_no_bound_at_the_same_prices(operation: Operation) -> None:
    if operation.transport is None:
        return
    prices = published(operation)
    seats = {key: number + 1 for key, number in operation.transport.seats.items()}
    roomier = replace(operation, transport=replace(operation.transport, seats=seats))

    assert bound_at(roomier, prices) >= bound_at(operation, prices)


@FEW
@given(operation=operations(may_be_fixed=False))
def test_other_names_for_people_in_the_same_order_change_neither_prices_nor_bound(operation: Operation) -> None:
    renamed = replace(operation, people=tuple(map(called_otherwise, operation.people)))

    first, second = solve(operation).proof, solve(renamed).proof

    assert (second.bound, second.value, second.prices) == (first.bound, first.value, first.prices)


def called_otherwise(person: Person) -> Person:
    return replace(person, person_id=PersonId(f"Z{person.person_id}"))


@FEW
@given(operation=operations(may_be_fixed=False))
def test_somebody_who_offers_nothing_changes_no_bound(operation: Operation) -> None:
    idle = Person(person_id=PersonId("nobody"), offer=Offer())
    more = replace(operation, people=(*operation.people, idle))

    assert proven(more) == proven(operation)


def proven(operation: Operation) -> tuple[int, Prices]:
    proof = solve(operation).proof
    return proof.bound, proof.prices
