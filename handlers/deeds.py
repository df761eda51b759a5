"""What every deed of staff leaves behind: a line in the history, one in the audit, one in the thread, a true card."""

from typing import Any

from domain.case import Case, Entry, EntryKind
from handlers import desk
from handlers.context import Context
from storage import audit, entries


async def record(ctx: Context, case: Case, user: str, deed: str, line: str, *, note: str = "", **data: Any) -> Entry:
    """Write the deed down, say it in the thread and refresh the card. `note` are the user's own words to colleagues."""
    entry = await write_down(ctx, case, user, deed, note=note, **data)
    await desk.say_in_thread(ctx, case, f"{line}\n{note}" if note else line)
    await desk.refresh_card(ctx, case)
    return entry


async def write_down(ctx: Context, case: Case, user: str, deed: str, *, note: str = "", **data: Any) -> Entry:
    """Write the deed into the history and the audit (which never holds words of anybody)."""
    await audit.note(ctx.tx, f"slack:{user}", f"case.{deed}", case.reference, ctx.now, **data)
    return await entries.add(
        ctx.tx, case.id, EntryKind.EVENT, ctx.now, author=user, text=note, data={"step": deed, **data}
    )
