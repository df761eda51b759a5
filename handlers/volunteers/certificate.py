"""The certificate of a volunteer's hours, in their own language."""

from broadcasts.paper import Block, Grid, Text
from domain.people import Resident
from domain.volunteering import total_hours
from handlers.context import Context
from handlers.volunteers.words import hours
from locales import format_day
from storage import volunteers

LISTED = 60  # shifts that are named one by one; all of them count


async def title_and_blocks(ctx: Context, resident: Resident) -> tuple[str, list[Block]]:
    """What stands on the paper: who, for how long, every shift, and when it was issued."""
    language = resident.language
    worked = await volunteers.worked(ctx.tx, resident.id)
    total = hours(language, total_hours([shift.minutes for shift in worked]))
    community = ctx.community.say(ctx.community.name, language)
    text = ctx.say(
        language,
        "volunteer-certificate-text",
        name=resident.name,
        hours=total,
        count=len(worked),
        community=community,
    )
    heading = [ctx.say(language, f"volunteer-certificate-{column}") for column in COLUMNS]
    rows = [heading]
    for shift in worked[-LISTED:]:
        day = format_day(language, shift.starts_at.astimezone(ctx.community.time_zone).date())
        rows.append([day, ctx.community.say(shift.title, language), hours(language, total_hours([shift.minutes]))])
    rows.append([ctx.say(language, "volunteer-certificate-total"), "", total])
    issued = format_day(language, ctx.now.astimezone(ctx.community.time_zone).date())
    footer = ctx.say(language, "volunteer-certificate-issued", date=issued, community=community)
    blocks: list[Block] = [Text(words=text, size=12), Grid(rows=rows, widths=(3, 6, 2)), Text(words=footer, size=9)]
    return ctx.say(language, "volunteer-certificate-title"), blocks


COLUMNS = ("date", "shift", "hours")
