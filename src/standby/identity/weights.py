"""What was learned: the price of every change of sound, and what each difference tells about two names."""

import json
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from standby.identity.edits import Prices, PriceTables
from standby.identity.scripts import Script

WEIGHTS_FILE = "weights.json"

# Every sound of `standby.identity.letters`; a sign's number is its place, from 1.
SIGNS = "aeiouɨəæøʉbpdtgkqPTKszʦʣƶʃʒʧʤɟɣxhvfwlrmnjʝcχ"
_NUMBERS = {sign: number for number, sign in enumerate(SIGNS, start=1)}


class _SignTexts(dict[int, str]):
    """Letters whose code is the number of the sound; signs that no table knows (a script that is not read) are folded
    into the same range.
    """

    def __missing__(self, point: int) -> str:
        return chr(point % len(SIGNS) + 1)


_SIGN_TEXTS = _SignTexts({ord(sign): chr(number) for sign, number in _NUMBERS.items()})

SCRIPT_NUMBER = {script: number for number, script in enumerate(Script)}

# Georgian tells its stops apart as Armenian does. A script that is not read is compared as Latin is, letter by letter.
_WRITTEN_LIKE = {
    Script.ARMENIAN: "hy",
    Script.GEORGIAN: "hy",
    Script.LATIN: "la",
    Script.OTHER: "la",
    Script.CYRILLIC: "ru",
}

_WESTERN = ("bP", "pb", "dT", "td", "gK", "kg", "ʤʧ", "ɟʤ", "ʣʦ", "ƶʣ")
_VOICED = ("bp", "dt", "gk", "ʤʧ", "ʣʦ", "xɣ", "zs")
_WESTERN_CHANGE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A difference in so many degrees: `penalties[n]` is what a value costs that reaches n of the `edges`."""

    edges: tuple[float, ...]
    penalties: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.penalties) != len(self.edges) + 1:
            raise ValueError("There is one penalty more than there are edges.")

    def penalty(self, value: float) -> float:
        return self.penalties[bisect_right(self.edges, value)]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """`prices` and `western`: a table for every two scripts, by `SCRIPT_NUMBER`."""

    prices: PriceTables
    western: PriceTables
    steps: dict[str, Step]
    certainty: float
    """What speaks for two names before any difference is held against them; the rest is in log odds as well."""


def signs(sound: str) -> bytes:
    """The sounds as numbers."""
    return sign_text(sound).encode("latin-1")


def sign_text(sound: str) -> str:
    """The same as a text: each letter's code is the number."""
    return sound.translate(_SIGN_TEXTS)


@cache
def weights() -> Weights:
    text = files("standby.identity").joinpath("tables", WEIGHTS_FILE).read_text(encoding="utf-8")
    return read_weights(json.loads(text))


def read_weights(stored: dict[str, object]) -> Weights:
    """Prices are stored in hundredths."""
    match stored:
        case {"prices": dict(prices), "steps": dict(steps), "certainty": float(certainty)}:
            tables = {str(name): _table(table) for name, table in prices.items()}
        case _:
            raise ValueError("The file of weights is not one.")
    by_scripts = [[prices_between(tables, one, other) for other in Script] for one in Script]
    return Weights(
        prices=np.array(by_scripts, np.float32),
        western=np.array([[_western(table) for table in row] for row in by_scripts], np.float32),
        steps={name: Step(edges=tuple(edges), penalties=tuple(costs)) for name, (edges, costs) in steps.items()},
        certainty=certainty,
    )


def prices_between(tables: dict[str, Prices], one: Script, other: Script) -> Prices:
    """Tables are kept for one order of two scripts and turned for the other."""
    first, second = _WRITTEN_LIKE[one], _WRITTEN_LIKE[other]
    if first <= second:
        return np.ascontiguousarray(tables[f"{first}-{second}"])
    return np.ascontiguousarray(tables[f"{second}-{first}"].T)


def _western(prices: Prices) -> Prices:
    """The same, with the stops of western Armenian read for those of eastern, and voiced for voiceless."""
    changed = prices.copy()
    for pair in (*_WESTERN, *_VOICED):
        a, b = _NUMBERS[pair[0]], _NUMBERS[pair[1]]
        changed[a, b] = min(float(changed[a, b]), _WESTERN_CHANGE)
        changed[b, a] = min(float(changed[b, a]), _WESTERN_CHANGE)
    return changed


def _table(hundredths: list[list[int]]) -> Prices:
    return (np.array(hundredths, np.float32) / np.float32(100)).astype(np.float32)
