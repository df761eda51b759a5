"""Faults on purpose: each switch does what its name says, to the real clients."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack import Member, SlackWorkspace
from tests.waiting import until


@pytest.fixture
async def workspace() -> AsyncIterator[SlackWorkspace]:
    ready = SlackWorkspace.create()
    ready.add_channel("waste")
    ready.add_channel("roads")
    async with ready.serving():
        yield ready


@pytest.fixture
def vera(workspace: SlackWorkspace) -> Member:
    return workspace.add_member("vera", channels=["waste"])


@pytest.fixture
def client(workspace: SlackWorkspace) -> AsyncWebClient:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url, timeout=2)
    client.retry_handlers.clear()
    return client


@pytest.fixture
async def app(client: AsyncWebClient) -> AsyncApp:
    return AsyncApp(client=client)


@pytest.fixture
async def handler(workspace: SlackWorkspace, app: AsyncApp) -> AsyncIterator[AsyncSocketModeHandler]:
    """The app's connection, whose socket client looks after itself ten times a second."""
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    ready = AsyncSocketModeHandler(app, workspace.app_token, web_client=web, ping_interval=0.1)
    await ready.connect_async()
    yield ready
    await ready.close_async()


def hearing(app: AsyncApp) -> list[dict[str, Any]]:
    """The message events that the app gets from now on, as whole bodies."""
    heard: list[dict[str, Any]] = []

    @app.event("message")
    async def hear(body: dict[str, Any]) -> None:
        heard.append(body)

    return heard


async def post(client: AsyncWebClient, channel: str = "waste") -> str:
    """What the caller of chat.postMessage sees: "ok" or the kind of failure."""
    try:
        await client.chat_postMessage(channel=channel, text="x")
    except SlackApiError as error:
        status = getattr(error.response, "status_code", 200)  # a body that cannot be read carries the raw response
        return "unreadable" if status == 200 else str(status)
    except (aiohttp.ClientError, TimeoutError) as error:
        return type(error).__name__
    return "ok"


@pytest.mark.parametrize(
    ("fault", "seen", "posts"),
    [
        ({"kind": "status", "status": 503}, "503", 0),
        ({"kind": "status", "status": 502, "executed": True}, "502", 1),
        ({"kind": "malformed"}, "unreadable", 0),
        ({"kind": "malformed", "executed": True}, "unreadable", 1),
        ({"kind": "ratelimited", "retry_after": 30}, "429", 0),
        ({"kind": "drop_before"}, "ServerDisconnectedError", 0),
        ({"kind": "drop_after"}, "ServerDisconnectedError", 1),
    ],
)
async def test_answers_go_wrong_and_the_journal_knows_what_was_done(
    workspace: SlackWorkspace, client: AsyncWebClient, fault: dict[str, Any], seen: str, posts: int
) -> None:
    workspace.faults.add(**fault, method="chat.*", times=1)
    assert await post(client) == seen
    assert len(workspace.journal.posts) == posts
    assert await post(client) == "ok"


async def test_an_empty_body_is_no_success(workspace: SlackWorkspace, client: AsyncWebClient) -> None:
    workspace.faults.add("empty", times=1)
    assert await post(client) == "unreadable"


async def test_a_fault_keeps_to_its_channel(workspace: SlackWorkspace, client: AsyncWebClient) -> None:
    workspace.faults.add("status", method="chat.postMessage", channel="roads")
    assert [await post(client, name) for name in ("waste", "roads", "waste")] == ["ok", "503", "ok"]
    workspace.faults.clear()
    assert await post(client, "roads") == "ok"


async def test_chance_repeats_with_the_seed() -> None:
    def hits(seed: int) -> list[bool]:
        faults = SlackWorkspace.create(seed=seed).faults
        faults.add("empty", probability=0.5)
        return [bool(faults.strike(frozenset({"empty"}), "chat.update")) for _ in range(40)]

    assert hits(1) == hits(1) != hits(2)
    assert 5 < sum(hits(1)) < 35


