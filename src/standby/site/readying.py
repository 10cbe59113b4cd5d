"""What a process of the site loads before anybody asks for a page.

Left to the first request it costs that one most of a second of the processor, and several seconds in a surge, when a
coordinator opens the desk for the first time.
"""

from pathlib import Path

from django.conf import settings
from django.template import engines
from django.urls import get_resolver
from django.utils.translation import trans_real


def load_pages() -> None:
    """Every address, template and translation of ours; done again it costs next to nothing."""
    get_resolver().reverse_dict  # noqa: B018 - asking for it reads every room's addresses
    for name in _templates():
        engines["django"].get_template(name)
    for language, _ in settings.LANGUAGES:
        trans_real.translation(language)


def _templates() -> list[str]:
    """By their names, of the rooms and of the site as a whole."""
    folders = [Path(folder) for folder in engines["django"].template_dirs]
    ours = [folder for folder in folders if Path(settings.BASE_DIR) in folder.parents]
    return sorted(str(file.relative_to(folder)) for folder in ours for file in folder.rglob("*") if file.is_file())
