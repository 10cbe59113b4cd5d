"""What becomes of every row of a list."""

from datetime import date, datetime

import pytest

from standby.domain.days import Days
from standby.domain.errors import UnusableInput
from standby.domain.offers import Lodging, Travel
from standby.domain.roles import Level, OfferedRole
from standby.exchange import Field, Outcome, Preview, Problem, RowOutcome, convert, guess_mapping, read_table
from tests.exchange.lists import CHOICES, HORIZON, TODAY, no_fighter, preview_of, preview_table, table_of

HEADER = ("Name", "Phone", "Profession", "Available from", "Available to")
NURSE = ("Ani Sargsyan", "+374 00 123456", "nurse", "2020-10-03", "2020-10-09")


def _only(preview: Preview) -> RowOutcome:
    (row,) = preview.rows
    return row


def _row(**cells: str) -> RowOutcome:
    """A nurse with these further cells, as the list heads them."""
    return _only(preview_of((*HEADER, *cells), (*NURSE, *cells.values())))


def _problems(row: RowOutcome) -> list[Problem]:
    return [found.problem for found in row.troubles]


def test_a_whole_row_is_usable() -> None:
    row = _only(preview_of(HEADER, NURSE))

    assert row.outcome is Outcome.USABLE
    assert row.details.full_name == "Ani Sargsyan"
    assert row.details.phones == ("+37400123456",)
    assert row.offer.roles == (OfferedRole(code="2221", level=Level.SUPERVISED),)
    assert row.offer.windows == (Days(first=date(2020, 10, 3), last=date(2020, 10, 9)),)
    assert not row.troubles


def test_a_row_without_role_or_days_becomes_a_person_who_is_asked() -> None:
    row = _only(preview_of(HEADER, ("Ani", "+374 00 123456", "", "", "")))

    assert row.outcome is Outcome.INCOMPLETE
    assert row.is_stored
    assert _problems(row) == [Problem.NO_ROLE, Problem.NO_DAYS]


def test_an_occupation_that_nobody_has_mapped_is_named_and_asked_for() -> None:
    row = _only(preview_of(HEADER, ("Ani", "+374 00 123456", "glazier", "2020-10-03", "2020-10-09")))

    assert row.outcome is Outcome.INCOMPLETE
    assert _problems(row) == [Problem.ROLE_NOT_KNOWN, Problem.NO_ROLE]


def test_a_row_without_a_name_is_asked_for_it_and_one_without_anything_is_nobody() -> None:
    unnamed = _only(preview_of(HEADER, ("", *NURSE[1:])))
    nobody = _only(preview_of(HEADER, ("", "", *NURSE[2:])))

    assert (unnamed.outcome, _problems(unnamed)) == (Outcome.INCOMPLETE, [Problem.NO_NAME])
    assert (nobody.outcome, _problems(nobody)) == (Outcome.UNUSABLE, [Problem.NOBODY])
    assert not nobody.is_stored


def test_an_offer_to_fight_is_refused_whole_and_nothing_of_it_is_carried_on() -> None:
    preview = preview_of(HEADER, NURSE, ("Aram", "+374 00 654321", "nurse; Sniper", "2020-10-03", "2020-10-09"))

    refused = preview.rows[1]
    assert preview.count(Outcome.REFUSED) == 1
    assert refused.outcome is Outcome.REFUSED
    assert (refused.details.full_name, refused.details.phones, refused.offer.roles) == ("", (), ())
    assert (refused.fingerprint, refused.keys, refused.troubles) == (b"", (), ())
    assert [row.number for row in preview.stored] == [1]
    assert not list(preview.reported)


@pytest.mark.parametrize("code", ["0310", "110", "3355", "5414:2", "0210:1:v"])
def test_a_combat_code_is_refused_as_spreadsheets_write_it(code: str) -> None:
    assert _only(preview_of(HEADER, (*NURSE[:2], code, *NURSE[3:]))).outcome is Outcome.REFUSED


def test_roles_may_be_written_as_codes_and_are_never_verified_by_a_list() -> None:
    row = _only(preview_of(HEADER, (*NURSE[:2], "2221:2:v;8322:1", *NURSE[3:])))

    assert row.offer.roles == (OfferedRole(code="2221", level=Level.INDEPENDENT), OfferedRole(code="8322"))
    assert not any(role.is_verified for role in row.offer.roles)


def test_a_level_column_speaks_for_every_role_of_the_row() -> None:
    row = _row(Experience="10 лет")

    assert row.offer.roles == (OfferedRole(code="2221", level=Level.INDEPENDENT),)


