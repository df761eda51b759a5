"""`liaison broadcast` at work: the deeds of coordinators on the database, whether Liaison runs meanwhile or not.

Whoever acts is a Slack user with a role, as in Slack; what is approved leaves through the running Liaison, or as soon
as it starts.
"""

import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

from alerts.playbooks.plan import Playbook
from bot.workspace import ChannelsMissing, remembered_channels, resolve
from broadcasts import approve, steer
from broadcasts.approve import Word
from channels.slack.outbound import CAPABILITIES as SLACK
from channels.telegram.outbound import CAPABILITIES as TELEGRAM
from domain.broadcast import UNDER_WAY, Broadcast, Refusal, Step
from domain.community import Community
from domain.content import Card
from handlers import (
    broadcast_approving,
    broadcast_audience,
    broadcast_card,
    broadcast_preview,
    broadcast_report,
    broadcast_words,
)
from handlers.context import Context
from locales import Catalogs
from storage import broadcasts
from storage.engine import Database, Tx

T = TypeVar("T")


class BroadcastDesk:
    """The deeds, for one community on its open database. Every deed is one transaction and raises Refusal."""

    def __init__(
        self, db: Database, community: Community, playbooks: tuple[Playbook, ...], rates: dict[str, float]
    ) -> None:
        self._db, self._community, self._playbooks, self._rates = db, community, playbooks, rates
        self.catalogs = Catalogs(community.default_language, strict=False, zone=community.time_zone)

    async def meet(self) -> None:
        """Know Slack's channels by their ids, as far as Liaison has ever met Slack."""
        try:
            self._community = resolve(self._community, await remembered_channels(self._db))
        except ChannelsMissing:
            return

    async def compose(self, user: str, about: str, form: str, values: dict[str, str]) -> tuple[Broadcast, Card]:
        """Make a draft of the answers to a form; returns it with its preview."""

        async def deed(ctx: Context) -> tuple[Broadcast, Card]:
            made = await broadcast_words.drafted(ctx, user, about, form, values)
            return made, await broadcast_preview.draw(ctx, made, user)

        return await self._write(deed)

    async def preview(self, reference: str, user: str) -> Card:
        """The preview of a draft."""

        async def deed(ctx: Context) -> Card:
            return await broadcast_preview.draw(ctx, await _meant(ctx, reference), user)

        return await self._read(deed)

    async def submit(self, reference: str, user: str) -> Broadcast:
        """Freeze it and ask for a second person; the card appears in Slack as well."""

        async def deed(ctx: Context) -> Broadcast:
            broadcast = await _meant(ctx, reference)
            submitted = await approve.submit(ctx, broadcast, user, broadcast.version)
            await broadcast_card.post(ctx, submitted)
            return submitted

        return await self._write(deed)

    async def approve(self, reference: str, user: str, area: str, seal: str) -> Broadcast:
        """The second person's yes, to what has this seal (as `status` shows it)."""

        async def deed(ctx: Context) -> Broadcast:
            broadcast = await _meant(ctx, reference)
            if not seal or not (broadcast.seal or "").startswith(seal):
                raise Refusal("changed")
            running = await approve.approve(ctx, broadcast, user, Word(version=broadcast.version, area=area))
            await broadcast_card.redraw(ctx, running)
            return running

        return await self._write(deed)

    async def override(self, reference: str, user: str, area: str, reason: str) -> Broadcast:
        """A duty officer sends alone; all coordinators are told."""

        async def deed(ctx: Context) -> Broadcast:
            broadcast = await _meant(ctx, reference)
            word = Word(version=broadcast.version, area=area, reason=reason)
            return await broadcast_approving.send_alone(ctx, broadcast, user, word)

        return await self._write(deed)

    async def steer(self, reference: str, user: str, step: Step) -> Broadcast:
        """Pause, resume or stop."""

        async def deed(ctx: Context) -> Broadcast:
            moved = await steer.steer(ctx, await _meant(ctx, reference), user, step)
            await broadcast_card.redraw(ctx, moved)
            return moved

        return await self._write(deed)

    async def status(self, reference: str) -> tuple[Broadcast, Card, bool]:
        """How it stands, as the card in Slack says it, and whether it is still under way."""

        async def deed(ctx: Context) -> tuple[Broadcast, Card, bool]:
            broadcast = await _meant(ctx, reference)
            card = await broadcast_card.draw(ctx, broadcast, await steer.standing(ctx, broadcast))
            return broadcast, card, broadcast.state in UNDER_WAY

        return await self._read(deed)

    async def report(self, reference: str, user: str) -> tuple[list[str], list[tuple[str, ...]]]:
        """The delivery report in words, and a table with every recipient, for those who may see names."""

        async def deed(ctx: Context) -> tuple[list[str], list[tuple[str, ...]]]:
            broadcast = await _meant(ctx, reference)
            await broadcast_report.allowed(ctx, broadcast, user)
            counted = await steer.standing(ctx, broadcast)
            rows: list[tuple[str, ...]] = []
            for part in range(broadcast_report.tables(counted)):
                table = [row async for row in broadcast_report.rows(ctx, broadcast.id, part)]
                rows += table[1:] if rows else table
            return await broadcast_report.in_words(ctx, broadcast), rows

        return await self._read(deed)

    async def audiences(self) -> dict[str, int]:
        """Every saved audience by name, and how many people it has now."""
        return await self._read(broadcast_audience.counted)

    async def keep_audience(self, reference: str, name: str, user: str) -> None:
        """Keep a broadcast's audience under a name, to be used again."""

        async def deed(ctx: Context) -> None:
            await broadcast_audience.keep(ctx, user, str((await _meant(ctx, reference)).id), name)

        await self._write(deed)

    async def drop_audience(self, name: str, user: str) -> None:
        """Forget a saved audience."""
        await self._write(lambda ctx: broadcast_audience.drop(ctx, user, name))

    async def recent(self) -> list[Broadcast]:
        """The latest broadcasts, newest first."""
        return await self._read(lambda ctx: broadcasts.recent(ctx.tx))

    async def _write(self, deed: Callable[[Context], Awaitable[T]]) -> T:
        return await self._db.transact(lambda tx: deed(self._context(tx)))

    async def _read(self, deed: Callable[[Context], Awaitable[T]]) -> T:
        async with self._db.read() as tx:
            return await deed(self._context(tx))

    def _context(self, tx: Tx) -> Context:
        return Context(
            tx=tx,
            now=datetime.now(UTC),
            community=self._community,
            catalogs=self.catalogs,
            capabilities={"telegram": TELEGRAM, "slack": SLACK},
            rng=random.SystemRandom(),
            playbooks=self._playbooks,
            rates=self._rates,
        )


async def _meant(ctx: Context, reference: str) -> Broadcast:
    found = await broadcasts.by_reference(ctx.tx, reference.strip().upper())
    if found is None:
        raise Refusal("unknown")
    return found
