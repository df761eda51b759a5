"""Pages to print: headings, paragraphs, tables and pictures as a PDF, in letters of any of the languages.

fpdf2 writes the pages and uharfbuzz shapes the letters; the font comes with matplotlib and has Latin, Polish and
Arabic ones. Lines of a right-to-left paper stand at the right, and its tables begin there.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MARGIN = 18  # millimetres
WIDTH = 210 - 2 * MARGIN
LINE = 6.5
FAMILY = "DejaVu"
INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))  # marks that a page needs no glyph for


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph; `size` in points."""

    words: str
    size: int = 11
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its first row is the heading; `widths` are parts of the page's width, one a column."""

    rows: Sequence[Sequence[str]]
    widths: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG over the whole width."""

    png: bytes


Block = Text | Grid | Picture


def paper(title: str, blocks: Sequence[Block], *, rtl: bool = False) -> bytes:
    """The PDF. It takes a moment: keep it off the event loop."""
    pdf = _blank()
    pdf.set_title(_plain(title))
    _text(pdf, Text(words=title, size=20, bold=True), rtl)
    for block in blocks:
        pdf.ln(3)
        if isinstance(block, Text):
            _text(pdf, block, rtl)
        elif isinstance(block, Grid):
            _grid(pdf, block, rtl)
        else:
            pdf.image(io.BytesIO(block.png), x=MARGIN, w=WIDTH)
    return bytes(pdf.output())


def _blank() -> Any:
    import matplotlib
    from fpdf import FPDF

    fonts = f"{matplotlib.get_data_path()}/fonts/ttf"
    pdf = FPDF(format="A4")
    pdf.add_font(FAMILY, "", f"{fonts}/DejaVuSans.ttf")
    pdf.add_font(FAMILY, "B", f"{fonts}/DejaVuSans-Bold.ttf")
    pdf.set_text_shaping(True)
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(True, MARGIN)
    pdf.add_page()
    return pdf


def _text(pdf: Any, text: Text, rtl: bool) -> None:
    pdf.set_font(FAMILY, "B" if text.bold else "", text.size)
    for line in _plain(text.words).split("\n"):
        pdf.multi_cell(WIDTH, LINE * text.size / 11, line, align="R" if rtl else "L", new_x="LMARGIN", new_y="NEXT")


def _grid(pdf: Any, grid: Grid, rtl: bool) -> None:
    pdf.set_font(FAMILY, "", 10)
    widths = tuple(reversed(grid.widths)) if rtl else tuple(grid.widths)
    align = "RIGHT" if rtl else "LEFT"
    with pdf.table(col_widths=widths, text_align=align, line_height=LINE, width=WIDTH) as table:
        for row in grid.rows:
            drawn = table.row()
            for cell in reversed(row) if rtl else row:
                drawn.cell(_plain(cell))


def _plain(text: str) -> str:
    return text.translate(INVISIBLE)