def test_an_occupation_that_stands_for_no_role_is_no_mistake() -> None:
    row = _only(preview_of(HEADER, (*NURSE[:2], "poet", *NURSE[3:])))

    assert _problems(row) == [Problem.NO_ROLE]


def test_an_end_before_its_start_is_named_with_both_days() -> None:
    row = _only(preview_of(HEADER, (*NURSE[:3], "2020-10-09", "2020-10-03")))

    assert row.outcome is Outcome.UNUSABLE
    (found,) = row.troubles
    assert found.said() == (
        "The last day, 2020-10-03, is before the first day, 2020-10-09.",
        "Correct the list or leave the row out.",
    )


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        (("31.02.2020", "2020-10-09"), Problem.IMPOSSIBLE_DATE),
        (("2020-10-03", "01.01.2030"), Problem.SPAN_TOO_LONG),
    ],
)
def test_days_that_cannot_be_make_a_row_unusable(cells: tuple[str, str], problem: Problem) -> None:
    row = _only(preview_of(HEADER, (*NURSE[:3], *cells)))

    assert (row.outcome, _problems(row)) == (Outcome.UNUSABLE, [problem])


def test_days_in_words_that_are_turned_round_are_unusable_too() -> None:
    row = _only(preview_of(("Name", "Profession", "Availability"), ("Ani", "nurse", "10.10-03.10")))

    assert (row.outcome, _problems(row)) == (Outcome.UNUSABLE, [Problem.DAYS_TURNED])


def test_days_that_are_not_understood_are_asked_for() -> None:
    row = _only(preview_of(("Name", "Profession", "Availability"), ("Ani", "nurse", "when the snow melts")))

    assert (row.outcome, _problems(row)) == (Outcome.INCOMPLETE, [Problem.DATE_NOT_UNDERSTOOD, Problem.NO_DAYS])


def test_days_that_are_past_are_asked_for_again() -> None:
    row = _only(preview_of(HEADER, (*NURSE[:3], "2020-08-03", "2020-08-09")))

    assert (row.outcome, _problems(row)) == (Outcome.INCOMPLETE, [Problem.DAYS_PAST, Problem.NO_DAYS])


def test_one_end_alone_reaches_to_the_end_or_from_the_beginning_of_the_operation() -> None:
    opened = _only(preview_of(HEADER, (*NURSE[:3], "2020-10-05", "")))
    closed = _only(preview_of(HEADER, (*NURSE[:3], "", "2020-10-05")))

    assert opened.offer.windows == (Days(first=date(2020, 10, 5), last=HORIZON.last),)
    assert closed.offer.windows == (Days(first=TODAY, last=date(2020, 10, 5)),)


def test_the_order_of_day_and_month_is_that_of_the_column() -> None:
    rows = [("Ani", "1", "nurse", "10/03/2020", "10/09/2020"), ("Aram", "2", "nurse", "10/13/2020", "10/19/2020")]

    preview = preview_of(HEADER, *rows)

    assert preview.rows[0].offer.windows == (Days(first=date(2020, 10, 3), last=date(2020, 10, 9)),)


@pytest.mark.parametrize(
    "cells", [{"DOB": "2005-01-01"}, {"DOB": "2010"}, {"Age": "16"}, {"Under 18": "yes"}, {"DOB": "02.10.02"}]
)
def test_somebody_under_age_is_told_so_and_never_planned(cells: dict[str, str]) -> None:
    row = _row(**cells)

    assert row.outcome is Outcome.UNDER_AGE
    assert row.is_stored
    assert _problems(row) == [Problem.UNDER_AGE]


