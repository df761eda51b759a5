"""Pictures and tables for reports: letters of every language are shaped, and no cell is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcasts.chart import Bars, bar_chart
from broadcasts.table import RISKY, csv_file, safe

PNG = b"\x89PNG\r\n\x1a\n"


def ink(picture: bytes) -> int:
    """How many pixels of the picture are dark."""
    from PIL import Image

    grey = Image.open(io.BytesIO(picture)).convert("L")
    return sum(grey.histogram()[:128])


def test_a_chart_has_a_bar_for_every_answer() -> None:
    few = bar_chart("How was it?", [Bars(title="Q", note="10", bars=[("a", 1, 0.1)])])
    many = bar_chart("How was it?", [Bars(title="Q", note="10", bars=[("a", 9, 0.9)])])
    assert few.startswith(PNG)
    assert ink(many) > ink(few) + 5_000


@pytest.mark.filterwarnings("error")
def test_letters_of_all_four_languages_are_in_the_font_and_arabic_is_joined() -> None:
    bars = [("zażółć gęślą jaźń ŁÓDŹ", 3, 0.3), ("النفايات والنظافة", 5, 0.5), ("Kalinisan ng bayan, ñ", 2, 0.2)]
    joined = bar_chart("استبيان", [Bars(title="كيف كان ذلك؟", note="10", bars=bars)], rtl=True)
    apart = bar_chart("ا س ت ب ي ا ن", [Bars(title="كيف كان ذلك؟", note="10", bars=bars)], rtl=True)
    assert joined.startswith(PNG)
    assert joined != apart


def test_a_chart_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing"):
        bar_chart("x", [])


@given(st.text())
def test_no_cell_begins_like_a_formula_and_nothing_else_is_changed(cell: str) -> None:
    shown = safe(cell)
    assert shown in (cell, f"'{cell}")
    assert not shown.lstrip(" \u00a0\u200e\u200f\u2066\u2067\u2068\u2069\ufeff").startswith(RISKY)


def test_the_table_is_read_back_as_it_was_written() -> None:
    rows: list[list[str | int | float]] = [
        ["Pytanie", "Odpowiedź"],
        ['żółć; "a", b', 3],
        ["=HYPERLINK(1)", 0.25],
        ["‏-2+3", 1],
    ]
    text = csv_file(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text)))
    assert read[1] == ['żółć; "a", b', "3"]
    assert read[2] == ["'=HYPERLINK(1)", "0.25"]
    assert read[3] == ["'‏-2+3", "1"]
