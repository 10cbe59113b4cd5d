"""Which character stands between the cells of a text file."""

import csv
import io
from collections import Counter
from contextlib import suppress
from itertools import islice

_CANDIDATES = (",", ";", "\t", "|")
_SAMPLE_RECORDS = 300
_SAMPLE_LETTERS = 200_000


def announced_delimiter(text: str) -> str:
    """What a first line `sep=;`, as spreadsheet programs write it, says."""
    first = text[:10].splitlines()[0] if text else ""
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else ""


def guess_delimiter(text: str) -> str:
    """The candidate that cuts most records into the same number of cells; a comma for a list of one column."""
    sample = text[:_SAMPLE_LETTERS]
    return max(_CANDIDATES, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    if delimiter not in sample:
        return (0.0, 0)
    widths = _widths(sample, delimiter)
    # Title lines above the table have one cell each: they say nothing about the delimiter.
    cut = {width: count for width, count in widths.items() if width > 1}
    if not cut:
        return (0.0, 0)
    width, count = max(cut.items(), key=lambda item: (item[1], item[0]))
    return (round(count / widths.total(), 2), width)


def _widths(sample: str, delimiter: str) -> Counter[int]:
    """How many records have how many cells, up to a cell too long to be one."""
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        for record in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter), _SAMPLE_RECORDS):
            if any(record):
                widths[len(record)] += 1
    return widths
