"""What the benchmarks share: the local Bot API, measured children, a million rows, and tables."""

import asyncio
import json
import sqlite3
import sys
import tempfile
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from domain.codec import encode
from domain.content import Message
from storage.engine import Database
from storage.migrate import migrate

ROOT = Path(__file__).parents[1]
BARE = ("bare", "stock", "loop", "gather")
TEXT = "Water is rising. Go to higher ground now."


class Api:
    """The local Bot API."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"

    def set(self, **ways: object) -> None:
        """Change its ways and start counting anew."""
        self._get("/set?" + "&".join(f"{name}={value}" for name, value in ways.items()))

    def stats(self) -> dict[str, Any]:
        """What arrived since `set`."""
        return self._get("/stats")

    def _get(self, path: str) -> dict[str, Any]:
        with urllib.request.urlopen(self.url + path) as answer:  # loopback only
            return dict(json.loads(answer.read()))


@asynccontextmanager
async def bot_api() -> AsyncIterator[Api]:
    """The local Bot API in a process of its own."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.bot_api_server", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert child.stdout is not None
    try:
        yield Api(int(await child.stdout.readline()))
    finally:
        child.kill()
        await child.wait()


async def start(**task: object) -> asyncio.subprocess.Process:
    """A measured child at work."""
    module = "benchmarks.bare_child" if task["mode"] in BARE else "benchmarks.engine_child"
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, json.dumps(task), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )


async def run(**task: object) -> dict[str, Any]:
    """A measured child to its end, and what it reports."""
    child = await start(**task)
    out, _ = await child.communicate()
    if child.returncode:
        raise RuntimeError(f"the child failed: {task}")
    return dict(json.loads(out.splitlines()[-1]))


@contextmanager
def folder() -> Iterator[Path]:
    """A place for a database, gone afterwards."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


async def database(path: Path, rows: int, *, lane: int = 5) -> str:
    """A migrated database with `rows` messages queued, each to a chat of its own, the text frozen once."""
    url = f"sqlite:///{path}"
    async with Database.open(url) as db:
        await migrate(db)
    queue(path, rows, lane=lane)
    return url


def queue(path: Path, rows: int, *, lane: int, first_chat: int = 1) -> None:
    """Queue more, in one statement."""
    with sqlite3.connect(path, timeout=60) as connection:
        content = json.dumps(encode(Message(text=TEXT)))
        body = connection.execute("INSERT INTO bodies (content) VALUES (?) RETURNING id", (content,)).fetchone()[0]
        now = time.time_ns() // 1000
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)"
            " INSERT INTO outbox (channel, address, lane, operation, body_id, created_at, next_at)"
            " SELECT 'telegram', CAST(i + ? AS TEXT), ?, 'post', ?, ?, ? FROM n",
            (rows, first_chat, lane, body, now, now),
        )
    connection.close()


def states(path: Path) -> dict[str, int]:
    """Rows by state."""
    connection = sqlite3.connect(path, timeout=60)
    found = dict(connection.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())
    connection.close()
    return found


def table(title: str, head: list[str], rows: list[list[object]]) -> None:
    """Print a table in Markdown."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(f"{cell:.4g}" if isinstance(cell, float) else str(cell) for cell in row) + " |")
