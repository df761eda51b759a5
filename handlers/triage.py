"""A button of the desk was pressed. What it means is looked up anew: cards grow old and buttons can be forged."""

from collections.abc import Awaitable, Callable

from domain.case import Case
from domain.errors import ForbiddenTransition
from domain.inbound import StaffPressed
from handlers import broadcast_pressing, claim, confirming, forms, home, rights, safety_board, survey_desk
from handlers.context import Context
from handlers.events import command as event_command
from handlers.ideas import desk as ideas_desk
from handlers.volunteers import settling


async def pressed(ctx: Context, event: StaffPressed) -> None:
    """Act on the press; what cannot be done is explained to the presser alone."""
    match event.data.split(":"):
        case ["s", family, *rest] if family in FAMILIES and await FAMILIES[family](ctx, event, rest):
            return
    await _explain(ctx, event, ctx.desk("refuse-unknown"))


async def _claim(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    await _on_case(ctx, event, "claim", ":".join(rest))
    return True


async def _release(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    await _on_case(ctx, event, "release", ":".join(rest))
    return True


async def _send(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    await confirming.pressed(ctx, event, "send", ":".join(rest))
    return True


async def _keep(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    await confirming.pressed(ctx, event, "keep", ":".join(rest))
    return True


async def _home(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    await home.show(ctx, event.user, ":".join(rest))
    return True


async def _form(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    match rest:
        case [name, case_id] if name in forms.DRAWN:
            await _explain_form(ctx, event, await rights.find_case(ctx, case_id))
            return True
        case [name, *about] if name in forms.OPENED:
            await _explain(ctx, event, await forms.OPENED[name].why_not(ctx, event.user, ":".join(about)))
            return True
    return False


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


Acting = Callable[[Context, StaffPressed, list[str]], Awaitable[bool]]
# ``s:<family>:…`` -> who acts on the rest; False: there is no such button
FAMILIES: dict[str, Acting] = {
    "claim": _claim,
    "release": _release,
    "send": _send,
    "keep": _keep,
    "home": _home,
    "form": _form,
    "survey": survey_desk.pressed,
    "cast": broadcast_pressing.pressed,
    "safe": safety_board.pressed,
    "idea": ideas_desk.pressed,
    "shift": settling.pressed,
    "event": event_command.pressed,
}
