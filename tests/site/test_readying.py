"""Nobody is the first to open a page."""

from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.template.loaders.cached import Loader

from standby.site.readying import load_pages


def test_every_page_is_compiled_before_anybody_asks_for_it() -> None:
    backend = engines["django"]
    assert isinstance(backend, DjangoTemplates)
    (loader,) = backend.engine.template_loaders
    assert isinstance(loader, Loader)
    loader.reset()

    load_pages()

    assert {"desk/today.html", "door/held.html", "door/join/you.html", "staff.html"} <= set(loader.get_template_cache)
