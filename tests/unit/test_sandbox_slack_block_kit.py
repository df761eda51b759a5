"""Block Kit as Slack checks it: every limit from both sides, any value without a crash, the SDK's models as witness."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_sdk.models import blocks as sdk
from slack_sdk.models.views import View

from sandbox.slack.block_kit.check import (
    MAX_MESSAGE_CHARACTERS,
    message_characters,
    message_problems,
    view_problems,
    with_ids,
)

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn("x"), **more}


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain("x"), **more}


def actions(*elements: Json) -> list[Json]:
    return [{"type": "actions", "elements": list(elements)}]


def option(text: str = "x", value: str = "x", **more: Any) -> Json:
    return {"text": plain(text), "value": value, **more}


def select(count: int = 1, **more: Any) -> Json:
    return {"type": "static_select", "options": [option(value=str(number)) for number in range(count)], **more}


def field(element: Json, **more: Any) -> list[Json]:
    return [{"type": "input", "label": plain("x"), "element": element, **more}]


def modal(blocks: list[Json] | None = None, **more: Any) -> Json:
    given_blocks = [section()] if blocks is None else blocks
    return {"type": "modal", "title": plain("x"), "submit": plain("x"), "blocks": given_blocks, **more}


def confirm(size: int, name: str) -> Json:
    return {"title": plain("x"), "text": plain("x"), "confirm": plain("x"), "deny": plain("x"), name: plain("a" * size)}


MESSAGE_LIMITS: dict[str, tuple[int, Callable[[int], list[Json]]]] = {
    "blocks": (50, lambda n: [section()] * n),
    "section text": (3000, lambda n: [section(text=mrkdwn("a" * n))]),
    "section fields": (10, lambda n: [section(fields=[mrkdwn("a")] * n)]),
    "section field": (2000, lambda n: [section(fields=[mrkdwn("a" * n)])]),
    "header": (150, lambda n: [{"type": "header", "text": plain("a" * n)}]),
    "context elements": (10, lambda n: [{"type": "context", "elements": [mrkdwn("a")] * n}]),
    "actions": (25, lambda n: actions(*[button()] * n)),
    "button text": (75, lambda n: actions(button(text=plain("a" * n)))),
    "button value": (2000, lambda n: actions(button(value="a" * n))),
    "button url": (3000, lambda n: actions(button(url="a" * n))),
    "action_id": (255, lambda n: actions(button(action_id="a" * n))),
    "block_id": (255, lambda n: [section(block_id="a" * n)]),
    "options": (100, lambda n: actions(select(n))),
    "option text": (75, lambda n: actions(select(options=[option("a" * n)]))),
    "option value": (150, lambda n: actions(select(options=[option(value="a" * n)]))),
    "option description": (75, lambda n: actions(select(options=[option(description=plain("a" * n))]))),
    "option groups": (
        100,
        lambda n: actions(
            {
                "type": "static_select",
                "option_groups": [{"label": plain("g"), "options": [option(value=str(k))]} for k in range(n)],
            }
        ),
    ),
    "overflow": (5, lambda n: actions({"type": "overflow", "options": [option(value=str(k)) for k in range(n)]})),
    "checkboxes": (10, lambda n: actions({"type": "checkboxes", "options": [option(value=str(k)) for k in range(n)]})),
    "placeholder": (150, lambda n: actions(select(placeholder=plain("a" * n)))),
    "confirm title": (100, lambda n: actions(button(confirm=confirm(n, "title")))),
    "confirm text": (300, lambda n: actions(button(confirm=confirm(n, "text")))),
    "confirm button": (30, lambda n: actions(button(confirm=confirm(n, "confirm")))),
    "markdown": (12_000, lambda n: [{"type": "markdown", "text": "a" * n}]),
    "image alt text": (2000, lambda n: [{"type": "image", "image_url": "https://x", "alt_text": "a" * n}]),
    "input label": (2000, lambda n: field({"type": "plain_text_input"}, label=plain("a" * n))),
    "input hint": (2000, lambda n: field({"type": "plain_text_input"}, hint=plain("a" * n))),
}

VIEW_LIMITS: dict[str, tuple[int, Callable[[int], Json]]] = {
    "blocks": (100, lambda n: modal([section()] * n)),
    "title": (24, lambda n: modal(title=plain("a" * n))),
    "submit": (24, lambda n: modal(submit=plain("a" * n))),
    "close": (24, lambda n: modal(close=plain("a" * n))),
    "private_metadata": (3000, lambda n: modal(private_metadata="a" * n)),
    "callback_id": (255, lambda n: modal(callback_id="a" * n)),
    "external_id": (255, lambda n: modal(external_id="a" * n)),
}


@pytest.mark.parametrize("name", MESSAGE_LIMITS)
def test_message_limits_hold_from_both_sides(name: str) -> None:
    limit, build = MESSAGE_LIMITS[name]
    assert [one for one in message_problems(build(limit)) if "already exists" not in one.message] == []
    assert message_problems(build(limit + 1)) != []


@pytest.mark.parametrize("name", VIEW_LIMITS)
def test_view_limits_hold_from_both_sides(name: str) -> None:
    limit, build = VIEW_LIMITS[name]
    assert view_problems(build(limit)) == []
    assert view_problems(build(limit + 1)) != []


@pytest.mark.parametrize(
    ("blocks", "message", "pointer"),
    [
        ([{}], "missing required field: type", "/blocks/0"),
        ([{"type": "banner"}], "unsupported type: banner", "/blocks/0/type"),
        ([{"type": "section"}], "must define either `text` or `fields`", "/blocks/0"),
        ([section(text=mrkdwn(""))], "must be more than 0 characters", "/blocks/0/text/text"),
        ([section(colour="red")], "invalid additional property: colour", "/blocks/0"),
        ([{"type": "header", "text": mrkdwn("x")}], "unsupported type: mrkdwn", "/blocks/0/text/type"),
        (actions(), "no less than 1 items allowed", "/blocks/0/elements"),
        (actions(button(style="loud")), "must be a valid enum value: primary, danger", "/blocks/0/elements/0/style"),
        (actions(button(text="x")), "must provide an object", "/blocks/0/elements/0/text"),
        (actions({"type": "plain_text_input"}), "unsupported type: plain_text_input", "/blocks/0/elements/0/type"),
        ([section(block_id="a"), section(block_id="a")], "`block_id` already exists: a", "/blocks/1/block_id"),
        (actions(button(action_id="a"), button(action_id="a")), "`action_id` already exists: a", "/blocks/0/elements"),
        (
            actions(select(initial_option=option(value="elsewhere"))),
            "initial option must match one of the options",
            "/blocks/0/elements/0/initial_option",
        ),
        ("text", "must be an array", "/blocks"),
    ],
)
def test_problems_say_what_and_where(blocks: Any, message: str, pointer: str) -> None:
    assert (message, pointer) in {(one.message, one.pointer) for one in message_problems(blocks)}


@pytest.mark.parametrize(
    "view",
    [
        modal(field({"type": "plain_text_input"}), submit=None),
        modal([]),
        modal([{"type": "markdown", "text": "x"}]),
        modal(field({"type": "number_input"})),
        modal(field({"type": "plain_text_input", "min_length": 5, "max_length": 3})),
        modal([*field({"type": "plain_text_input", "focus_on_load": True}) * 2]),
        {"type": "sheet", "blocks": []},
        {"type": "home"},
        None,
        [],
    ],
)
def test_views_that_slack_would_not_open(view: Any) -> None:
    assert view_problems(view) != []


def test_a_home_may_be_empty_and_a_modal_may_hold_every_input() -> None:
    assert view_problems({"type": "home", "blocks": []}) == []
    inputs: list[Json] = [
        {"type": "plain_text_input", "multiline": True, "max_length": 3000},
        {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "5"},
        {"type": "email_text_input"},
        {"type": "url_text_input"},
        {"type": "datepicker", "initial_date": "2026-05-01"},
        {"type": "timepicker", "initial_time": "18:30"},
        {"type": "datetimepicker", "initial_date_time": 1_790_000_000},
        {"type": "radio_buttons", "options": [option(text="a")]},
        {"type": "checkboxes", "options": [{"text": mrkdwn("*a*"), "value": "a"}]},
        {"type": "multi_static_select", "options": [option()], "max_selected_items": 1},
        {"type": "users_select"},
        {"type": "multi_users_select"},
        {"type": "conversations_select", "default_to_current_conversation": True, "response_url_enabled": True},
        {"type": "multi_channels_select"},
        {"type": "external_select", "min_query_length": 2},
        {"type": "file_input", "filetypes": ["pdf"], "max_files": 2},
        {"type": "rich_text_input"},
    ]
    assert view_problems(modal([block for element in inputs for block in field(element)])) == []


words = st.text(min_size=1, max_size=60)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "text", "elements", "element", "accessory", "options", "block_id", "blocks", "title"]
            )
            | st.text(max_size=5),
            inner
            | st.sampled_from(["section", "actions", "input", "button", "modal", "home", "static_select", "mrkdwn"]),
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(json_values)
def test_any_value_is_judged_without_an_exception(value: Any) -> None:
    assert isinstance(message_problems(value), list)
    assert isinstance(view_problems(value), list)


def everything() -> Json:
    """A view with most kinds of block and element in it."""
    return modal(
        [
            section(fields=[mrkdwn("x")], accessory=select(2, initial_option=option(value="1"))),
            *actions(button(confirm=confirm(1, "title")), {"type": "overflow", "options": [option()]}),
            {"type": "context", "elements": [mrkdwn("x"), {"type": "image", "image_url": "u", "alt_text": "a"}]},
            *field({"type": "multi_static_select", "option_groups": [{"label": plain("g"), "options": [option()]}]}),
            *field({"type": "checkboxes", "options": [option()], "initial_options": [option()]}),
            *field({"type": "number_input", "is_decimal_allowed": True, "min_value": "1", "max_value": "2"}),
            {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
        ]
    )


def places(node: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) below a value."""
    keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else []
    return [(node, key) for key in keys] + [place for key in keys for place in places(node[key])]


