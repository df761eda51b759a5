"""A coordinator's own Telegram chat: linked by a code that is made in Slack, works once and soon runs out."""

import hashlib
import random
from datetime import datetime, timedelta

import sqlalchemy as sa

from domain.ids import new_reference
from storage.engine import Tx
from storage.tables_broadcasts import staff_links

GOOD_FOR = timedelta(minutes=15)


async def make(tx: Tx, user: str, now: datetime, rng: random.Random) -> str:
    """A new code for the user; earlier ones that nobody used are void. Only its hash is kept."""
    await tx.execute(staff_links.delete().where(staff_links.c.user == user, staff_links.c.used_at.is_(None)))
    code = new_reference(rng)
    await tx.execute(staff_links.insert().values(code=_hash(code), user=user, made_at=now))
    return code


async def use(tx: Tx, code: str, resident_id: int, now: datetime) -> str | None:
    """Link the chat; returns whose it is now. None for a code that is wrong, used or too old: nothing was changed.

    A user has one chat and a chat one user: an earlier link of either is gone.
    """
    fresh = sa.and_(
        staff_links.c.code == _hash(code), staff_links.c.used_at.is_(None), staff_links.c.made_at > now - GOOD_FOR
    )
    result = await tx.execute(staff_links.update().where(fresh).values(resident_id=resident_id, used_at=now))
    if result.rowcount != 1:
        return None
    user = str(await tx.scalar(sa.select(staff_links.c.user).where(staff_links.c.code == _hash(code))))
    older = sa.or_(staff_links.c.resident_id == resident_id, staff_links.c.user == user)
    await tx.execute(staff_links.delete().where(older, staff_links.c.code != _hash(code)))
    return user


async def user_of(tx: Tx, resident_id: int) -> str | None:
    """The Slack user whose own chat this is; None for a resident like any other."""
    found = await tx.scalar(sa.select(staff_links.c.user).where(staff_links.c.resident_id == resident_id))
    return None if found is None else str(found)


async def unlink(tx: Tx, resident_id: int) -> bool:
    """The chat is a resident's like any other again. False if it was already."""
    result = await tx.execute(staff_links.delete().where(staff_links.c.resident_id == resident_id))
    return result.rowcount > 0


def _hash(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
