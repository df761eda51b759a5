"""``/partner CODE``: a partner links their own chat to their entry in the directory."""

from domain.content import Message
from domain.ids import find_reference
from domain.people import Resident
from handlers import coordination
from handlers.context import Context
from storage import audit, partners


async def link(ctx: Context, resident: Resident, words: str) -> None:
    """Link the chat with the code that a coordinator passed on. A code works once."""
    code = find_reference(words)
    partner = await partners.link(ctx.tx, code, resident.id, ctx.now) if code else None
    if partner is None:
        await ctx.tell(resident, ctx.say(resident.language, "partner-code-unknown"))
        return
    await audit.note(ctx.tx, f"resident:{resident.id}", "partner.linked", str(partner.id), ctx.now)
    words = ctx.say(resident.language, "partner-welcome", organisation=partner.organisation)
    await ctx.tell(resident, words)
    await coordination.post(ctx, Message(text=ctx.desk("partner-has-linked", organisation=partner.organisation)))
