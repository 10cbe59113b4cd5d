"""What no short message may hold, and what looks like it and is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.short_messages import Forbidden, forbidden_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Open https://relief.example.org/status", Forbidden.LINK),
        ("tg://resolve?domain=relief", Forbidden.LINK),
        ("see www relief", None),
        ("see www.relief", Forbidden.LINK),
        ("Open relief.example.org", Forbidden.HOST),
        ("t.me/relief", Forbidden.HOST),
        ("откройте помощь.рф", Forbidden.HOST),
        ("բացեք օգնություն.հայ", Forbidden.HOST),
        ("at xn--80ak6aa92e", Forbidden.LINK),
        ("go to 192.0.2.10", Forbidden.HOST),
        ("write to aid@relief", Forbidden.ACCOUNT),
        ("write to @relief_bot", Forbidden.ACCOUNT),
        ("come to 40.1792, 44.4991", Forbidden.COORDINATES),
        ("come to 40,1792 44,4991", Forbidden.COORDINATES),
    ],
)
def test_what_leads_somewhere_is_found(text: str, found: Forbidden | None) -> None:
    assert (found in forbidden_in(text)) if found else not forbidden_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "rose 11: You are called. Answer by Thursday 15 October: ACCEPT or DECLINE.",
        "խնձոր 10: Սպասեք մեր կանչին։ Հարցեր՝ +374 00 000 100",
        "яблоко 10: Ждите. Вопросы: +374 00 000 100.",
        "alma 10: Gözləyin. Suallar: 12.10.2026, 14.30",
        "i.e. nothing",
    ],
)
def test_what_we_really_write_is_allowed(text: str) -> None:
    assert forbidden_in(text) == frozenset()


def test_a_place_is_found_in_any_case_of_letters() -> None:
    assert forbidden_in("Come to VALLEY school", places=["Valley School", ""]) == {Forbidden.PLACE}


@given(name=st.from_regex(r"[a-z]{2,12}", fullmatch=True), before=st.text(max_size=30), after=st.text(max_size=30))
def test_a_host_is_found_wherever_it_stands(name: str, before: str, after: str) -> None:
    assert forbidden_in(f"{before} {name}.org {after}")
