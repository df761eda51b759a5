"""Liaison put together, against both local platforms: polled and pushed, a message becomes a card and a receipt."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.app import opened
from bot.configuration import read_community
from bot.connections import Connections, SlackConnection, TelegramConnection
from bot.sandbox_town import plan_of, read_manifest
from bot.ticks import ticks
from bot.workspace import ChannelsMissing
from domain.content import Message
from domain.delivery import Draft, Lane
from sandbox.page.town import Town, found
from sandbox.slack import SlackWorkspace
from sandbox.telegram.limits import Rates
from sandbox.telegram.server import TelegramServer
from storage import outbox
from storage.tables import residents

COMMUNITY = read_community(Path(__file__).parents[2] / "config" / "community.toml")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def connected(town: Town, database_url: str, *, webhook: bool = False, rate: float = 30) -> Connections:
    """How to reach the town's platforms."""
    port = free_port() if webhook else 0
    telegram = TelegramConnection(
        token=town.telegram.token,
        api_url=town.telegram.address,
        webhook_url=f"http://127.0.0.1:{port}/telegram" if webhook else "",
        webhook_secret="a-made-up-secret" if webhook else "",
        rate=rate,
    )
    slack = SlackConnection(bot_token=town.slack.bot_token, app_token=town.slack.app_token, api_url=town.slack.api_url)
    return Connections(telegram=telegram, slack=slack, database_url=database_url, http_port=port)


@asynccontextmanager
async def liaison(town: Town, database_url: str, *, webhook: bool, rate: float = 30) -> AsyncIterator[None]:
    """The whole application at work until the block ends."""
    connections = connected(town, database_url, webhook=webhook, rate=rate)
    async with opened(COMMUNITY, connections) as app:
        stop = asyncio.Event()
        work = asyncio.create_task(app.work(stop))
        ready = asyncio.create_task(app.ready.wait())
        await asyncio.wait({ready, work}, timeout=15, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if work.done():
            work.result()
        assert app.ready.is_set()
        if not webhook:  # Slack repeats an event that found no socket at once and then only after a minute
            await town.slack.changes.until(lambda: town.slack.sockets.connections, within=15)
        yield
        stop.set()
        await work


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    telegram, slack = TelegramServer(), SlackWorkspace.create(read_manifest())
    async with telegram.serving(), slack.serving():
        yield found(plan_of(COMMUNITY), telegram, slack)


@pytest.mark.parametrize("webhook", [False, True])
async def test_an_emergency_is_answered_and_lands_on_a_desk(town: Town, database_url: str, webhook: bool) -> None:
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    async with liaison(town, database_url, webhook=webhook):
        robin.write("Fire in the cellar of 5 Sample Street!")
        await robin.expect("marked it as urgent", within=15)
        cards = await town.slack.changes.until(
            lambda: [p for p in town.slack.journal.posts if "Sample Street" in str(p.text)], within=15
        )
    assert len(cards) == 1
    assert town.slack.journal.pings == []


@pytest.mark.parametrize(("rate", "refused"), [(30, True), (31, False)])
async def test_more_than_the_free_rate_is_asked_for_as_paid_broadcast(
    town: Town, database_url: str, rate: float, refused: bool
) -> None:
    residents = [person.resident for person in town.people.values()][:4]
    town.telegram.bot.limiter.apply(Rates(per_second=1, paid_per_second=1000, per_chat_second=None))
    async with liaison(town, database_url, webhook=False, rate=rate):
        for one in residents:
            one.write("Fire in the cellar of 5 Sample Street!")
        for one in residents:
            await one.expect(within=20)
    assert (town.telegram.bot.limiter.refused > 0) is refused


async def test_the_clock_holds_a_newsletter_back_when_quiet_hours_begin(town: Town, database_url: str) -> None:
    now = datetime.now(UTC)
    async with opened(COMMUNITY, connected(town, database_url)) as app:
        async with app.db.write() as tx:
            who = await tx.insert(
                residents, channel="telegram", address="7", language="pl", created_at=now, reach="active",
                quiet_from=1, quiet_to=0, history={}, dialogue={},
            )  # fmt: skip
            news = Draft(channel="telegram", address="7", lane=Lane.BULK, content=Message(text="x"), resident_id=who)
            (row,) = await outbox.enqueue(tx, [news], now)
        app.ready.set()
        deed = next(tick.deed for tick in ticks(app) if tick.name == "quiet")

        stop = asyncio.Event()

        async def once(over: asyncio.Event) -> None:
            await deed()
            stop.set()

        await app.keeps_time.run(stop, once)
        async with app.db.read() as tx:
            standing = await outbox.standing(tx, row)
    assert standing is not None
    assert standing.next_at > now + timedelta(minutes=1)


async def test_what_was_written_while_liaison_was_down_is_handled_after_the_restart(
    town: Town, database_url: str
) -> None:
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    async with liaison(town, database_url, webhook=False):
        pass
    robin.write("Fire in the cellar of 5 Sample Street!")
    async with liaison(town, database_url, webhook=False):
        receipt = await robin.expect("marked it as urgent", within=15)
    assert receipt.outgoing


async def test_an_archived_channel_stops_neither_the_others_nor_the_next_start(town: Town, database_url: str) -> None:
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    async with liaison(town, database_url, webhook=False):
        pass
    gone = next(channel for channel in town.slack.channels.values() if channel.name == "events-and-culture")
    gone.archived = True
    async with liaison(town, database_url, webhook=False):
        robin.write("Fire in the cellar of 5 Sample Street!")
        await robin.expect("marked it as urgent", within=15)
    async with liaison(town, database_url, webhook=False):
        pass


async def test_a_channel_that_never_was_is_said_once_and_the_start_refused(town: Town, database_url: str) -> None:
    channel = next(channel for channel in town.slack.channels.values() if channel.name == "waste")
    channel.name = "rubbish"
    with pytest.raises(ChannelsMissing, match=r"#waste \(department waste\)"):
        async with liaison(town, database_url, webhook=False):
            pass
