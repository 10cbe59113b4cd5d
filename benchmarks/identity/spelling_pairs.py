"""Reads the tables of names into pairs of spellings of one name, by the two scripts they are written in."""

import csv
import json
from collections import Counter, defaultdict
from importlib.resources import files
from itertools import combinations
from pathlib import Path

from standby.identity.scripts import Script, script_of

Pairs = dict[str, Counter[tuple[str, str]]]

# What we wrote ourselves is certain, and the only source for Azerbaijani.
OWN_WEIGHT = 9
_CODES = {Script.ARMENIAN: "hy", Script.GEORGIAN: "hy", Script.LATIN: "la", Script.CYRILLIC: "ru"}


def spelling_pairs(folder: Path, *, without: frozenset[str] = frozenset()) -> Pairs:
    """Pairs by scripts in the order hy, la, ru. `without`: words held out, to be judged on later."""
    pairs: Pairs = defaultdict(Counter)
    armenian = _tokens(folder / "latin_armenian_tokens.tsv")
    russian = _tokens(folder / "latin_russian_tokens.tsv")
    for latin, forms in armenian.items():
        pairs["hy-la"].update({(form, latin): count for form, count in forms.items()})
    for latin, forms in russian.items():
        pairs["la-ru"].update({(latin, form): count for form, count in forms.items()})
    _add_through_latin(pairs, armenian, russian)
    _add_lexicon(pairs, json.loads((folder / "lexicon_dev.json").read_text(encoding="utf-8")))
    _add_own(pairs)
    pairs["hy-hy"] = Counter(pairs["ru-ru"])
    return {scripts: _kept(table, without) for scripts, table in pairs.items()}


def _tokens(table: Path) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in table.open(encoding="utf-8"):
        latin, form, count = line.rstrip("\n").split("\t")
        if len(latin) > 2 and len(form) > 2:
            found[latin][form.replace(" ", "")] += int(count)
    return found


def _add_through_latin(pairs: Pairs, armenian: dict[str, Counter[str]], russian: dict[str, Counter[str]]) -> None:
    """Armenian with Russian, where the most usual form of each has one Latin spelling."""
    for latin in armenian.keys() & russian.keys():
        (one, uses), (other, other_uses) = armenian[latin].most_common(1)[0], russian[latin].most_common(1)[0]
        pairs["hy-ru"][one, other] += min(uses, other_uses)


def _add_lexicon(pairs: Pairs, lexicon: dict[str, dict[str, dict[str, dict[str, int]]]]) -> None:
    for names in lexicon.values():
        for armenian, forms in names.items():
            pairs["hy-ru"].update({(armenian, form): count for form, count in forms["ru"].items()})
            for script in ("la", "ru"):
                for (one, uses), (other, other_uses) in combinations(forms[script].items(), 2):
                    pairs[f"{script}-{script}"][one, other] += min(uses, other_uses)


def _add_own(pairs: Pairs) -> None:
    text = files("standby.identity").joinpath("tables", "given_names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        forms = [form.lower() for form in (row["name"], *row["spellings"].split(";")) if form]
        for one, other in combinations(forms, 2):
            first, second = sorted((one, other), key=lambda form: _CODES[script_of(form)])
            pairs[f"{_CODES[script_of(first)]}-{_CODES[script_of(second)]}"][first, second] += OWN_WEIGHT


def _kept(table: Counter[tuple[str, str]], without: frozenset[str]) -> Counter[tuple[str, str]]:
    return Counter({pair: count for pair, count in table.items() if count > 0 and not without.intersection(pair)})
