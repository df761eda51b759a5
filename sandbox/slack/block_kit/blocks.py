"""Layout blocks and where each may stand. Limits: docs.slack.dev/reference/block-kit/blocks, slack_sdk.models."""

from collections.abc import Mapping

from sandbox.slack.block_kit import elements, rich_text
from sandbox.slack.block_kit.composition import BLOCK_ID, SLACK_FILE, URL, any_text, plain_text
from sandbox.slack.block_kit.rules import (
    Rule,
    anything,
    at_least_one,
    by_type,
    exactly_one,
    flag,
    listing,
    one_of,
    record,
    string,
)

MAX_MESSAGE_BLOCKS = 50
MAX_VIEW_BLOCKS = 100


def _block(
    kind: str, required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, also: Rule | None = None
) -> Rule:
    return record({"type": one_of(kind), **required}, {"block_id": BLOCK_ID, **(optional or {})}, also)


def _context_element() -> Rule:
    words = any_text(2000)
    return by_type({"image": elements.IMAGE, "plain_text": words, "mrkdwn": words})


_RAW_TEXT = record({"type": one_of("raw_text"), "text": string(12_000)})
_RAW_NUMBER = record({"type": one_of("raw_number")}, {"value": anything, "text": anything})
_RICH_CELL = record({"type": one_of("rich_text"), "elements": rich_text.ELEMENTS}, {"block_id": BLOCK_ID})
_CELL = by_type({"raw_text": _RAW_TEXT, "raw_number": _RAW_NUMBER, "rich_text": _RICH_CELL})

COMMON: dict[str, Rule] = {
    "section": _block(
        "section",
        {},
        {
            "text": any_text(3000),
            "fields": listing(any_text(2000), maximum=10),
            "accessory": by_type(elements.IN_SECTION),
            "expand": flag,
        },
        also=at_least_one("text", "fields"),
    ),
    "divider": _block("divider", {}),
    "header": _block("header", {"text": plain_text(150)}),
    "image": _block(
        "image",
        {"alt_text": string(2000)},
        {"image_url": URL, "slack_file": SLACK_FILE, "title": plain_text(2000)},
        also=exactly_one("image_url", "slack_file"),
    ),
    "actions": _block("actions", {"elements": listing(by_type(elements.IN_ACTIONS), maximum=25)}),
    "context": _block("context", {"elements": listing(_context_element(), maximum=10)}),
    "input": _block(
        "input",
        {"label": plain_text(2000), "element": by_type(elements.IN_INPUT)},
        {"hint": plain_text(2000), "optional": flag, "dispatch_action": flag},
    ),
    "rich_text": _block("rich_text", {"elements": rich_text.ELEMENTS}),
    "video": _block(
        "video",
        {"alt_text": string(2000), "title": plain_text(199), "thumbnail_url": URL, "video_url": URL},
        {
            "author_name": string(49),
            "description": plain_text(200),
            "provider_icon_url": URL,
            "provider_name": string(50),
            "title_url": URL,
        },
    ),
}

MESSAGE_ONLY: dict[str, Rule] = {
    "file": _block("file", {"external_id": string(255), "source": one_of("remote")}),
    "markdown": _block("markdown", {"text": string(12_000)}),
    "context_actions": _block(
        "context_actions",
        {
            "elements": listing(
                by_type({"feedback_buttons": elements.FEEDBACK_BUTTONS, "icon_button": elements.ICON_BUTTON}),
                maximum=5,
            )
        },
    ),
    "table": _block(
        "table",
        {"rows": listing(listing(_CELL, maximum=20), maximum=100)},
        {"column_settings": listing(anything, minimum=0, maximum=20)},
    ),
}

IN_MESSAGE: dict[str, Rule] = {**COMMON, **MESSAGE_ONLY}
IN_VIEW: dict[str, Rule] = COMMON
