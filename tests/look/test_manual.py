"""The manual for authors of pages cannot lag behind the components."""

import re
import textwrap
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

from standby.rooms.look.templatetags.look import register

_ROOT = Path(settings.BASE_DIR)
_MANUAL = (_ROOT / "docs" / "reference" / "look.md").read_text(encoding="utf-8")
_CSS = (_ROOT / "static" / "standby.css").read_text(encoding="utf-8")
_EXAMPLES = [
    textwrap.dedent(block)
    for block in re.findall(r"(?:^    .*\n|^\n)+", _MANUAL, flags=re.MULTILINE)
    if "{%" in block and "def " not in block
]


@pytest.mark.parametrize("name", sorted({*register.tags, *register.filters} - {"place"}))
def test_every_word_of_the_library_stands_in_the_manual(name: str) -> None:
    assert re.search(rf"\b{name}\b", _MANUAL)


@pytest.mark.parametrize("example", _EXAMPLES)
def test_every_example_is_a_template_that_can_be_read(example: str) -> None:
    loaded = "" if "{% extends" in example else "{% load i18n look %}"
    engines["django"].from_string(loaded + example)


def test_every_frame_and_include_named_exists() -> None:
    named = re.findall(r"`(\w+\.html)`|\"(components/\w+\.html)\"", _MANUAL)

    assert named
    assert all((_ROOT / "templates" / (frame or include)).is_file() for frame, include in named)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"class=\"([\w-]+)(?: \w+)?\"", _MANUAL))))
def test_every_class_named_is_known_to_the_stylesheet(name: str) -> None:
    assert re.search(rf"\.{name}\b", _CSS)
