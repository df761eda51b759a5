"""One sender flooding is slowed and told once; what they write is kept, and nobody else waits for it."""

from datetime import timedelta

from domain.case import OPEN, Priority
from domain.inbound import ResidentWrote
from domain.people import Resident
from domain.tally import Tally
from handlers import desk
from handlers.alarming import sound_alarm
from handlers.context import Context
from handlers.lines import add_line
from handlers.reading import Reading
from storage import cases, residents


async def held_back(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> bool:
    """Count the message. True if there are too many: it then joins the newest open case without further ado.

    An emergency word is heard all the same, once: whoever is in danger writes many short messages.
    """
    timings = ctx.community.timings
    tally = Tally.read(resident.dialogue.get("tally"))
    tally = tally.count(event.sent_at, timedelta(seconds=timings.flood_seconds))  # an outage is no flood of theirs
    too_many = tally.number > timings.flood_messages
    told = bool(resident.dialogue.get("flood_told")) and tally.number > 1
    open_cases = await cases.of_resident(ctx.tx, resident.id, states=OPEN, limit=1)
    hold = too_many and bool(open_cases)
    await residents.change(
        ctx.tx, resident.id, dialogue={**resident.dialogue, "tally": tally.write(), "flood_told": told or hold}
    )
    if not hold:
        return False
    case = open_cases[0]
    await add_line(ctx, case, event)
    if reading.urgent and case.priority is not Priority.URGENT:
        case = await sound_alarm(ctx, case, resident, reading)
        await desk.refresh_card(ctx, case)
    if not told:
        await ctx.tell(resident, ctx.say(resident.language, "resident-flood"))
    await _one_line(ctx, case.id, tally.number - timings.flood_messages)
    return True


async def _one_line(ctx: Context, case_id: int, number: int) -> None:
    case = await cases.get(ctx.tx, case_id)
    if case.card:
        text = ctx.desk("thread-flood", count=number)
        await desk.say_in_thread(ctx, case, text, replaces=f"flood:{case.id}")
