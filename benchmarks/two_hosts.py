"""Two hosts on one machine: network namespaces with an address each, one sender in each, PostgreSQL and platform apart.

python -m benchmarks.two_hosts       needs root and the `ip` command; says so and ends where it has neither

Each member in turn is killed, paused, cut off from the database alone (the platform still within reach: the hardest
case) and from everything. At the end: nothing lost, no window of the platform overfilled, no repeats beyond the sends
that were in flight.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from benchmarks.bench import ROOT, Api, table
from benchmarks.fleet import Rows
from tests.postgres_server import CARELESS, server

RATE = 60
W = 16
HOSTS = ("east", "west")
PLATFORM, DATABASE = "10.203.7.1", "10.203.7.250"  # on the bridge between the hosts
TROUBLES = ("kill", "pause", "partition from the database", "partition from everything")
HELD = 7.0  # seconds that a pause or a partition lasts: longer than a lease


def reason_not_to() -> str | None:
    """Why this cannot be tried here; None where it can."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        return "two network namespaces need root and the ip command"
    tried = subprocess.run(["ip", "netns", "add", "liaison-try"], capture_output=True, text=True, check=False)
    if tried.returncode:
        return f"no network namespaces here: {tried.stderr.strip()}"
    ip("netns", "del", "liaison-try")
    return None


def ip(*words: str) -> None:
    """Run the ip command."""
    subprocess.run(["ip", *words], check=True)


@contextmanager
def hosts() -> Iterator[None]:
    """A bridge and a namespace a host, each with a cable to it."""
    ip("link", "add", "liaison0", "type", "bridge")
    try:
        for address in (PLATFORM, DATABASE):
            ip("addr", "add", f"{address}/24", "dev", "liaison0")
        ip("link", "set", "liaison0", "up")
        for number, host in enumerate(HOSTS, start=2):
            ip("netns", "add", host)
            ip("link", "add", f"l-{host}", "type", "veth", "peer", "name", "eth0", "netns", host)
            ip("link", "set", f"l-{host}", "master", "liaison0", "up")
            ip("-n", host, "addr", "add", f"10.203.7.{number}/24", "dev", "eth0")
            ip("-n", host, "link", "set", "eth0", "up")
            ip("-n", host, "link", "set", "lo", "up")
        yield
    finally:
        for host in HOSTS:
            subprocess.run(["ip", "netns", "del", host], check=False)
        subprocess.run(["ip", "link", "del", "liaison0"], check=False)


class Member:
    """The sender of one host."""

    def __init__(self, host: str, url: str, api: Api) -> None:
        self.host, self._url, self._api = host, url, api
        self.process: asyncio.subprocess.Process

    async def start(self) -> None:
        """Begin to send."""
        words = (self._url, self._api.url, "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", str(RATE), str(W), "resend")
        command = ("ip", "netns", "exec", self.host, sys.executable, "-m", "tests.crash.engine_child", *words)
        self.process = await asyncio.create_subprocess_exec(*command, cwd=ROOT)

    async def suffer(self, trouble: str) -> None:
        """Be killed, stand still or be cut off, and be well again."""
        if trouble == "kill":
            self.process.kill()
            await self.process.wait()
            await asyncio.sleep(1)
            await self.start()
        elif trouble == "pause":
            self.process.send_signal(signal.SIGSTOP)
            await asyncio.sleep(HELD)
            self.process.send_signal(signal.SIGCONT)
        elif trouble == "partition from everything":
            ip("link", "set", f"l-{self.host}", "down")
            await asyncio.sleep(HELD)
            ip("link", "set", f"l-{self.host}", "up")
        else:
            ip("-n", self.host, "route", "add", "blackhole", f"{DATABASE}/32")
            await asyncio.sleep(HELD)
            ip("-n", self.host, "route", "del", "blackhole", f"{DATABASE}/32")


@asynccontextmanager
async def platform() -> AsyncIterator[Api]:
    """The local Bot API on the bridge."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.bot_api_server", PLATFORM, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    try:
        api = Api(int(await child.stdout.readline()))
        api.url = api.url.replace("127.0.0.1", PLATFORM)
        yield api
    finally:
        child.kill()
        await child.wait()


async def trial(rows: Rows, api: Api, trouble: str) -> list[object]:
    """One trouble, for each of the two members in turn, while messages flow."""
    members = [Member(host, rows.url, api) for host in HOSTS]
    seconds = 2 * (HELD + 5) + 10
    count = int(RATE * seconds)
    await rows.fresh(count)
    api.set(delay="40,40", limit=RATE)
    for member in members:
        await member.start()
    try:
        for member in members:
            while await rows.one("SELECT count(*) FROM members") != 2:
                await asyncio.sleep(0.05)
            await asyncio.sleep(3)
            await member.suffer(trouble)
        begun = time.monotonic()
        while await rows.one("SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'doubt')"):
            if time.monotonic() > begun + 120:
                break
            await asyncio.sleep(0.2)
    finally:
        for member in members:
            if member.process.returncode is None:
                member.process.terminate()
                await member.process.wait()
    stats = api.stats()
    lost = count - int(stats["chats"])
    return [trouble, count, lost, stats["repeats"], 2 * W, stats["worst_window"], stats["refused"]]


async def main() -> None:
    with hosts(), server(settings=(*CARELESS, "tcp_keepalives_idle=3"), address=DATABASE) as url:
        async with platform() as api:
            lines = [await trial(Rows(url), api, trouble) for trouble in TROUBLES]
    head = ["trouble of each host", "messages", "lost", "repeats", "sends in flight at most", "fullest second", "429s"]
    table(f"Two hosts, {RATE}/s", head, lines)
    if any(line[2] or int(str(line[3])) > 2 * W or int(str(line[5])) > RATE for line in lines):
        sys.exit("the trial failed")


if __name__ == "__main__":
    why = reason_not_to()
    if why:
        print(f"skipped: {why}")
    else:
        asyncio.run(main())
