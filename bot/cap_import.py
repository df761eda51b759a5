"""`liaison cap import` and `export` at work: files to drafts, a broadcast to a file."""

import random
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from alerts.cap.judge import judge
from alerts.cap.read import Reading
from alerts.cap.remark import Remark, warn
from alerts.cap.write import write
from bot.cap_check import read_file
from broadcasts.export_warning import export
from broadcasts.receive_warning import held
from broadcasts.roles import may_compose
from domain.broadcast import Refusal
from domain.community import Community
from handlers.context import Context
from handlers.official_warning import take_warning
from locales import Catalogs
from storage.engine import Database, Tx

REJECTED: Final = "rejected"
SAID_OTHERWISE: Final = frozenset(
    {"cap-no-expires", "cap-no-area", "cap-area-in-words", "cap-references-not-held", "cap-references-none"}
)
"""What the deed says itself, and says better, because it knows what came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file: an `Outcome`, or ``rejected``. `reference` names the broadcast that it concerns."""

    path: Path
    outcome: str
    reference: str = ""
    remarks: tuple[Remark, ...] = ()


class CapDesk:
    """The deeds, for one community, on its open database."""

    def __init__(self, db: Database, community: Community) -> None:
        self._db, self._community = db, community
        self._catalogs = Catalogs(community.default_language, strict=False, zone=community.time_zone)

    async def may_compose(self, user: str) -> bool:
        """Whether the user (a Slack id) may make drafts."""
        async with self._db.read() as tx:
            return await may_compose(self._context(tx), user)

    async def import_files(self, paths: Sequence[Path], user: str) -> AsyncIterator[Imported]:
        """One file after the other, oldest message first, so that an update finds what it updates."""
        sent = {path: _sent(path) for path in paths}
        for path in sorted(sent, key=lambda path: sent[path]):
            yield await self._import(path, user)

    async def _import(self, path: Path, user: str) -> Imported:
        reading = read_file(path)
        if reading.alert is None:
            return Imported(path=path, outcome=REJECTED, remarks=reading.remarks)
        try:
            return await self._db.transact(lambda tx: self._take(tx, path, reading, user))
        except Refusal:
            return Imported(path=path, outcome=REJECTED, remarks=(warn("cap-import-meanwhile"),))

    async def _take(self, tx: Tx, path: Path, reading: Reading, user: str) -> Imported:
        assert reading.alert is not None
        ctx = self._context(tx)
        judged = judge(reading, await held(ctx, reading.alert))
        received = await take_warning(ctx, reading.alert, origin=f"file:{path.name}", author=user)
        return Imported(
            path=path,
            outcome=received.outcome,
            reference=received.broadcast.reference if received.broadcast else "",
            remarks=(*received.remarks, *(one for one in judged if one.key not in SAID_OTHERWISE)),
        )

    async def export(self, reference: str) -> bytes:
        """The CAP file of a broadcast. Raises Refusal."""
        async with self._db.read() as tx:
            return write(await export(self._context(tx), reference))

    def _context(self, tx: Tx) -> Context:
        return Context(
            tx=tx,
            now=datetime.now(UTC),
            community=self._community,
            catalogs=self._catalogs,
            capabilities={},
            rng=random.Random(),  # noqa: S311  (references are no secrets)
        )


def _sent(path: Path) -> tuple[bool, datetime]:
    """What to sort by: files that cannot be read come last."""
    alert = read_file(path).alert
    return (alert is None, alert.sent if alert else datetime.max.replace(tzinfo=UTC))
