"""The words of an app's message: text, blocks, attachments, metadata, checked as chat.postMessage checks them."""

import json
from dataclasses import dataclass, field
from typing import Any

from sandbox.slack.block_kit.check import (
    MAX_MESSAGE_CHARACTERS,
    message_characters,
    message_problems,
    with_ids,
)
from sandbox.slack.errors import SlackError
from sandbox.slack.mrkdwn import escape, named_links
from sandbox.slack.state import Workspace

Json = dict[str, Any]

MAX_TEXT = 40_000
"""chat.postMessage truncates longer texts and says so in a warning."""
MAX_UPDATE_TEXT = 4_000
"""chat.update refuses longer texts (msg_too_long)."""
MAX_ATTACHMENTS = 100
MAX_METADATA_BYTES = 16_000


@dataclass(slots=True, kw_only=True)
class Composed:
    """Checked content; None means the caller did not give that part (chat.update then keeps the old one)."""

    text: str | None = None
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    metadata: Json | None = None
    warnings: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not self.text and not self.blocks and not self.attachments


def compose(workspace: Workspace, arguments: Json, *, maximum: int | None = None) -> Composed:
    """Check the words of a message.

    `arguments` may hold text, markdown_text, blocks, attachments, metadata (lists, or JSON in a string), parse,
    link_names. A text over `maximum` is refused; without `maximum` it is cut at MAX_TEXT with a warning.
    Raises SlackError invalid_blocks, invalid_blocks_format, msg_blocks_too_long, invalid_attachments,
    too_many_attachments, invalid_metadata_format, metadata_too_large, msg_too_long, no_text.
    """
    composed = Composed()
    composed.blocks = _blocks(workspace, arguments)
    composed.attachments = _attachments(workspace, arguments.get("attachments"))
    composed.metadata = _metadata(arguments.get("metadata"))
    composed.text = _text(workspace, arguments)
    if composed.text is not None and maximum is not None and len(composed.text) > maximum:
        raise SlackError("msg_too_long")
    if composed.text is not None and len(composed.text) > MAX_TEXT:
        composed.text = composed.text[:MAX_TEXT]
        composed.warnings.append("message_truncated")
    return composed


def _text(workspace: Workspace, arguments: Json) -> str | None:
    text = arguments.get("text")
    if text is None:
        return None
    if not isinstance(text, str):
        text = str(text)
    full = arguments.get("parse") == "full"
    if full:
        text = escape(text)
    if full or str(arguments.get("link_names")) in {"1", "true", "True"}:
        text = named_links(workspace, text)
    return text


def _blocks(workspace: Workspace, arguments: Json) -> list[Json] | None:
    if arguments.get("markdown_text"):
        if arguments.get("blocks") or arguments.get("text"):
            raise SlackError("markdown_text_conflict")
        if len(arguments["markdown_text"]) > 12_000:
            raise SlackError("msg_too_long")
        return with_ids([{"type": "markdown", "text": arguments["markdown_text"]}], workspace.ids.short)
    blocks = loaded(arguments.get("blocks"), "invalid_blocks_format")
    if blocks is None:
        return None
    if not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    check_blocks(blocks, "invalid_blocks")
    return with_ids(blocks, workspace.ids.short)


def check_blocks(blocks: list[Json], code: str) -> None:
    """Raises SlackError with `code` and the reasons, or msg_blocks_too_long."""
    problems = [str(problem) for problem in message_problems(blocks)]
    if problems:
        messages = [f"[ERROR] {problem}" for problem in problems]
        raise SlackError(code, errors=problems, response_metadata={"messages": messages})
    if message_characters(blocks) > MAX_MESSAGE_CHARACTERS:
        raise SlackError("msg_blocks_too_long")


def _attachments(workspace: Workspace, given: Any) -> list[Json] | None:
    attachments = loaded(given, "invalid_attachments")
    if attachments is None:
        return None
    if not isinstance(attachments, list) or not all(isinstance(one, dict) for one in attachments):
        raise SlackError("invalid_attachments", response_metadata={"messages": ["[ERROR] invalid_keys"]})
    if len(attachments) > MAX_ATTACHMENTS:
        raise SlackError("too_many_attachments")
    stored = []
    for number, attachment in enumerate(attachments, start=1):
        blocks = attachment.get("blocks")
        if isinstance(blocks, list):
            check_blocks(blocks, "invalid_attachments")
            attachment = {**attachment, "blocks": with_ids(blocks, workspace.ids.short)}
        stored.append({"id": number, "fallback": attachment.get("text", "[no preview available]"), **attachment})
    return stored


def _metadata(given: Any) -> Json | None:
    metadata = loaded(given, "invalid_metadata_format")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not (_is_event(metadata) or _is_entities(metadata)):
        raise SlackError("invalid_metadata_format")
    if len(json.dumps(metadata)) > MAX_METADATA_BYTES:
        raise SlackError("metadata_too_large")
    return dict(metadata)


def _is_event(metadata: Json) -> bool:
    return isinstance(metadata.get("event_type"), str) and isinstance(metadata.get("event_payload"), dict)


def _is_entities(metadata: Json) -> bool:
    entities = metadata.get("entities")
    return isinstance(entities, list) and all(isinstance(one, dict) and "entity_type" in one for one in entities)


def loaded(value: Any, code: str) -> Any:
    """A JSON argument as a value: forms carry it as a string. "" counts as not given."""
    if not isinstance(value, str):
        return value
    if not value:
        return None
    try:
        return json.loads(value)
    except ValueError as error:
        raise SlackError(code) from error
