"""Forms as Slack's modal views, and opening them: the one send that cannot wait for the ledger."""

import json
import re
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from channels.plain import cut, outgoing
from channels.slack.blocks import (
    GROUPS,
    HINT,
    LABEL,
    METADATA,
    NOTHING,
    OPTION,
    OPTION_VALUE,
    OPTIONS,
    TEXT,
    TITLE,
    VIEW_BLOCKS,
    Block,
    plain,
    rich,
    section,
    words,
)
from channels.slack.errors import as_send_error
from delivery.split import split
from domain.content import Ask, Choice, Form

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_NAME = 255  # of block_id, action_id and callback_id


class SlackForms:
    """`domain.ports.FormOpener` for Slack."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def open_form(self, trigger: str, form: Form) -> None:
        """Open `form` with a trigger that is good for three seconds and once. Raises `SendError`s."""
        try:
            await self._client.views_open(trigger_id=trigger, view=form_view(form))
        except Exception as error:
            raise as_send_error(error) from None


def form_view(form: Form) -> Block:
    """The modal view: one block a question, the form's name and what it is about in its metadata."""
    metadata = json.dumps({"form": form.name, "about": form.about}, separators=(",", ":"))
    if len(metadata) > METADATA:
        raise ValueError("what a form is about must be an id, not a text")
    blocks = [block for ask in form.asks for block in _blocks(ask)][:VIEW_BLOCKS]
    view: Block = {
        "type": "modal",
        "callback_id": form.name[:_NAME],
        "private_metadata": metadata,
        "title": plain(form.title, TITLE),
        "close": plain(form.cancel, TITLE),
        "blocks": blocks,
    }
    if any(block["type"] == "input" for block in blocks):
        view["submit"] = plain(form.submit, TITLE)
    return view


def _blocks(ask: Ask) -> list[Block]:
    if ask.kind == "info" or (ask.kind in ("choice", "choices") and not ask.choices):
        return [_info(ask)]
    block: Block = {
        "type": "input",
        "block_id": ask.name[:_NAME],
        "label": plain(ask.label, LABEL),
        "element": {**_element(ask), "action_id": "answer"},
        "optional": ask.optional,
    }
    if ask.hint:
        block["hint"] = plain(ask.hint, HINT)
    return [block]


def _info(ask: Ask) -> Block:
    """Words to read: a label in bold, the text below it."""
    text = outgoing(ask.initial or ask.hint).strip()
    elements = [words(cut(outgoing(ask.label), LABEL) + ("\n" if text else ""), bold=True)] if ask.label else []
    elements += [words(piece) for piece in split(text, TEXT, utf16=False)[:4] if piece]
    return rich(section(*(elements or [words(NOTHING)])))


def _element(ask: Ask) -> Block:
    if ask.kind in ("line", "text"):
        return _input(ask)
    if ask.kind == "choice":
        chosen = _different(tuple(choice for choice in ask.choices if choice.value == ask.initial))
        return {"type": "static_select", **_options(ask.choices), **({"initial_option": chosen[0]} if chosen else {})}
    if ask.kind == "choices":
        wanted = set(ask.initial.split("\n"))
        many = _different(tuple(choice for choice in ask.choices if choice.value in wanted))
        return {"type": "multi_static_select", **_options(ask.choices), **({"initial_options": many} if many else {})}
    if ask.kind == "date":
        return {"type": "datepicker", **({"initial_date": ask.initial} if _DATE.fullmatch(ask.initial) else {})}
    return {"type": "timepicker", **({"initial_time": ask.initial} if _TIME.fullmatch(ask.initial) else {})}


def _input(ask: Ask) -> Block:
    longest = min(max(ask.max_length or TEXT, 1), TEXT)
    element: dict[str, Any] = {
        "type": "plain_text_input",
        "multiline": ask.kind == "text",
        "max_length": longest,
    }
    initial = outgoing(ask.initial)
    if ask.kind == "line":
        initial = " ".join(initial.split())
    return {**element, "initial_value": cut(initial, longest)} if initial else element


def _options(choices: tuple[Choice, ...]) -> Block:
    """Up to a hundred entries as a list, more of them in numbered groups of a hundred."""
    options = _different(choices)
    if len(options) <= OPTIONS:
        return {"options": options}
    starts = range(0, min(len(options), OPTIONS * GROUPS), OPTIONS)
    groups = [options[start : start + OPTIONS] for start in starts]
    return {
        "option_groups": [
            {"label": plain(f"{start + 1}–{start + len(group)}", OPTION), "options": group}
            for start, group in zip(starts, groups, strict=True)
        ]
    }


def _different(choices: tuple[Choice, ...]) -> list[Block]:
    """The entries as options; Slack wants every value once."""
    options: dict[str, Block] = {}
    for option in map(_option, choices):
        options.setdefault(option["value"], option)
    return list(options.values())


def _option(choice: Choice) -> Block:
    return {"text": plain(choice.label, OPTION), "value": cut(outgoing(choice.value), OPTION_VALUE) or NOTHING}
