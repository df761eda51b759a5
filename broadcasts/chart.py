"""Bar charts as PNG pictures, in any of the languages: matplotlib shapes and orders Arabic letters by itself."""

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 8.0  # inches
ROW = 0.42  # inches a bar
HEAD = 1.1  # inches above and below the bars of one question
DPI = 110
LABEL = 34  # characters of a label in a line
TITLE = 70
COLOUR, EDGE = "#1f6f8b", "#16404f"
MOST_BARS = 24  # of one question; a chart of hundreds of different numbers helps nobody
MOST_HEIGHT = 60.0  # inches: a picture that platforms still take


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One question of a chart: its words, what stands below them, and (label, count, share 0 to 1) of every bar."""

    title: str
    note: str
    bars: Sequence[tuple[str, int, float]]


def bar_chart(title: str, groups: Sequence[Bars], *, rtl: bool = False) -> bytes:
    """A PNG with one panel a group. It takes a second: keep it off the event loop. Raises ValueError for no group."""
    if not groups:
        raise ValueError("a chart of nothing")
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    heights = [HEAD + ROW * max(len(group.bars[:MOST_BARS]), 1) for group in groups]
    scale = min(1.0, MOST_HEIGHT / sum(heights))
    figure = Figure(figsize=(WIDTH, sum(heights) * scale + 0.6), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    figure.suptitle(textwrap.fill(title, TITLE), fontsize=14, fontweight="bold")
    panels = figure.subplots(len(groups), 1, squeeze=False, height_ratios=heights)
    for panel, group in zip(panels[:, 0], groups, strict=True):
        _draw(panel, group, rtl)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _draw(panel: object, group: Bars, rtl: bool) -> None:
    from matplotlib.axes import Axes

    assert isinstance(panel, Axes)
    bars = group.bars[:MOST_BARS]
    places = range(len(bars))
    panel.barh(places, [share * 100 for _, _, share in bars], color=COLOUR, edgecolor=EDGE, height=0.7)
    panel.set_yticks(places, [textwrap.fill(label, LABEL) for label, _, _ in bars])
    panel.set_xlim(0, 112)
    panel.set_xticks([])
    panel.invert_yaxis()
    for place, (_, count, share) in zip(places, bars, strict=True):
        panel.text(share * 100 + 1, place, f"{count} ({share:.0%})", va="center", ha="right" if rtl else "left")
    panel.set_title(f"{textwrap.fill(group.title, TITLE)}\n{group.note}", loc="right" if rtl else "left", fontsize=11)
    for side in ("top", "right", "bottom", "left"):
        panel.spines[side].set_visible(False)
    if rtl:
        panel.invert_xaxis()
        panel.yaxis.tick_right()