async def test_a_delay_only_delays(workspace: SlackWorkspace, client: AsyncWebClient) -> None:
    workspace.faults.add("delay", seconds=0.2, times=1)
    before = workspace.clock.monotonic()
    assert await post(client) == "ok"
    assert workspace.clock.monotonic() - before >= 0.2


async def test_a_trickling_answer_is_executed_and_outlasts_the_clients_patience(workspace: SlackWorkspace) -> None:
    workspace.faults.add("trickle", times=1, seconds=0.1)
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url, timeout=1)
    assert await post(client) == "TimeoutError"
    assert len(workspace.journal.posts) == 1


async def test_a_hanging_call_ends_with_the_clients_patience(workspace: SlackWorkspace) -> None:
    workspace.faults.add("hang", times=1)
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url, timeout=1)
    assert await post(client) == "TimeoutError"
    assert workspace.journal.posts == []


async def test_a_workspace_that_is_down_refuses_everything_until_it_is_up(
    workspace: SlackWorkspace, client: AsyncWebClient, app: AsyncApp, handler: AsyncSocketModeHandler, vera: Member
) -> None:
    workspace.deliveries.retry_delays = (0.3,) * 20
    heard = hearing(app)
    await workspace.take_down()
    assert await post(client) == "503"
    await workspace.changes.until(lambda: not workspace.sockets.connections)
    vera.post("waste", "while it was down")
    workspace.bring_up()
    assert await post(client) == "ok"
    await workspace.settled(10)
    await until(lambda: "while it was down" in [body["event"]["text"] for body in heard])


async def test_a_revoked_token_is_refused(workspace: SlackWorkspace, client: AsyncWebClient) -> None:
    workspace.revoke_token("account_inactive")
    with pytest.raises(SlackApiError, match="account_inactive"):
        await client.auth_test()
    workspace.revoke_token("")
    await client.auth_test()


async def test_refused_socket_urls_are_counted_and_given_out_again(workspace: SlackWorkspace) -> None:
    workspace.faults.add("socket_refuse", times=1)
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    url = (await web.apps_connections_open(app_token=workspace.app_token))["url"]
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)
        fresh = (await web.apps_connections_open(app_token=workspace.app_token))["url"]
        async with session.ws_connect(fresh) as socket:
            assert (await socket.receive_json())["type"] == "hello"
            with pytest.raises(aiohttp.WSServerHandshakeError):
                await session.ws_connect(fresh)
    assert workspace.sockets.refused == 2


async def test_a_url_refused_at_a_refresh_wedges_the_sdk_until_somebody_asks_for_another(
    workspace: SlackWorkspace, app: AsyncApp, handler: AsyncSocketModeHandler
) -> None:
    workspace.faults.add("socket_refuse", times=1)
    await workspace.sockets.refresh(grace=0)
    await until(lambda: workspace.sockets.refused >= 3)
    asked = workspace.journal.calls["apps.connections.open"]
    assert workspace.sockets.connections == []
    assert workspace.sockets.refused >= 3
    await asyncio.sleep(0.3)
    assert workspace.journal.calls["apps.connections.open"] == asked == 2
    handler.client.wss_uri = None
    await workspace.changes.until(lambda: workspace.sockets.connections)


async def test_the_eleventh_connection_is_one_too_many(workspace: SlackWorkspace) -> None:
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    async with aiohttp.ClientSession() as session:
        sockets = []
        for _ in range(11):
            url = (await web.apps_connections_open(app_token=workspace.app_token))["url"]
            sockets.append(await session.ws_connect(url))
        first = [await socket.receive_json() for socket in sockets]
        assert [one["type"] for one in first] == ["hello"] * 10 + ["disconnect"]
        assert first[10]["reason"] == "too_many_websockets"
        await asyncio.gather(*(socket.close() for socket in sockets))


