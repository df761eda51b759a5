"""Is this list of blocks, or this view, one that Slack would take? Pure: values in, problems out.

Not modelled, and refused as an unsupported type: task_card, plan, card, carousel, container, alert, auth_provider.
"""

from collections.abc import Callable, Iterator
from typing import Any

from sandbox.slack.block_kit.blocks import IN_MESSAGE, IN_VIEW, MAX_MESSAGE_BLOCKS, MAX_VIEW_BLOCKS
from sandbox.slack.block_kit.composition import plain_text
from sandbox.slack.block_kit.rules import Problem, Rule, by_type, flag, listing, one_of, record, string

Json = dict[str, Any]

MAX_MESSAGE_CHARACTERS = 13_300
"""All texts of one message's blocks together, plus a share for each block: undocumented (slackapi/bolt-js#2509)."""
_BLOCK_OVERHEAD = 30
_WITH_ELEMENTS = ("actions", "context_actions")

_MESSAGE = listing(by_type(IN_MESSAGE), minimum=0, maximum=MAX_MESSAGE_BLOCKS)
_VIEW_BLOCKS = listing(by_type(IN_VIEW), minimum=1, maximum=MAX_VIEW_BLOCKS)
_VIEW_COMMON: dict[str, Rule] = {
    "private_metadata": string(3000, minimum=0),
    "callback_id": string(255, minimum=0),
    "external_id": string(255, minimum=0),
}
_MODAL = record(
    {"type": one_of("modal"), "title": plain_text(24), "blocks": _VIEW_BLOCKS},
    {
        **_VIEW_COMMON,
        "submit": plain_text(24),
        "close": plain_text(24),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
)
_HOME = record(
    {"type": one_of("home"), "blocks": listing(by_type(IN_VIEW), minimum=0, maximum=MAX_VIEW_BLOCKS)},
    {**_VIEW_COMMON, "title": plain_text(24), "submit": plain_text(24), "close": plain_text(24)},
)


def message_problems(blocks: Any) -> list[Problem]:
    """What Slack would refuse in the `blocks` argument of a message."""
    return [*_MESSAGE(blocks, "/blocks"), *_identity_problems(blocks, "/blocks")]


def message_characters(blocks: list[Json]) -> int:
    """How much of MAX_MESSAGE_CHARACTERS these blocks take."""
    return sum(len(words) for words in _texts(blocks)) + _BLOCK_OVERHEAD * len(blocks)


def view_problems(view: Any) -> list[Problem]:
    """What Slack would refuse in the `view` argument of views.open, .push, .update, .publish."""
    found = list(by_type({"modal": _MODAL, "home": _HOME})(view, "/view"))
    if isinstance(view, dict):
        blocks = view.get("blocks")
        found += _identity_problems(blocks, "/view/blocks")
        found += _focus_problems(blocks)
        has_input = any(block.get("type") == "input" for block in _dicts(blocks))
        if has_input and view.get("type") == "modal" and not view.get("submit"):
            found.append(Problem("missing required field: submit", "/view"))
    return found


def elements_of(block: Json) -> list[Json]:
    """The interactive (or image) elements of one block, in order."""
    found = [block.get("accessory"), block.get("element")]
    if block.get("type") in _WITH_ELEMENTS and isinstance(block.get("elements"), list):
        found += block["elements"]
    return [element for element in found if isinstance(element, dict)]


def with_ids(blocks: list[Json], mint: Callable[[], str]) -> list[Json]:
    """The same blocks, each with a block_id and each interactive element with an action_id, as Slack stores them."""
    return [_with_ids(block, mint) for block in blocks]


def _with_ids(block: Json, mint: Callable[[], str]) -> Json:
    stored = {**block, "block_id": block.get("block_id") or mint()}
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            stored[name] = _element_with_id(block[name], mint)
    if block.get("type") in _WITH_ELEMENTS:
        stored["elements"] = [_element_with_id(element, mint) for element in block["elements"]]
    return stored


def _element_with_id(element: Json, mint: Callable[[], str]) -> Json:
    if element.get("type") == "image":
        return element
    return {**element, "action_id": element.get("action_id") or mint()}


def _identity_problems(blocks: Any, pointer: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, block in enumerate(_dicts(blocks)):
        block_id = block.get("block_id")
        if isinstance(block_id, str):
            if block_id in seen:
                yield Problem(f"`block_id` already exists: {block_id}", f"{pointer}/{index}/block_id")
            seen.add(block_id)
        yield from _action_problems(block, f"{pointer}/{index}")


def _action_problems(block: Json, pointer: str) -> Iterator[Problem]:
    ids = [element["action_id"] for element in elements_of(block) if isinstance(element.get("action_id"), str)]
    for action_id in sorted({one for one in ids if ids.count(one) > 1}):
        yield Problem(f"`action_id` already exists: {action_id}", f"{pointer}/elements")


def _focus_problems(blocks: Any) -> Iterator[Problem]:
    focused = [
        element for block in _dicts(blocks) for element in elements_of(block) if element.get("focus_on_load") is True
    ]
    if len(focused) > 1:
        yield Problem("only one element may have focus_on_load", "/view/blocks")


def _dicts(blocks: Any) -> list[Json]:
    return [block for block in blocks if isinstance(block, dict)] if isinstance(blocks, list) else []


def _texts(node: Any) -> Iterator[str]:
    """Every string under a `text` key: that is what people read."""
    if isinstance(node, dict):
        for key, entry in node.items():
            if key in {"text", "alt_text"} and isinstance(entry, str):
                yield entry
            else:
                yield from _texts(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from _texts(entry)
