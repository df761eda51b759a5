"""Both platforms in this process, the real `liaison run` as a child of it, and people on both sides."""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import sqlalchemy as sa

from bot.configuration import read_community
from bot.sandbox_town import plan_of, read_manifest
from sandbox.page.town import Town, found
from sandbox.slack import SlackWorkspace
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer
from storage.engine import Database
from storage.tables import inbox, outbox

ROOT = Path(__file__).parents[2]
CONFIG = ROOT / "config" / "community.toml"
COMMUNITY = read_community(CONFIG)
LIAISON = Path(sys.executable).with_name("liaison")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Child:
    """One life of `liaison run`."""

    process: asyncio.subprocess.Process
    log: Path

    async def kill(self) -> None:
        """SIGKILL, now."""
        with suppress(ProcessLookupError):
            self.process.kill()
        await self.process.wait()

    async def died(self, within: float = 30) -> int:
        """The exit code, once it has ended by itself."""
        async with asyncio.timeout(within):
            return await self.process.wait()

    async def stop(self, within: float = 12) -> int:
        """SIGTERM; returns the exit code."""
        self.process.terminate()
        return await self.died(within)


@dataclass
class TownHall:
    """`settings` are further environment variables of every child."""

    town: Town
    url: str
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    in_flight: int = 0  # sends whose answer nobody had written down when a child was killed
    kills: int = 0
    _lives: int = 0
    _child: Child | None = None

    @property
    def telegram(self) -> TelegramServer:
        return self.town.telegram

    @property
    def slack(self) -> SlackWorkspace:
        return self.town.slack

    def environment(self) -> dict[str, str]:
        """What the child knows: nothing of ours but this."""
        return {
            "PATH": "/usr/bin:/bin",
            "HOME": str(self.folder),
            "TELEGRAM_BOT_TOKEN": self.telegram.token,
            "TELEGRAM_API_URL": self.telegram.address,
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_SIGNING_SECRET": self.slack.signing_secret,
            "SLACK_API_URL": self.slack.api_url,
            "DATABASE_URL": self.url,
            "LIAISON_CONFIG": str(CONFIG),
            "LIAISON_HTTP_PORT": str(self.port),
            "LOG_FORMAT": "json",
            **self.settings,
        }

    async def start(self, *words: str, **settings: str) -> Child:
        """Start `liaison run WORDS`. Its log is kept, one file a life."""
        self._lives += 1
        log = self.folder / f"life-{self._lives:03}.log"
        with log.open("wb") as file:
            process = await asyncio.create_subprocess_exec(
                LIAISON, "run", *words, cwd=self.folder, env=self.environment() | settings, stderr=file, stdout=file
            )
        self._child = Child(process=process, log=log)
        return self._child

    @asynccontextmanager
    async def running(self, **settings: str) -> AsyncIterator[Child]:
        """A child that is ready, and stopped kindly at the end."""
        child = await self.start(**settings)
        await self.ready(child)
        yield child
        if child.process.returncode is None:
            assert await child.stop() == 0, child.log.read_text()

    async def ready(self, child: Child, within: float = 30) -> None:
        """Wait until the child handles messages."""
        async with asyncio.timeout(within):
            while not (await self.health()).get("ready"):
                assert child.process.returncode is None, child.log.read_text()
                await asyncio.sleep(0.1)

    async def listening(self, child: Child, within: float = 30) -> None:
        """Wait until staff can do something: the child is ready and hears Slack."""
        await self.ready(child, within)
        async with asyncio.timeout(within):
            while not (await self.health()).get("slack_connections"):
                assert child.process.returncode is None, child.log.read_text()
                await asyncio.sleep(0.1)

    async def health(self) -> dict[str, Any]:
        """The health page's figures; empty while nobody serves it."""
        try:
            async with aiohttp.ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{self.port}/health") as answer:
                    figures: dict[str, Any] = await answer.json()
                    return figures
        except aiohttp.ClientError:
            return {}

    async def run(self, *words: str) -> str:
        """Another `liaison` command beside it; returns what it printed."""
        process = await asyncio.create_subprocess_exec(
            LIAISON, *words, cwd=self.folder, env=self.environment(), stdout=asyncio.subprocess.PIPE
        )
        out, _ = await process.communicate()
        return out.decode()

    async def kill(self, child: Child) -> None:
        """SIGKILL, and count what was in flight."""
        await child.kill()
        await self.count_in_flight()

    async def count_in_flight(self) -> None:
        """After a death: add the sends of which nobody knows whether they arrived."""
        self.kills += 1
        self.in_flight += await self.count(outbox, outbox.c.state == "sending")

    async def count(self, table: sa.Table, *which: sa.ColumnElement[bool]) -> int:
        """Rows of a table."""
        async with Database.open(self.url) as db, db.read() as tx:
            return int(await tx.scalar(sa.select(sa.func.count()).select_from(table).where(*which)))

    async def rows(self, query: sa.Select[Any]) -> list[Any]:
        """The rows that a query finds."""
        async with Database.open(self.url) as db, db.read() as tx:
            return list(await tx.all(query))

    async def settled(self, within: float = 90) -> None:
        """Wait until nothing is on its way any more: at the platforms, in the inbox, in the outbox."""
        async with asyncio.timeout(within):
            quiet = 0
            while quiet < 3:
                await asyncio.sleep(0.3)
                quiet = quiet + 1 if await self._quiet() else 0

    async def _quiet(self) -> bool:
        if len(self.telegram.bot.updates) or self.slack.deliveries.pending:
            return False
        if await self.count(inbox, inbox.c.state == "new"):
            return False
        return await self.count(outbox, outbox.c.state.in_(("queued", "sending"))) == 0

    async def close(self) -> None:
        """No child outlives its test."""
        if self._child is not None and self._child.process.returncode is None:
            await self._child.kill()


@asynccontextmanager
async def town_hall(folder: Path, url: str, **settings: str) -> AsyncIterator[TownHall]:
    """A town whose Liaison is not started yet."""
    telegram, slack = TelegramServer(Options(conflict_pause=0.2)), SlackWorkspace.create(read_manifest())
    slack.deliveries.retry_delays = (0.5, *[2.0] * 30)  # Slack's own are 0, 60, 300: nobody should wait here
    async with telegram.serving(), slack.serving():
        hall = TownHall(town=found(plan_of(COMMUNITY), telegram, slack), url=url, folder=folder, settings=settings)
        try:
            yield hall
        finally:
            await hall.close()
