"""What holds for every template of the house, whichever room it belongs to."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

_TEMPLATES = Path(settings.BASE_DIR) / "templates"
_ALL = sorted(path.relative_to(_TEMPLATES).as_posix() for path in _TEMPLATES.rglob("*.html"))
# U+2720 and its kin, the red crescent of flags, and the hospital sign: emblems of law, not ornaments (G-23).
_EMBLEMS = re.compile("[\u2719-\u2725\u271a\u2795\u262a\u2624\u26e8\U0001f3e5\U0001fa78]")


@pytest.mark.parametrize("name", _ALL)
def test_a_template_can_be_read(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", _ALL)
def test_a_template_obeys_the_content_security_policy(name: str) -> None:
    source = (_TEMPLATES / name).read_text(encoding="utf-8")

    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", source)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source))


@pytest.mark.parametrize("name", _ALL)
def test_a_template_fetches_nothing_from_elsewhere(name: str) -> None:
    assert not re.search(r"(?:src|href|action)=[\"'](?:https?:)?//", (_TEMPLATES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _ALL)
def test_no_emblem_appears(name: str) -> None:
    assert not _EMBLEMS.search((_TEMPLATES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _ALL)
def test_we_speak_calmly(name: str) -> None:
    words = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", (_TEMPLATES / name).read_text(encoding="utf-8"))
    sentences = " ".join(re.findall(r"translate \"(.*?)\"", (_TEMPLATES / name).read_text(encoding="utf-8"))) + words

    assert not re.search(r"\b(?:invalid|deploy|recruit|hero|mobilis|fighter|front line)", sentences, re.IGNORECASE)
    assert "!" not in sentences
