"""``/alert``, first step: what it is, from which playbook, and where. The next step follows in the same window."""

from urllib.parse import urlencode

from broadcasts.roles import may_compose
from domain.broadcast import FOLLOWING, Kind, Refusal
from domain.content import Ask, Button, Choice, Form, Message
from domain.delivery import Draft, Lane
from domain.inbound import StaffFilled
from handlers import broadcast_refusing, broadcast_words
from handlers.context import Context

NAME = "cast-begin"
BEGUN = tuple(kind for kind in Kind if kind not in FOLLOWING)


async def draw(ctx: Context, user: str, _about: str) -> Form | None:
    """The first step, for those who may write broadcasts."""
    if not ctx.community.broadcasting.channel or not await may_compose(ctx, user):
        return None
    language = ctx.community.staff_language
    kinds = tuple(Choice(label=ctx.coordinate(f"kind-{kind}"), value=kind.value) for kind in BEGUN)
    areas = tuple(Choice(label=ctx.community.say(area.name, language), value=area.id) for area in ctx.community.areas)
    plans = tuple(
        Choice(label=ctx.community.say(plan.event, language), value=plan.id) for plan in ctx.playbooks if not plan.draft
    )
    training = ctx.community.broadcasting.training
    asks = [
        Ask(name="training", label="", kind="info", initial=ctx.coordinate("training-on")) if training else None,
        Ask(name="kind", label=ctx.coordinate("ask-kind"), kind="choice", choices=kinds, initial=Kind.ALERT),
        Ask(
            name="playbook", label=ctx.coordinate("ask-playbook"), kind="choice", choices=plans, optional=True,
            hint=ctx.coordinate("ask-playbook-hint"),
        ) if plans else None,
        Ask(
            name="areas", label=ctx.coordinate("ask-areas"), kind="choices", choices=areas, optional=True,
            hint=ctx.coordinate("ask-areas-hint"),
        ) if areas else None,
    ]  # fmt: skip
    return Form(
        name=NAME,
        about="",
        title=ctx.coordinate("begin-title"),
        submit=ctx.coordinate("next"),
        cancel=ctx.desk("form-cancel"),
        asks=tuple(ask for ask in asks if ask is not None),
    )


async def why_not(ctx: Context, _user: str, _about: str) -> str:
    """Why there is no form."""
    code = "role" if ctx.community.broadcasting.channel else "no-channel"
    return broadcast_refusing.words(ctx, Refusal(code))


async def next_step(ctx: Context, event: StaffFilled) -> Form | None:
    """The second step for what was chosen in the first; None where the user may not."""
    return await broadcast_words.draw(ctx, event.user, _about(event))


async def filled(ctx: Context, event: StaffFilled) -> None:
    """The second step could not be shown in time (Slack was slow): a button leads to it."""
    if not await may_compose(ctx, event.user):
        await broadcast_refusing.refuse(ctx, event.user, Refusal("role"))
        return
    data = f"s:form:{broadcast_words.NAME}:{_about(event)}"
    button = Button(label=ctx.coordinate("next"), data=data, style="primary")
    message = Message(text=ctx.coordinate("go-on"), buttons=((button,),))
    await ctx.send(Draft(channel=ctx.desk_channel, address=event.user, lane=Lane.REPLY, content=message))


def _about(event: StaffFilled) -> str:
    chosen = {name: ",".join(event.values.get(name, "").split("\n")) for name in ("kind", "areas", "playbook")}
    return urlencode({name: value for name, value in chosen.items() if value})
