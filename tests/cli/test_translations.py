import gettext
import os
from pathlib import Path

import pytest

from standby.cli.translations import compile_translations

_CATALOGUE = """
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "need"
msgstr "потребность"

#, fuzzy
msgid "offer"
msgstr "потребность"
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "ru" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(_CATALOGUE, encoding="utf-8")
    return path


def test_a_compiled_catalogue_is_read_by_gettext_and_guesses_are_left_out(catalogue: Path, tmp_path: Path) -> None:
    compile_translations(tmp_path)

    russian = gettext.translation("django", tmp_path, ["ru"])
    assert russian.gettext("need") == "потребность"
    assert russian.gettext("offer") == "offer"


def test_only_what_changed_is_compiled_again(catalogue: Path, tmp_path: Path) -> None:
    assert compile_translations(tmp_path) == 1
    assert compile_translations(tmp_path) == 0

    later = catalogue.stat().st_mtime + 60
    os.utime(catalogue, (later, later))
    assert compile_translations(tmp_path) == 1
