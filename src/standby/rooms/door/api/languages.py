"""In which language a program's reader is answered."""

from functools import lru_cache

from django.utils.translation.trans_real import parse_accept_lang_header

from standby.domain.catalogue import LANGUAGES

DEFAULT = "en"
_LONGEST = 500


@lru_cache(maxsize=1024)
def language_of(header: str) -> str:
    """The first language of an Accept-Language header that we speak; English where there is none."""
    for wanted, _quality in parse_accept_lang_header(header[:_LONGEST]):
        code = wanted.partition("-")[0]
        if code in LANGUAGES:
            return code
    return DEFAULT
