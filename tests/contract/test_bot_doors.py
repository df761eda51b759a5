"""Both doors of the whole application: what the platforms push is taken in, what anybody else pushes is turned away."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

import aiohttp
import pytest
import sqlalchemy as sa

from bot.app import App, opened
from bot.configuration import read_community
from bot.connections import Connections, SlackConnection, TelegramConnection
from bot.sandbox_town import plan_of, read_manifest
from channels.telegram.webhook import SECRET_HEADER
from sandbox.page.town import Town, found
from sandbox.slack import Member, SlackWorkspace
from sandbox.slack.signing import signed_headers
from sandbox.telegram.server import TelegramServer
from storage.tables import inbox
from tests.crash.crowd import press
from tests.crash.town_hall import CONFIG, free_port

SECRET = "a-made-up-secret"
FORM = "application/x-www-form-urlencoded"
NOTHING_MORE: Mapping[str, str] = MappingProxyType({})


@dataclass
class Doors:
    """The application at work, with both platforms pushing to it."""

    app: App
    town: Town
    port: int
    session: aiohttp.ClientSession

    async def knock(self, path: str, body: bytes, headers: dict[str, str], kind: str = "application/json") -> int:
        """POST anything; returns the status."""
        url = f"http://127.0.0.1:{self.port}{path}"
        async with self.session.post(url, data=body, headers={"Content-Type": kind, **headers}) as answer:
            return answer.status

    async def signed(
        self, body: bytes, kind: str = "application/json", more: Mapping[str, str] = NOTHING_MORE, *, at: float = 0
    ) -> int:
        """POST to Slack's door as Slack would, `at` seconds from now."""
        headers = signed_headers(self.town.slack.signing_secret, time.time() + at, body)
        return await self.knock("/slack/events", body, {**headers, **more}, kind)

    async def health(self) -> dict[str, object]:
        async with self.session.get(f"http://127.0.0.1:{self.port}/health") as answer:
            figures: dict[str, object] = await answer.json()
            return figures

    async def rows(self) -> int:
        """Rows of the inbox, our own reports aside."""
        ours = sa.select(sa.func.count()).select_from(inbox).where(inbox.c.channel != "liaison")
        async with self.app.db.read() as tx:
            return int(await tx.scalar(ours))


@asynccontextmanager
async def at_work(database_url: str) -> AsyncIterator[Doors]:
    community, port = read_community(CONFIG), free_port()
    telegram, slack = TelegramServer(), SlackWorkspace.create(read_manifest())
    slack.deliveries.retry_delays = (0.1, 0.1, 0.1)
    async with telegram.serving(), slack.serving(), aiohttp.ClientSession() as session:
        town = found(plan_of(community), telegram, slack)
        connections = Connections(
            telegram=TelegramConnection(
                token=telegram.token,
                api_url=telegram.address,
                webhook_url=f"http://127.0.0.1:{port}/telegram",
                webhook_secret=SECRET,
            ),
            slack=SlackConnection(
                bot_token=slack.bot_token, signing_secret=slack.signing_secret, api_url=slack.api_url
            ),
            database_url=database_url,
            http_port=port,
        )
        async with opened(community, connections) as app:
            stop = asyncio.Event()
            work = asyncio.create_task(app.work(stop))
            await asyncio.wait_for(app.ready.wait(), 15)
            doors = Doors(app=app, town=town, port=port, session=session)
            await until_served(doors)
            await slack.use_http(f"http://127.0.0.1:{port}/slack/events")  # the url_verification handshake included
            yield doors
            stop.set()
            await work


async def until_served(doors: Doors) -> None:
    async with asyncio.timeout(10):
        while True:
            try:
                await doors.health()
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)
            else:
                return


@pytest.fixture
async def doors(database_url: str) -> AsyncIterator[Doors]:
    async with at_work(database_url) as ready:
        yield ready


def event(number: int) -> bytes:
    said = {"type": "message", "channel": "D1", "channel_type": "im", "user": "U1", "ts": f"{number}.1", "text": "hi"}
    return json.dumps({"type": "event_callback", "event_id": f"Ev{number}", "team_id": "T1", "event": said}).encode()


