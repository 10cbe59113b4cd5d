"""Makes `given_spellings.csv`: how the given names that Russian registers know are spelled in Latin letters.

    python -m benchmarks.identity.given_spellings NAMES_DIR OUT.csv

Reads names.parquet (russiannames, BSD-3) for which Russian words are given names, and latin_russian_tokens.tsv
(NETransliteration-COLING2018, CC0) for their Latin spellings. Needs polars, which the product does not.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

import polars as pl

LEAST_BEARERS = 3
LEAST_SHARE = 0.05
LEAST_LETTERS = 3


def given_names(table: Path) -> set[str]:
    counts: Counter[str] = Counter()
    for name, count in pl.read_parquet(table).select("text", "count").iter_rows():
        if name and count:
            counts[name.lower()] += count
    return {name for name, count in counts.items() if count >= LEAST_BEARERS and len(name) >= LEAST_LETTERS}


def spellings(table: Path, names: set[str]) -> dict[str, list[str]]:
    """Latin words that are one of the names in at least so large a share of their uses."""
    pairs = [line.rstrip("\n").split("\t") for line in table.open(encoding="utf-8")]
    uses: Counter[str] = Counter()
    for latin, _, count in pairs:
        uses[latin] += int(count)
    found = defaultdict(list)
    for latin, russian, count in pairs:
        name = russian.replace(" ", "")
        if name in names and len(latin) >= LEAST_LETTERS and int(count) >= LEAST_SHARE * uses[latin]:
            found[name].append(latin)
    return found


def main(folder: str, out: str) -> None:
    names = given_names(Path(folder) / "names.parquet")
    found = spellings(Path(folder) / "latin_russian_tokens.tsv", names)
    with Path(out).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["russian", "latin"])
        writer.writerows((name, ";".join(sorted(found[name]))) for name in sorted(found))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
