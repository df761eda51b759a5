"""Deep links: what a poster's QR code opens in the resident's chat."""

import orjson

from domain.event import Event, Occasion
from handlers.context import Context
from storage import documents
from storage.engine import Tx

SHOW, DOOR = "e", "d"  # what stands before the code: look at an event, or "I am here"
START = "https://t.me/{name}?start={payload}"  # Bot API: A-Z, a-z, 0-9, _ and -, at most 64 characters


async def bot_name(tx: Tx) -> str:
    """The bot's user name in Telegram; empty until the platform has told it."""
    known = await documents.take(tx, "telegram-identity")
    return str(orjson.loads(known).get("username", "")) if known else ""


def address(name: str, kind: str, code: str) -> str:
    """The deep link of `kind` (SHOW, DOOR)."""
    return START.format(name=name, payload=f"{kind}-{code}")


async def of(ctx: Context, event: Event) -> str:
    """The event's deep link; empty until the bot knows its own name."""
    name = await bot_name(ctx.tx)
    return address(name, SHOW, event.code) if name else ""


async def door_of(ctx: Context, occasion: Occasion) -> str:
    """The deep link shown at the entrance."""
    name = await bot_name(ctx.tx)
    return address(name, DOOR, occasion.door) if name else ""
