"""A small town to talk in: real handlers on a real database, a platform that delivers at once, and a clock of its own.

Tests read like the conversation::

    amira = town.resident("Amira", language="ar")
    await amira.writes("The bin was not emptied", to="waste")
    case = await town.case()
    await town.staff("U_ANNA").presses("Claim", case)

After each event everything that waits in the outbox is delivered in the order of lanes, unless the resident has
blocked the bot or the channel is held; reports of deliveries come back as events, as in the real thing.
"""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from alerts.playbooks.plan import Playbook
from broadcasts.spreading import Spreader
from domain.case import Case
from domain.codec import decode
from domain.content import Card, Content
from domain.delivery import Operation
from domain.inbound import (
    DeliveryEnded,
    Inbound,
)
from domain.people import StaffMember
from handlers import dispatch, due, staff_reminders
from handlers.context import Context, Taught
from handlers.events import reminding
from handlers.reading import Reading
from locales import Catalogs
from storage import cases, staff
from storage.engine import Database, Tx
from storage.spread_tally import count_ended
from storage.tables import anchors, bodies, outbox
from tests.databases import fresh_database
from tests.dialogues.actors import ResidentActor, StaffActor
from tests.dialogues.posted import CAPABILITIES, Platform, Posted, buttons_of, plain, words_of
from tests.dialogues.townhall import MEMBERS, NAMES, townhall

__all__ = [
    "MONDAY_MORNING",
    "Posted",
    "ResidentActor",
    "StaffActor",
    "Town",
    "buttons_of",
    "plain",
    "words_of",
]
MONDAY_MORNING = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


