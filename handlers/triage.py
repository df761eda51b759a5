"""A button of the desk was pressed. What it means is looked up anew: cards grow old and buttons can be forged."""

from domain.case import Case
from domain.errors import ForbiddenTransition
from domain.inbound import StaffPressed
from handlers import claim, confirming, forms, home, rights
from handlers.context import Context


async def pressed(ctx: Context, event: StaffPressed) -> None:
    """Act on the press; what cannot be done is explained to the presser alone."""
    match event.data.split(":"):
        case ["s", "claim" | "release" as deed, case_id]:
            await _on_case(ctx, event, deed, case_id)
        case ["s", "send" | "keep" as choice, question_id]:
            await confirming.pressed(ctx, event, choice, question_id)
        case ["s", "home", which]:
            await home.show(ctx, event.user, which)
        case ["s", "form", name, case_id] if name in forms.DRAWN:
            await _explain_form(ctx, event, await rights.find_case(ctx, case_id))
        case _:
            await _explain(ctx, event, ctx.desk("refuse-unknown"))


async def _on_case(ctx: Context, event: StaffPressed, deed: str, case_id: str) -> None:
    case = await rights.case_to_act_on(ctx, event.user, case_id, channel_id=event.channel_id, thread=event.thread_id)
    if case is None:
        return
    try:
        await (claim.claim if deed == "claim" else claim.release)(ctx, event, case)
    except ForbiddenTransition:  # raised before anything is written
        await rights.explain_state(ctx, event.user, case, channel_id=event.channel_id)
    if not event.channel_id:  # pressed on their own page, which shows the case too
        await home.show(ctx, event.user)


async def _explain_form(ctx: Context, event: StaffPressed, case: Case | None) -> None:
    """The press should have opened a form and did not: say why."""
    refusal = await rights.why_not(ctx, event.user, case)
    if not refusal and case is not None and not case.open:
        await rights.explain_state(ctx, event.user, case, channel_id=event.channel_id)
        return
    await _explain(ctx, event, refusal or ctx.desk("refuse-form"))


async def _explain(ctx: Context, event: StaffPressed, words: str) -> None:
    await rights.explain(ctx, event.user, words, channel_id=event.channel_id, thread=event.thread_id)
