"""The stylesheet keeps its promises: contrast, size, nothing fetched."""

import re
from pathlib import Path

import pytest
from django.conf import settings

_CSS = (Path(settings.BASE_DIR) / "static" / "standby.css").read_text(encoding="utf-8")
_LIGHT, _DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":root \{(.*?)\n  +\}", _CSS, flags=re.DOTALL)[:2]
)
_AA, _AAA = 4.5, 7.0


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [_LIGHT, _DARK], ids=["light", "dark"])
@pytest.mark.parametrize("paper", ["paper", "raised", "sunk", "tint", "wait-tint", "stop-tint"])
def test_body_text_is_readable_by_tired_eyes_on_every_paper(tokens: dict[str, str], paper: str) -> None:
    assert _contrast(tokens["ink"], tokens[paper]) >= _AAA


@pytest.mark.parametrize("tokens", [_LIGHT, _DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("quiet", "paper"),
        ("quiet", "sunk"),
        ("accent", "paper"),
        ("accent", "raised"),
        ("accent", "sunk"),
        ("accent", "tint"),
        ("wait", "paper"),
        ("wait", "sunk"),
        ("stop", "paper"),
        ("stop", "sunk"),
        ("on-accent", "accent"),
    ],
)
def test_every_other_text_has_contrast_enough(tokens: dict[str, str], text: str, paper: str) -> None:
    assert _contrast(tokens[text], tokens[paper]) >= _AA


@pytest.mark.parametrize("tokens", [_LIGHT, _DARK], ids=["light", "dark"])
def test_the_edge_of_an_input_can_be_seen(tokens: dict[str, str]) -> None:
    assert _contrast(tokens["edge"], tokens["paper"]) >= 3


def test_the_paper_the_ink_and_the_accents_are_those_agreed() -> None:
    agreed = {"paper": "#fbfaf7", "ink": "#1b1d1f", "accent": "#0b6e6e", "wait": "#9a6700", "stop": "#a4352b"}

    assert agreed.items() <= _LIGHT.items()
    assert {"paper": "#14171a", "ink": "#eceae4", "accent": "#5cc3be"}.items() <= _DARK.items()


def test_nothing_is_fetched_by_the_stylesheet() -> None:
    assert not re.search(r"url\(|@import|@font-face", _CSS)


@pytest.mark.parametrize(
    ("name", "most"), [("standby.css", 20_000), ("standby.js", 5_000), ("desk.css", 2_000), ("desk.js", 2_000)]
)
def test_stylesheets_and_scripts_stay_small(name: str, most: int) -> None:
    assert (Path(settings.BASE_DIR) / "static" / name).stat().st_size < most
