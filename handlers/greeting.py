"""First contact: who we are, what happens to messages, and the language. It never stands in the way of the message."""

from domain.content import Button
from domain.people import Resident
from handlers.context import Context
from storage import residents


async def greet_once(ctx: Context, resident: Resident) -> Resident:
    """Greet a resident who was never greeted before."""
    return resident if resident.greeted_at else await greet(ctx, resident)


async def greet(ctx: Context, resident: Resident) -> Resident:
    """Send the greeting with the language buttons."""
    language = resident.language
    parts = [
        ctx.say(language, "resident-greeting", community=ctx.community.say(ctx.community.name, language)),
        ctx.community.greeting.get(language, ""),
        ctx.say(language, "resident-greeting-privacy"),
        ctx.say(language, "resident-greeting-emergency", number=ctx.community.emergency.number),
    ]
    await ctx.tell(resident, "\n\n".join(part for part in parts if part), buttons=language_buttons(ctx, resident))
    return await residents.change(ctx.tx, resident.id, greeted_at=ctx.now)


def language_buttons(ctx: Context, resident: Resident) -> list[list[Button]]:
    """One button a language, each named in itself; two in a row."""
    buttons = [
        Button(label=ctx.say(code, "resident-language-name"), data=f"r:lang:{code}") for code in ctx.community.languages
    ]
    return [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
