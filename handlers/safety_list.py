"""Who has not answered a safety check: one line a person, for those who go and look."""

from collections.abc import AsyncIterator

from domain.errors import NotFound
from handlers.context import Context
from handlers.desk import language_name
from storage import safety

CHUNK = 5_000
MOST = 200_000  # lines that a spreadsheet still opens
COLUMNS = ("name", "language", "area", "channel", "number")


async def rows(ctx: Context, check_id: int) -> AsyncIterator[tuple[str, ...]]:
    """A heading, then the silent in the order in which we came to know them. Raises NotFound for an unknown check."""
    if await safety.get(ctx.tx, check_id) is None:
        raise NotFound(f"safety check {check_id}")
    yield tuple(ctx.desk(f"safety-column-{column}") for column in COLUMNS)
    after, written = 0, 0
    while written < MOST:
        found = await safety.silent(ctx.tx, check_id, after, CHUNK)
        for row in found:
            area = ctx.community.area(row.area)
            where = ctx.community.say(area.name, ctx.community.staff_language) if area else ""
            yield (row.name, language_name(ctx, row.language), where, row.channel, str(row.id))
        written += len(found)
        if len(found) < CHUNK:
            return
        after = found[-1].id
