"""``/volunteer``: a resident joins, says what they can do and when, changes it, leaves. One message that changes."""

from collections.abc import Awaitable, Callable, Sequence

from domain.content import Attachment, Button, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from domain.inbound import ResidentPressed
from domain.people import Resident
from domain.volunteering import Trait, total_hours
from handlers.context import Context
from handlers.privacy import EXPORTS
from handlers.volunteers import shifts as own_shifts
from handlers.volunteers.words import choices_of, hours, rtl, span
from locales import format_list
from storage import audit, outbox, shifts, volunteers
from storage.volunteers import ACTIVE, Volunteer

PAGES: dict[str, Trait] = {trait.value: trait for trait in Trait}


async def show(ctx: Context, resident: Resident) -> None:
    """/volunteer: the invitation to join, or how the volunteer stands."""
    await ctx.send(ctx.to(resident, await _overview(ctx, resident), anchor=_anchor(resident)))


async def pressed(ctx: Context, resident: Resident, event: ResidentPressed, rest: list[str]) -> bool:
    """``r:vol:<page>[:<choice>]``. False where there is no such page or choice (any more)."""
    page, choice = rest[0], ":".join(rest[1:])
    known = await volunteers.find(ctx.tx, resident.id)
    active = known is not None and known.state == ACTIVE
    if page == "join":
        await _join(ctx, resident)
    elif not active:
        return False
    elif page in PAGES and choice:
        if not await _choose(ctx, resident, PAGES[page], choice):
            return False
    elif page not in (*PAGES, *DEEDS, "all"):
        return False
    if page in DEEDS:
        await DEEDS[page](ctx, resident)
        return True
    trait = PAGES.get(page) or (Trait.SKILL if page == "join" else None)
    await _redraw(ctx, resident, event, await (_page(ctx, resident, trait) if trait else _overview(ctx, resident)))
    return True


async def _join(ctx: Context, resident: Resident) -> None:
    """Consent was given by this press: the page above the button says to what."""
    steps = [step.after_days for step in ctx.community.volunteering.welcome]
    await volunteers.join(ctx.tx, resident.id, ctx.now, steps)
    await audit.note(ctx.tx, f"resident:{resident.id}", "volunteer.joined", str(resident.id), ctx.now)


async def _choose(ctx: Context, resident: Resident, trait: Trait, choice: str) -> bool:
    if choice not in dict(choices_of(ctx, trait, resident.language)):
        return False
    await volunteers.toggle(ctx.tx, resident.id, trait, choice)
    return True


async def _leave(ctx: Context, resident: Resident) -> None:
    """Leave: shifts that are ahead are given back, nothing more is offered, hours stay countable."""
    for shift in await shifts.of_resident(ctx.tx, resident.id, ctx.now):
        await own_shifts.give_up(ctx, shift, resident)
    await volunteers.leave(ctx.tx, resident.id, ctx.now)
    await audit.note(ctx.tx, f"resident:{resident.id}", "volunteer.left", str(resident.id), ctx.now)
    await ctx.tell(resident, ctx.say(resident.language, "volunteer-left"))


async def _ask_to_leave(ctx: Context, resident: Resident) -> None:
    language = resident.language
    buttons = [
        [Button(label=ctx.say(language, "volunteer-leave-yes"), data="r:vol:gone", style="danger")],
        [Button(label=ctx.say(language, "volunteer-leave-no"), data="r:vol:all")],
    ]
    await ctx.tell(resident, ctx.say(language, "volunteer-leave-ask"), buttons=buttons)


async def _certificate(ctx: Context, resident: Resident) -> None:
    """Send a certificate of the hours, as a file in the resident's language."""
    if not await volunteers.worked(ctx.tx, resident.id):
        await ctx.tell(resident, ctx.say(resident.language, "volunteer-no-hours"))
        return
    file = FileRef(
        channel=EXPORTS, handle=f"certificate:{resident.id}", name="volunteering.pdf", mime="application/pdf"
    )
    caption = ctx.say(resident.language, "volunteer-certificate-caption")
    await ctx.send(
        Draft(
            channel=resident.channel,
            address=resident.address,
            lane=Lane.AUTOMATIC,
            operation=Operation.FILE,
            content=Forwarded(attachment=Attachment(kind="document", file=file), caption=caption),
            resident_id=resident.id,
        )
    )


