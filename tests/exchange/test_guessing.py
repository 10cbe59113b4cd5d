"""What each column is for, guessed without help."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exchange import Field, Knowledge, LeftOut, Mapping, RoleChoice, Sign, Table, guess_mapping, read_table
from tests.exchange.lists import CHOICES, csv_bytes, table_of

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
TEMPLATES = DATA / "eden-import-templates"

NAMES = {"First Name": Field.GIVEN, "Middle Name": Field.PATRONYMIC, "Last Name": Field.SURNAME}
CONTACTS = {"Email": Field.EMAIL, "Mobile Phone": Field.PHONE}
HOME = {f"Home L{level}": Field.HOME for level in range(1, 5)} | {"Home Country": Field.HOME_COUNTRY}
FATHER = {"Father Name": Field.PATRONYMIC}
EMPLOYED = {"Organisation": Field.AFFILIATION, "Branch": Field.AFFILIATION, "Job Title": Field.OCCUPATION}
BORN = {"DOB": Field.BIRTH_DATE}
HOME_PHONE = {"Home Phone": Field.PHONE}

# What of every template about people is read, decided by hand; every other column of it is left out.
TEMPLATE_FIELDS: dict[str, dict[str, Field]] = {
    "pr/person.csv": NAMES | CONTACTS | HOME | FATHER | BORN | HOME_PHONE | {"Group Name": Field.PARTY},
    "pr/group_membership.csv": NAMES | CONTACTS | {"Group Name": Field.PARTY},
    "pr/education.csv": NAMES | {"Email": Field.EMAIL},
    "pr/subscription.csv": NAMES | {"Email": Field.EMAIL},
    "hrm/person.csv": NAMES | CONTACTS | HOME | FATHER | BORN | EMPLOYED,
    "hrm/staff.csv": NAMES | CONTACTS | HOME | FATHER | BORN | EMPLOYED | HOME_PHONE | {"Skills": Field.OCCUPATION},
    "hrm/volunteer.csv": NAMES | CONTACTS | HOME | FATHER | BORN | EMPLOYED | HOME_PHONE
    | {"Skills": Field.OCCUPATION, "Occupation": Field.OCCUPATION},
    "hrm/group_membership.csv": NAMES | CONTACTS
    | {"Team Name": Field.PARTY, "Organisation": Field.AFFILIATION, "Branch": Field.AFFILIATION},
    "hrm/programme_hours.csv": NAMES | CONTACTS | EMPLOYED,
    "hrm/certification.csv": NAMES | CONTACTS
    | {
        "Certificate": Field.LICENCE_KIND,
        "Organisation": Field.LICENCE_ISSUER,
        "License Number": Field.LICENCE_NUMBER,
        "Expiry Date": Field.LICENCE_EXPIRY,
    },
    "hrm/training.csv": NAMES
    | {
        "Training Organisation": Field.AFFILIATION,
        "Trainee Organisation": Field.AFFILIATION,
        "Job Title": Field.OCCUPATION,
        "Email": Field.EMAIL,
        "DoB": Field.BIRTH_DATE,
        "Language": Field.LANGUAGES,
    },
    "deploy/person.csv": NAMES | CONTACTS | HOME | FATHER | BORN | EMPLOYED | {"Deployable Roles": Field.OCCUPATION},
    "cr/shelter_registration.csv": NAMES | CONTACTS | BORN,
    "event/human_resource.csv": {
        "First Name": Field.GIVEN,
        "Last Name": Field.SURNAME,
        "Organisation": Field.AFFILIATION,
    },
    "req/approver.csv": NAMES,
}  # fmt: skip


def _fields(mapping: Mapping) -> dict[str, Field]:
    return {guess.column: guess.field for guess in mapping.columns if guess.field is not None}


@pytest.mark.parametrize("template", sorted(TEMPLATE_FIELDS))
def test_the_templates_of_another_system_map_without_help(template: str) -> None:
    mapping = guess_mapping(read_table(TEMPLATES / template))

    assert _fields(mapping) == TEMPLATE_FIELDS[template]


def test_no_template_about_people_is_forgotten() -> None:
    about_people = {
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.csv")
        if "First Name" in path.read_text(encoding="utf-8")
    }

    assert about_people == set(TEMPLATE_FIELDS)


def test_a_list_of_volunteers_as_others_keep_it_maps_without_help() -> None:
    mapping = guess_mapping(read_table(DATA / "lists" / "volunteers.csv"))

    assert _fields(mapping) == {
        "First Name": Field.GIVEN,
        "Last Name": Field.SURNAME,
        "Email": Field.EMAIL,
        "Mobile Phone": Field.PHONE,
        "Organisation": Field.AFFILIATION,
        "Job Title": Field.OCCUPATION,
        "Home Country": Field.HOME_COUNTRY,
        "Home L1": Field.HOME,
        "Home L2": Field.HOME,
        "Home L3": Field.HOME,
    }


def test_requests_for_service_and_three_lists_in_one_map_without_help() -> None:
    requests = guess_mapping(read_table(DATA / "lists" / "service_requests.csv"))
    lists = guess_mapping(read_table(DATA / "linkage" / "three_lists.csv"))

    assert _fields(requests) == {
        "name": Field.FULL_NAME,
        "city": Field.HOME,
        "region": Field.HOME,
        "phone": Field.PHONE,
        "email": Field.EMAIL,
        "date created": Field.REGISTERED_AT,
    }
    assert _fields(lists) == {
        "list": Field.LIST,
        "given": Field.GIVEN,
        "surname": Field.SURNAME,
        "patronymic": Field.PATRONYMIC,
        "full": Field.FULL_NAME,
        "phone": Field.PHONE,
        "dob": Field.BIRTH_DATE,
    }


@pytest.mark.parametrize("sample", ["rowca-3w-hxl.csv", "unhcr-3w.csv", "mali-population-movements.csv"])
def test_a_table_that_is_not_about_people_shows_no_name_and_no_contact(sample: str) -> None:
    mapping = guess_mapping(read_table(DATA / "hxl" / "samples" / sample))

    assert not set(_fields(mapping).values()) & {Field.GIVEN, Field.SURNAME, Field.PHONE, Field.EMAIL}


def _unheaded() -> Table:
    return table_of(
        ["A", "B", "C", "D", "E", "F", "G"],
        ["Ani Sargsyan", "+374 00 123456", "ani@example.org", "03.10.1984", "nurse", "hy, ru", "3-10 октября"],
        ["Aram Petrosyan", "+374 00 654321", "aram@example.org", "12.05.1971", "driver", "hy", "any time"],
        ["Sona Hakobyan", "8 (000) 123-45-67", "sona@example.org", "30.01.1999", "doctor", "ru, en", "10.10-20.10"],
    )


def test_values_speak_where_headers_do_not() -> None:
    known = Knowledge(match=CHOICES.get)

    mapping = guess_mapping(_unheaded(), known=known)

    assert list(_fields(mapping).values()) == [
        Field.FULL_NAME,
        Field.PHONE,
        Field.EMAIL,
        Field.BIRTH_DATE,
        Field.OCCUPATION,
        Field.LANGUAGES,
        Field.DAYS,
    ]
    assert all(guess.evidence[0].sign is Sign.VALUES and guess.confidence < 0.7 for guess in mapping.columns)


def test_the_parts_of_a_name_are_told_by_their_endings() -> None:
    table = table_of(
        ["A", "B", "C", "D"],
        ["Иванов", "Пётр", "Сергеевич", "+7 000 123-45-67"],
        ["Саргсян", "Ани", "Арамовна", "+7 000 123-45-68"],
        ["Гелашвили", "Нино", "Георгиевна", "+7 000 123-45-69"],
    )

    assert [guess.field for guess in guess_mapping(table).columns] == [
        Field.SURNAME,
        Field.GIVEN,
        Field.PATRONYMIC,
        Field.PHONE,
    ]


def test_towns_are_told_by_the_places_of_the_operation() -> None:
    table = table_of(["Name", "X"], ["Ani Sargsyan", "Gyumri"], ["Aram Petrosyan", "Tbilisi"])
    known = Knowledge(homes=lambda town, _country: {"Gyumri": "H1", "Tbilisi": "H2"}.get(town, ""))

    assert guess_mapping(table, known=known).column_of(Field.HOME) == "X"


def test_two_columns_of_days_side_by_side_are_the_first_and_the_last() -> None:
    table = table_of(
        ["Name", "X", "Y"], ["Ani Sargsyan", "03.10.2020", "10.10.2020"], ["Aram Petrosyan", "05.10.2020", "09.10.2020"]
    )

    mapping = guess_mapping(table)

    assert (mapping.column_of(Field.FIRST_DAY), mapping.column_of(Field.LAST_DAY)) == ("X", "Y")


def test_a_start_and_an_end_are_days_only_together() -> None:
    both = guess_mapping(table_of(["Name", "Start", "End"], ["Ani", "2020-10-03", "2020-10-09"]))
    alone = guess_mapping(table_of(["Name", "Start Date"], ["Ani", "2015-03-01"]))

    assert (both.column_of(Field.FIRST_DAY), both.column_of(Field.LAST_DAY)) == ("Start", "End")
    assert alone.column_of(Field.FIRST_DAY) is None


def test_a_bare_name_is_the_given_name_beside_a_surname_and_else_the_whole() -> None:
    beside = guess_mapping(table_of(["Имя", "Фамилия"], ["Ани", "Саргсян"]))
    alone = guess_mapping(table_of(["Имя", "Телефон"], ["Ани Саргсян", "+7 000 123-45-67"]))

    assert beside.column_of(Field.GIVEN) == "Имя"
    assert alone.column_of(Field.FULL_NAME) == "Имя"


def test_a_fathers_name_serves_as_the_patronymic_and_it_is_said() -> None:
    guess = guess_mapping(table_of(["Name", "Father Name"], ["Ani", "Aram"])).columns[1]

    assert guess.field is Field.PATRONYMIC
    assert Sign.FATHER_NAME in {evidence.sign for evidence in guess.evidence}


def test_a_header_whose_values_say_otherwise_is_doubted() -> None:
    table = table_of(["Name", "Phone"], *[["Ani", "at her mother's"]] * 5)

    guess = guess_mapping(table).columns[1]

    assert guess.confidence < 0.5
    assert Sign.VALUES_AGAINST in {evidence.sign for evidence in guess.evidence}


def test_phones_under_the_header_of_another_column_are_found() -> None:
    rows = [["ani@example.org", "+374 00 123456"], ["aram@example.org", "+374 00 654321"]]

    mapping = guess_mapping(table_of(["Phone", "Email"], *rows))

    assert [guess.field for guess in mapping.columns] == [Field.EMAIL, Field.PHONE]


def test_what_has_no_purpose_is_left_out_with_its_reason_however_it_looks() -> None:
    table = table_of(
        ["Name", "Religion", "Emergency contact phone", "Comments", "Puhelin", "Empty"],
        ["Ani", "x", "+374 00 123456", "any", "zz", ""],
    )

    left_out = {guess.column: guess.left_out for guess in guess_mapping(table).left_out}

    assert left_out == {
        "Religion": LeftOut.NO_PURPOSE,
        "Emergency contact phone": LeftOut.THIRD_PERSON,
        "Comments": LeftOut.FREE_TEXT,
        "Puhelin": LeftOut.NOT_RECOGNISED,
        "Empty": LeftOut.EMPTY,
    }


def test_of_two_columns_for_one_purpose_the_surer_is_read() -> None:
    table = table_of(["Name", "Birthday", "DOB"], ["Ani", "in spring", "1984-10-03"], ["Aram", "soon", "1971-05-12"])

    mapping = guess_mapping(table)

    assert mapping.columns_of(Field.BIRTH_DATE) == ("DOB",)
    assert mapping.columns[1].left_out is LeftOut.REPEATED


HEADERS = ["ФИО", "Телефон", "Профессия", "Город", "Когда может", "Religion", "Дата рождения", "E-mail"]


@given(st.permutations(HEADERS))
def test_the_order_of_columns_does_not_matter(headers: list[str]) -> None:
    rows = [headers, ["" for _ in headers]]
    mapping = guess_mapping(read_table(csv_bytes(rows), filename="list.csv"))
    straight = guess_mapping(read_table(csv_bytes([HEADERS, [""] * len(HEADERS)]), filename="list.csv"))

    assert _fields(mapping) == _fields(straight)


def test_a_choice_of_no_role_is_an_idea_too() -> None:
    known = Knowledge(match=lambda text: RoleChoice() if text else None)

    assert guess_mapping(table_of(["A", "B"], ["x", "poet"], ["y", "singer"]), known=known).columns_of(Field.OCCUPATION)