class Town:
    """The whole bench. Make it with `Town.open`; `residents` and `staff` act on it."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = MONDAY_MORNING
        self.community = townhall()
        self.catalogs = Catalogs(self.community.default_language)
        self.rng = random.Random(20261116)
        self.playbooks: tuple[Playbook, ...] = ()
        self.platform = Platform()
        self.staff_reminders = False  # most dialogues are easier to read without them
        self.taught: list[Taught] = []
        self._people: dict[str, ResidentActor] = {}

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator["Town"]:
        """A town with an empty ledger and its staff seated in their channels."""
        async with fresh_database(folder) as db:
            async with db.write() as tx:
                await staff.remember(tx, [StaffMember(user=user, name=name) for user, name in NAMES.items()])
                for channel, users in MEMBERS.items():
                    await staff.seat(tx, channel, users)
            yield cls(db)

    # --- people

    def resident(self, name: str, language: str = "en") -> ResidentActor:
        """The resident of that name; their client speaks `language`."""
        if name not in self._people:
            self._people[name] = ResidentActor(self, name, language, str(5000 + len(self._people)))
        return self._people[name]

    def staff(self, user: str) -> StaffActor:
        """The member of staff with that Slack id."""
        return StaffActor(self, user)

    # --- events and time

    async def handle(self, event: Inbound, reading: Reading | None = None) -> None:
        """One event through the front door, then everything that it caused is delivered."""
        await self._handle(event, reading)
        await self.deliver()

    async def _handle(self, event: Inbound, reading: Reading | None = None) -> None:
        self.now += timedelta(seconds=1)
        async with self.db.write() as tx:
            context = self.context(tx)
            await dispatch.handle(context, event, reading)
        self.taught += context.taught

    def context(self, tx: Tx) -> Context:
        """What a handler is given."""
        return Context(
            tx=tx,
            now=self.now,
            community=self.community,
            catalogs=self.catalogs,
            capabilities=CAPABILITIES,
            rng=self.rng,
            playbooks=self.playbooks,
        )

    async def pass_time(self, **span: float) -> None:
        """Let time pass (``minutes=10``) and do what is due then."""
        self.now += timedelta(**span)
        async with self.db.write() as tx:
            context = self.context(tx)
            await due.act_on_time(context)
            if self.staff_reminders:
                await staff_reminders.remind(context)
        self.taught += context.taught
        while await self._remind():
            pass
        await self.deliver()

    async def _remind(self) -> bool:
        async with self.db.write() as tx:
            return await reminding.remind_next(self.context(tx))

    async def wait_until(self, moment: datetime) -> None:
        """Let time pass until `moment` (aware) and do what is due then; nothing ran in between."""
        await self.pass_time(seconds=(moment - self.now).total_seconds())

    # --- troubles

    def block(self, resident: ResidentActor) -> None:
        """From now on the platform answers that the resident has blocked the bot."""
        self.platform.blocked.add(resident.address)

    def unblock(self, resident: ResidentActor) -> None:
        """Take `block` back."""
        self.platform.blocked.discard(resident.address)

    def fail(self, address: str, state: str = "failed", reason: str = "refused") -> None:
        """From now on whatever goes to `address` ends like this."""
        self.platform.failing[address] = (state, reason)

    def hold(self, channel: str) -> None:
        """The channel is down: everything waits."""
        self.platform.held.add(channel)

    async def let_go(self, channel: str) -> None:
        """The channel is back: what waited is delivered."""
        self.platform.held.discard(channel)
        await self.deliver()

    # --- delivery

    async def deliver(self) -> None:
        """Deliver until nothing is left that could be, reports included."""
        while await Spreader(self.db, lambda: self.now, self.community.time_zone).once():
            pass
        while reports := await self._deliver_once():
            for report in reports:
                if isinstance(report, DeliveryEnded):
                    await self._handle(report)

    async def _deliver_once(self) -> list[DeliveryEnded | None]:
        done: list[DeliveryEnded | None] = []
        async with self.db.write() as tx:
            while (row := await self._next(tx)) is not None:
                state, reason = await self._send(tx, row)
                report = DeliveryEnded(delivery_id=row.id, state=state, reason=reason or "")
                done.append(report if row.report else None)
        return done

    async def _next(self, tx: Tx) -> Any | None:
        waiting = sa.select(outbox).where(outbox.c.state == "queued", outbox.c.next_at <= self.now)
        for row in await tx.all(waiting.order_by(outbox.c.lane, outbox.c.id)):
            if row.channel in self.platform.held:
                continue
            names = [name for name in (row.target, row.thread) if name]
            if all([await self._anchor(tx, name) for name in names]):
                return row
        return None

    async def _anchor(self, tx: Tx, name: str | None) -> str | None:
        found = await tx.scalar(sa.select(anchors.c.platform_id).where(anchors.c.name == name))
        return None if found is None else str(found)

    async def _send(self, tx: Tx, row: Any) -> tuple[str, str | None]:
        state, reason = self.platform.failing.get(row.address, ("sent", None))
        if row.address in self.platform.blocked:
            state, reason = "blocked", "blocked"
        if row.not_after is not None and row.not_after <= self.now:
            state, reason = "expired", "expired"
        platform_id = await self._arrive(tx, row) if state == "sent" else None
        ended = {"state": state, "reason": reason, "platform_id": platform_id, "ended_at": self.now}
        await tx.execute(outbox.update().where(outbox.c.id == row.id).values(**ended))
        if row.spread_id is not None:
            await count_ended(tx, row.spread_id, state, 1)
        if row.anchor and platform_id:
            await tx.execute(anchors.delete().where(anchors.c.name == row.anchor))
            place = {"channel": row.channel, "address": row.address, "platform_id": platform_id}
            await tx.execute(anchors.insert().values(name=row.anchor, **place))
        return state, reason

    async def _arrive(self, tx: Tx, row: Any) -> str | None:
        written = row.content or await tx.scalar(sa.select(bodies.c.content).where(bodies.c.id == row.body_id))
        content: Content | None = decode(Content, orjson.loads(written)) if written else None  # type: ignore[arg-type]
        target = await self._anchor(tx, row.target) if row.target else row.reply_to
        if row.operation in (Operation.EDIT, Operation.DELETE):
            known = self.platform.find(row.address, target)
            assert known is not None, f"{row.operation} of a message that is not at {row.address}: {row.target}"
            if row.operation == Operation.DELETE:
                self.platform.posted.remove(known)
            else:
                known.content, known.edits = content, known.edits + 1
            return known.id
        self.platform.number += 1
        posted = Posted(
            id=str(self.platform.number),
            channel=row.channel,
            address=row.address,
            content=content,
            thread=await self._anchor(tx, row.thread),
            reply_to=row.reply_to,
            person=row.person,
        )
        self.platform.posted.append(posted)
        return posted.id

    # --- what can be seen

    async def case(self, reference: str | None = None) -> Case:
        """The case of that reference, or the newest one, as its row now is."""
        found = await self.cases()
        return next(case for case in reversed(found) if reference in (None, case.reference))

    async def cases(self) -> list[Case]:
        """Every case, oldest first."""
        async with self.db.read() as tx:
            ids = [row.id for row in await tx.all(sa.text("SELECT id FROM cases ORDER BY id"))]
            return [await cases.get(tx, case_id) for case_id in ids]

    async def rows(self, table: sa.Table, **columns: Any) -> list[Any]:
        """Rows of a table whose columns have these values, oldest first."""
        async with self.db.read() as tx:
            wanted = [table.c[name] == value for name, value in columns.items()]
            return list(await tx.all(sa.select(table).where(*wanted).order_by(*table.primary_key)))

    async def card(self, case: Case) -> Card:
        """The case's card as it now stands in its channel."""
        content = (await self.card_of(case)).content
        assert isinstance(content, Card)
        return content

    async def card_of(self, case: Case) -> Posted:
        """The message that is the case's card."""
        case = await self.case(case.reference)
        row = (await self.rows(anchors, name=case.card_anchor))[0]
        found = self.platform.find(row.address, row.platform_id)
        assert found is not None
        return found

    async def thread(self, case: Case) -> list[str]:
        """The lines of the card's thread, oldest first, as they now read."""
        return [posted.words for posted in await self.thread_posts(case)]

    async def thread_posts(self, case: Case) -> list[Posted]:
        """The messages of the card's thread, oldest first."""
        card = await self.card_of(case)
        return [posted for posted in self.channel(card.address) if posted.thread == card.id]

    def channel(self, address: str) -> list[Posted]:
        """Everything that stands in a channel or chat and that everybody there sees."""
        return [m for m in self.platform.posted if m.address == address and m.person is None]
