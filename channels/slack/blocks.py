"""The bricks of Block Kit, each within Slack's limits. Text is shown literally: nothing in it pings, links or formats.

Literal are plain_text objects and the text elements of rich_text; mrkdwn is used for harmless values alone. Too long
is cut with an ellipsis rather than refused by Slack. Limits are in characters; sources: Block Kit reference and
slack_sdk.models.
"""

import re
from collections.abc import Sequence
from typing import Any

from channels.plain import cut, outgoing
from domain.content import Button, Field

Block = dict[str, Any]

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
HEADER = 150
FIELD = 2000
FIELDS = 10
CONTEXT_ELEMENTS = 10
CONTEXT_TEXT = 2000
TEXT = 3000  # of one rich_text element; a section's limit, kept for these as well
ACTIONS = 25
BUTTON = 75
BUTTON_VALUE = 2000
BUTTON_ADDRESS = 3000
OPTIONS = 100
GROUPS = 100
OPTION = 75
OPTION_VALUE = 150
CONFIRM_TITLE, CONFIRM_TEXT, CONFIRM_KEY = 100, 300, 30
LABEL = 2000
HINT = 2000
TITLE = 24  # of a view; also its submit and close keys
METADATA = 3000
FALLBACK = 4000  # advised length of a message's `text`; chat.update refuses more

# Letters and digits of any script, spaces, and marks that neither format, link nor mention anything.
_HARMLESS = re.compile(r"(?:[^\W_]|[ ,()'+/·–—%█░-]|\.(?=\s|$)|(?<=\d)[:.](?=\d))+")
NOTHING = "—"  # Slack refuses empty texts where it wants one


def plain(text: str, limit: int) -> Block:
    """A plain_text object, never empty; ":smile:" stays as it was typed."""
    return {"type": "plain_text", "text": cut(outgoing(text).strip(), limit) or NOTHING, "emoji": False}


def escaped(text: str, limit: int) -> str:
    """`text` for a message's `text`: notifications show it, and "<!channel>" in it stays those letters."""
    shortened = cut(outgoing(text).strip(), limit)
    while len(written := _entities(shortened)) > limit:
        shortened = cut(shortened, len(shortened) - max((len(written) - limit) // 5, 1))
    return written


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def header(text: str) -> Block:
    """A large line."""
    return {"type": "header", "text": plain(text, HEADER)}


def divider() -> Block:
    """A thin line."""
    return {"type": "divider"}


def words(text: str, *, bold: bool = False, italic: bool = False) -> Block:
    """A text element of a rich_text block."""
    style = {name: True for name, wanted in (("bold", bold), ("italic", italic)) if wanted}
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def rich(*parts: Block) -> Block:
    """A rich_text block of sections and quotes."""
    return {"type": "rich_text", "elements": list(parts)}


def section(*elements: Block) -> Block:
    """A paragraph of a rich_text block."""
    return {"type": "rich_text_section", "elements": list(elements)}


def quote(text: str, limit: int = TEXT) -> Block:
    """Somebody's own words, set off by a bar."""
    return rich({"type": "rich_text_quote", "elements": [words(cut(outgoing(text).strip(), limit) or NOTHING)]})


def small_print(notes: tuple[str, ...]) -> list[Block]:
    """Notes in small type, ten to a block."""
    shown = [plain(note, CONTEXT_TEXT) for note in notes if outgoing(note).strip()]
    starts = range(0, len(shown), CONTEXT_ELEMENTS)
    return [{"type": "context", "elements": shown[start : start + CONTEXT_ELEMENTS]} for start in starts]


def fields(pairs: Sequence[Field]) -> list[Block]:
    """Labelled values in two columns, ten to a block."""
    shown = [_field(outgoing(one.label).strip(), outgoing(one.value).strip() or NOTHING, one.since) for one in pairs]
    starts = range(0, len(shown), FIELDS)
    return [{"type": "section", "fields": shown[start : start + FIELDS]} for start in starts]


def _field(label: str, value: str, since: int | None) -> Block:
    """Label over value. The label is bold only where neither holds anything that markup could take hold of.

    Slack's clients count an age on by themselves: a card that nobody touches does not lie.
    """
    if _HARMLESS.fullmatch(label) and _HARMLESS.fullmatch(value) and len(label) + len(value) < FIELD - 40:
        shown = value if since is None else f"<!date^{since}^{{ago}}|{value}>"
        return {"type": "mrkdwn", "text": f"*{label}*\n{shown}", "verbatim": True}
    return plain(f"{label}\n{value}", FIELD)


class Keys:
    """Draws buttons. Keeps count, because action ids must differ within a message; `cancel` words a refusal."""

    def __init__(self, cancel: str) -> None:
        self._cancel = cancel
        self._drawn = 0

    def rows(self, *rows: tuple[Button, ...]) -> list[Block]:
        """One actions block a row, wide rows continued in a further one."""
        blocks: list[Block] = []
        for row in rows:
            elements = [self._button(button) for button in row]
            starts = range(0, len(elements), ACTIONS)
            blocks += [{"type": "actions", "elements": elements[start : start + ACTIONS]} for start in starts]
        return blocks

    def _button(self, button: Button) -> Block:
        self._drawn += 1
        drawn: Block = {
            "type": "button",
            "text": plain(button.label, BUTTON),
            "action_id": f"b{self._drawn}",
        }
        if data := outgoing(button.data):  # a mere link has none, and its press says nothing
            drawn["value"] = cut(data, BUTTON_VALUE)
        if button.style != "plain":
            drawn["style"] = button.style
        if button.url and len(button.url) <= BUTTON_ADDRESS:
            drawn["url"] = button.url
        if button.confirm:
            drawn["confirm"] = self._confirm(button)
        return drawn

    def _confirm(self, button: Button) -> Block:
        question: Block = {
            "title": plain(button.label, CONFIRM_TITLE),
            "text": plain(button.confirm or "", CONFIRM_TEXT),
            "confirm": plain(button.label, CONFIRM_KEY),
            "deny": plain(self._cancel, CONFIRM_KEY),
        }
        return {**question, "style": "danger"} if button.style == "danger" else question
