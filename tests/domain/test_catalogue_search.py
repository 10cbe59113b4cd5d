"""The box in which people look for what they can do, while they type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.catalogue import LANGUAGES, all_crisis_roles, find_roles


@pytest.mark.parametrize(
    ("query", "language", "key"),
    [
        ("բուժքույր", "hy", "nurse"),
        ("медсестра", "ru", "nurse"),
        ("tibb bacısı", "az", "nurse"),
        ("nurse", "en", "nurse"),
        ("медсес", "ru", "nurse"),
        ("վար", "hy", "driver"),
        ("վարորդ", "ru", "driver"),
        ("вод", "ru", "driver"),
        ("sur", "az", "driver"),
        ("varo", "hy", "driver"),
        ("vrach", "ru", "doctor"),
        ("anest", "en", "anaesthetist"),
        ("truck dri", "en", "truck_driver"),
        ("driver truck", "en", "truck_driver"),
        ("эле", "ru", "electrician"),
        ("собак", "ru", "dog_handler"),
        ("перев", "ru", "interpreter"),
        ("docter", "en", "doctor"),
        ("дети", "ru", "child_carer"),
        ("librarian", "en", "isco_2622"),
    ],
)
def test_the_likeliest_role_stands_first(query: str, language: str, key: str) -> None:
    assert find_roles(query, language=language, limit=3)[0].key == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_crisis_role_is_first_for_its_own_title(language: str) -> None:
    for role in all_crisis_roles():
        assert find_roles(role.title(language), language=language)[0] == role


@pytest.mark.parametrize("query", ["", "  ", "?!", "солдат", "sniper", "zzzz"])
def test_nothing_is_offered_for_nothing_or_for_fighting(query: str) -> None:
    assert find_roles(query, language="en") == ()


def test_crisis_roles_stand_before_the_rest_of_isco() -> None:
    found = [role.is_crisis_role for role in find_roles("child", language="en", limit=50)]

    assert found == sorted(found, reverse=True)
    assert False in found


@given(query=st.text(max_size=20), language=st.sampled_from(LANGUAGES), limit=st.integers(1, 10))
def test_no_role_twice_and_no_more_than_asked_for(query: str, language: str, limit: int) -> None:
    found = find_roles(query, language=language, limit=limit)

    assert len(found) <= limit
    assert len({role.key for role in found}) == len(found)