@pytest.mark.parametrize("cells", [{"DOB": "2002-10-01"}, {"DOB": "2002"}, {"Age": "18"}, {"Under 18": "no"}])
def test_somebody_of_age_is_not_held_up(cells: dict[str, str]) -> None:
    assert _row(**cells).outcome is Outcome.USABLE


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"DOB": "1850-01-01"}, Problem.BIRTH_DATE_NOT_POSSIBLE),
        ({"DOB": "31.02.1984"}, Problem.IMPOSSIBLE_DATE),
        ({"Age": "old"}, Problem.NUMBER_NOT_UNDERSTOOD),
        ({"E-mail": "ani@"}, Problem.EMAIL_NOT_UNDERSTOOD),
        ({"Mobile": "12"}, Problem.PHONE_NOT_UNDERSTOOD),
        ({"Mobile": "3.74E+10"}, Problem.PHONE_SHORTENED),
        ({"Languages": "hy, Klingon"}, Problem.LANGUAGE_NOT_KNOWN),
        ({"Max stay": "long"}, Problem.NUMBER_NOT_UNDERSTOOD),
        ({"Max stay": "9000"}, Problem.NUMBER_NOT_UNDERSTOOD),
        ({"Seats": "900"}, Problem.SEATS_NOT_POSSIBLE),
        ({"Town": "Nowhere"}, Problem.PLACE_NOT_KNOWN),
        ({"Registered": "on Monday"}, Problem.DATE_NOT_UNDERSTOOD),
        ({"Licence number": "A-1", "Licence expiry": "2019-01-01"}, Problem.LICENCE_EXPIRED),
        ({"Organisation": "=1+1"}, Problem.FORMULA),
        ({"Party": "семья"}, Problem.PARTY_NOT_CLEAR),
    ],
)
def test_what_is_wrong_with_one_field_is_named_and_the_rest_is_used(cells: dict[str, str], problem: Problem) -> None:
    row = _row(**cells)

    assert row.outcome is Outcome.USABLE
    assert problem in _problems(row)


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "@SUM(1+1)", "+cmd|' /C calc'!A0", "-2+3+cmd|x"])
def test_a_formula_where_the_name_should_stand_makes_the_row_unusable(name: str) -> None:
    row = _only(preview_of(HEADER, (name, *NURSE[1:])))

    assert (row.outcome, _problems(row)) == (Outcome.UNUSABLE, [Problem.FORMULA])
    assert row.troubles[0].field == Field.FULL_NAME


def test_a_row_that_the_file_has_spoilt_is_unusable() -> None:
    torn = read_table(b"Name,Phone,Profession\nAni,+374 00 123456,nurse\nAram,+374", filename="list.csv")

    preview = preview_table(torn, guess_mapping(torn))

    assert [row.outcome for row in preview.rows] == [Outcome.INCOMPLETE, Outcome.UNUSABLE]
    assert _problems(preview.rows[1])[0] is Problem.LAST_ROW_CUT


def test_how_somebody_would_come_is_read() -> None:
    row = _row(Car="да", Seats="3", Lodging="own", Travel="own", Languages="Armenian; English", Party="P7")

    assert row.offer.seats == 3
    assert (row.offer.lodging, row.offer.travel) == (Lodging.OWN, Travel.OWN)
    assert row.offer.languages == ("hy", "en")
    assert row.offer.party == "P7"


@pytest.mark.parametrize(
    ("cells", "seats"),
    [
        ({"Car": "yes"}, 0),
        ({"Car": "Lada Niva"}, 0),
        ({"Car": "no"}, None),
        ({"Car": "нет", "Seats": "0"}, None),
        ({"Seats": "4"}, 4),
        ({"Car": "yes", "Seats": "many"}, 0),
        ({}, None),
    ],
)
def test_a_car_whose_seats_are_not_counted_takes_its_driver_only(cells: dict[str, str], seats: int | None) -> None:
    assert _row(**cells).offer.seats == seats


@pytest.mark.parametrize(
    ("cells", "lodging"),
    [
        ({"Needs accommodation": "yes"}, Lodging.NEED),
        ({"Needs accommodation": "no"}, Lodging.OWN),
        ({"Has accommodation": "yes"}, Lodging.OWN),
        ({"Has accommodation": "no"}, Lodging.NEED),
        ({"Has accommodation": "perhaps"}, Lodging.NEED),
    ],
)
def test_a_question_for_the_need_and_one_for_the_means_are_not_confused(
    cells: dict[str, str], lodging: Lodging
) -> None:
    assert _row(**cells).offer.lodging is lodging


def test_a_licence_is_a_claim_for_the_role_that_needs_one() -> None:
    row = _only(
        preview_of(
            (*HEADER, "Licence number", "Issued by", "Licence expiry", "Driving licence"),
            (*NURSE[:2], "driver; nurse", *NURSE[3:], "A-17", "Ministry of Health", "2025-01-01", "В, С"),
        )
    )

    (claim,) = row.details.licences
    assert (claim.role, claim.number, claim.issuer, claim.expires_on) == (
        "2221",
        "A-17",
        "Ministry of Health",
        date(2025, 1, 1),
    )
    assert row.offer.tags == ("licence_B", "licence_C")


