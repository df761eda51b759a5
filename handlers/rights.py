"""Who may act on a case: members of its department's channel, and admins. Others are told why not, in private."""

from domain.case import Case
from domain.content import Message
from domain.delivery import Draft, Lane
from domain.errors import NotFound
from handlers import desk
from handlers.context import Context
from handlers.settling import settle
from storage import cases, questions, residents, staff

MOST_DIGITS = 18  # what a database counts in 64 bits


def number(text: str) -> int | None:
    """The row number that a button or form carries; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


async def is_admin(ctx: Context, user: str) -> bool:
    """Whether the user, or a user group that they belong to, has the role of an admin."""
    admins = ctx.community.roles.admins
    return user in admins or not admins.isdisjoint(await staff.channels_of(ctx.tx, user))


async def coordinates(ctx: Context, user: str) -> bool:
    """Whether the user, or a user group that they belong to, is a coordinator or an admin."""
    named = ctx.community.roles.coordinators | ctx.community.roles.admins
    return user in named or not named.isdisjoint(await staff.channels_of(ctx.tx, user))


async def may_act(ctx: Context, user: str, case: Case) -> bool:
    """Whether the user may act on the case: a member of its department's channel, or an admin."""
    return await staff.is_member(ctx.tx, desk.channel_of(ctx, case), user) or await is_admin(ctx, user)


async def explain(ctx: Context, user: str, text: str, *, channel_id: str = "", thread: str | None = None) -> None:
    """Tell one member of staff alone: in the channel where they sit, otherwise in their own chat with the bot.

    Slack refuses a private note to somebody who is not in the channel, and the own page is no channel at all.
    """
    if channel_id and await staff.is_member(ctx.tx, channel_id, user):
        await ctx.whisper(channel_id, user, text, thread=thread)
        return
    own_chat = Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=Message(text=text))
    await ctx.send(own_chat)


async def find_case(ctx: Context, case_id: str) -> Case | None:
    """The case of that number as a button carries it, or None."""
    row = number(case_id)
    if row is None:
        return None
    try:
        return await cases.get(ctx.tx, row)
    except NotFound:
        return None


async def why_not(ctx: Context, user: str, case: Case | None) -> str:
    """Why the user may not act on the case, in words; empty where they may."""
    if case is None:
        return ctx.desk("refuse-no-case")
    if not await may_act(ctx, user, case):
        department = ctx.department_name(case.department, ctx.community.staff_language)
        return ctx.desk("refuse-member", channel=department)
    return ""


async def case_to_act_on(
    ctx: Context, user: str, case_id: str, *, channel_id: str = "", thread: str | None = None, typed: str = ""
) -> Case | None:
    """The case, with a card of its own, if the user may act on it; else None, and they have been told why.

    `typed`: words that would be lost with the refusal; they are given back.
    """
    case = await find_case(ctx, case_id)
    refusal = await why_not(ctx, user, case)
    if refusal or case is None:
        await explain(ctx, user, give_back(ctx, refusal, typed), channel_id=channel_id, thread=thread)
        return None
    return await _settled(ctx, case)


def give_back(ctx: Context, refusal: str, typed: str) -> str:
    """A refusal together with the words that could not be used."""
    return f"{refusal}\n\n{ctx.desk('refuse-your-words')}\n{typed}" if typed.strip() else refusal


async def _settled(ctx: Context, case: Case) -> Case:
    """Staff act while the resident is still being asked which department: that is over, the front desk has it."""
    if case.department is not None or not case.open:
        return case
    resident = await residents.get(ctx.tx, case.resident_id)
    for question in await questions.open_of(ctx.tx, resident.id, "department", case.id):
        await questions.close(ctx.tx, question, expired=True)
    return await settle(ctx, case, resident, ctx.community.front_desk)


async def explain_state(ctx: Context, user: str, case: Case, *, typed: str = "", channel_id: str = "") -> None:
    """Tell the user that the case stands where the deed makes no sense."""
    state = ctx.desk(f"state-{case.state}")
    refusal = ctx.desk("refuse-state", reference=case.reference, state=state)
    await explain(ctx, user, give_back(ctx, refusal, typed), channel_id=channel_id or desk.channel_of(ctx, case))
