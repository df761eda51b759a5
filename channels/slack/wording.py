"""Slack's message text to plain text: entities unescaped, mentions and links as a reader sees them.

Slack writes "&", "<" and ">" as entities and puts links and mentions between angle brackets.
"""

import re

_BRACKETED = re.compile(r"<([^<>\n]*)>")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))  # the ampersand last: "&amp;lt;" is "&lt;"


def plain_text(text: str) -> str:
    """`text` as it was meant to be read: "<https://a.example|here>" is "here (https://a.example)"."""
    out, end = [], 0
    for match in _BRACKETED.finditer(text):
        out += [_unescape(text[end : match.start()]), _reference(match[1])]
        end = match.end()
    return "".join([*out, _unescape(text[end:])])


def _unescape(text: str) -> str:
    for entity, char in _ENTITIES:
        text = text.replace(entity, char)
    return text


def _reference(inner: str) -> str:
    target, _, label = inner.partition("|")
    target, label = _unescape(target), _unescape(label)
    if target.startswith("@"):
        return label if label.startswith("@") else f"@{label or target[1:]}"
    if target.startswith("#"):
        return f"#{label or target[1:]}"
    if target.startswith("!"):
        return _special(target[1:], label)
    return _link(target, label)


def _special(target: str, label: str) -> str:
    """ "!here", "!subteam^S1", "!date^…": the label where there is one."""
    if label:
        return label
    name = target.split("^")[0]
    return f"@{name}" if name in ("here", "channel", "everyone") else name


def _link(target: str, label: str) -> str:
    address = re.sub(r"^(mailto|tel):", "", target)
    if not label or label in (target, address) or f"http://{label}".rstrip("/") == target.rstrip("/"):
        return label or address
    return f"{label} ({address})"
