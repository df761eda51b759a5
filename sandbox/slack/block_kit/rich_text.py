"""The rich_text block: nested sections, lists, quotes, and the inline pieces in them."""

from collections.abc import Iterator
from typing import Any

from sandbox.slack.block_kit.rules import (
    Rule,
    anything,
    by_type,
    flag,
    listing,
    number,
    one_of,
    record,
    string,
)

_ID = string(255)
_STYLE = record(
    {},
    dict.fromkeys(("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"), flag),
)


def _inline(kind: str, required: dict[str, Rule], optional: dict[str, Rule] | None = None) -> Rule:
    return record({"type": one_of(kind), **required}, {"style": _STYLE, **(optional or {})})


_INLINE = by_type(
    {
        "text": _inline("text", {"text": string(12_000)}),
        "link": _inline("link", {"url": string(3000)}, {"text": string(3000), "unsafe": flag}),
        "user": _inline("user", {"user_id": _ID}),
        "usergroup": _inline("usergroup", {"usergroup_id": _ID}),
        "channel": _inline("channel", {"channel_id": _ID}),
        "team": _inline("team", {"team_id": _ID}),
        "broadcast": _inline("broadcast", {"range": one_of("here", "channel", "everyone")}),
        "emoji": _inline("emoji", {"name": string(255)}, {"unicode": string(255), "skin_tone": number(1, 6)}),
        "date": _inline(
            "date", {"timestamp": number(), "format": string(255)}, {"url": string(3000), "fallback": string(255)}
        ),
        "color": _inline("color", {"value": string(20)}),
    }
)

_MANY = 1000


def _group(kind: str, optional: dict[str, Rule] | None = None) -> Rule:
    return record(
        {"type": one_of(kind), "elements": listing(_INLINE, minimum=0, maximum=_MANY)},
        {"border": number(0, 1), **(optional or {})},
    )


_LIST = record(
    {
        "type": one_of("rich_text_list"),
        "style": one_of("bullet", "ordered"),
        "elements": listing(by_type({"rich_text_section": _group("rich_text_section")}), maximum=_MANY),
    },
    {"indent": number(0, 8), "offset": number(0), "border": number(0, 1)},
)

ELEMENTS = listing(
    by_type(
        {
            "rich_text_section": _group("rich_text_section"),
            "rich_text_list": _LIST,
            "rich_text_preformatted": _group("rich_text_preformatted", {"language": anything}),
            "rich_text_quote": _group("rich_text_quote"),
        }
    ),
    minimum=0,
    maximum=_MANY,
)


def inline_pieces(node: Any) -> Iterator[dict[str, Any]]:
    """Every inline piece below a rich_text node, in reading order."""
    if isinstance(node, dict):
        if node.get("type") in {"text", "link", "user", "usergroup", "channel", "broadcast", "emoji", "date"}:
            yield node
        yield from inline_pieces(node.get("elements"))
    elif isinstance(node, list):
        for entry in node:
            yield from inline_pieces(entry)
