"""The state of inputs in a view or message: what they hold, what a person puts in, what Slack's client refuses.

Pure: blocks and values in, `state.values` in Slack's shape out ({block_id: {action_id: {"type": …, …}}}).
"""

import re
from collections.abc import Iterator
from typing import Any

from sandbox.slack.block_kit.check import elements_of
from sandbox.slack.block_kit.composition import options_of

Json = dict[str, Any]
Values = dict[str, dict[str, Json]]

_SLOT = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
_MANY = frozenset(kind for kind, (slot, _) in _SLOT.items() if slot.endswith("s"))
_BY_OPTION = frozenset(kind for kind, (slot, _) in _SLOT.items() if slot.startswith("selected_option"))
_EXTERNAL = frozenset({"external_select", "multi_external_select"})


class NotOfferedError(ValueError):
    """A person cannot choose or enter this here."""


def initial_values(blocks: list[Json], before: Values | None = None) -> Values:
    """The state of fresh blocks; what was already entered under the same block_id and action_id stays."""
    values: Values = {}
    for block in blocks:
        for element in elements_of(block):
            if element.get("type") not in _SLOT:
                continue
            block_id, action_id = block["block_id"], element["action_id"]
            earlier = (before or {}).get(block_id, {}).get(action_id)
            keep = earlier is not None and earlier.get("type") == element["type"]
            values.setdefault(block_id, {})[action_id] = earlier if keep and earlier else _initial(element)
    return values


def _initial(element: Json) -> Json:
    slot, initial = _SLOT[element["type"]]
    blank: Any = [] if element["type"] in _MANY else None
    return {"type": element["type"], slot: element.get(initial, blank) if initial else blank}


def entered(element: Json, value: Any, offered: list[Json] | None = None) -> Json:
    """The state entry after a person put `value` in.

    Menus take the value or the visible text of an option (a list of them when several may be chosen), pickers
    "2026-05-01", "18:30" or epoch seconds, texts a string. `offered` are the options that an
    external menu got from the app.     Raises NotOfferedError when Slack's client would not let a person do that.
    """
    kind = element["type"]
    if kind not in _SLOT:
        raise NotOfferedError(f"nothing can be entered in a {kind}")
    slot, _ = _SLOT[kind]
    several = kind in _MANY
    if several and not isinstance(value, list | tuple):
        value = [value]
    if kind in _BY_OPTION:
        options = offered if kind in _EXTERNAL and offered is not None else options_of(element)
        chosen = [_option(options, one) for one in (value if several else [value])]
        return {"type": kind, slot: chosen if several else chosen[0]}
    return {"type": kind, slot: list(value) if several else value}


def _option(options: list[Json], wanted: Any) -> Json:
    for option in options:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    raise NotOfferedError(f"{wanted!r} is not among the options")


def held(element: Json, entry: Json) -> Any:
    """What a state entry holds: None, "" or [] while nothing has been entered."""
    return entry.get(_SLOT[element["type"]][0])


def client_errors(blocks: list[Json], values: Values) -> dict[str, str]:
    """What Slack's client itself objects to before it submits a form: {block_id: message}."""
    found: dict[str, str] = {}
    for block in blocks:
        if block.get("type") != "input" or block["element"].get("type") not in _SLOT:
            continue
        element = block["element"]
        holds = held(element, values.get(block["block_id"], {}).get(element["action_id"], {}))
        if holds in (None, "", []):
            if not block.get("optional"):
                found[block["block_id"]] = "Please complete this required field."
            continue
        for problem in _entry_problems(element, holds):
            found[block["block_id"]] = problem
    return found


def _entry_problems(element: Json, holds: Any) -> Iterator[str]:
    kind = element["type"]
    if kind == "plain_text_input":
        if len(holds) < element.get("min_length", 0):
            yield f"Must be at least {element['min_length']} characters."
        if len(holds) > element.get("max_length", 3000):
            yield f"Must be at most {element.get('max_length', 3000)} characters."
    elif kind == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", holds):
        yield "Please enter a valid email address."
    elif kind == "url_text_input" and not re.match(r"https?://\S+$", holds):
        yield "Please enter a valid URL."
    elif kind == "number_input":
        yield from _number_problems(element, holds)
    elif kind in _MANY and len(holds) > (element.get("max_selected_items") or len(holds)):
        yield f"Choose at most {element['max_selected_items']}."


def _number_problems(element: Json, holds: str) -> Iterator[str]:
    if not re.fullmatch(r"-?\d+(\.\d+)?" if element["is_decimal_allowed"] else r"-?\d+", holds):
        yield "Please enter a number."
        return
    if float(holds) < float(element.get("min_value", "-inf")) or float(holds) > float(element.get("max_value", "inf")):
        yield "The number is out of range."
