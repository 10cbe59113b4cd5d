"""What everybody reads and what machines fetch: pages, signed files, keys and feeds."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from tests.exchange.parsed import parsed
from tests.rooms.situation.notices import a_notice

from standby.rooms.audit.actors import Actor
from standby.rooms.operations.actions import close_operation
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.actions import correct, publish, withdraw
from standby.rooms.situation.models import Notice
from standby.rooms.situation.queries import NoticeView, notice_by_ref
from standby.rooms.vault.ring import signing_ring

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def public_address(stopped_clock: None) -> Iterator[None]:
    """As a site that is open to everybody has one."""
    before = installation()
    install(replace(before, public_url="https://standby.example.org"))
    yield
    install(before)


@pytest.fixture
def said(operation: OperationView, machine: Actor, now: datetime) -> str:
    return publish(operation=operation, new=a_notice("en", "hy", now=now), by=machine, now=now)


def _page(client: Client, address: str, language: str = "en") -> str:
    return client.get(address, headers={"accept-language": language}).content.decode()


def test_the_front_page_begins_with_what_holds_now(client: Client, said: str) -> None:
    page = _page(client, "/")

    assert page.index("Please do not come to the valley") < page.index("<h1")
    assert f"/notices/{said}/" in page
    assert "/notices/en.atom" in page


@pytest.mark.parametrize(("language", "headline"), [("hy", "Խնդրում ենք չգալ հովիտ"), ("en", "Please do not come")])
def test_everybody_reads_it_in_their_own_language(language: str, headline: str, client: Client, said: str) -> None:
    for address in ("/", f"/notices/{said}/", "/notices/"):
        assert headline in _page(client, address, language), address


def test_a_missing_language_is_shown_in_the_first_and_marked(client: Client, said: str) -> None:
    page = _page(client, f"/notices/{said}/", "ru")

    assert '<h1 lang="en">Please do not come to the valley</h1>' in page
    assert "English" in page


def test_nothing_that_is_over_or_withdrawn_stands_on_the_front_page(
    client: Client, said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    withdraw(operation=operation, ref=said, reasons={"en": "The road is free."}, by=machine, now=now)

    assert "valley" not in _page(client, "/")


def test_what_was_told_when_stays_readable(
    client: Client, said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    newer = correct(operation=operation, ref=said, new=a_notice("en", now=now, days=9), by=machine, now=now)
    withdrawal = withdraw(operation=operation, ref=newer, reasons={"en": "The road is free."}, by=machine, now=now)
    close_operation(operation=operation, by=machine, now=now)

    page = _page(client, f"/notices/{said}/")
    assert "All beds are taken until Thursday." in page
    assert "This does not hold any more" in page
    assert page.index(f"/notices/{newer}/") < page.index(f"/notices/{withdrawal}/")
    archive = _page(client, "/notices/")
    assert [archive.index(f"/notices/{ref}/") for ref in (withdrawal, newer, said)] == sorted(
        archive.index(f"/notices/{ref}/") for ref in (withdrawal, newer, said)
    )


def test_an_unknown_notice_key_or_language_is_no_page(client: Client, operation: OperationView) -> None:
    for address in ("A/", "A.cap.xml", "A.sig", "keys/0123.pem", "ka.atom", "../etc.atom"):
        assert client.get(f"/notices/{address}").status_code == 404


def test_the_archive_says_what_is_still_to_come_and_what_is_over(
    client: Client, operation: OperationView, machine: Actor, now: datetime
) -> None:
    before, later = now - timedelta(days=9), now + timedelta(hours=2)
    publish(operation=operation, new=a_notice(now=before), by=machine, now=before)
    coming = publish(operation=operation, new=replace(a_notice(now=now), effective=later), by=machine, now=now)

    archive = _page(client, "/notices/")

    assert "from later on" in archive
    assert "over" in archive
    assert "Begins" in _page(client, f"/notices/{coming}/")


def test_notices_of_several_operations_say_whose_they_are(
    client: Client,
    said: str,
    operation: OperationView,
    other_operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    publish(operation=other_operation, new=a_notice(now=now), by=machine, now=now)

    for address in ("/", "/notices/"):
        page = _page(client, address)
        assert operation.name in page, address
        assert other_operation.name in page, address


def test_the_archive_of_nothing_says_what_will_stand_there(client: Client, operation: OperationView) -> None:
    assert "Nothing yet" in _page(client, "/notices/")


def test_the_file_is_what_was_signed(client: Client, said: str, tmp_path: Path) -> None:
    """Done as the page tells people to: three files and openssl."""
    view = notice_by_ref(ref=said)
    assert isinstance(view, NoticeView)
    files = {"n.cap.xml": f"{said}.cap.xml", "n.sig": f"{said}.sig", "key.pem": f"keys/{view.signature.key_id}.pem"}
    for name, address in files.items():
        (tmp_path / name).write_bytes(client.get(f"/notices/{address}").content)
    asked = ["-inkey", "key.pem", "-in", "n.cap.xml", "-sigfile", "n.sig"]

    answer = subprocess.run(
        ["openssl", "pkeyutl", "-verify", "-pubin", "-rawin", *asked], cwd=tmp_path, capture_output=True, check=False
    )

    assert (answer.returncode, answer.stdout.strip()) == (0, b"Signature Verified Successfully")


def test_the_alert_leads_to_its_page_and_names_its_sender(client: Client, said: str) -> None:
    answer = client.get(f"/notices/{said}.cap.xml")

    assert answer["Content-Type"] == "application/cap+xml; charset=utf-8"
    assert "<sender>standby.example.org</sender>" in answer.content.decode()
    assert f"<web>https://standby.example.org/notices/{said}/</web>" in answer.content.decode()


def test_a_file_that_did_not_change_is_not_sent_again(client: Client, said: str) -> None:
    for address in (f"{said}.cap.xml", f"{said}.sig", "en.atom"):
        first = client.get(f"/notices/{address}")

        again = client.get(f"/notices/{address}", headers={"if-none-match": first["ETag"]})

        assert (again.status_code, again.content) == (304, b"")
        assert "public" in first["Cache-Control"]


def test_nothing_is_written_by_fetching(client: Client, said: str) -> None:
    for address in (f"{said}.cap.xml", f"{said}.sig", "en.atom"):
        assert client.post(f"/notices/{address}").status_code == 405


def test_a_notice_that_was_tampered_with_is_handed_out_nowhere(client: Client, said: str) -> None:
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE situation_notice DISABLE TRIGGER situation_notice_rows_stay")
    row = Notice.objects.get(ref=said)
    Notice.objects.filter(ref=said).update(cap=row.cap.replace("do not come", "do come"))

    page = client.get(f"/notices/{said}/")
    assert page.status_code == 409
    assert "cannot be relied on" in page.content.decode()
    for address in (f"{said}.cap.xml", f"{said}.sig"):
        answer = client.get(f"/notices/{address}")
        assert (answer.status_code, b"do come" in answer.content) == (409, False)
    assert "valley" not in _page(client, "/")
    assert "does not match its signature" in _page(client, "/notices/")
    assert "valley" not in client.get("/notices/en.atom").content.decode()


def test_the_keys_stand_with_their_fingerprints(client: Client, operation: OperationView) -> None:
    key = signing_ring().newest

    page = _page(client, "/notices/verify/")

    assert key.fingerprint_in_groups in page
    assert f"/notices/keys/{key.id}.pem" in page
    assert client.get(f"/notices/keys/{key.id}.pem").content.decode() == key.public_pem


def _entries(client: Client, language: str) -> list[ET.Element]:
    return parsed(client.get(f"/notices/{language}.atom").content.decode()).findall(f"{ATOM}entry")


def test_the_feed_of_a_language_tells_what_was_said_corrected_and_withdrawn(
    client: Client, said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    later = now + timedelta(hours=1)
    withdraw(operation=operation, ref=said, reasons={"en": "Free.", "hy": "Ազատ է։"}, by=machine, now=later)

    entries = _entries(client, "hy")

    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == ["Ազատ է։", "Ճանապարհը լի է։\n\nՍպասեք տանը։"]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert {link.get("href") for link in entries[1].findall(f"{ATOM}link")} == {
        f"https://standby.example.org/notices/{said}/",
        f"https://standby.example.org/notices/{said}.cap.xml",
        f"https://standby.example.org/notices/{said}.sig",
    }


def test_an_entry_keeps_its_id_whatever_is_said_later(
    client: Client, said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    (before,) = _entries(client, "en")

    publish(operation=operation, new=a_notice("en", now=now), by=machine, now=now)

    assert _entries(client, "en")[1].findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")


def test_a_feed_of_nothing_is_a_feed_and_the_title_is_translated(client: Client, operation: OperationView) -> None:
    answer = client.get("/notices/az.atom")

    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert parsed(answer.content.decode()).get("{http://www.w3.org/XML/1998/namespace}lang") == "az"
    assert _entries(client, "az") == []


def test_no_emblem_stands_on_any_page_or_in_any_file(client: Client, said: str) -> None:
    """The red cross, crescent and crystal belong to others."""
    for address in ("/", "/notices/", f"/notices/{said}/", f"/notices/{said}.cap.xml", "/notices/en.atom"):
        text = _page(client, address)
        assert not set(text) & set("✚✙⛑☪☾☽♢♦◊🩸"), address