async def test_every_envelope_goes_to_one_connection(workspace: SlackWorkspace, vera: Member) -> None:
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    texts: list[list[str]] = [[], []]
    async with aiohttp.ClientSession() as session:

        async def listen(number: int) -> None:
            url = (await web.apps_connections_open(app_token=workspace.app_token))["url"]
            async with session.ws_connect(url) as socket:
                async for frame in socket:
                    envelope = frame.json()
                    if envelope["type"] == "events_api":
                        texts[number].append(envelope["payload"]["event"]["text"])
                        await socket.send_json({"envelope_id": envelope["envelope_id"]})

        listeners = [asyncio.create_task(listen(number)) for number in (0, 1)]
        await workspace.changes.until(lambda: len(workspace.sockets.connections) == 2)
        for number in range(6):
            vera.post("waste", str(number))
        await workspace.settled()
        for listener in listeners:
            listener.cancel()
        await asyncio.gather(*listeners, return_exceptions=True)
    assert sorted(texts[0] + texts[1]) == [str(number) for number in range(6)]
    assert len(texts[0]) == len(texts[1]) == 3


async def test_a_connection_that_plays_dead_is_noticed_and_renewed_by_the_sdk(
    workspace: SlackWorkspace, app: AsyncApp, handler: AsyncSocketModeHandler, vera: Member
) -> None:
    workspace.deliveries.ack_seconds = 0.5
    workspace.deliveries.retry_delays = (0.2,) * 30
    heard = hearing(app)
    first = workspace.sockets.connections[0]
    workspace.sockets.silence()
    vera.post("waste", "anybody there?")
    await workspace.changes.until(lambda: first not in workspace.sockets.connections, 15)
    await workspace.settled(15)
    await until(lambda: heard)
    assert [body["event"]["text"] for body in heard] == ["anybody there?"]


async def test_a_cut_connection_repeats_what_was_not_acknowledged(
    workspace: SlackWorkspace, app: AsyncApp, handler: AsyncSocketModeHandler, vera: Member
) -> None:
    workspace.deliveries.ack_seconds = 5
    workspace.deliveries.retry_delays = (0.2,) * 30
    heard = hearing(app)
    workspace.faults.add("envelope_drop", method="events_api", times=1)
    vera.post("waste", "lost on the way")
    await asyncio.sleep(0.05)
    await workspace.sockets.close_all(abrupt=True)
    await workspace.settled(10)
    await until(lambda: heard)
    assert [body["event"]["text"] for body in heard] == ["lost on the way"]


async def test_events_given_up_are_in_the_journal(workspace: SlackWorkspace, vera: Member) -> None:
    workspace.deliveries.retry_delays = (0.0, 0.0, 0.0)
    vera.post("waste", "to nobody")
    await workspace.settled()
    lost = workspace.journal.lost_events
    assert [(one.type, one.attempts, one.reason) for one in lost] == [("message", 4, "connection_failed")]


async def test_reordered_envelopes_change_places(
    workspace: SlackWorkspace, app: AsyncApp, handler: AsyncSocketModeHandler, vera: Member
) -> None:
    heard = hearing(app)
    workspace.faults.add("envelope_reorder", method="events_api", times=1)
    vera.post("waste", "first")
    await asyncio.sleep(0.02)
    vera.post("waste", "second")
    await workspace.settled()
    await until(lambda: len(heard) >= 2)
    assert [body["event"]["text"] for body in heard] == ["second", "first"]


async def test_no_hello_then_nothing(workspace: SlackWorkspace) -> None:
    workspace.faults.add("socket_no_hello", times=1)
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    url = (await web.apps_connections_open(app_token=workspace.app_token))["url"]
    async with aiohttp.ClientSession() as session, session.ws_connect(url) as socket:
        with pytest.raises(TimeoutError):
            await socket.receive(timeout=0.1)
