"""The catalogues of the languages we speak."""

from gettext import c2py
from pathlib import Path

import polib
import pytest
from babel import Locale
from django.conf import settings

_LOCALE = Path(settings.BASE_DIR) / "locale"
_FORMS = {"hy": ("one", "other"), "ru": ("one", "few", "many", "other"), "az": ("one", "other")}


def _catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(_LOCALE / language / "LC_MESSAGES" / "django.po"))


@pytest.mark.parametrize("language", _FORMS)
def test_counted_people_take_the_form_that_unicode_gives_their_number(language: str) -> None:
    formula = _catalogue(language).metadata["Plural-Forms"].partition("plural=")[2].rstrip(";")
    ours = c2py(formula)
    unicode_form = Locale(language).plural_form

    for people in range(2000):
        assert _FORMS[language][ours(people)] == unicode_form(people), people


@pytest.mark.parametrize("language", _FORMS)
def test_every_sentence_keeps_its_placeholders(language: str) -> None:
    for entry in _catalogue(language).translated_entries():
        wanted = set(_placeholders(entry.msgid)) | set(_placeholders(entry.msgid_plural))
        for said in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert set(_placeholders(said)) <= wanted, entry.msgid
            assert entry.msgid_plural or set(_placeholders(said)) == wanted, entry.msgid


@pytest.mark.parametrize("language", _FORMS)
def test_a_volunteer_is_never_called_by_a_word_of_war(language: str) -> None:
    words = (
        "доброволец",
        "добровольц",
        "мобилиз",
        "боец",
        "бойц",
        "фронт",
        "ռազմաճակատ",
        "զորահավաք",
        "səfərbər",
        "cəbhə",
    )

    for entry in _catalogue(language):
        said = " ".join([entry.msgstr, *entry.msgstr_plural.values()]).casefold()
        assert not any(word in said for word in words), entry.msgid


def _placeholders(text: str) -> list[str]:
    return [part.partition(")")[0] for part in text.split("%(")[1:]]
