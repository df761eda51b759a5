"""Bells that ring across processes: what a commit wakes (`Tx.wake`) is heard by every member through LISTEN.

A bell only saves waiting: rows are the truth, and everybody also looks on their own now and then. So a lost connection
costs nothing but a moment; after it every bell is rung once, for nobody knows what was missed.
"""

import asyncio
from contextlib import suppress
from typing import Any

import structlog

from storage.postgres import connect, passing
from storage.wake import TOPICS, Wake

RETRY_SECONDS = 1.0
PROBE_SECONDS = 30.0  # a connection that died in silence is found out so late at most

log = structlog.get_logger(__name__)


async def listen(dsn: str, wake: Wake) -> None:
    """Ring the bells of `wake` for commits of others, until cancelled."""
    while True:
        try:
            await _listen_once(dsn, wake)
        except Exception as error:
            if not passing(error):
                raise
            log.warning("listening", problem=type(error).__name__)
        await asyncio.sleep(RETRY_SECONDS)


async def _listen_once(dsn: str, wake: Wake) -> None:
    ended = asyncio.Event()
    connection = await connect(dsn)
    try:
        connection.add_termination_listener(lambda _connection: ended.set())
        await connection.add_listener(TOPICS, lambda _connection, _pid, _channel, topic: wake.rouse(topic))
        wake.rouse_all()
        while not ended.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(PROBE_SECONDS):
                    await ended.wait()
            if not ended.is_set():
                await connection.execute("SELECT 1")
    finally:
        _drop(connection)


def _drop(connection: Any) -> None:
    """End at once: a kind farewell would wait for a server that may be gone."""
    connection.terminate()
