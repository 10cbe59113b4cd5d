"""The rule of the door: what is taken as it is, what is said to be mended, and what is refused whole."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days
from standby.domain.door import DoorState, Setting, SwitchState
from standby.domain.offers import PartyRule
from standby.domain.party_codes import parse_party_code, party_code
from standby.domain.sign_up import (
    FIELDS,
    Asked,
    CombatOffer,
    FaultCode,
    Field,
    Mend,
    PartySide,
    PledgeKind,
    ReadSignUp,
    SignUp,
    first_answer,
    read_sign_up,
)
from standby.domain.sign_up.offer import _days, _parted
from standby.domain.sign_up.texts import plain_text
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.people.sign_up_codec import sign_up_from_json, sign_up_to_json
from tests.rooms.people.signing import TODAY, asked, said

_TEN_THOUSAND = "ա" * 10_000
_TEXT_FIELDS = (
    Field.NAME,
    Field.PHONE,
    Field.EMAIL,
    Field.WORDS,
    Field.LICENCE_NUMBER,
    Field.LICENCE_ISSUER,
    Field.GOODS_TEXT,
    Field.MONEY_TEXT,
    Field.FROM_HOME_TEXT,
    Field.PARTY_CODE,
)


def _read(**answers: str | Sequence[str]) -> ReadSignUp:
    return read_sign_up(said(**answers), asked=asked())


def _taken(**answers: str | Sequence[str]) -> SignUp:
    read = _read(**answers)
    assert isinstance(read, SignUp), read
    return read


def _faults(**answers: str | Sequence[str]) -> list[tuple[str, str]]:
    read = _read(**answers)
    assert isinstance(read, Mend), read
    return [(fault.field.value, fault.code.value) for fault in read.faults]


@pytest.mark.parametrize(
    "name",
    ["Նարե Փորձյան", "Мария Проверочная", "Aysel Sınaqlı", "ნინო ტესტიძე", "نرگس آزمایشی", "李试", "O’Neil-Test"],
)
def test_a_name_in_any_script_is_kept_as_it_is_written(name: str) -> None:
    assert _taken(name=name).details.name == name


def test_marks_that_nobody_sees_are_taken_out_of_a_name() -> None:
    assert _taken(name="\u200f\u202eԱնահիտ\u2066  Տեստյան\ufeff").details.name == "Անահիտ Տեստյան"


def test_two_ways_of_typing_one_letter_give_one_name() -> None:
    assert plain_text("и\u0306") == plain_text("й")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "missing"),
        ("😀 Anahit", "emoji"),
        ("Anahit ❤️", "emoji"),
        ("Ana\x00hit", "unreadable_characters"),
        ("A" + "\u0301" * 9, "unreadable_characters"),
        ("---", "no_letters"),
        ("Anahit +374 00 123456", "holds_a_number"),
        ("Ա" * 201, "too_long"),
        (_TEN_THOUSAND, "too_long"),
    ],
)
def test_a_name_that_cannot_be_one_is_said_to_be_mended(name: str, code: str) -> None:
    assert ("name", code) in _faults(name=name)


@pytest.mark.parametrize("field", _TEXT_FIELDS)
def test_an_answer_of_ten_thousand_letters_names_its_field(field: Field) -> None:
    answers = {field.value: _TEN_THOUSAND, **({"party": "companion"} if field is Field.PARTY_CODE else {})}

    assert (field.value, "too_long") in _faults(**answers)


def test_whoever_cannot_be_reached_says_so_or_gives_a_contact() -> None:
    assert ("phone", "no_contact") in _faults(phone="", email="")
    assert _taken(phone="", email="", no_contact="yes").details.emails == ()


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2026-10-12", "2026-10-11", "last_before_first"),
        ("2026-09-01", "2026-10-04", "days_over"),
        ("2026-10-12", "2028-10-12", "too_far_ahead"),
        ("2026-02-30", "2026-10-12", "not_a_day"),
        ("20261012", "2026-10-12", "not_a_day"),
        ("2026-10-12", "", "day_missing"),
    ],
)
def test_impossible_days_are_said_with_their_place(first: str, last: str, code: str) -> None:
    read = _read(first_day=["2026-10-06", first], last_day=["2026-10-07", last])

    assert isinstance(read, Mend)
    assert [(fault.code.value, fault.place) for fault in read.faults] == [(code, 2)]


def test_several_windows_are_kept_in_order_and_those_that_touch_made_one() -> None:
    offer = _taken(
        first_day=["2026-11-01", "2026-10-06", "2026-10-09"], last_day=["2026-11-03", "2026-10-08", "2026-10-10"]
    )

    assert offer.offer.windows == (
        Days(first=date(2026, 10, 6), last=date(2026, 10, 10)),
        Days(first=date(2026, 11, 1), last=date(2026, 11, 3)),
    )


@pytest.mark.parametrize(
    "answers",
    [{"words": "снайпер"}, {"roles": "0310"}, {"roles": "310/"}, {"goods_text": "I am ready to fight as a sniper"}],
)
def test_an_offer_to_fight_is_refused_whole_and_carries_nothing(answers: dict[str, str]) -> None:
    assert _read(**answers) == CombatOffer()


def test_words_without_a_role_are_asked_about() -> None:
    assert ("words", "role_not_chosen") in _faults(words="I can do many things", roles="")


def test_whoever_offers_nothing_at_all_is_asked_what() -> None:
    assert _faults(roles="", first_day="", last_day="") == [("words", "nothing_offered")]


def test_goods_money_and_work_from_home_are_offers_too() -> None:
    gift = _taken(
        roles="", first_day="", last_day="", goods=["food"], money="yes", from_home="typing", from_home_text="mornings"
    )

    assert [pledge.kind for pledge in gift.pledges] == [PledgeKind.GOODS, PledgeKind.MONEY, PledgeKind.FROM_HOME]
    assert gift.gives_only


def test_a_party_has_a_size_or_a_code_and_each_says_if_it_may_be_split() -> None:
    first = _taken(party="first", party_size="4", party_rule="may_split")
    companion = _taken(party="companion", party_code=party_code(77).lower())

    assert (first.party.size, first.offer.party_rule) == (4, PartyRule.MAY_SPLIT)
    assert (companion.party.side, companion.party.code) == (PartySide.COMPANION, parse_party_code(party_code(77)))
    assert ("party_size", "out_of_range") in _faults(party="first", party_size="1")
    assert ("party_size", "missing") in _faults(party="first")
    assert ("party_code", "party_code_mistyped") in _faults(party="companion", party_code="00000-00001")


def test_a_licence_is_for_something_and_has_not_ended() -> None:
    held = _taken(licence_for="2221/", licence_number="A-1", licence_expires="2027-01-01", roles="2221/")

    assert held.details.licences[0].role == "2221"
    assert ("licence_for", "licence_for_nothing") in _faults(licence_number="A-1")
    assert ("licence_expires", "licence_ended") in _faults(licence_for="2221/", licence_expires="2026-10-04")


def test_nothing_is_kept_without_agreement() -> None:
    assert _faults(consent="") == [("consent", "not_agreed")]


def _at_door(**roles: SwitchState) -> Asked:
    """A door at which roles stand as said."""
    settings = {code.removeprefix("role_"): Setting(state=state) for code, state in roles.items()}
    plain = asked()
    return Asked(
        today=plain.today,
        languages=plain.languages,
        homes=plain.homes,
        read_phone=plain.read_phone,
        read_email=plain.read_email,
        door=DoorState(roles=settings),
    )


def test_a_role_that_is_closed_is_refused_alone_and_taken_beside_an_open_one() -> None:
    door = _at_door(role_8322=SwitchState.CLOSED)

    alone = read_sign_up(said(roles="8322"), asked=door)
    beside = read_sign_up(said(roles=["8322", "2221"]), asked=door)

    assert isinstance(alone, Mend)
    assert [fault.code for fault in alone.faults] == [FaultCode.ROLE_CLOSED]
    assert isinstance(beside, SignUp)


@pytest.mark.parametrize(
    ("answers", "status", "reason"),
    [
        ({}, PersonStatus.STAND_BY, Reason.INCOMPLETE),
        ({"roles": ""}, PersonStatus.OFFERED, Reason.INCOMPLETE),
        (
            {"roles": "", "first_day": "", "last_day": "", "money": "yes"},
            PersonStatus.STAND_BY,
            Reason.SKILL_NOT_NEEDED,
        ),
        ({"age": "no"}, PersonStatus.NOT_ACCEPTED, Reason.UNDER_AGE),
        ({"affiliation": "yes"}, PersonStatus.NOT_ACCEPTED, Reason.AFFILIATED_ELSEWHERE),
    ],
)
def test_the_first_answer_depends_on_nothing_but_what_was_said(
    answers: dict[str, str], status: PersonStatus, reason: Reason
) -> None:
    answer = first_answer(_taken(**answers))

    assert (answer.status, answer.reason) == (status, reason)


_ANY_TEXT = st.text(max_size=60) | st.sampled_from(
    ["yes", "no", "first", "companion", "2221/", "own", "food", "2026-10-09"]
)
_ANY_ANSWERS = st.dictionaries(st.sampled_from(sorted(FIELDS)), st.lists(_ANY_TEXT, max_size=4))


@given(_ANY_ANSWERS)
def test_whatever_is_sent_is_taken_refused_or_said_to_be_mended(answers: dict[str, list[str]]) -> None:
    read = read_sign_up({**said(), **answers}, asked=asked())

    assert isinstance(read, SignUp | CombatOffer | Mend)
    if isinstance(read, Mend):
        written = repr(read)
        assert not any(len(text) > 12 and text in written for texts in answers.values() for text in texts)


@given(_ANY_ANSWERS)
def test_a_sign_up_waits_as_json_and_comes_back_as_it_was(answers: dict[str, list[str]]) -> None:
    read = read_sign_up({**said(), **answers}, asked=asked())

    if isinstance(read, SignUp):
        assert sign_up_from_json(json.loads(json.dumps(sign_up_to_json(read)))) == read


@given(st.text(max_size=300))
def test_plain_text_is_one_line_and_stays_what_it_is(text: str) -> None:
    once = plain_text(text)

    assert plain_text(once) == once
    assert "\n" not in once
    assert not {"\u200e", "\u200f", "\u202e", "\u2066"} & set(once)


@given(st.integers(0, 2**45 - 1))
def test_a_party_code_is_read_back_and_a_wrong_character_found(number: int) -> None:
    code = party_code(number)
    plain = parse_party_code(code)

    assert plain is not None
    wrong = ("1" if plain[0] == "0" else "0") + plain[1:]
    assert parse_party_code(code.lower().replace("-", " ")) == plain
    assert parse_party_code(wrong) is None


@given(st.dates(TODAY, TODAY + timedelta(days=300)), st.integers(0, 60))
def test_days_to_come_are_taken_as_they_are(first: date, length: int) -> None:
    last = first + timedelta(days=length)

    offer = _taken(first_day=first.isoformat(), last_day=last.isoformat()).offer

    assert offer.windows == (Days(first=first, last=last),)


_ANY_DAY = st.dates(TODAY - timedelta(days=500), TODAY + timedelta(days=800)).map(date.isoformat) | st.sampled_from(
    ["", "2026-W41-5", "2026-02-30", "20261009", "ten letters", "٢٠٢٦-١٠-٠٩"]
)


@given(first=_ANY_DAY, last=_ANY_DAY)
def test_days_written_plainly_are_judged_as_those_with_a_space_around(first: str, last: str) -> None:
    plainly = _read(first_day=first, last_day=last)

    assert plainly == _read(first_day=f" {first} ", last_day=f" {last} ")


@given(st.lists(st.sampled_from(["8322", "2221", "2212/anaesthesia", "9999", "8322/", "word"]), max_size=4))
def test_roles_read_before_are_read_the_same_again(roles: list[str]) -> None:
    once, again = _read(roles=roles), _read(roles=[f" {role} " for role in roles])

    assert once == again


def test_only_what_the_catalogue_and_the_calendar_hold_is_remembered() -> None:
    before = _parted.cache_info().currsize, _days.cache_info().currsize

    _read(roles=["Ani Testyan"], first_day="1984-05-06", last_day="+374001234")

    assert (_parted.cache_info().currsize, _days.cache_info().currsize) == before


@given(_ANY_ANSWERS)
def test_an_answer_left_empty_is_one_that_was_left_out(answers: dict[str, list[str]]) -> None:
    written = {**said(), **answers}

    read = read_sign_up(written, asked=asked())

    assert read == read_sign_up({field: [""] for field in FIELDS} | written, asked=asked())
