"""Staff and who sits in which desk channel, as Slack told us last."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from domain.people import StaffMember
from storage.engine import Tx
from storage.tables import memberships, staff
from storage.upsert import upsert


async def remember(tx: Tx, members: Sequence[StaffMember]) -> None:
    """Keep names and time zones up to date."""
    if not members:
        return
    insert = upsert(tx, staff)
    kept = insert.on_conflict_do_update(
        index_elements=["user"],
        set_={
            "name": insert.excluded.name,
            "time_zone": insert.excluded.time_zone,
            "bot": insert.excluded.bot,
        },
    )
    await tx.execute(kept, [{"user": m.user, "name": m.name, "time_zone": m.time_zone, "bot": m.bot} for m in members])


async def name_of(tx: Tx, user: str) -> str:
    """The member's name; the bare id where nobody told us one."""
    return str(await tx.scalar(sa.select(staff.c.name).where(staff.c.user == user)) or user)


async def seat(tx: Tx, channel_id: str, users: Iterable[str]) -> None:
    """These users, and nobody else, are members of the channel."""
    await tx.execute(memberships.delete().where(memberships.c.channel_id == channel_id))
    rows = [{"channel_id": channel_id, "user": user} for user in sorted(set(users))]
    if rows:
        await tx.execute(memberships.insert(), rows)


async def join(tx: Tx, channel_id: str, user: str) -> None:
    """One more member."""
    if not await is_member(tx, channel_id, user):
        await tx.execute(memberships.insert().values(channel_id=channel_id, user=user))


async def leave(tx: Tx, channel_id: str, user: str) -> None:
    """One member less."""
    await tx.execute(memberships.delete().where(memberships.c.channel_id == channel_id, memberships.c.user == user))


async def is_member(tx: Tx, channel_id: str, user: str) -> bool:
    """Whether the user sits in the channel."""
    found = sa.select(memberships.c.user).where(memberships.c.channel_id == channel_id, memberships.c.user == user)
    return await tx.scalar(found) is not None


async def channels_of(tx: Tx, user: str) -> set[str]:
    """The channels (or user groups) that the user is a member of."""
    rows = await tx.all(sa.select(memberships.c.channel_id).where(memberships.c.user == user))
    return {row.channel_id for row in rows}


async def members_of(tx: Tx, channel_ids: Iterable[str]) -> set[str]:
    """Whoever sits in one of the channels (or user groups)."""
    chosen = memberships.c.channel_id.in_(sorted(set(channel_ids)))
    return {row.user for row in await tx.all(sa.select(memberships.c.user).where(chosen))}
