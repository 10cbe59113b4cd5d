"""What is stored when somebody says yes, what the next version brings, and what never comes in."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.db import connection
from tests.rooms.door.conftest import (
    DRIVER,
    EVERYONE,
    FIGHTER,
    HEADER,
    MINOR,
    NURSE,
    TURNED,
    WELDER,
    WITHOUT_DAYS,
    WITHOUT_ROLE,
    Bring,
    as_csv,
)

from standby.domain.errors import UnusableInput
from standby.domain.statuses import PersonStatus, Reason
from standby.exchange import RoleChoice
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.confirming import import_upload
from standby.rooms.door.actions.uploading import RefusedList, cancel, delete_expired
from standby.rooms.door.actions.whole import prepare_list
from standby.rooms.door.models import Upload, UploadPiece, UploadState
from standby.rooms.messages.models import Message
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import ListVersion, Person, Registration, SourceList
from standby.rooms.vault.models import SubjectKey


@pytest.fixture
def waiting(operation: OperationView, machine: Actor, now: datetime) -> Upload:
    """A list that waits for a word, with its preview ready."""
    return prepare_list(
        operation=operation,
        title="The union's list",
        keeper="A union",
        purpose="help after the earthquake",
        filename="list.csv",
        content=as_csv(EVERYONE),
        by=machine,
        now=now,
        on_progress=lambda _: None,
    )


def everything_stored() -> str:
    """Every text and every byte of the database, bytes also as the text they may spell."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
        )
        columns = cursor.fetchall()
        return "\n".join(_column(cursor, *column) for column in columns)


def _column(cursor, table: str, column: str, kind: str) -> str:  # type: ignore[no-untyped-def]  # Django's wrapper
    as_text = f"encode(\"{column}\", 'escape')" if kind == "bytea" else f'"{column}"::text'
    cursor.execute(f'SELECT {as_text} FROM "{table}" WHERE "{column}" IS NOT NULL')  # noqa: S608  # our own tables
    return "\n".join(str(value) for (value,) in cursor.fetchall())


def test_the_same_file_in_another_order_encoding_and_delimiter_adds_nothing(brings: Bring) -> None:
    brings()
    shuffled = random.Random(5).sample(EVERYONE, len(EVERYONE))
    order = random.Random(6).sample(range(len(HEADER)), len(HEADER))
    rows = [[row[place] for place in order] for row in shuffled]

    again = brings(content=as_csv(rows, header=[HEADER[place] for place in order], encoding="utf-16", delimiter=";"))

    assert (again.new, again.changed, again.unchanged, again.missing) == (0, 0, 6, 0)
    assert (Registration.objects.count(), Person.objects.count()) == (6, 6)


def test_the_next_version_says_what_is_new_changed_and_missing(brings: Bring) -> None:
    brings([NURSE, DRIVER])
    later = (*DRIVER[:8], "2026-11-15")

    version = brings([later, WELDER])

    assert (version.new, version.changed, version.unchanged, version.missing) == (1, 1, 0, 1)
    assert Person.objects.count() == 3


def test_a_changed_row_stays_the_same_person_with_the_newest_dates(brings: Bring) -> None:
    brings([DRIVER])

    brings([(*DRIVER[:8], "2026-11-15")])

    assert Person.objects.get().offer["windows"] == [["2026-10-06", "2026-11-15"]]


def test_missing_is_never_a_withdrawal(brings: Bring) -> None:
    brings([NURSE, DRIVER])
    before = set(Person.objects.values_list("ref", "status"))

    brings([NURSE])

    assert set(Person.objects.values_list("ref", "status")) == before


def test_a_newer_version_that_completes_an_offer_makes_its_person_stand_by(brings: Bring) -> None:
    brings([WITHOUT_DAYS])

    brings([(*WITHOUT_DAYS[:7], "2026-10-06", "2026-10-30")])

    person = Person.objects.get()
    assert (person.status, person.is_complete) == (PersonStatus.STAND_BY, True)


def test_of_a_refused_offer_nothing_is_left_anywhere(brings: Bring) -> None:
    brings([NURSE, FIGHTER])

    stored = everything_stored()
    assert [trace for trace in ("Refusedian", "refused@example.org", "00000666", "sniper") if trace in stored] == []
    assert ListVersion.objects.get().refused == 1


def test_no_name_phone_or_mail_of_anybody_can_be_read_in_the_database(brings: Bring) -> None:
    brings()

    stored = everything_stored()

    traces = [cell for row in EVERYONE for cell in (*row[:2], row[2].replace(" ", ""), row[3]) if cell]
    assert [trace for trace in traces if trace in stored] == []


def test_what_stands_where_the_header_should_be_is_not_kept(brings: Bring) -> None:
    """A list without a header may have its first person taken for one."""
    brings(content=as_csv([DRIVER, WELDER], header=("Headerian", *HEADER[1:])))

    assert "Headerian" not in everything_stored()


def test_somebody_under_age_gets_an_answer_and_is_never_planned(brings: Bring) -> None:
    brings([MINOR])

    person = Person.objects.get()
    assert (person.status, person.reason) == (PersonStatus.NOT_ACCEPTED, Reason.UNDER_AGE)


