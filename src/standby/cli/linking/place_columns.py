"""Columns that say where somebody lives or was born tell two people of one name apart.

An import leaves them out, for nobody is called or brought by their postcode. `standby link` stores nothing: it reads
them as the home, to compare, and says so.
"""

from standby.exchange import Field, Mapping
from standby.exchange.fields import LeftOut
from standby.exchange.folding import fold

_PLACES = frozenset(
    fold(word)
    for word in (
        "birth place", "place of birth", "birthplace", "born in", "town of birth", "postcode", "postal code", "zip",
        "zip code", "address", "home address", "street", "street address", "street number", "house number", "suburb",
        "district", "county", "village", "state", "province",
        "ծննդավայր", "ծննդյան վայր", "հասցե", "փողոց", "փոստային դասիչ", "ինդեքս", "գյուղ", "համայնք",
        "место рождения", "адрес", "улица", "дом", "индекс", "почтовый индекс", "село", "район", "область",
        "doğum yeri", "ünvan", "küçə", "poçt indeksi", "kənd",
        "დაბადების ადგილი", "მისამართი", "ქუჩა", "საფოსტო ინდექსი", "სოფელი",
    )
)  # fmt: skip
_UNREAD = frozenset({LeftOut.NO_PURPOSE, LeftOut.NOT_RECOGNISED})


def with_places(columns: Mapping) -> Mapping:
    """The same with the columns of places read as the home."""
    places = [guess.column for guess in columns.left_out if guess.left_out in _UNREAD and _is_place(guess.column)]
    return columns.corrected(dict.fromkeys(places, Field.HOME))


def _is_place(header: str) -> bool:
    words = fold(header).split()
    return any(" ".join(words[:end]) in _PLACES for end in range(1, len(words) + 1))
