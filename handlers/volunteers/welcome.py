"""The welcome of a new volunteer: a few messages over the first days, as the configuration words them."""

from domain.content import Button
from domain.delivery import Lane
from domain.people import Reach
from handlers.context import Context
from storage import residents, volunteers


async def welcome_due(ctx: Context) -> int:
    """Send every step that is due, once. A step that the configuration no longer has is passed over."""
    due = await volunteers.welcomes_due(ctx.tx, ctx.now)
    steps = ctx.community.volunteering.welcome
    for step in due:
        if await volunteers.welcomed(ctx.tx, step) and step.step < len(steps):
            resident = await residents.get(ctx.tx, step.resident_id)
            if resident.reach is Reach.ACTIVE:
                words = steps[step.step]
                page = ctx.say(resident.language, "volunteer-read")
                buttons = [[Button(label=page, data="", url=words.url)]] if words.url else []
                text = ctx.community.say(words.text, resident.language)
                await ctx.tell(resident, text, buttons=buttons, lane=Lane.REMINDER)
    return len(due)