async def test_the_whole_circle_over_http(doors: Doors) -> None:
    robin = next(p for p in doors.town.people.values() if p.language.code == "en").resident
    robin.write("Fire in the cellar of 5 Sample Street!")
    await robin.expect("marked it as urgent", within=15)
    slack = doors.town.slack
    card = (await slack.changes.until(lambda: [p for p in slack.journal.posts if "Sample Street" in p.text], 15))[0]
    member = member_of(doors.town, card.channel)
    post = next(m for m in member.read(card.channel) if m["ts"] == card.ts)
    case = next(e["value"] for b in post["blocks"] if b["type"] == "actions" for e in b["elements"]).rpartition(":")[2]
    assert (await press(member, card.channel, post, f"s:form:reply:{case}")).ok
    await member.fill("answer", "The brigade is on its way.", block_id="text")
    assert (await member.submit()).ok
    await robin.expect("The brigade is on its way.", within=15)
    assert (await member.command("/liaison", "help")).ok
    await slack.changes.until(lambda: slack.journal.ephemerals or member.read_dm(), 15)


def member_of(town: Town, channel: str) -> Member:
    staff = {user.id for user in town.slack.users.values() if user.title}
    return next(town.slack.member(user) for user in town.slack.channels[channel].members if user in staff)


FORGED = [
    {"X-Slack-Signature": "v0=" + "0" * 64},
    {"X-Slack-Signature": ""},
    {"X-Slack-Request-Timestamp": "abc"},
    {"X-Slack-Request-Timestamp": ""},
    {"X-Slack-Request-Timestamp": "9" * 400},
]


async def test_forged_and_stale_requests_of_slack_are_counted_and_nothing_is_kept(doors: Doors) -> None:
    for headers in FORGED:
        assert await doors.signed(event(1), more=headers) == 401
    assert await doors.signed(event(1), at=-301) == 401
    assert await doors.signed(event(1), at=301) == 401
    assert await doors.knock("/slack/events", event(1), {}) == 401
    assert await doors.rows() == 0
    assert (await doors.health())["refused"] == {"slack.signature": len(FORGED) + 3}


async def test_forged_webhooks_are_counted_and_nothing_is_kept(doors: Doors) -> None:
    update = json.dumps({"update_id": 1, "message": {}}).encode()
    for headers in ({}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: ""}, {SECRET_HEADER: SECRET + "x"}):
        assert await doors.knock("/telegram", update, headers) == 403
    assert await doors.knock("/telegram", b"x" * 1_100_000, {SECRET_HEADER: SECRET}) == 413
    assert await doors.rows() == 0
    assert (await doors.health())["refused"] == {"telegram.secret": 4, "telegram.size": 1}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"[1]", b"null", b'"x"', b"5", b"{}", b"\xff\xfe\x00", b'{"a":"\\ud800"}']
)
async def test_nonsense_that_is_rightly_signed_is_never_an_error_of_ours(doors: Doors, body: bytes) -> None:
    for kind in ("application/json", FORM, "text/plain"):
        assert await doors.signed(body, kind) in (200, 400, 401), (body, kind)
    assert await doors.knock("/telegram", body, {SECRET_HEADER: SECRET}) == 200  # kept, or Telegram repeats it for ever
    assert await doors.signed(event(1)) == 200


async def test_a_repetition_of_slack_is_kept_once_and_a_replay_of_anybody_too(doors: Doors) -> None:
    assert await doors.signed(event(7)) == 200
    for number in ("1", "2", "3"):
        retry = {"X-Slack-Retry-Num": number, "X-Slack-Retry-Reason": "http_timeout"}
        assert await doors.signed(event(7), more=retry) == 200
    headers = signed_headers(doors.town.slack.signing_secret, time.time(), event(7))
    for _ in range(5):
        assert await doors.knock("/slack/events", event(7), headers) == 200
    assert await doors.rows() == 1


async def test_a_slash_command_pushed_twice_acts_once(doors: Doors) -> None:
    fields = {
        "command": "/liaison",
        "text": "help",
        "user_id": "U0BRZEG0001",
        "trigger_id": "1.2.3",
        "channel_id": "C1",
    }
    for _ in range(2):
        assert await doors.signed(urlencode(fields).encode(), FORM) == 200
    assert await doors.rows() == 1


async def test_many_forged_requests_are_told_to_the_front_desk_once(doors: Doors) -> None:
    for _ in range(60):
        assert await doors.knock("/telegram", b"{}", {SECRET_HEADER: "guess"}) == 403
    slack = doors.town.slack
    told = await slack.changes.until(lambda: [p for p in slack.journal.posts if "turned away" in p.text], 15)
    await asyncio.sleep(0.5)
    assert len(told) == len([p for p in slack.journal.posts if "turned away" in p.text]) == 1
