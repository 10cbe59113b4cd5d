"""Rows as CSV of FORMATS.md: UTF-8 without a mark, CRLF, nothing escaped against formulas because these files are
data.
"""

import csv
import io
from collections.abc import Iterable, Sequence


def as_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """
    >>> as_csv(("id", "what"), [("P1", "a,b")])
    b'id,what\\r\\nP1,"a,b"\\r\\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
