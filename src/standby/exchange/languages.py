"""Languages by their names in five languages, or by their ISO 639-1 codes."""

import re
from functools import lru_cache

from standby.exchange.folding import fold

# Stems: adjectives and adverbs of a language differ only in their endings ("русский", "по-русски").
_STEMS: dict[str, str] = {
    "hy": "armenian,arm,հայ,армян,erməni,სომხ,հայերեն",
    "ru": "russian,rus,ռուս,русск,рус,rus,რუს",
    "en": "english,eng,անգլ,англ,ingilis,ინგლის",
    "az": "azerbaijani,azeri,ադրբեջան,азербайдж,azərbaycan,აზერბაიჯან",
    "ka": "georgian,վրաց,грузин,gürcü,ქართ",
    "fr": "french,francais,fr,ֆրանս,франц,fransız,ფრანგ",
    "de": "german,deutsch,գերման,немец,alman,გერმან",
    "es": "spanish,espanol,իսպան,испан,ispan,ესპან",
    "it": "italian,իտալ,итал,italyan,იტალ",
    "ar": "arabic,արաբ,араб,ərəb,არაბ",
    "fa": "persian,farsi,պարսկ,персид,фарси,fars,სპარს",
    "tr": "turkish,թուրք,турец,türk,თურქ",
    "el": "greek,հուն,греч,yunan,ბერძნ",
    "uk": "ukrainian,ուկրաին,украин,ukrayna,უკრაინ",
    "pl": "polish,լեհ,польск,polyak,პოლონ",
    "ku": "kurdish,քրդ,курд,kürd,ქურთ",
    "he": "hebrew,եբրայ,иврит,ivrit,ებრაულ",
    "nl": "dutch,հոլանդ,нидерланд,голланд,holland,ჰოლანდ",
    "pt": "portuguese,պորտուգ,португ,portuqal,პორტუგ",
    "sv": "swedish,շվեդ,шведск,isveç,შვედ",
    "ro": "romanian,ռումին,румын,rumın,რუმინ",
    "bg": "bulgarian,բուլղար,болгар,bolqar,ბულგარ",
    "zh": "chinese,չին,китай,çin,ჩინ",
}
_BY_STEM = {fold(stem): code for code, stems in _STEMS.items() for stem in stems.split(",")}
_LONGEST_FIRST = sorted(_BY_STEM, key=lambda stem: (-len(stem), stem))
_BETWEEN = re.compile(r"[;,/|\n+&]|\s(?:и|and|և|ու|və|da)\s|\s{2,}", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:по )")
_FILLER_WORDS = "язык,языки,language,լեզու,dili,dil,ენა,native,fluent,родной,свободно,basic,немного"
_FILLERS = frozenset(fold(word) for word in _FILLER_WORDS.split(","))


@lru_cache(maxsize=16_384)
def read_languages(cell: str) -> tuple[tuple[str, ...], bool]:
    """ISO codes in the order written, and whether every name was recognised.

    >>> read_languages("русский, армянский и английский"), read_languages("հայերեն; ru")
    ((('ru', 'hy', 'en'), True), (('hy', 'ru'), True))
    """
    found: list[str] = []
    is_whole = True
    for part in _BETWEEN.split(cell):
        codes = _codes(fold(re.sub(r"\([^)]*\)", " ", part)))
        is_whole = is_whole and bool(codes or not fold(part))
        found += [code for code in codes if code not in found]
    return tuple(found), is_whole


def _codes(part: str) -> list[str]:
    """One name, or several parted by nothing but spaces."""
    whole = _code(_PREFIX.sub("", part))
    if whole:
        return [whole]
    codes = [_code(word) for word in part.split(" ") if word not in _FILLERS]
    return [code for code in codes if code] if all(codes) else []


def _code(name: str) -> str:
    if len(name) == 2 and name in _STEMS:
        return name
    if name in _BY_STEM:
        return _BY_STEM[name]
    first = name.split(" ", maxsplit=1)[0] if name.rsplit(" ", maxsplit=1)[-1] in _FILLERS else name
    if " " in first:
        return ""
    return next((_BY_STEM[stem] for stem in _LONGEST_FIRST if len(stem) >= 3 and first.startswith(stem)), "")
