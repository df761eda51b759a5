"""How soon a case should be looked at, as staff see it."""

from domain.case import Case, Priority
from domain.content import Ask, Choice, Form
from domain.inbound import StaffFilled
from handlers import desk
from handlers.context import Context
from handlers.deeds import record
from handlers.rights import explain, explain_state
from storage import cases, staff


async def form(ctx: Context, case: Case) -> Form:
    """The four priorities to choose from."""
    choices = tuple(Choice(label=ctx.desk(f"priority-{level}"), value=level.value) for level in Priority)
    return Form(
        name="priority",
        about=str(case.id),
        title=ctx.desk("priority-title"),
        submit=ctx.desk("priority-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            Ask(
                name="priority",
                label=ctx.desk("priority-label"),
                kind="choice",
                choices=choices,
                initial=case.priority.value,
            ),
        ),
    )


async def filled(ctx: Context, event: StaffFilled, case: Case) -> None:
    """Set the priority; the same one again changes nothing."""
    chosen = next((level for level in Priority if level.value == event.values.get("priority")), None)
    if chosen is None:
        words = ctx.desk("refuse-unknown")
        await explain(ctx, event.user, words, channel_id=desk.channel_of(ctx, case))
        return
    if not case.open:
        await explain_state(ctx, event.user, case)
        return
    if chosen is case.priority:
        return
    changed = await cases.change(ctx.tx, case.id, ctx.now, priority=chosen)
    name = await staff.name_of(ctx.tx, event.user)
    line = ctx.desk("thread-priority", person=name, priority=ctx.desk(f"priority-{chosen}"))
    await record(ctx, changed, event.user, "priority", line, before=case.priority, after=chosen)
