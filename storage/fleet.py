"""A member of a fleet on PostgreSQL: its lease, its part of the work, and the end of those who are gone.

Each member renews its lease every second. Whoever does not for `LEASE` seconds is taken off the list by the others;
its claims are theirs to settle from that moment (`Left`). Whoever was taken off learns it from its own next word to the
database, or earlier: `sure` says whether the lease can still be trusted by our own clock, and no send may start while
it cannot. The clock of the leases is the database server's; the clock of `sure` is ours and never jumps.

The predecessor on the same machine is known to be dead at once: the kernel says so.
"""

import asyncio
import os
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from storage.ledger import Fenced

LEASE = 3.5  # seconds
BEAT = 1.0
MARGIN = 0.5  # seconds before the others may take us off at which we stop trusting our lease
SHARDS = 64  # conversations and addresses are dealt out to members in so many parts
NOW = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint"
_BUDGETS = 0x4C42  # the first number of advisory locks about budgets; the second is the channel's hash

_JOIN = f"""
INSERT INTO members (owner, role, place, pid, born, lease_until) VALUES ($1, $2, $3, $4, $5, {NOW} + $6)"""
_RENEW = f"UPDATE members SET lease_until = {NOW} + $2 WHERE owner = $1 RETURNING owner"
_LIST = f"SELECT owner, role, place, pid, born, lease_until < {NOW} AS late FROM members ORDER BY owner"
_TAKE_OFF = f"""
DELETE FROM members WHERE owner = ANY(ARRAY(
    SELECT owner FROM members WHERE owner = ANY($1) OR lease_until < {NOW} AND owner <> $2
    FOR UPDATE SKIP LOCKED)) RETURNING owner"""
_LEAVE = "DELETE FROM members WHERE owner = $1"
_TAKEN = "SELECT COALESCE(sum(share), 0) FROM budgets WHERE channel = $1 AND owner <> $2"
_GRANT = """
INSERT INTO budgets (channel, owner, share) VALUES ($1, $2, $3)
ON CONFLICT (channel, owner) DO UPDATE SET share = excluded.share"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What falls to this member. `shares`: messages a window by channel; `gone`: members taken off just now."""

    members: tuple[str, ...] = ()
    shards: tuple[int, ...] = tuple(range(SHARDS))
    shares: dict[str, int] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def shards_of(owner: str, members: Sequence[str]) -> tuple[int, ...]:
    """The shards of `owner` among `members`: when one comes or goes, only the shards that it gets or had move."""
    return tuple(shard for shard in range(SHARDS) if max(members, key=lambda one: _weight(one, shard)) == owner)


def fair_share(owner: str, members: Sequence[str], whole: int) -> int:
    """What falls to `owner` of `whole` messages a window: equal parts, the odd ones to the first in order."""
    rank = sorted(members).index(owner)
    return whole // len(members) + (rank < whole % len(members))


def _weight(owner: str, shard: int) -> int:
    return zlib.crc32(f"{owner}/{shard}".encode())


class Membership:
    """One member, over a connection of its own that nothing slow uses. `wholes`: a channel's messages a window.

    `lower` is called before others may learn that we need less of a channel: from then on we must use no more.
    """

    def __init__(
        self,
        connection: Any,
        owner: str,
        role: str,
        wholes: Mapping[str, int] | None = None,
        lower: Callable[[str, int], None] = lambda channel, share: None,
    ) -> None:
        self._connection, self.owner, self._role = connection, owner, role
        self._wholes, self._lower = wholes or {}, lower
        self._shares: dict[str, int] = {}
        self._until = float("-inf")

    @property
    def sure(self) -> bool:
        """Whether nobody can have taken us off the list yet."""
        return asyncio.get_running_loop().time() < self._until

    async def join(self) -> Part:
        """Enter the list and take off who is gone."""
        begun = asyncio.get_running_loop().time()
        place, pid, born = _self()
        await self._connection.execute(_JOIN, self.owner, self._role, place, pid, born, _micros(LEASE))
        self._trust(begun)
        return await self._part()

    async def beat(self) -> Part:
        """Renew the lease, take off who is gone, and see what falls to us. Raises Fenced."""
        begun = asyncio.get_running_loop().time()
        if await self._connection.fetchval(_RENEW, self.owner, _micros(LEASE)) is None:
            self._until = float("-inf")
            raise Fenced(self.owner)
        self._trust(begun)
        return await self._part()

    def carry_on(self, connection: Any) -> None:
        """Go on over another connection: the former one is gone."""
        self._connection = connection

    async def leave(self) -> None:
        """Off the list, by our own will: everything that we had claimed is settled."""
        self._until = float("-inf")
        await self._connection.execute(_LEAVE, self.owner)

    def _trust(self, begun: float) -> None:
        self._until = begun + LEASE - MARGIN

    async def _part(self) -> Part:
        listed = await self._connection.fetch(_LIST)
        gone = await self._take_off(listed)
        members = tuple(one["owner"] for one in listed if one["role"] == self._role and one["owner"] not in gone)
        if self.owner not in members:
            raise Fenced(self.owner)
        for channel, whole in self._wholes.items():
            fair = fair_share(self.owner, members, whole)
            if self._shares.get(channel) != fair:
                self._shares[channel] = await self._share(channel, fair, whole)
        return Part(members=members, shards=shards_of(self.owner, members), shares=dict(self._shares), gone=gone)

    async def _take_off(self, listed: Sequence[Any]) -> tuple[str, ...]:
        """Take off who let the lease run out, and who is known here to be dead. Returns whom this found gone."""
        place, *_ = _self()
        others = [one for one in listed if one["owner"] != self.owner]
        dead = [one["owner"] for one in others if one["place"] == place and not _lives(one["pid"], one["born"])]
        if not dead and not any(one["late"] for one in others):
            return ()
        return tuple(row[0] for row in await self._connection.fetch(_TAKE_OFF, dead, self.owner))

    async def _share(self, channel: str, fair: int, whole: int) -> int:
        """As much of our fair share as the others leave: they let go of what is too much at their own next beat."""
        async with self._connection.transaction():
            await self._connection.execute("SELECT pg_advisory_xact_lock($1, hashtext($2))", _BUDGETS, channel)
            taken = int(await self._connection.fetchval(_TAKEN, channel, self.owner))
            share = max(0, min(fair, whole - taken))
            if share < self._shares.get(channel, 0):
                self._lower(channel, share)
            if share != self._shares.get(channel):
                await self._connection.execute(_GRANT, channel, self.owner, share)
        return share


def _micros(seconds: float) -> int:
    return int(seconds * 1_000_000)


def _self() -> tuple[str, int, int]:
    return _place(), os.getpid(), _stat(os.getpid())[1]


def _place() -> str:
    """This boot of this machine and its process table; a name that nobody shares where the kernel does not tell."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}/{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return f"unknown/{os.uname().nodename}/{os.getpid()}"


def _lives(pid: int, born: int) -> bool:
    """Whether the process that began at `born` under this number is still there, as far as we may know."""
    state, began = _stat(pid)
    if began:
        return began == born and state not in "ZX"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _stat(pid: int) -> tuple[str, int]:
    """State and start time (the kernel's ticks since boot) of a process; 0 where we cannot tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return fields[0], int(fields[19])
    except (OSError, ValueError, IndexError):
        return "", 0
