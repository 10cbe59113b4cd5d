"""The reference page of the roles cannot lag behind the data."""

from pathlib import Path

from standby.domain.catalogue import all_crisis_roles
from standby.domain.catalogue.reference import reference_page

PAGE = Path(__file__).parents[2] / "docs/reference/roles.md"


def test_the_page_is_what_the_data_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference_page()


def test_the_page_names_every_crisis_role_in_every_language() -> None:
    page = reference_page()

    assert all(title in page for role in all_crisis_roles() for title in role.titles.values())
