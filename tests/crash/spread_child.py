"""A process that writes the rows of what goes to many and sends them, as Liaison does, until it is killed.

python -m tests.crash.spread_child DATABASE_URL API_URL TOKEN RATE
"""

import asyncio
import signal
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from broadcasts import spreading
from broadcasts.spreading import Spreader
from channels.telegram.bot import make_bot
from channels.telegram.outbound import TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from storage.engine import Database


def _now() -> datetime:
    return datetime.now(UTC)


async def main(url: str, api: str, token: str, rate: str) -> None:
    vars(spreading).update(CHUNK=20, MOST_WRITTEN=20)  # many small steps, so that kills fall between and into them
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    limits = ChannelSettings(rate=float(rate), chat=ChatLimit(per_second=1000, burst=100), in_flight=16)
    request = AiohttpRequest(connections=64)
    await request.initialize()
    try:
        sender = TelegramSender(make_bot(token, request, api_url=api), request)
        async with Database.open(url) as db:
            spreader = asyncio.create_task(Spreader(db, _now, ZoneInfo("UTC")).run(stop))
            await Engine(db, {"telegram": sender}, EngineSettings(channels={"telegram": limits})).run(stop)
            await spreader
    finally:
        await request.shutdown()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
