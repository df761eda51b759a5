"""Block elements: buttons, menus, pickers, inputs.

Limits: docs.slack.dev/reference/block-kit/block-elements, slack_sdk.models.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sandbox.slack.block_kit.composition import (
    ACTION_ID,
    BOX_OPTION,
    BOX_OPTIONS,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH_CONFIG,
    MENU_OPTION,
    MENU_OPTIONS,
    OPTION_GROUPS,
    OVERFLOW_OPTIONS,
    SLACK_FILE,
    URL,
    initial_is_offered,
    plain_text,
)
from sandbox.slack.block_kit.rules import (
    Problem,
    Rule,
    anything,
    every,
    exactly_one,
    flag,
    listing,
    number,
    one_of,
    record,
    string,
)

_DATE = string(10, pattern=r"\d{4}-\d{2}-\d{2}")
_TIME = string(5, pattern=r"[0-2]\d:[0-5]\d")
_DECIMAL = string(32, pattern=r"-?\d+(\.\d+)?")
_PLACEHOLDER = plain_text(150)
_ID = string(255)


def _element(
    kind: str,
    required: Mapping[str, Rule] | None = None,
    optional: Mapping[str, Rule] | None = None,
    also: Rule | None = None,
) -> Rule:
    common = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": flag}
    return record({"type": one_of(kind), **(required or {})}, {**common, **(optional or {})}, also)


def _min_below_max(low: str, high: str) -> Rule:
    def check(element: dict[str, Any], pointer: str) -> Iterator[Problem]:
        try:
            if float(element.get(low) or "-inf") > float(element.get(high) or "inf"):
                yield Problem(f"{low} must not be greater than {high}", pointer)
        except (TypeError, ValueError):
            return  # the fields' own rules have said so already

    return check


def _menus(
    kind: str, required: Mapping[str, Rule], one: Mapping[str, Rule], many: Mapping[str, Rule]
) -> dict[str, Rule]:
    """The single menu of a kind and its multi_ sibling; `static` menus may group their options."""
    also = every(exactly_one("options", "option_groups"), initial_is_offered) if kind == "static_select" else None
    shared: dict[str, Rule] = {"placeholder": _PLACEHOLDER}
    several = {"max_selected_items": number(1)}
    return {
        kind: _element(kind, required, {**shared, **one}, also),
        f"multi_{kind}": _element(f"multi_{kind}", required, {**shared, **several, **many}, also),
    }


_STATIC: dict[str, Rule] = {"options": MENU_OPTIONS, "option_groups": OPTION_GROUPS}
_CONVERSATIONS: dict[str, Rule] = {"default_to_current_conversation": flag, "filter": CONVERSATION_FILTER}
_SINGLE_ONLY: dict[str, Rule] = {"response_url_enabled": flag}

SELECTS: dict[str, Rule] = {
    **_menus(
        "static_select",
        {},
        {**_STATIC, "initial_option": MENU_OPTION},
        {**_STATIC, "initial_options": MENU_OPTIONS},
    ),
    **_menus(
        "external_select",
        {},
        {"initial_option": MENU_OPTION, "min_query_length": number(0)},
        {"initial_options": MENU_OPTIONS, "min_query_length": number(0)},
    ),
    **_menus("users_select", {}, {"initial_user": _ID}, {"initial_users": listing(_ID)}),
    **_menus(
        "conversations_select",
        {},
        {**_CONVERSATIONS, **_SINGLE_ONLY, "initial_conversation": _ID},
        {**_CONVERSATIONS, "initial_conversations": listing(_ID)},
    ),
    **_menus("channels_select", {}, {**_SINGLE_ONLY, "initial_channel": _ID}, {"initial_channels": listing(_ID)}),
}
MULTI_SELECTS = {kind: rule for kind, rule in SELECTS.items() if kind.startswith("multi_")}
SINGLE_SELECTS = {kind: rule for kind, rule in SELECTS.items() if kind not in MULTI_SELECTS}

_STYLE = one_of("primary", "danger")
BUTTON = _element(
    "button",
    {"text": plain_text(75)},
    {"url": URL, "value": string(2000), "style": _STYLE, "accessibility_label": string(75)},
)
WORKFLOW_BUTTON = _element(
    "workflow_button",
    {"text": plain_text(75), "workflow": anything},
    {"style": _STYLE, "accessibility_label": string(75), "value": string(2000)},
)
OVERFLOW = _element("overflow", {"options": OVERFLOW_OPTIONS})
CHECKBOXES = _element("checkboxes", {"options": BOX_OPTIONS}, {"initial_options": BOX_OPTIONS}, also=initial_is_offered)
RADIO_BUTTONS = _element(
    "radio_buttons", {"options": BOX_OPTIONS}, {"initial_option": BOX_OPTION}, also=initial_is_offered
)
DATEPICKER = _element("datepicker", {}, {"initial_date": _DATE, "placeholder": _PLACEHOLDER})
TIMEPICKER = _element("timepicker", {}, {"initial_time": _TIME, "placeholder": _PLACEHOLDER, "timezone": string(100)})
DATETIMEPICKER = _element("datetimepicker", {}, {"initial_date_time": number(1_000_000_000, 9_999_999_999)})
IMAGE = record(
    {"type": one_of("image"), "alt_text": string(2000)},
    {"image_url": URL, "slack_file": SLACK_FILE},
    also=exactly_one("image_url", "slack_file"),
)
ICON_BUTTON = _element(
    "icon_button",
    {"icon": string(255), "text": plain_text(75)},
    {"value": string(2000), "accessibility_label": string(75), "visible_to_user_ids": listing(_ID)},
)
_FEEDBACK_BUTTON = record({"text": plain_text(75), "value": string(2000)}, {"accessibility_label": string(75)})
FEEDBACK_BUTTONS = _element(
    "feedback_buttons", {"positive_button": _FEEDBACK_BUTTON, "negative_button": _FEEDBACK_BUTTON}
)

_WORDS: dict[str, Rule] = {"initial_value": string(3000), "placeholder": _PLACEHOLDER}
_DISPATCH: dict[str, Rule] = {"dispatch_action_config": DISPATCH_CONFIG}
INPUTS: dict[str, Rule] = {
    "plain_text_input": _element(
        "plain_text_input",
        {},
        {**_WORDS, **_DISPATCH, "multiline": flag, "min_length": number(0, 3000), "max_length": number(1, 3000)},
        also=_min_below_max("min_length", "max_length"),
    ),
    "email_text_input": _element("email_text_input", {}, {**_WORDS, **_DISPATCH}),
    "url_text_input": _element("url_text_input", {}, {**_WORDS, **_DISPATCH}),
    "number_input": _element(
        "number_input",
        {"is_decimal_allowed": flag},
        {
            **_DISPATCH,
            "placeholder": _PLACEHOLDER,
            "initial_value": _DECIMAL,
            "min_value": _DECIMAL,
            "max_value": _DECIMAL,
        },
        also=_min_below_max("min_value", "max_value"),
    ),
    "file_input": _element("file_input", {}, {"filetypes": listing(string(20)), "max_files": number(1, 10)}),
    "rich_text_input": _element(
        "rich_text_input", {}, {**_DISPATCH, "initial_value": anything, "placeholder": _PLACEHOLDER}
    ),
}

_PICKERS: dict[str, Rule] = {
    "checkboxes": CHECKBOXES,
    "radio_buttons": RADIO_BUTTONS,
    "datepicker": DATEPICKER,
    "timepicker": TIMEPICKER,
}

IN_SECTION: dict[str, Rule] = {
    "button": BUTTON,
    "image": IMAGE,
    "overflow": OVERFLOW,
    "workflow_button": WORKFLOW_BUTTON,
    **_PICKERS,
    **SELECTS,
}
IN_ACTIONS: dict[str, Rule] = {
    "button": BUTTON,
    "overflow": OVERFLOW,
    "workflow_button": WORKFLOW_BUTTON,
    "datetimepicker": DATETIMEPICKER,
    **_PICKERS,
    **SINGLE_SELECTS,
}
IN_INPUT: dict[str, Rule] = {"datetimepicker": DATETIMEPICKER, **_PICKERS, **SELECTS, **INPUTS}
