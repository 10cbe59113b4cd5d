"""The languages that operations write in, each by its own name."""

LANGUAGE_NAMES = {"hy": "Հայերեն", "ru": "Русский", "en": "English", "az": "Azərbaycanca"}


def language_name(code: str) -> str:
    return LANGUAGE_NAMES.get(code, code)
