"""The engine in a process of its own, measured from inside.

python -m benchmarks.engine_child '{"mode": "engine", "api": "http://127.0.0.1:1", …}'    prints one line of JSON
"""

import asyncio
import json
import sys

import telegram

from benchmarks.bare_child import bare
from benchmarks.measured import TOKEN, Task, watch
from channels.telegram.bot import make_bot
from channels.telegram.outbound import CAPABILITIES, TelegramSender
from channels.telegram.transport import AiohttpRequest
from delivery.doubt import HOLD_ALL, POLICIES
from delivery.engine import Engine
from delivery.limits import ChatLimit
from delivery.settings import ChannelSettings, EngineSettings
from domain.content import Message
from domain.delivery import Delivery, Receipt
from storage.engine import Database
from storage.ledger import Ask, Batch, Look
from storage.ledger_sqlite import SqliteLedger


class Bare:
    """The thinnest sender there is: the library's call and nothing else."""

    capabilities = CAPABILITIES

    def __init__(self, bot: telegram.Bot) -> None:
        self._bot = bot

    async def send(self, delivery: Delivery) -> Receipt:
        assert isinstance(delivery.content, Message)
        sent = await self._bot.send_message(int(delivery.address), delivery.content.text)
        return Receipt(platform_id=str(sent.message_id))


class NoIntents(SqliteLedger):
    """The same ledger without the mark before the send: a row is written once, when it was sent. A crash repeats."""

    def _connect(self) -> None:
        super()._connect()
        self._taken: set[int] = set()

    def _look(self, ask: Ask) -> Look:
        look = super()._look(ask._replace(limit=ask.limit + len(self._taken)))
        return look._replace(rows=[row for row in look.rows if row.id not in self._taken])

    def _commit(self, batch: Batch) -> set[int]:
        self._connection.executemany(
            "UPDATE outbox SET state = 'sent', platform_id = ?, ended_at = ?, attempts = attempts + 1 WHERE id = ?",
            [(one.platform_id, batch.now, one.row.id) for one in batch.outcomes],
        )
        self._taken.difference_update(one.row.id for one in batch.outcomes)
        claimed = {row.id for row in batch.claims}
        self._taken |= claimed
        return claimed


async def engine(task: Task) -> dict[str, float]:
    import delivery.engine as home

    if task.mode == "no-intent":

        async def open_without(db: Database, owner: str, durability: str, whole: object) -> SqliteLedger:
            return await NoIntents.open(db, owner, durability)  # type: ignore[arg-type]

        vars(home).update(open_ledger=open_without)

    limits = ChannelSettings(
        rate=task.rate, chat=ChatLimit(per_second=1000, burst=100), in_flight=task.in_flight, in_flight_most=256
    )
    settings = EngineSettings(
        channels={"telegram": limits},
        durability=task.durability,  # type: ignore[arg-type]
        doubt=HOLD_ALL if task.hold else POLICIES,
    )
    async with AiohttpRequest(connections=256) as request:
        bot = make_bot(TOKEN, request, api_url=task.api)
        sender = TelegramSender(bot, request) if task.mode == "engine-full" else Bare(bot)
        async with Database.open(task.db) as db:
            running = Engine(db, {"telegram": sender}, settings)
            async with running.running():
                return await watch(task, lambda: _ended(running))


def _ended(engine: Engine) -> int:
    tally = engine._outlets["telegram"].courier.tally
    return tally.sent + tally.failed


if __name__ == "__main__":
    chosen = Task(**json.loads(sys.argv[1]))
    work = bare if chosen.mode == "bare-same" else engine
    print(json.dumps(asyncio.run(work(chosen))), flush=True)
