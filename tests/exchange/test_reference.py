"""The page about lists cannot lag behind the code."""

import re
from pathlib import Path

import pytest

from standby.exchange import DEFAULT_LIMITS, Field, LeftOut, Outcome
from standby.exchange.wording import SENTENCES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "lists.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*Field, *LeftOut, *Outcome])
def test_every_field_reason_and_outcome_stands_on_the_page(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_every_problem_stands_on_the_page_in_the_words_of_the_product() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE.split("## What can be wrong")[1], re.MULTILINE))

    assert rows == {name: f"{what} | {remedy}" for name, (what, remedy) in SENTENCES.items()}


def test_the_limits_on_the_page_are_those_of_the_code() -> None:
    limits = DEFAULT_LIMITS
    stated = (
        f"At most {limits.size // 2**20} MB, {limits.rows:,} rows, {limits.columns} columns, {limits.cells:,} cells"
    )

    assert stated in PAGE.replace("\n", " ")
    assert f"{limits.cell:,} letters a cell, and {limits.unpacked // 2**20} MB unpacked" in PAGE.replace("\n", " ")
