"""Tables as CSV that people open in a spreadsheet.

A spreadsheet runs a cell that begins like a formula (OWASP, "CSV Injection"); such a text gets an apostrophe.
"""

import csv
import io
from collections.abc import Iterable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """A text as a cell that no spreadsheet runs."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def lines(rows: Iterable[Iterable[str]]) -> str:
    """Rows as lines of CSV; their cells are as they should be."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
