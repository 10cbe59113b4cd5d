"""A stranger's file is read where it can do no harm."""

import time
from dataclasses import asdict
from pathlib import Path

import pytest

from standby.domain.errors import UnusableInput
from standby.exchange import Limits, read_table
from standby.exchange.kept import Json, items, part
from standby.exchange.reader_process import answer_to, read_in_process
from standby.exchange.table_json import fault_from_json, table_from_json
from tests.exchange.lists import csv_bytes, workbook_bytes

MEGABYTE = 1024 * 1024
ROWS = [["Name", "Phone"], ["Անի", "+374 00 123456"], ["Aram", "+374 00 654321"]]


@pytest.mark.parametrize("content", [csv_bytes(ROWS, encoding="utf-16"), workbook_bytes(ROWS)])
def test_the_process_reads_what_would_be_read_here(content: bytes) -> None:
    assert read_in_process(content, filename="list.csv") == read_table(content, filename="list.csv")


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(csv_bytes(ROWS))

    assert read_in_process(path).origin.file == "list.csv"


def test_a_name_that_climbs_out_of_its_folder_is_only_a_name() -> None:
    assert read_in_process(csv_bytes(ROWS), filename="../../etc/list.csv").origin.file == "list.csv"


def test_a_refusal_comes_back_with_its_line_and_remedy() -> None:
    with pytest.raises(UnusableInput) as refused:
        read_in_process(b'Name,Phone\n"Ani,1\n', filename="list.csv")

    assert (refused.value.faults[0].file, refused.value.faults[0].line) == ("list.csv", 2)
    assert refused.value.faults[0].remedy


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    began = time.monotonic()

    with pytest.raises(UnusableInput, match="took longer than"):
        read_in_process(csv_bytes(ROWS), filename="list.csv", timeout=0.01)

    assert time.monotonic() - began < 5


def test_a_reader_that_needs_too_much_memory_is_stopped_and_the_server_goes_on() -> None:
    with pytest.raises(UnusableInput, match="more memory than we allow"):
        read_in_process(csv_bytes([["x" * 9] * 20] * 40_000), filename="list.csv", memory_bytes=150 * MEGABYTE)

    assert read_in_process(csv_bytes(ROWS), filename="list.csv").rows


def test_a_file_of_a_hundred_megabytes_is_refused_unread() -> None:
    began = time.monotonic()

    with pytest.raises(UnusableInput, match="more than 50 MB"):
        read_in_process(b"x" * (100 * MEGABYTE), filename="list.csv")

    assert time.monotonic() - began < 2


def test_the_limits_hold_in_the_process_too() -> None:
    with pytest.raises(UnusableInput, match="more than 1 columns"):
        read_in_process(csv_bytes(ROWS), filename="list.csv", limits=Limits(columns=1))


def test_the_child_answers_with_the_table_or_its_faults() -> None:
    order: Json = {"file": "list.csv", "sheet": None, "limits": asdict(Limits())}

    read = answer_to(order, csv_bytes(ROWS))
    refused = answer_to(order, b"")

    assert table_from_json(read) == read_table(csv_bytes(ROWS), filename="list.csv")
    assert fault_from_json(items(part(refused, "faults"))[0]).what == "The file is empty."


def test_a_sheet_is_chosen_in_the_process_too() -> None:
    content = workbook_bytes(ROWS, sheet="One", others={"Two": ROWS[:2]})

    assert read_in_process(content, filename="list.xlsx", sheet="Two").origin.sheet == "Two"
