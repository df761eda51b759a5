"""Markup, timestamps, signatures, input state, manifests, limits: the pure parts of the Slack workspace."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.slack import AppManifest, Clock, SlackWorkspace
from sandbox.slack.input_state import NotOfferedError, client_errors, entered, initial_values
from sandbox.slack.limits import RateLimits
from sandbox.slack.mrkdwn import escape, pings_in_blocks, pings_of, rich_text_block, typed, unescape

Json = dict[str, Any]
markup = st.text(alphabet="<>&!@#|ABUsubteam^channelhere 0123", max_size=80)


@given(markup | st.text())
def test_escaped_text_pings_nobody_and_comes_back(text: str) -> None:
    assert list(pings_of(escape(text))) == []
    assert unescape(escape(text)) == text
    block = {"type": "section", "text": {"type": "mrkdwn", "text": escape(text)}}
    assert list(pings_in_blocks([block])) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!channel>", [("channel", "channel")]),
        ("<!here|@here> <!everyone>", [("here", "here"), ("everyone", "everyone")]),
        ("<@U123|vera> and <@U456>", [("user", "U123"), ("user", "U456")]),
        ("<!subteam^S1|@leads>", [("usergroup", "S1")]),
        ("<!date^1790000000^{date}|x> <https://example.org|x> <#C1|waste>", []),
    ],
)
def test_markup_that_pings(text: str, found: list[tuple[str, str]]) -> None:
    assert list(pings_of(text)) == found


def test_plain_text_objects_ping_nobody_and_rich_text_does() -> None:
    assert list(pings_in_blocks([{"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}}])) == []
    broadcast = {"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}
    assert list(pings_in_blocks([{"type": "rich_text", "elements": [broadcast]}])) == [("here", "here")]
    assert list(pings_in_blocks([{"fallback": "x", "text": "<!channel>"}])) == [("channel", "channel")]


def test_typed_text_becomes_wire_text() -> None:
    workspace = SlackWorkspace.create()
    vera = workspace.add_member("vera")
    waste = workspace.add_channel("waste")
    wire = typed(workspace, "@vera: 1 < 2 & see #waste, https://example.org/a?b=1&c=2")
    assert wire == (f"<@{vera.id}>: 1 &lt; 2 &amp; see <#{waste.id}|waste>, <https://example.org/a?b=1&amp;c=2>")
    assert typed(workspace, f"<@{vera.id}> <@U0NOBODY>") == f"<@{vera.id}> &lt;@U0NOBODY&gt;"
    kinds = [piece["type"] for piece in rich_text_block("b", wire)["elements"][0]["elements"]]
    assert kinds == ["user", "text", "channel", "text", "link"]


@given(st.lists(st.floats(0, 1e-6), min_size=2, max_size=50))
def test_timestamps_always_rise_even_when_the_clock_does_not(steps: list[float]) -> None:
    moments = iter([1_790_000_000.0 - step for step in steps])
    clock = Clock(wall=lambda: next(moments))
    stamps = [clock.timestamp() for _ in steps]
    assert stamps == sorted(set(stamps))


def test_ids_repeat_with_the_seed() -> None:
    assert SlackWorkspace.create(seed=3).team_id == SlackWorkspace.create(seed=3).team_id
    assert SlackWorkspace.create(seed=3).team_id != SlackWorkspace.create(seed=4).team_id


def menu(**more: Any) -> Json:
    options = [{"text": {"type": "plain_text", "text": name}, "value": name[0]} for name in ("North", "South")]
    return {"type": "static_select", "action_id": "area", "options": options, **more}


def form(element: Json, **more: Any) -> list[Json]:
    return [{"type": "input", "block_id": "b", "element": {"action_id": "area", **element}, **more}]


def test_a_menu_takes_the_value_or_the_visible_text() -> None:
    assert entered(menu(), "N") == entered(menu(), "North")
    with pytest.raises(NotOfferedError):
        entered(menu(), "West")
    many = {**menu(), "type": "multi_static_select"}
    assert [one["value"] for one in entered(many, ["North", "S"])["selected_options"]] == ["N", "S"]


def test_initial_values_are_there_from_the_start() -> None:
    values = initial_values(form(menu(initial_option=menu()["options"][1])))
    assert values["b"]["area"]["selected_option"]["value"] == "S"
    assert initial_values(form({"type": "multi_users_select"}))["b"]["area"] == {
        "type": "multi_users_select",
        "selected_users": [],
    }


@pytest.mark.parametrize(
    ("element", "value", "accepted"),
    [
        ({"type": "plain_text_input"}, "", False),
        ({"type": "plain_text_input"}, "x", True),
        ({"type": "plain_text_input", "max_length": 3}, "four", False),
        ({"type": "plain_text_input", "min_length": 3}, "no", False),
        ({"type": "email_text_input"}, "nobody", False),
        ({"type": "email_text_input"}, "vera@example.org", True),
        ({"type": "url_text_input"}, "example.org", False),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5", False),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "2"}, "1.5", True),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "1"}, "1.5", False),
    ],
)
def test_slacks_client_checks_fields_before_it_submits(element: Json, value: str, accepted: bool) -> None:
    blocks = form(element)
    values = {"b": {"area": entered(blocks[0]["element"], value)}}
    assert (client_errors(blocks, values) == {}) is accepted


def test_an_optional_field_may_stay_empty() -> None:
    blocks = form({"type": "plain_text_input"}, optional=True)
    assert client_errors(blocks, initial_values(blocks)) == {}


def test_a_manifest_says_what_the_app_may() -> None:
    manifest = AppManifest.parse(
        {
            "display_information": {"name": "Liaison"},
            "features": {
                "app_home": {"home_tab_enabled": True, "messages_tab_read_only_enabled": True},
                "bot_user": {"display_name": "liaison"},
                "slash_commands": [{"command": "/liaison", "description": "find a case"}],
                "shortcuts": [{"name": "Make a case", "type": "message", "callback_id": "make", "description": "x"}],
            },
            "oauth_config": {"scopes": {"bot": ["chat:write"]}},
            "settings": {"event_subscriptions": {"bot_events": ["message.im"]}, "socket_mode_enabled": True},
        }
    )
    assert (manifest.home_tab, manifest.messages_tab, manifest.socket_mode) == (True, False, True)
    assert manifest.scopes == {"chat:write"}
    assert manifest.command("/liaison") is not None
    assert manifest.command("/other") is None
    assert manifest.shortcut("make", "message") is not None
    assert manifest.shortcut("make", "global") is None
    with pytest.raises(ValueError):
        AppManifest.parse([])


@given(st.lists(st.floats(0, 5), min_size=1, max_size=60))
def test_no_window_of_a_channel_ever_holds_more_than_its_burst_and_rate(pauses: list[float]) -> None:
    limits = RateLimits(enforced=True, post_rate=1.0, post_burst=3)
    now, allowed = 0.0, []
    for pause in pauses:
        now += pause
        if limits.wait_for("chat.postMessage", 3, "C1", now) == 0:
            allowed.append(now)
    for start in allowed:
        inside = [moment for moment in allowed if start <= moment < start + 10]
        assert len(inside) <= 3 + 10


def wait_of(limits: RateLimits) -> Callable[[str, float], int]:
    return lambda channel, now: limits.wait_for("chat.postMessage", 3, channel, now)


def test_channels_have_limits_of_their_own_below_the_workspaces() -> None:
    wait = wait_of(RateLimits(enforced=True, post_burst=1, workspace_burst=3, workspace_rate=1.0))
    assert [wait(channel, 0.0) for channel in ("C1", "C2", "C1", "C3", "C4")] == [0, 0, 1, 0, 1]
    assert wait("C1", 1.0) == 0
