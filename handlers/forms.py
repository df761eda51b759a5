"""The desk's forms: which one a button opens, and what happens when it is submitted."""

from collections.abc import Awaitable, Callable

from domain.case import Case
from domain.content import Form
from domain.errors import ForbiddenTransition
from domain.ids import find_reference
from domain.inbound import StaffFilled
from handlers import (
    broadcast_begin,
    broadcast_forms,
    priority,
    reassign,
    reply,
    resolve,
    rights,
    survey_forms,
    wait,
)
from handlers.context import Context
from handlers.events import cancelling, door, planning
from handlers.form_opening import Opening
from handlers.ideas import desk as ideas_desk
from handlers.partners import desk as partner_desk
from handlers.volunteers import planning as volunteer_planning
from handlers.volunteers import searching, settling
from storage import cases

Drawing = Callable[[Context, Case], Awaitable[Form]]
Filling = Callable[[Context, StaffFilled, Case], Awaitable[None]]
DRAWN: dict[str, Drawing] = {
    "reply": reply.form,
    "reassign": reassign.form,
    "priority": priority.form,
    "wait": wait.form,
    "resolve": resolve.form,
}
FILLED: dict[str, Filling] = {
    "reply": reply.filled,
    "reassign": reassign.filled,
    "priority": priority.filled,
    "wait": wait.filled,
    "resolve": resolve.filled,
}


OPENED: dict[str, Opening] = {  # form name -> opening; a button says ``s:form:<name>:<about>``
    **broadcast_forms.OPENINGS,
    "survey-new": survey_forms.NEW,
    "survey-question": survey_forms.QUESTION,
    "survey-open": survey_forms.OPEN,
    "partner-new": partner_desk.NEW,
    "volunteer-search": searching.SEARCH,
    "shift-new": volunteer_planning.SHIFT,
    "shift-hours": settling.HOURS,
    "idea-decline": ideas_desk.DECLINE,
    "idea-answer": ideas_desk.ANSWER,
    "idea-done": ideas_desk.DONE,
    "event": planning.OPENING,
    "event-cancel": cancelling.OPENING,
    "event-door": door.OPENING,
}
SLASH: dict[str, str] = {  # slash command other than /liaison -> name of the form that it opens
    "alert": broadcast_begin.NAME,
    "event": "event",
    "partner": "partner-new",
    "survey": "survey-new",
    "volunteer": "volunteer-search",
}
# Forms whose submission shows the next step in the same window: nothing is decided yet, so nothing is stored.
NEXT: dict[str, Callable[[Context, StaffFilled], Awaitable[Form | None]]] = {
    broadcast_begin.NAME: broadcast_begin.next_step,
}


async def next_form(ctx: Context, event: StaffFilled) -> Form | None:
    """The step that follows a submitted form; None where it is the last one. Reads only."""
    step = NEXT.get(event.form)
    return None if step is None else await step(ctx, event)


async def form_for(
    ctx: Context, user: str, data: str, channel_id: str = "", message_id: str | None = None
) -> Form | None:
    """The form that ``s:form:reply:17`` (a button) or ``s:form:/liaison reply K4T-7M2`` (a command) opens. Reads only.

    None where there is no such form or case, where the user may not act on it, or where the case is not open any
    more; `triage.pressed`, given the same press, then says which it was. `channel_id` and `message_id` say where the
    press happened; the rights hang on the case alone.
    """
    if (opened := _opened(data)) is not None:
        opening, about = opened
        return await opening.draw(ctx, user, about)
    name, case = await _meant(ctx, data)
    if name not in DRAWN or case is None or not case.open or not await rights.may_act(ctx, user, case):
        return None
    return await DRAWN[name](ctx, case)


def _opened(data: str) -> tuple[Opening, str] | None:
    """The opening that a button or a slash command means, and what it is about; None where it is one of a case."""
    rest = data.removeprefix("s:form:")
    if rest.startswith("/"):
        command, _, about = rest.removeprefix("/").partition(" ")
        name = SLASH.get(command, "")
    else:
        name, _, about = rest.partition(":")
    return (OPENED[name], about) if data.startswith("s:form:") and name in OPENED else None


async def _meant(ctx: Context, data: str) -> tuple[str, Case | None]:
    if not data.startswith("s:form:"):
        return "", None
    rest = data.removeprefix("s:form:")
    match rest.split(maxsplit=2):
        case ["/liaison", name, words]:
            reference = find_reference(words)
            return name.lower(), await cases.by_reference(ctx.tx, reference) if reference else None
    match rest.split(":"):
        case [name, case_id]:
            return name, await rights.find_case(ctx, case_id)
    return "", None


async def filled(ctx: Context, event: StaffFilled) -> None:
    """A form was submitted. Whatever is not possible (any more) is explained in private, and typed words come back."""
    if event.form in OPENED:
        await OPENED[event.form].fill(ctx, event)
        return
    deed = FILLED.get(event.form)
    typed = event.values.get("text") or event.values.get("note") or ""
    if deed is None:
        await rights.explain(ctx, event.user, rights.give_back(ctx, ctx.desk("refuse-unknown"), typed))
        return
    case = await rights.case_to_act_on(ctx, event.user, event.about, typed=typed)
    if case is None:
        return
    try:
        await deed(ctx, event, case)
    except ForbiddenTransition:  # raised before anything is written
        await rights.explain_state(ctx, event.user, case, typed=typed)
