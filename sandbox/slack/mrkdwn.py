"""Slack's message markup: what is escaped, what pings, and how typed text becomes wire text.

On the wire `&`, `<` and `>` of plain text are written &amp; &lt; &gt;; what stands in <…> is markup: <@U…> a person,
<#C…> a channel, <!here> <!channel> <!everyone> <!subteam^S…> groups, anything else a link.
(docs.slack.dev/messaging/formatting-message-text)
"""

import re
from collections.abc import Iterator
from typing import Any

from sandbox.slack.block_kit.rich_text import inline_pieces
from sandbox.slack.state import Workspace

Json = dict[str, Any]

_MARKUP = re.compile(r"<([@#!])([^>|]+)(?:\|([^>]*))?>")
_PIECES = re.compile(r"<([^>]+)>")
_BARE_URL = re.compile(r"(?<![<|\w])(https?://[^\s<>|]+)")
_AT = re.compile(r"(?<![\w<@])@([\w.\-]+)")
_HASH = re.compile(r"(?<![\w<&#])#([\w\-]+)")
_GROUPS = {"here": "here", "channel": "channel", "group": "channel", "everyone": "everyone"}


def escape(text: str) -> str:
    """Plain text as it is written on the wire."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """The three escapes turned back into characters."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def typed(workspace: Workspace, text: str) -> str:
    """What a member typed, as Slack stores it: escaped, with @name, #channel and links turned into markup.

    Markup for people and channels that exist (<@U…>, <#C…>) is kept, so that a test may write it directly.
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        if match[1] == "!" or match[2] in workspace.users or match[2] in workspace.channels:
            kept.append(match[0])
            return f"\0{len(kept) - 1}\0"
        return match[0]

    wire = escape(_MARKUP.sub(keep, text))
    wire = named_links(workspace, wire)
    wire = _BARE_URL.sub(r"<\1>", wire)
    return re.sub(r"\0(\d+)\0", lambda match: kept[int(match[1])], wire)


def named_links(workspace: Workspace, text: str) -> str:
    """@name, @group, @here and #channel turned into markup, as typing them does, and `link_names` for an app."""
    people = {user.name: f"<@{user.id}>" for user in workspace.users.values()}
    groups = {group.handle: f"<!subteam^{group.id}>" for group in workspace.groups.values()}
    special = {word: f"<!{word}>" for word in ("here", "channel", "everyone")}
    named = {**people, **groups, **special}
    channels = {one.name: f"<#{one.id}|{one.name}>" for one in workspace.channels.values() if one.name}
    text = _AT.sub(lambda match: named.get(match[1].lower(), match[0]), text)
    return _HASH.sub(lambda match: channels.get(match[1], match[0]), text)


def pings_of(text: str) -> Iterator[tuple[str, str]]:
    """Whom a text on the wire would notify: (kind, target) pairs."""
    for sign, target, _label in _MARKUP.findall(text):
        if sign == "@":
            yield "user", target
        elif sign == "!" and target in _GROUPS:
            yield _GROUPS[target], target
        elif sign == "!" and target.startswith("subteam^"):
            yield "usergroup", target.removeprefix("subteam^")


def pings_in_blocks(node: Any) -> Iterator[tuple[str, str]]:
    """Whom blocks or attachments would notify: mrkdwn text objects, attachment texts, rich_text pieces.

    Text in a `plain_text` object is shown as it is and notifies nobody.
    """
    if isinstance(node, list):
        for entry in node:
            yield from pings_in_blocks(entry)
    elif isinstance(node, dict):
        if node.get("type") == "rich_text":
            yield from _rich_text_pings(node)
        elif node.get("type") != "plain_text":
            for key, entry in node.items():
                if key in {"text", "pretext", "fallback", "value"} and isinstance(entry, str):
                    if key != "value" or "type" not in node:
                        yield from pings_of(entry)
                else:
                    yield from pings_in_blocks(entry)


def _rich_text_pings(node: Json) -> Iterator[tuple[str, str]]:
    for piece in inline_pieces(node):
        if piece["type"] == "user":
            yield "user", str(piece.get("user_id"))
        elif piece["type"] == "usergroup":
            yield "usergroup", str(piece.get("usergroup_id"))
        elif piece["type"] == "broadcast":
            yield str(piece.get("range")), str(piece.get("range"))


def rich_text_block(block_id: str, text: str) -> Json:
    """The rich_text block that Slack's own client makes of a typed message."""
    elements: list[Json] = []
    position = 0
    for match in _PIECES.finditer(text):
        if match.start() > position:
            elements.append({"type": "text", "text": unescape(text[position : match.start()])})
        elements.append(_piece(match[1]))
        position = match.end()
    if position < len(text) or not elements:
        elements.append({"type": "text", "text": unescape(text[position:])})
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _piece(inner: str) -> Json:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        return {"type": "user", "user_id": target[1:]}
    if target.startswith("#"):
        return {"type": "channel", "channel_id": target[1:]}
    if target.startswith("!subteam^"):
        return {"type": "usergroup", "usergroup_id": target.removeprefix("!subteam^")}
    if target.startswith("!"):
        return {"type": "broadcast", "range": target[1:]}
    return {"type": "link", "url": unescape(target), **({"text": unescape(label)} if label else {})}
