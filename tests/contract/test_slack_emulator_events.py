"""What the app hears, and what it must not: subscriptions, scopes, membership; menus and buttons outside modals."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack import AppManifest, Member, NotOnScreenError, SlackWorkspace
from sandbox.slack.deliveries import Ack, EnvelopeKind
from sandbox.slack.input_state import NotOfferedError
from sandbox.slack.manifest import BOT_EVENTS, BOT_SCOPES
from tests.contract.slack_emulator_forms import card

Json = dict[str, Any]


class Recorder:
    """A carrier that keeps what the app would get, and acknowledges with `answer`."""

    def __init__(self) -> None:
        self.payloads: list[Json] = []
        self.answer: Any = None

    async def deliver(self, kind: EnvelopeKind, payload: Json, *, attempt: int, reason: str, wait: float) -> Ack:
        self.payloads.append(json.loads(json.dumps(payload)))
        return Ack(ok=True, payload=self.answer)

    def events(self) -> list[str]:
        """Types (with subtypes) of the events so far."""
        found = [payload["event"] for payload in self.payloads if "event" in payload]
        return [".".join(filter(None, (one["type"], one.get("subtype")))) for one in found]


def town(manifest: AppManifest | None = None) -> tuple[SlackWorkspace, Recorder]:
    workspace = SlackWorkspace.create(manifest)
    recorder = Recorder()
    workspace.deliveries.carrier = recorder
    return workspace, recorder


@pytest.mark.parametrize(
    ("events", "scopes", "heard"),
    [
        (BOT_EVENTS, BOT_SCOPES, ["message", "message", "message", "app_mention", "reaction_added"]),
        (BOT_EVENTS - {"message.groups"}, BOT_SCOPES, ["message", "message", "app_mention", "reaction_added"]),
        (BOT_EVENTS, BOT_SCOPES - {"groups:history"}, ["message", "message", "app_mention", "reaction_added"]),
        (BOT_EVENTS, BOT_SCOPES - {"im:history"}, ["message", "message", "app_mention", "reaction_added"]),
        (BOT_EVENTS, BOT_SCOPES - {"app_mentions:read"}, ["message", "message", "message", "reaction_added"]),
        (BOT_EVENTS, BOT_SCOPES - {"reactions:read"}, ["message", "message", "message", "app_mention"]),
        (frozenset(), BOT_SCOPES, []),
        (BOT_EVENTS, frozenset(), []),
    ],
)
async def test_events_need_a_subscription_and_a_scope(
    events: frozenset[str], scopes: frozenset[str], heard: list[str]
) -> None:
    workspace, recorder = town(AppManifest(events=events, scopes=scopes))
    vera = workspace.add_member("vera")
    workspace.add_channel("open", members=["vera"])
    workspace.add_channel("closed", is_private=True, members=["vera"])
    vera.dm("one")
    vera.post("closed", "two")
    message = vera.mention_bot("open", "three")
    vera.react("open", message.ts, "eyes")
    await workspace.settled()
    assert sorted(recorder.events()) == sorted(heard)


async def test_the_app_hears_nothing_from_where_it_is_not() -> None:
    workspace, recorder = town()
    vera = workspace.add_member("vera")
    message = vera.mention_bot("general", "are you there?")
    vera.react("general", message.ts, "eyes")
    vera.edit("general", message.ts, "hello?")
    await workspace.settled()
    assert recorder.events() == []
    vera.invite("general", workspace.bot_user.id)
    vera.post("general", "now")
    await workspace.settled()
    assert recorder.events() == ["message.channel_join", "member_joined_channel", "message"]


async def test_staffs_words_arrive_escaped_with_who_and_where() -> None:
    workspace, recorder = town()
    vera = workspace.add_member("vera")
    root = vera.dm("1 < 2 & <!channel>")
    vera.post(root.channel, "in the thread", thread_ts=root.ts)
    await workspace.settled()
    first, second = (payload["event"] for payload in recorder.payloads)
    assert first["text"] == "1 &lt; 2 &amp; <!channel>"
    assert (first["user"], first["channel_type"], first["channel"]) == (vera.id, "im", root.channel)
    assert (second["thread_ts"], second["parent_user_id"]) == (root.ts, vera.id)
    assert len({payload["event_id"] for payload in recorder.payloads}) == 2


async def test_edits_carry_both_versions_and_deletions_the_last() -> None:
    workspace, recorder = town()
    vera = workspace.add_member("vera")
    message = vera.dm("before")
    vera.edit(message.channel, message.ts, "after")
    vera.delete(message.channel, message.ts)
    await workspace.settled()
    _, changed, deleted = (payload["event"] for payload in recorder.payloads)
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("before", "after")
    assert changed["message"]["edited"]["user"] == vera.id
    assert (deleted["deleted_ts"], deleted["previous_message"]["text"]) == (message.ts, "after")


async def test_a_deleted_root_leaves_a_tombstone_above_its_replies() -> None:
    workspace, _ = town()
    vera = workspace.add_member("vera")
    root = vera.post("general", "root")
    reply = vera.post("general", "reply", thread_ts=root.ts)
    vera.delete("general", root.ts)
    assert [one.get("subtype") for one in vera.thread("general", root.ts)] == ["tombstone", None]
    vera.delete("general", reply.ts)
    assert vera.read("general")[0]["reply_count"] == 0


@pytest.fixture
async def desk() -> AsyncIterator[tuple[SlackWorkspace, Recorder, AsyncWebClient, Member]]:
    workspace, recorder = town()
    workspace.add_channel("waste")
    vera = workspace.add_member("vera", channels=["waste"])
    async with workspace.serving() as api_url:
        yield workspace, recorder, AsyncWebClient(token=workspace.bot_token, base_url=api_url), vera


Desk = tuple[SlackWorkspace, Recorder, AsyncWebClient, Member]


def menu_block() -> list[Json]:
    options = [{"text": {"type": "plain_text", "text": name}, "value": name.lower()} for name in ("High", "Low")]
    return [
        {"type": "section", "text": {"type": "mrkdwn", "text": "x"}, "block_id": "s",
         "accessory": {"type": "static_select", "action_id": "priority", "options": options}},
        {"type": "actions", "block_id": "a", "elements": [
            {"type": "overflow", "action_id": "more", "options": options},
            {"type": "datepicker", "action_id": "due"},
        ]},
    ]  # fmt: skip


async def test_menus_in_a_message_say_what_was_chosen(desk: Desk) -> None:
    _, recorder, client, vera = desk
    ts = (await client.chat_postMessage(channel="waste", text="x", blocks=menu_block()))["ts"]
    recorder.payloads.clear()
    await vera.choose("waste", ts, "priority", "High")
    await vera.press("waste", ts, "more", value="low")
    await vera.choose("waste", ts, "due", "2026-05-01")
    chosen, more, due = (payload["actions"][0] for payload in recorder.payloads)
    assert chosen["selected_option"]["value"] == "high"
    assert more["selected_option"]["value"] == "low"
    assert due["selected_date"] == "2026-05-01"
    state = recorder.payloads[0]["state"]["values"]
    assert state["s"]["priority"]["selected_option"]["value"] == "high"
    assert state["a"]["due"]["selected_date"] is None


async def test_nobody_can_press_what_is_not_there(desk: Desk) -> None:
    workspace, _, client, vera = desk
    ts = (await client.chat_postMessage(channel="waste", text="x", blocks=menu_block()))["ts"]
    with pytest.raises(NotOnScreenError):
        await vera.press("waste", ts, "claim")
    with pytest.raises(NotOnScreenError):
        await vera.press("waste", ts, "priority")
    with pytest.raises(NotOfferedError):
        await vera.choose("waste", ts, "priority", "Middling")
    with pytest.raises(NotOnScreenError):
        workspace.add_member("otto").post("waste", "not a member")
    with pytest.raises(NotOnScreenError):
        vera.edit("waste", ts, "not mine")


async def test_of_two_equal_buttons_the_value_or_block_decides(desk: Desk) -> None:
    _, recorder, client, vera = desk
    first, second = card("AB12"), card("CD34")
    for block in second:
        block["block_id"] += "2"
    ts = (await client.chat_postMessage(channel="waste", text="x", blocks=[*first, *second]))["ts"]
    recorder.payloads.clear()
    await vera.press("waste", ts, "claim", value="CD34")
    await vera.press("waste", ts, "claim", block_id="deeds")
    assert [payload["actions"][0]["value"] for payload in recorder.payloads] == ["CD34", "AB12"]


async def test_buttons_in_an_ephemeral_message_carry_no_message_but_a_response_url(desk: Desk) -> None:
    workspace, recorder, client, vera = desk
    await client.chat_postEphemeral(channel="waste", user=vera.id, text="x", blocks=card())
    shown = vera.read("waste")[0]
    recorder.payloads.clear()
    await vera.press("waste", shown["ts"], "claim")
    payload = recorder.payloads[0]
    assert payload["container"]["is_ephemeral"] is True
    assert "message" not in payload
    path = payload["response_url"].removeprefix(f"{workspace.base_url}/actions/")
    assert workspace.triggers.use_response(path).message_ts == shown["ts"]


async def test_an_app_without_interactivity_or_commands_hears_of_neither() -> None:
    workspace, recorder = town(AppManifest(interactivity=False, scopes=frozenset({"chat:write"})))
    vera = workspace.add_member("vera")
    assert (await vera.command("/liaison", channel="general")).error == "not_a_command"
    with pytest.raises(LookupError):
        await vera.global_shortcut("make_case")
    assert recorder.payloads == []
