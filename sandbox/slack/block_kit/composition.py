"""Composition objects: text, confirmation, options, filters.

Limits: docs.slack.dev/reference/block-kit/composition-objects.
"""

from collections.abc import Iterator
from typing import Any

from sandbox.slack.block_kit.rules import Problem, Rule, by_type, exactly_one, flag, listing, one_of, record, string

MAX_OPTIONS = 100


def plain_text(maximum: int) -> Rule:
    """A `plain_text` object only: labels, buttons, titles."""
    return by_type({"plain_text": _plain(maximum)})


def any_text(maximum: int) -> Rule:
    """A `plain_text` or `mrkdwn` object."""
    return by_type({"plain_text": _plain(maximum), "mrkdwn": _mrkdwn(maximum)})


def _plain(maximum: int) -> Rule:
    return record({"type": one_of("plain_text"), "text": string(maximum)}, {"emoji": flag})


def _mrkdwn(maximum: int) -> Rule:
    return record({"type": one_of("mrkdwn"), "text": string(maximum)}, {"verbatim": flag})


ACTION_ID = string(255)
BLOCK_ID = string(255)
URL = string(3000)

CONFIRM = record(
    {"title": plain_text(100), "text": any_text(300), "confirm": plain_text(30), "deny": plain_text(30)},
    {"style": one_of("primary", "danger")},
)

_PLAIN_OPTION = record({"text": plain_text(75), "value": string(150)}, {"description": plain_text(75)})
_OVERFLOW_OPTION = record({"text": plain_text(75), "value": string(150)}, {"description": plain_text(75), "url": URL})
_RICH_OPTION = record({"text": any_text(75), "value": string(150)}, {"description": any_text(75)})

MENU_OPTIONS = listing(_PLAIN_OPTION, maximum=MAX_OPTIONS)
BOX_OPTIONS = listing(_RICH_OPTION, maximum=10)
OVERFLOW_OPTIONS = listing(_OVERFLOW_OPTION, maximum=5)
OPTION_GROUPS = listing(
    record({"label": plain_text(75), "options": MENU_OPTIONS}),
    maximum=MAX_OPTIONS,
)
MENU_OPTION = _PLAIN_OPTION
BOX_OPTION = _RICH_OPTION

DISPATCH_CONFIG = record(
    {}, {"trigger_actions_on": listing(one_of("on_enter_pressed", "on_character_entered"), maximum=2)}
)
CONVERSATION_FILTER = record(
    {},
    {
        "include": listing(one_of("im", "mpim", "private", "public"), maximum=4),
        "exclude_external_shared_channels": flag,
        "exclude_bot_users": flag,
    },
)
SLACK_FILE = record({}, {"id": string(255), "url": URL}, also=exactly_one("id", "url"))


def options_of(element: dict[str, Any]) -> list[dict[str, Any]]:
    """Every option that an element offers, groups unfolded."""
    grouped = [group.get("options") for group in _objects(element.get("option_groups"))]
    return [option for options in [element.get("options"), *grouped] for option in _objects(options)]


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects in what should be a list of them: other rules report what is not."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def initial_is_offered(element: dict[str, Any], pointer: str) -> Iterator[Problem]:
    """An initial choice must be one of the options, and values must differ within one element."""
    offered = [option.get("value") for option in options_of(element)]
    initial = [("initial_option", option) for option in _objects([element.get("initial_option")])]
    initial += [("initial_options", option) for option in _objects(element.get("initial_options"))]
    for name, option in initial:
        if option.get("value") not in offered:
            yield Problem("initial option must match one of the options", f"{pointer}/{name}")
    if len(offered) != len({str(value) for value in offered}):
        yield Problem("option values must be unique", pointer)
