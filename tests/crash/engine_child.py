"""A process that does nothing but send: the engine, the real Telegram sender, and a database to share.

python -m tests.crash.engine_child DATABASE_URL API_URL TOKEN RATE IN_FLIGHT resend|hold
"""

import asyncio
import signal
import sys

from channels.telegram.bot import make_bot
from channels.telegram.outbound import TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.doubt import HOLD_ALL, POLICIES
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from storage.engine import Database


async def main(url: str, api: str, token: str, rate: str, in_flight: str, policy: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    limits = ChannelSettings(rate=float(rate), chat=ChatLimit(per_second=1000, burst=100), in_flight=int(in_flight))
    doubt = HOLD_ALL if policy == "hold" else POLICIES
    settings = EngineSettings(channels={"telegram": limits}, doubt=doubt)
    request = AiohttpRequest(connections=64)
    await request.initialize()
    try:
        sender = TelegramSender(make_bot(token, request, api_url=api), request)
        async with Database.open(url) as db:
            await Engine(db, {"telegram": sender}, settings).run(stop)
    finally:
        await request.shutdown()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
