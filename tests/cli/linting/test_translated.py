import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from standby.cli.linting.messages import Message
from standby.cli.linting.translated import faults, faults_of

_HEADER = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
_HERE = Path("hy.po")
_ASKED = Message(text="%(n)s person waits", plural="%(n)s people wait")
_GOOD = """
msgid "%(n)s person waits"
msgid_plural "%(n)s people wait"
msgstr[0] "Մեկ մարդ սպասում է"
msgstr[1] "%(n)s մարդ սպասում է"
"""


def _catalogue(entries: str) -> Catalog:
    return read_po(io.BytesIO((_HEADER + entries).encode()), locale="hy")


def _found(entries: str, *used: Message) -> list[str]:
    return list(faults_of(_catalogue(entries), path=_HERE, used=dict.fromkeys(used, "views.py:1"), plurals=2))


def test_a_form_for_one_may_leave_the_number_out() -> None:
    assert _found(_GOOD, _ASKED) == []


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ("msgid ", "#, fuzzy\nmsgid ", "only guessed"),
        ('msgstr[1] "%(n)s մարդ սպասում է"', 'msgstr[1] ""', "not translated"),
        ('msgstr[1] "%(n)s մարդ', 'msgstr[1] "%(m)s մարդ', "other placeholders"),
        ('msgstr[1] "%(n)s մարդ', 'msgstr[1] "մարդ', "other placeholders"),
        ('msgstr[1] "%(n)s մարդ սպասում է"\n', "", "not translated"),
    ],
)
def test_whatever_is_wrong_with_a_translation_is_told(was: str, becomes: str, told: str) -> None:
    assert was in _GOOD

    (fault,) = _found(_GOOD.replace(was, becomes, 1), _ASKED)

    assert told in fault
    assert "%(n)s person waits" in fault


def test_a_sentence_that_is_not_in_the_catalogue_is_told_with_its_place() -> None:
    assert _found(_GOOD, _ASKED, Message(text="new")) == ["hy.po: not there: 'new' (views.py:1)"]


def test_a_sentence_that_nobody_says_any_more_is_told() -> None:
    assert _found(_GOOD) == ["hy.po: no longer used: '%(n)s person waits'"]


def test_the_number_of_plural_forms_is_that_of_the_language() -> None:
    (fault,) = faults_of(_catalogue(""), path=_HERE, used={}, plurals=4)

    assert fault == "hy.po: this language has 4 plural forms, the catalogue says 2."


def test_a_language_without_a_catalogue_is_told(tmp_path: Path) -> None:
    found = list(faults(sources=(tmp_path,), locale=tmp_path))

    assert len(found) == 3
    assert all(line.endswith("the catalogue is missing.") for line in found)
