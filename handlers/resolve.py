"""The department says that a matter is settled; the resident has the last word."""

from domain.case import Case, Step
from domain.content import Ask, Form
from domain.inbound import StaffFilled
from handlers import confirming, desk
from handlers.answering import add_reply, show_queued
from handlers.context import Context
from handlers.deeds import record
from handlers.reply import LONGEST, about_resident
from handlers.rights import explain, explain_state
from handlers.solved import ask_if_solved
from storage import cases, residents, staff


async def form(ctx: Context, case: Case) -> Form:
    """The closing message, without which nothing is resolved."""
    resident = await residents.get(ctx.tx, case.resident_id)
    return Form(
        name="resolve",
        about=str(case.id),
        title=ctx.desk("resolve-title"),
        submit=ctx.desk("resolve-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            *await about_resident(ctx, case, resident),
            Ask(
                name="text",
                label=ctx.desk("resolve-label"),
                hint=ctx.desk("resolve-hint"),
                kind="text",
                max_length=LONGEST,
            ),
        ),
    )


async def filled(ctx: Context, event: StaffFilled, case: Case) -> None:
    """Resolve the case, send the closing message and ask whether it is really solved."""
    words = event.values.get("text", "").strip()
    if not words:
        empty = ctx.desk("refuse-empty")
        await explain(ctx, event.user, empty, channel_id=desk.channel_of(ctx, case))
        return
    owner = case.assignee or event.user
    resolved = await cases.advance(ctx.tx, case, Step.RESOLVE, ctx.now, assignee=owner, resolved_at=ctx.now)
    if resolved is None:
        await explain_state(ctx, event.user, await cases.get(ctx.tx, case.id), typed=words)
        return
    await confirming.keep_all(ctx, resolved)
    resident = await residents.get(ctx.tx, case.resident_id)
    entry = await add_reply(ctx, resolved, event.user, words)
    await ask_if_solved(ctx, resolved, resident, words, entry.id)
    await show_queued(ctx, resolved, entry)
    name = await staff.name_of(ctx.tx, event.user)
    await record(ctx, resolved, event.user, Step.RESOLVE, ctx.desk("thread-resolved", person=name))
