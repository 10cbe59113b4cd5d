"""The linter of short messages: quiet on ours, and red on whatever could lead anybody anywhere."""

from pathlib import Path

import pytest

from standby.cli.linting.short import faults, main

_GOOD = (
    '{% extends "callup/short/around.txt" %}{% load i18n %}{% block said %}{% blocktranslate trimmed %}'
    "You stand by until {{ until }}.{% endblocktranslate %}{% endblock %}\n"
)


def found(folder: Path, template: str, *, translation: str = "") -> list[str]:
    short = folder / "src" / "templates" / "x" / "short"
    short.mkdir(parents=True)
    (short / "stand_by.txt").write_text(template, encoding="utf-8")
    locale = folder / "locale" / "hy" / "LC_MESSAGES"
    locale.mkdir(parents=True)
    entry = f'msgid "You stand by until %(until)s."\nmsgstr "{translation}"\n' if translation else ""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: hy\\n"\n\n'
    (locale / "django.po").write_text(head + entry, encoding="utf-8")
    return list(faults(source=folder / "src", locale=folder / "locale"))


def test_what_we_write_is_good() -> None:
    assert main() == 0


def test_a_good_template_is_good(tmp_path: Path) -> None:
    assert found(tmp_path, _GOOD, translation="Սպասեք մինչև %(until)s։") == []


@pytest.mark.parametrize(
    ("planted", "sentence"),
    [
        ("open https://relief.example/", "no link"),
        ("open relief.example", "no host"),
        ("write to @relief_bot", "no account"),
        ("come to 40.1792, 44.4991", "no coordinates"),
        ("{{ site }}", "'site' may stand in no"),
        ("{{ call.where.address }}", "'call' may stand in no"),
        ("{{ link }}", "'link' may stand in no"),
        ('{% url "door:status" %}', "the tag 'url'"),
        ('{% include "callup/place.txt" %}', "the tag 'include'"),
    ],
)
def test_a_planted_link_or_place_turns_it_red(tmp_path: Path, planted: str, sentence: str) -> None:
    template = _GOOD.replace("{% block said %}", f"{{% block said %}}{planted} ")

    assert any(sentence in fault for fault in found(tmp_path, template))


def test_a_value_brought_in_by_a_translation_tag_turns_it_red(tmp_path: Path) -> None:
    template = _GOOD.replace("blocktranslate trimmed", "blocktranslate trimmed with until=site.name")

    assert any("the tag 'blocktranslate'" in fault for fault in found(tmp_path, template))


def test_a_template_without_the_code_word_turns_it_red(tmp_path: Path) -> None:
    assert any("code word" in fault for fault in found(tmp_path, "{% load i18n %}Stand by.\n"))


@pytest.mark.parametrize("translation", ["Բացեք օգնություն.հայ մինչև %(until)s", "Եկեք %(site)s, %(until)s"])
def test_a_link_or_a_place_in_a_translation_turns_it_red(tmp_path: Path, translation: str) -> None:
    assert found(tmp_path, _GOOD, translation=translation) != []
