from pathlib import Path

from standby.cli.linting.messages import Message, messages_in

_PYTHON = """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy

TITLE = pgettext_lazy("a list of people", "Call sheet")
def people(n: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", n) % {"n": n} + _("stands by")
"""
_TEMPLATE = """
<main>
    {% if a %}
        {% translate "Turn back" %}
  {% endif %}
      {% blocktranslate trimmed count n=people %}
        One person
      {% plural %}
        {{ n }} people
      {% endblocktranslate %}
</main>
"""


def test_what_python_shows_is_found_with_its_plural_and_its_context(tmp_path: Path) -> None:
    (tmp_path / "views.py").write_text(_PYTHON, encoding="utf-8")

    assert messages_in(tmp_path).keys() == {
        Message(text="Call sheet", context="a list of people"),
        Message(text="%(n)s person", plural="%(n)s people"),
        Message(text="stands by"),
    }


def test_what_a_template_shows_is_found_whatever_its_indentation(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(_TEMPLATE, encoding="utf-8")

    found = messages_in(tmp_path)

    assert found[Message(text="Turn back")] == f"{tmp_path / 'page.html'}:4"
    assert Message(text="One person", plural="%(n)s people") in found
