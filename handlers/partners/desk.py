"""``/partner`` in Slack: enter a partner, look them up, take them out, send them an event."""

from collections.abc import Awaitable, Callable

from domain.audience import Having, Wish
from domain.content import Ask, Choice, Form, Message
from domain.delivery import Lane
from domain.event import Event, Occasion
from domain.inbound import StaffCommanded, StaffFilled
from handlers import rights
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.survey_desk import tell
from handlers.volunteers.words import span
from storage import audience, audit, events, occasions, partners, spreading
from storage.partners import Partner
from storage.spreading import Spread

LONGEST = 150
PARTNERS = Having(roles=(partners.ROLE,))
AGREED = Wish(topic="")  # who linked their chat as a partner agreed to hear from us


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """``/partner list [words] | remove N | mail CODE``; the bare command opens the form."""
    if not await rights.coordinates(ctx, event.user):
        await tell(ctx, event.user, Message(text=ctx.desk("partner-refuse-role")))
        return
    word, _, rest = event.text.strip().partition(" ")
    deed = DEEDS.get(word.lower(), _help)
    await deed(ctx, event.user, rest.strip())


async def _help(ctx: Context, user: str, _rest: str) -> None:
    await tell(ctx, user, Message(text=ctx.desk("partner-help")))


async def _list(ctx: Context, user: str, rest: str) -> None:
    found = await partners.find(ctx.tx, rest)
    lines = [ctx.desk("partner-found", count=len(found)), *(line(ctx, partner) for partner in found)]
    await audit.note(ctx.tx, f"slack:{user}", "partners.listed", "", ctx.now)
    await tell(ctx, user, Message(text="\n".join(lines)))


def line(ctx: Context, partner: Partner) -> str:
    """One entry on a line: who, for whom, where, in which languages, linked or with the code that links."""
    language = ctx.community.staff_language
    areas = [ctx.community.say(a.name, language) for a in ctx.community.areas if a.id in partner.areas]
    spoken = [ctx.say(code, "resident-language-name") for code in partner.languages if code in ctx.community.languages]
    parts = (partner.organisation, partner.person, partner.role, ", ".join(areas), ", ".join(spoken), partner.note)
    about = " · ".join(part for part in parts if part)
    key = "partner-linked" if partner.resident_id else "partner-not-linked"
    return ctx.desk(key, number=partner.id, about=about, code=partner.code)


async def _remove(ctx: Context, user: str, rest: str) -> None:
    number = rights.number(rest)
    gone = number is not None and await partners.remove(ctx.tx, number)
    await tell(ctx, user, Message(text=ctx.desk("partner-removed" if gone else "partner-refuse-unknown")))
    if gone:
        await audit.note(ctx.tx, f"slack:{user}", "partner.removed", rest, ctx.now)


# --- the form


async def _may(ctx: Context, user: str, _about: str) -> str:
    return "" if await rights.coordinates(ctx, user) else ctx.desk("partner-refuse-role")


async def draw(ctx: Context, user: str, about: str) -> Form | None:
    """The form that enters a partner."""
    if about.strip() or await _may(ctx, user, about):
        return None
    language = ctx.community.staff_language
    areas = tuple(Choice(label=ctx.community.say(a.name, language), value=a.id) for a in ctx.community.areas)
    spoken = tuple(Choice(label=ctx.say(c, "resident-language-name"), value=c) for c in ctx.community.languages)
    return Form(
        name="partner-new",
        about="",
        title=ctx.desk("partner-new-title"),
        submit=ctx.desk("partner-new-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            Ask(name="organisation", label=ctx.desk("partner-ask-organisation"), max_length=LONGEST),
            Ask(name="person", label=ctx.desk("partner-ask-person"), max_length=LONGEST, optional=True),
            Ask(name="role", label=ctx.desk("partner-ask-role"), max_length=LONGEST, optional=True),
            Ask(name="areas", label=ctx.desk("partner-ask-areas"), kind="choices", choices=areas, optional=True),
            Ask(
                name="languages", label=ctx.desk("partner-ask-languages"), kind="choices", choices=spoken, optional=True
            ),
            Ask(name="note", label=ctx.desk("partner-ask-note"), max_length=LONGEST, optional=True),
        ),
    )


async def fill(ctx: Context, event: StaffFilled) -> None:
    """Keep the entry and tell the code that links the person's chat."""
    values = {name: event.values.get(name, "").strip() for name in ("organisation", "person", "role", "note")}
    refusal = await _may(ctx, event.user, "") or (ctx.desk("refuse-empty") if not values["organisation"] else "")
    if refusal:
        typed = "\n".join(value for value in values.values() if value)
        await rights.explain(ctx, event.user, rights.give_back(ctx, refusal, typed))
        return
    known = {"areas": {a.id for a in ctx.community.areas}, "languages": set(ctx.community.languages)}
    chosen = {
        name: [value for value in event.values.get(name, "").split("\n") if value in allowed]
        for name, allowed in known.items()
    }
    partner = await partners.add(ctx.tx, ctx.rng, ctx.now, created_by=event.user, **values, **chosen)
    await audit.note(ctx.tx, f"slack:{event.user}", "partner.entered", str(partner.id), ctx.now)
    await tell(ctx, event.user, Message(text=ctx.desk("partner-entered", about=line(ctx, partner), code=partner.code)))


NEW = Opening(draw=draw, why_not=_may, fill=fill)


# --- an event for all of them


async def _mail(ctx: Context, user: str, rest: str) -> None:
    """Send an event to every linked partner, in their language."""
    event = await events.by_code(ctx.tx, rest.upper()) if rest else None
    coming = await occasions.of_event(ctx.tx, event.id, after=ctx.now) if event else []
    if event is None or not coming:
        await tell(ctx, user, Message(text=ctx.desk("partner-refuse-event")))
        return
    people = sum(count.people for count in await audience.count(ctx.tx, PARTNERS, AGREED))
    if not people:
        await tell(ctx, user, Message(text=ctx.desk("partner-refuse-nobody")))
        return
    texts = {code: (_about(ctx, event, coming[0], code),) for code in ctx.community.languages}
    stamp = ctx.now.isoformat()
    spread = Spread(
        occasion=f"event:{event.id}:invite:{stamp}",
        audience=PARTNERS,
        wish=AGREED,
        lane=Lane.BULK,
        not_after=coming[0].starts_at,
    )
    await spreading.begin(ctx.tx, spread, texts, ctx.now)
    await audit.note(ctx.tx, f"slack:{user}", "partners.mailed", event.code, ctx.now)
    await tell(ctx, user, Message(text=ctx.desk("partner-mailed", count=people)))


def _about(ctx: Context, event: Event, occasion: Occasion, language: str) -> Message:
    plan = event.plan
    when = span(ctx, language, occasion.starts_at, occasion.ends_at)
    lines = [ctx.say(language, "partner-event", when=when, place=plan.place or "–")]
    if description := ctx.community.say(plan.description, language):
        lines.append(description)
    lines.append(ctx.say(language, "partner-event-pass-on"))
    rtl = ctx.catalogs.direction(language) == "rtl"
    return Message(lead=ctx.community.say(plan.title, language), text="\n\n".join(lines), rtl=rtl)


DEEDS: dict[str, Callable[[Context, str, str], Awaitable[None]]] = {"list": _list, "remove": _remove, "mail": _mail}
