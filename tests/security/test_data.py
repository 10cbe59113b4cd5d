"""The page that says what is stored, what for and for how long: it names every column, and no other."""

import re
from pathlib import Path

from django.apps import apps
from django.db import models

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "data.md"
_ROW = re.compile(r"\| `(?P<column>\w+)` \| (?P<purpose>[^|]+) \| (?P<how>[^|]+) \| (?P<kept>[^|]+) \|")
_SEALED = {"sealed", "sealed_why", "wrapped"}
_HASHED = {"blind", "fingerprint"}
# Other columns that hold nothing but a keyed hash; elsewhere their names mean what can be read.
_ALSO_HASHED = {
    ("door_draft", "token"),
    ("people_party", "code"),
    ("people_receivedsignup", "key"),
    ("people_receivedsignup", "content"),
    ("people_receivedsignup", "receipt"),
    ("people_receivedsignup", "network"),
}
# Digests of the journal, and the packed files of a plan and of a roster: references, codes and numbers.
_PLAIN_BYTES = {"audit_journalentry", "callup_planrevision", "welfare_rosterrevision"}


def _written() -> dict[tuple[str, str], re.Match[str]]:
    found, table = {}, ""
    for line in _PAGE.read_text(encoding="utf-8").splitlines():
        table = line.removeprefix("## ") if line.startswith("## ") else table
        if row := _ROW.fullmatch(line):
            found[table, row["column"]] = row
    return found


def _stored() -> "dict[tuple[str, str], models.Field[object, object]]":
    return {
        (model._meta.db_table, field.column or ""): field
        for model in apps.get_models()
        if model.__module__.startswith("standby.rooms")
        for field in model._meta.concrete_fields
    }


def test_every_column_has_a_purpose_and_an_end() -> None:
    assert _stored().keys() - _written().keys() == set()


def test_no_column_is_described_that_is_not_stored() -> None:
    assert _written().keys() - _stored().keys() == set()


def test_every_purpose_and_every_end_is_said() -> None:
    empty = [key for key, row in _written().items() if not row["purpose"].strip() or not row["kept"].strip()]

    assert empty == []


def test_what_is_called_sealed_is_sealed_and_what_is_bytes_is_never_readable() -> None:
    written = _written()

    for key, field in _stored().items():
        how = written[key]["how"].strip()
        assert (how == "sealed") is (key[1] in _SEALED), key
        assert (how == "keyed hash") is (key[1] in _HASHED or key in _ALSO_HASHED), key
        if isinstance(field, models.BinaryField) and how == "readable":
            assert key[0] in _PLAIN_BYTES, key
