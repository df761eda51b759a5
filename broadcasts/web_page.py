"""The same blocks that make a paper (`broadcasts.paper`), as one web page that needs nothing else to be shown."""

import base64
from collections.abc import Sequence
from html import escape

from broadcasts.paper import Block, Grid, Picture, Text

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#16242b}"
    "table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border:1px solid #9fb3bb;padding:.4rem .6rem;"
    "text-align:start}th{background:#e9f1f4}img{max-width:100%}small{color:#4b5f68}"
)


def web_page(title: str, blocks: Sequence[Block], *, language: str, rtl: bool = False) -> bytes:
    """The page as UTF-8. Every word is escaped: nothing that people wrote becomes markup."""
    body = "\n".join(_drawn(block) for block in blocks)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{"rtl" if rtl else "ltr"}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><style>{STYLE}</style>'
        f"</head><body><h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    ).encode()


def _drawn(block: Block) -> str:
    if isinstance(block, Text):
        tag = "h2" if block.bold else "small" if block.size < 10 else "p"
        return f'<{tag} dir="auto">{escape(block.words)}</{tag}>'
    if isinstance(block, Picture):
        return f'<img alt="" src="data:image/png;base64,{base64.b64encode(block.png).decode()}">'
    return _table(block)


def _table(grid: Grid) -> str:
    lines = []
    for number, row in enumerate(grid.rows):
        tag = "td" if number else "th"
        lines.append("<tr>" + "".join(f'<{tag} dir="auto">{escape(cell)}</{tag}>' for cell in row) + "</tr>")
    return "<table>" + "".join(lines) + "</table>"
