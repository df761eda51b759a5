"""Files of events: one occasion for a calendar, the code for a poster. Made when they are sent."""

import io

import segno

from broadcasts.calendar_out import calendar
from domain.errors import Refused
from handlers.context import Context
from handlers.events import link
from storage import events, occasions

POSTER_SCALE = 12  # pixels a module: sharp on a sheet of paper
POSTER_BORDER = 4  # modules of quiet zone (ISO/IEC 18004)


async def calendar_file(ctx: Context, occasion_id: int, language: str) -> bytes:
    """One occasion as an iCalendar file in `language`. Raises Refused for an unknown one."""
    coming = await occasions.find(ctx.tx, occasion_id)
    if coming is None:
        raise Refused("no such occasion")
    name = await link.bot_name(ctx.tx)
    address = link.address(name, link.SHOW, coming.event.code) if name else ""
    return calendar([coming], ctx.community, language, ctx.now, link=address)


async def poster(ctx: Context, event_id: int, _language: str) -> bytes:
    """The event's deep link as a QR code, PNG. Raises NotFound for an unknown event, Refused without a bot's name."""
    event, name = await events.get(ctx.tx, event_id), await link.bot_name(ctx.tx)
    if not name:
        raise Refused("the bot has no name yet")
    picture = io.BytesIO()
    code = segno.make_qr(link.address(name, link.SHOW, event.code), error="m")
    code.save(picture, kind="png", scale=POSTER_SCALE, border=POSTER_BORDER)
    return picture.getvalue()
