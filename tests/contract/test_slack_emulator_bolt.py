"""The real slack-bolt and slack_sdk over Socket Mode against the local workspace: the circle of a card."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack import Member, SlackWorkspace
from tests.contract.slack_emulator_forms import card, reply_form
from tests.waiting import until


@dataclass
class Town:
    """A workspace with one department channel, one clerk, and a Bolt app that is connected to it."""

    workspace: SlackWorkspace
    app: AsyncApp
    handler: AsyncSocketModeHandler
    client: AsyncWebClient
    vera: Member
    heard: list[dict[str, Any]] = field(default_factory=list)


@asynccontextmanager
async def town_with(workspace: SlackWorkspace) -> AsyncIterator[Town]:
    workspace.add_channel("waste")
    vera = workspace.add_member("vera", "Vera Example", channels=["waste"])
    async with workspace.serving() as api_url:
        client = AsyncWebClient(token=workspace.bot_token, base_url=api_url)
        app = AsyncApp(client=client)
        handler = AsyncSocketModeHandler(
            app, workspace.app_token, web_client=AsyncWebClient(token=workspace.app_token, base_url=api_url)
        )
        await handler.connect_async()
        try:
            yield Town(workspace, app, handler, client, vera)
        finally:
            await handler.close_async()


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    async with town_with(SlackWorkspace.create()) as ready:
        yield ready


async def test_a_message_reaches_the_app_and_its_answer_the_thread(town: Town) -> None:
    @town.app.event("message")
    async def hear(event: dict[str, Any], say: Any) -> None:
        if event.get("bot_id") is None:
            await say(text=f"heard: {event['text']}", thread_ts=event["ts"])

    asked = town.vera.post("waste", "when is collection?")
    thread = await town.workspace.changes.until(lambda: town.vera.thread("waste", asked.ts)[1:])
    assert [one["text"] for one in thread] == ["heard: when is collection?"]
    assert thread[0]["bot_id"] == town.workspace.bot_user.bot_id
    assert town.vera.read("waste")[0]["reply_count"] == 1


async def test_a_mention_is_an_app_mention_and_a_message(town: Town) -> None:
    kinds: list[str] = []

    @town.app.event("app_mention")
    async def mention(event: dict[str, Any]) -> None:
        kinds.append(event["type"])

    @town.app.event("message")
    async def hear(event: dict[str, Any]) -> None:
        kinds.append(event["type"])

    town.vera.mention_bot("waste", "please look")
    await town.workspace.settled()
    await until(lambda: len(kinds) >= 2)
    assert sorted(kinds) == ["app_mention", "message"]


async def test_press_form_errors_then_submit_updates_the_card(town: Town) -> None:
    @town.app.action("reply")
    async def reply(ack: Any, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=reply_form(body["message"]["ts"]))

    @town.app.view("reply_form")
    async def submitted(ack: Any, view: dict[str, Any], client: AsyncWebClient) -> None:
        text = view["state"]["values"]["words"]["text"]["value"]
        if "!" in text:
            await ack(response_action="errors", errors={"words": "no shouting"})
            return
        await ack()
        channel = town.workspace.channel("waste").id
        await client.chat_update(channel=channel, ts=view["private_metadata"], text=f"answered: {text}", blocks=[])

    posted = await town.client.chat_postMessage(channel="waste", text="card", blocks=card())
    outcome = await town.vera.press("waste", posted["ts"], "reply")
    assert outcome.ok
    await town.workspace.changes.until(lambda: town.vera.modal)

    incomplete = await town.vera.submit()
    assert incomplete.error == "incomplete"
    assert list(town.vera.modal_errors) == ["words"]

    await town.vera.fill("text", "On Friday!")
    assert (await town.vera.submit()).error == "errors"
    assert town.vera.modal_errors == {"words": "no shouting"}

    await town.vera.fill("text", "On Friday")
    assert (await town.vera.submit()).ok
    assert town.vera.modal is None
    await town.workspace.changes.until(lambda: town.vera.read("waste")[0]["text"] == "answered: On Friday")
    assert "blocks" not in town.vera.read("waste")[0]


async def test_a_handler_that_never_acknowledges_is_a_visible_timeout(town: Town) -> None:
    town.workspace.deliveries.ack_seconds = 0.2

    @town.app.action("claim")
    async def claim(body: dict[str, Any]) -> None:
        await asyncio.sleep(0)

    posted = await town.client.chat_postMessage(channel="waste", text="card", blocks=card())
    outcome = await town.vera.press("waste", posted["ts"], "claim")
    assert (outcome.ok, outcome.error) == (False, "operation_timeout")


async def test_home_is_published_when_it_is_opened(town: Town) -> None:
    @town.app.event("app_home_opened")
    async def opened(event: dict[str, Any], client: AsyncWebClient) -> None:
        section = {"type": "section", "text": {"type": "mrkdwn", "text": "*Queue*: 3"}}
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section]})

    town.vera.open_home()
    home = await town.workspace.changes.until(lambda: town.vera.home)
    assert home is not None
    assert home["blocks"][0]["text"]["text"] == "*Queue*: 3"


async def test_slash_command_answers_privately(town: Town) -> None:
    @town.app.command("/liaison")
    async def liaison(ack: Any, command: dict[str, Any], respond: Any) -> None:
        await ack(f"looking for {command['text']}")
        await respond("found it")

    other = town.workspace.add_member("otto", channels=["waste"])
    assert (await town.vera.command("/liaison", "AB12", channel="waste")).ok
    await town.workspace.changes.until(lambda: len(town.vera.read("waste")) == 2)
    assert {one["text"] for one in town.vera.read("waste")} == {"looking for AB12", "found it"}
    assert other.read("waste") == []


async def test_shortcuts_reach_the_app(town: Town) -> None:
    seen: list[str] = []

    @town.app.shortcut("make_case")
    async def make_case(ack: Any, shortcut: dict[str, Any]) -> None:
        await ack()
        seen.append(shortcut["type"])

    message = town.vera.post("waste", "bins are overflowing")
    assert (await town.vera.message_shortcut("waste", message.ts, "make_case")).ok
    assert (await town.vera.global_shortcut("make_case")).ok
    assert seen == ["message_action", "shortcut"]


async def test_an_unacknowledged_event_comes_again_with_the_same_id(town: Town) -> None:
    town.workspace.deliveries.retry_delays = (0.01, 0.01, 0.01)
    ids: list[str] = []

    @town.app.event("message")
    async def hear(body: dict[str, Any]) -> None:
        ids.append(body["event_id"])

    town.workspace.faults.add("envelope_duplicate", method="events_api", times=1)
    town.vera.post("waste", "twice, please")
    await town.workspace.settled()
    await until(lambda: len(ids) >= 2)
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_a_refresh_brings_a_new_connection(town: Town) -> None:
    heard: list[str] = []

    @town.app.event("message")
    async def hear(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    first = town.workspace.sockets.connections[0]
    await town.workspace.sockets.refresh()
    await town.workspace.changes.until(lambda: first not in town.workspace.sockets.connections)
    await town.workspace.changes.until(lambda: town.workspace.sockets.connections)
    town.vera.post("waste", "still there?")
    await town.workspace.settled()
    await until(lambda: heard)
    assert heard == ["still there?"]