async def _training(ctx: Context, resident: Resident) -> None:
    """The material that is meant for this volunteer's skills, as links."""
    known = await volunteers.find(ctx.tx, resident.id)
    mine = known.traits.get(Trait.SKILL, frozenset()) if known else frozenset()
    fitting = [t for t in ctx.community.volunteering.training if not t.skills or not mine.isdisjoint(t.skills)]
    language = resident.language
    links = [[Button(label=ctx.community.say(t.title, language), data="", url=t.url)] for t in fitting]
    key = "volunteer-training" if links else "volunteer-training-none"
    await ctx.tell(resident, ctx.say(language, key), buttons=links)


# --- drawing


def _anchor(resident: Resident) -> str:
    return f"volunteer:{resident.id}"


async def _redraw(ctx: Context, resident: Resident, event: ResidentPressed, page: Message) -> None:
    """Change the message that was pressed; one that is not the newest is followed by a new one."""
    anchor = _anchor(resident)
    here = await outbox.anchor_at(ctx.tx, resident.address, event.message_id or "", resident.channel)
    if here == anchor:
        await ctx.send(ctx.to(resident, page, operation=Operation.EDIT, target=anchor, replaces=f"{anchor}:edit"))
    else:
        await ctx.send(ctx.to(resident, page, anchor=anchor))


async def _overview(ctx: Context, resident: Resident) -> Message:
    known = await volunteers.find(ctx.tx, resident.id)
    language = resident.language
    if known is None or known.state != ACTIVE:
        join = Button(label=ctx.say(language, "volunteer-button-join"), data="r:vol:join", style="primary")
        community = ctx.community.say(ctx.community.name, language)
        text = ctx.say(language, "volunteer-invitation", community=community)
        return _message(ctx, resident, text, [join], 1)
    lines = [_line(ctx, known, trait, language) for trait in Trait]
    total = total_hours([shift.minutes for shift in await volunteers.worked(ctx.tx, resident.id)])
    lines.append(ctx.say(language, "volunteer-hours", hours=hours(language, total)))
    for shift in await shifts.of_resident(ctx.tx, resident.id, ctx.now):
        when = span(ctx, language, shift.starts_at, shift.ends_at)
        lines.append(ctx.say(language, "volunteer-mine", title=ctx.community.say(shift.title, language), when=when))
    buttons = [
        Button(label=ctx.say(language, f"volunteer-button-{trait.value}"), data=f"r:vol:{trait.value}")
        for trait in Trait
    ]
    buttons += [Button(label=ctx.say(language, f"volunteer-button-{deed}"), data=f"r:vol:{deed}") for deed in SHOWN]
    return _message(ctx, resident, "\n".join(lines), buttons, 2)


def _line(ctx: Context, known: Volunteer, trait: Trait, language: str) -> str:
    mine = known.traits.get(trait.value, frozenset())
    chosen = [words for value, words in choices_of(ctx, trait, language) if value in mine]
    none = ctx.say(language, "volunteer-none" if trait in (Trait.SKILL, Trait.LANGUAGE) else "volunteer-any")
    return ctx.say(language, f"volunteer-line-{trait.value}", chosen=format_list(language, chosen) or none)


async def _page(ctx: Context, resident: Resident, trait: Trait) -> Message:
    known = await volunteers.find(ctx.tx, resident.id)
    mine = known.traits.get(trait.value, frozenset()) if known else frozenset()
    language = resident.language
    buttons = [
        Button(
            label=ctx.say(language, "volunteer-ticked", choice=words) if value in mine else words,
            data=f"r:vol:{trait.value}:{value}",
        )
        for value, words in choices_of(ctx, trait, language)
    ]
    order = list(Trait)
    after = order.index(trait) + 1
    onward = f"r:vol:{order[after].value}" if after < len(order) else "r:vol:all"
    key = "volunteer-next" if after < len(order) else "volunteer-done"
    buttons.append(Button(label=ctx.say(language, key), data=onward, style="primary"))
    return _message(ctx, resident, ctx.say(language, f"volunteer-ask-{trait.value}"), buttons, 2)


def _message(ctx: Context, resident: Resident, text: str, buttons: Sequence[Button], width: int) -> Message:
    rows = [tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)]
    lead = ctx.say(resident.language, "volunteer-title")
    return Message(lead=lead, text=text, buttons=tuple(rows), rtl=rtl(ctx, resident))


SHOWN = ("certificate", "training", "leave")  # deeds with a button on the overview
DEEDS: dict[str, Callable[[Context, Resident], Awaitable[None]]] = {
    "certificate": _certificate,
    "training": _training,
    "leave": _ask_to_leave,
    "gone": _leave,
}