@given(st.data(), json_values)
def test_a_broken_piece_anywhere_is_judged_without_an_exception(data: st.DataObject, junk: Any) -> None:
    view = everything()
    assert view_problems(view) == []
    container, key = data.draw(st.sampled_from(places(view)))
    container[key] = junk
    assert isinstance(view_problems(view), list)
    assert isinstance(message_problems(view.get("blocks")), list)


@given(
    st.lists(
        st.one_of(
            words.map(lambda text: sdk.SectionBlock(text=sdk.MarkdownTextObject(text=text))),
            words.map(lambda text: sdk.HeaderBlock(text=sdk.PlainTextObject(text=text))),
            words.map(lambda text: sdk.ContextBlock(elements=[sdk.PlainTextObject(text=text)])),
            st.just(sdk.DividerBlock()),
            st.lists(words, min_size=1, max_size=5, unique=True).map(
                lambda texts: sdk.ActionsBlock(
                    elements=[sdk.ButtonElement(text=text, action_id=text, value=text) for text in texts]
                )
            ),
            st.lists(words, min_size=1, max_size=5, unique=True).map(
                lambda texts: sdk.SectionBlock(
                    text="x",
                    accessory=sdk.StaticSelectElement(
                        placeholder="p",
                        action_id="a",
                        options=[sdk.Option(text=text, value=text) for text in texts],
                    ),
                )
            ),
        ),
        max_size=8,
    )
)
def test_what_the_sdks_models_build_is_accepted(built: list[sdk.Block]) -> None:
    blocks = [block.to_dict() for block in built]
    assert message_problems(blocks) == []
    stored = with_ids(copy.deepcopy(blocks), iter(f"id{number}" for number in range(100)).__next__)
    assert message_problems(stored) == []
    assert all(block["block_id"] for block in stored)


@given(words.filter(lambda text: len(text) <= 24), words)
def test_views_that_the_sdks_models_build_are_accepted(title: str, label: str) -> None:
    element = sdk.PlainTextInputElement(action_id="a", multiline=True)
    view = View(
        type="modal", title=title, submit="Send", blocks=[sdk.InputBlock(label=label, element=element, block_id="b")]
    )
    assert view_problems(view.to_dict()) == []


@given(st.lists(st.integers(1, 3000), min_size=1, max_size=8))
def test_the_characters_of_a_message_add_up(sizes: list[int]) -> None:
    blocks = [section(text=mrkdwn("a" * size)) for size in sizes]
    assert sum(sizes) < message_characters(blocks) <= sum(sizes) + 40 * len(sizes)


def test_one_full_markdown_block_fits_and_two_do_not() -> None:
    block = {"type": "markdown", "text": "a" * 12_000}
    assert message_characters([block]) <= MAX_MESSAGE_CHARACTERS < message_characters([block, block])
