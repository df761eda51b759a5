"""Rows as a CSV file that opens in a spreadsheet as what it is: text, never a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what a spreadsheet may take for a formula
BYTE_ORDER_MARK = "\ufeff"  # without it some spreadsheets read UTF-8 as something else


def csv_file(rows: Iterable[Sequence[str | int | float]]) -> bytes:
    """The rows as UTF-8 with a byte order mark. A text that begins like a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([safe(cell) if isinstance(cell, str) else cell for cell in row])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def safe(cell: str) -> str:
    """`cell`, harmless in a spreadsheet: also behind blanks and invisible marks, which some of them strip."""
    bare = cell.lstrip(" \u00a0\u200e\u200f\u2066\u2067\u2068\u2069\ufeff")
    return f"'{cell}" if bare.startswith(RISKY) or cell.startswith(RISKY) else cell