def test_the_most_precise_home_that_is_known_is_taken() -> None:
    def homes(town: str, _country: str) -> str:
        return {"Lour": "H1", "Bobonaro": "H2"}.get(town, "")

    row = _only(
        preview_of(
            ("Name", "Home L1", "Home L2", "Home L3", "Home Country"),
            ("Ani", "Bobonaro", "Maliana", "Lour", "TL"),
            homes=homes,
        )
    )

    assert row.offer.home == "H1"
    assert row.home_text == "Lour, Maliana, Bobonaro, TL"


def test_when_and_where_somebody_registered_is_kept() -> None:
    row = _row(**{"Registered at": "2020-09-30 10:15", "List": "union", "Organisation": "Red Falcon School"})

    assert row.registered_at == datetime.fromisoformat("2020-09-30 10:15")
    assert (row.list_name, row.affiliation) == ("union", "Red Falcon School")


def test_a_team_of_ten_is_no_party_but_a_family_of_nine_is() -> None:
    people = [
        (f"Ani {number}", f"+374 00 1234{number:02}", "nurse", "2020-10-03", "2020-10-09") for number in range(19)
    ]
    parties = ["Team"] * 10 + ["Petrosyans"] * 9

    preview = preview_of((*HEADER, "Party"), *[(*person, party) for person, party in zip(people, parties, strict=True)])

    assert {row.offer.party for row in preview.rows[:10]} == {""}
    assert _problems(preview.rows[0]) == [Problem.PARTY_TOO_LARGE]
    assert {row.offer.party for row in preview.rows[10:]} == {"Petrosyans"}


def test_the_same_row_twice_is_counted_once() -> None:
    preview = preview_of(HEADER, NURSE, ("Aram", "+374 00 654321", "nurse", "", ""), NURSE)

    assert preview.rows[2].repeats == 1
    assert [row.number for row in preview.stored] == [1, 2]
    assert Problem.REPEATED_ROW in _problems(preview.rows[2])


def test_names_in_parts_are_kept_in_parts_and_a_whole_name_whole() -> None:
    parts = _only(preview_of(("Имя", "Фамилия", "Отчество"), ("Ани", "Саргсян", "Арамовна")))
    whole = _only(preview_of(("ФИО", "Телефон"), ("Саргсян Ани Арамовна", "+7 000 123-45-67")))

    assert (parts.details.given, parts.details.surname, parts.details.patronymic) == ("Ани", "Саргсян", "Арамовна")
    assert (whole.details.name, whole.details.given) == ("Саргсян Ани Арамовна", "")


def test_columns_without_a_purpose_leave_no_trace() -> None:
    with_religion = _row(Religion="secret", Comments="secret")

    assert "secret" not in repr(with_religion)


def test_a_list_without_rows_is_refused() -> None:
    empty = table_of(HEADER)

    with pytest.raises(UnusableInput, match="no row below"):
        preview_table(empty, guess_mapping(empty))


def test_progress_is_told_to_the_last_row() -> None:

    told: list[tuple[int, int]] = []
    table = table_of(HEADER, *[(f"Ani {number}", "", "", "", "") for number in range(1200)])

    convert(
        table,
        guess_mapping(table),
        choices=CHOICES,
        today=TODAY,
        is_combat=no_fighter,
        progress=lambda done, total: told.append((done, total)),
    )

    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_tags_of_the_operation_are_read_and_never_verified() -> None:
    assert _row(Tags="first_aid:v; night").offer.tags == ("first_aid", "night")


def test_days_in_words_that_reach_over_years_are_unusable() -> None:
    row = _only(preview_of(("Name", "Profession", "Availability"), ("Ani", "nurse", "01.10.2020-01.10.2030")))

    assert (row.outcome, _problems(row)) == (Outcome.UNUSABLE, [Problem.SPAN_TOO_LONG])


def test_a_length_of_stay_stands_beside_the_days_or_in_them() -> None:
    beside = _row(**{"Max stay": "2 weeks"})
    within = _only(preview_of(("Name", "Profession", "Availability"), ("Ani", "nurse", "any time, 10 days")))

    assert beside.offer.max_stay_days == 14
    assert within.offer.max_stay_days == 10


def test_a_phone_that_stands_in_two_columns_is_one_phone() -> None:
    row = _row(Mobile="00 12-34-56", **{"E-mail": "a@example.org; A@example.org"})

    assert row.details.phones == ("+37400123456",)
    assert row.details.emails == ("a@example.org",)


def test_an_operation_without_places_knows_none() -> None:
    table = table_of(("Name", "Town"), ("Ani", "Gyumri"))

    preview = convert(table, guess_mapping(table), choices={}, today=TODAY, is_combat=no_fighter)

    assert preview.rows[0].offer.home == ""
    assert preview.rows[0].home_text == "Gyumri"
