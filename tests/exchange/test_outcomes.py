"""What a preview counts, stores and reports."""

from standby.domain.offers import Offer, PersonalDetails
from standby.exchange import Outcome, Preview, Problem, RowOutcome
from standby.exchange.problems import trouble


def _row(number: int, outcome: Outcome, *, repeats: int | None = None) -> RowOutcome:
    return RowOutcome(
        number=number,
        line=number + 1,
        outcome=outcome,
        details=PersonalDetails(),
        offer=Offer(),
        troubles=(trouble(Problem.NO_DAYS),),
        repeats=repeats,
    )


def test_only_people_who_get_an_answer_are_stored() -> None:
    rows = tuple(_row(number, outcome) for number, outcome in enumerate(Outcome, start=1))

    stored = {row.outcome for row in Preview(file="list.csv", rows=rows).stored}

    assert stored == {Outcome.USABLE, Outcome.INCOMPLETE, Outcome.UNDER_AGE}


def test_a_refused_offer_is_never_reported_whatever_was_wrong_with_it() -> None:
    preview = Preview(file="list.csv", rows=(_row(1, Outcome.REFUSED), _row(2, Outcome.UNUSABLE)))

    assert [row.number for row in preview.reported] == [2]
    assert preview.count(Outcome.REFUSED) == 1


def test_a_repeated_row_is_not_stored_again() -> None:
    preview = Preview(file="list.csv", rows=(_row(1, Outcome.USABLE), _row(2, Outcome.USABLE, repeats=1)))

    assert [row.number for row in preview.stored] == [1]