def test_whoever_is_incomplete_is_asked_to_complete_at_once(brings: Bring) -> None:
    version = brings([NURSE, WITHOUT_DAYS, WITHOUT_ROLE])

    # One of the two gave no e-mail, the nurse lacks nothing.
    letter = Message.objects.get()
    assert (letter.kind, letter.occasion) == ("complete", version.version_ref)
    incomplete = Person.objects.filter(status=PersonStatus.OFFERED, reason=Reason.INCOMPLETE)
    assert incomplete.count() == 2


def test_the_name_of_a_party_is_hidden_and_still_tells_who_belongs_together(brings: Bring) -> None:
    header = (*HEADER, "Travels with")
    rows = [(*row, "Probayan family") for row in (NURSE, DRIVER)]

    brings(content=as_csv(rows, header=header))

    first, second = Person.objects.values_list("party", flat=True)
    assert first == second != ""
    assert "Probayan family" not in everything_stored()


def test_an_occupation_is_remembered_for_every_list_and_cannot_be_read(
    operation: OperationView, machine: Actor, now: datetime, brings: Bring
) -> None:
    odd = (*NURSE[:5], "qqzzkk of Somewhere", *NURSE[6:])
    said = {"qqzzkk of Somewhere": RoleChoice(codes=("2221",))}
    upload = prepare_list(
        operation=operation,
        title="Another list",
        keeper="A union",
        purpose="help",
        filename="list.csv",
        content=as_csv([odd]),
        occupations=said,
        by=machine,
        now=now,
        on_progress=lambda _: None,
    )
    confirm(operation, upload, machine, now)

    brings([odd])

    assert "qqzzkk" not in everything_stored()
    assert ListVersion.objects.order_by("-id")[0].usable == 1


def confirm(operation: OperationView, upload: Upload, by: Actor, now: datetime) -> None:
    import_upload(operation=operation, upload=upload, public_url="", by=by, now=now, on_progress=lambda _: None)


def test_nothing_is_stored_before_the_word_and_nothing_waits_after_it(
    waiting: Upload, operation: OperationView, machine: Actor, now: datetime
) -> None:
    assert (Person.objects.count(), Registration.objects.count()) == (0, 0)

    confirm(operation, waiting, machine, now)

    assert (Person.objects.count(), UploadPiece.objects.count()) == (6, 0)
    assert not SubjectKey.objects.filter(subject=waiting.ref).exists()


def test_cancelling_leaves_nothing(waiting: Upload, operation: OperationView, machine: Actor, now: datetime) -> None:
    cancel(operation=operation, upload=waiting, by=machine, now=now)

    tables = (Upload, UploadPiece, SourceList, SubjectKey, Registration)
    assert [table.objects.count() for table in tables] == [0] * len(tables)


def test_an_hour_later_nothing_is_left(waiting: Upload, now: datetime) -> None:
    assert delete_expired(now=now + timedelta(minutes=59)) == 0

    delete_expired(now=now + timedelta(hours=1))

    tables = (Upload, UploadPiece, SourceList, SubjectKey)
    assert [table.objects.count() for table in tables] == [0] * len(tables)


def test_a_list_that_was_stored_keeps_its_numbers(brings: Bring, now: datetime) -> None:
    brings()

    delete_expired(now=now + timedelta(hours=2))

    assert Upload.objects.get().counts["people"] == 6
    assert SourceList.objects.count() == 1


@dataclass
class PowerCut(Exception):
    """The machine stops in the middle."""

    at: float


def test_cut_off_in_the_middle_nothing_is_half_stored(
    waiting: Upload, operation: OperationView, machine: Actor, now: datetime
) -> None:
    def cut(fraction: float) -> None:
        raise PowerCut(at=fraction)

    with pytest.raises(PowerCut):
        import_upload(operation=operation, upload=waiting, public_url="", by=machine, now=now, on_progress=cut)

    assert (Person.objects.count(), Registration.objects.count(), ListVersion.objects.count()) == (0, 0, 0)
    waiting.refresh_from_db()
    assert waiting.state == UploadState.PREVIEW


def test_a_list_of_people_who_asked_to_fight_is_never_read(brings: Bring) -> None:
    with pytest.raises(RefusedList):
        brings(purpose="Добровольцы на фронт")

    assert (SourceList.objects.count(), Upload.objects.count()) == (0, 0)


def test_a_file_that_cannot_be_used_leaves_nothing_and_is_named(brings: Bring) -> None:
    with pytest.raises(UnusableInput) as refused:
        brings(content=b"PK\x03\x04torn", filename="people.xlsx")

    assert refused.value.faults[0].file == "people.xlsx"
    assert (SourceList.objects.count(), UploadPiece.objects.count(), SubjectKey.objects.count()) == (0, 0, 0)


def test_rows_with_turned_days_are_not_stored(brings: Bring) -> None:
    brings([TURNED, NURSE])

    assert Person.objects.count() == 1
