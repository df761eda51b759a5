"""The desk: a case's card in its department's channel, and the thread that is its history."""

from dataclasses import replace
from datetime import datetime
from typing import Literal

from domain.case import Case, CaseState, Entry, EntryKind, Priority
from domain.codec import decode
from domain.content import Attachment, Button, Card, ContactCard, Field, Forwarded, Message, Place
from domain.delivery import Draft, Lane, Operation
from domain.people import Resident
from handlers.context import Context
from locales import format_age, format_when
from storage import entries, residents, staff

ACTIONS = ("claim", "reply", "reassign", "priority", "wait", "resolve")
FORMS = frozenset({"reply", "reassign", "priority", "wait", "resolve"})
MAP = "https://www.openstreetmap.org/?mlat={lat:.6f}&mlon={lon:.6f}#map=18/{lat:.6f}/{lon:.6f}"


async def post_card(ctx: Context, case: Case) -> None:
    """Put a new card of the case in its department's channel."""
    await ctx.send(await _card_draft(ctx, case, Operation.POST))


async def refresh_card(ctx: Context, case: Case, *, lane: Lane = Lane.REPLY) -> None:
    """Bring the card up to date in place; several changes that still wait become one."""
    if case.card:
        await ctx.send(replace(await _card_draft(ctx, case, Operation.EDIT), lane=lane))


async def _card_draft(ctx: Context, case: Case, operation: Operation) -> Draft:
    posts = operation is Operation.POST
    return Draft(
        channel=ctx.desk_channel,
        address=channel_of(ctx, case),
        # Ahead of the thread's lines: a channel takes about one message a second, and the card is what people look at.
        lane=Lane.EMERGENCY if posts and case.priority is Priority.URGENT else Lane.REPLY,
        operation=operation,
        content=await draw_card(ctx, case),
        anchor=case.card_anchor if posts else None,
        target=None if posts else case.card_anchor,
        replaces=None if posts else f"{case.card_anchor}:edit",
        case_id=case.id,
    )


def channel_of(ctx: Context, case: Case) -> str:
    """The Slack channel of the case's department; the front desk's while there is none."""
    department = ctx.community.department(case.department) or ctx.community.department(ctx.community.front_desk)
    assert department is not None  # the configuration is refused without a front desk
    return department.channel


async def draw_card(ctx: Context, case: Case) -> Card:
    """The card as it should look now."""
    resident = await residents.get(ctx.tx, case.resident_id)
    history = await entries.of_case(ctx.tx, case.id)
    first = next((line for line in history if line.kind is EntryKind.RESIDENT), None)
    return Card(
        title=_title(ctx, case),
        fields=await _fields(ctx, case, resident),
        quote=first.text if first else "",
        notes=tuple(_notes(ctx, case, sum(line.kind is EntryKind.RESIDENT for line in history) - 1)),
        buttons=tuple(_buttons(ctx, case)),
        tone=_tone(case),
    )


def _title(ctx: Context, case: Case) -> str:
    return ctx.desk("card-title", reference=case.reference, kind=ctx.desk(f"kind-{case.kind}"))


def _tone(case: Case) -> Literal["plain", "urgent", "done"]:
    if case.state in (CaseState.RESOLVED, CaseState.CLOSED):
        return "done"
    return "urgent" if case.priority is Priority.URGENT else "plain"


async def _fields(ctx: Context, case: Case, resident: Resident) -> tuple[Field, ...]:
    area = ctx.community.area(case.area)
    owner = await staff.name_of(ctx.tx, case.assignee) if case.assignee else ctx.desk("value-nobody")
    pairs = [
        ("field-state", ctx.desk(f"state-{case.state}")),
        ("field-owner", owner),
        ("field-resident", resident.name),
        ("field-language", language_name(ctx, case.language)),
        ("field-area", ctx.community.say(area.name, ctx.community.staff_language) if area else ""),
        ("field-priority", ctx.desk(f"priority-{case.priority}")),
        ("field-due", when(ctx, case.due_at)),
        ("field-rating", ctx.desk("value-rating", stars=case.rating) if case.rating else ""),
    ]
    shown = [Field(label=ctx.desk(key), value=value) for key, value in pairs if value]
    return (*shown, _age(ctx, case))


def _age(ctx: Context, case: Case) -> Field:
    value = format_age(ctx.community.staff_language, ctx.now - case.created_at)
    return Field(label=ctx.desk("field-age"), value=value, since=int(case.created_at.timestamp()))


def _notes(ctx: Context, case: Case, more: int) -> list[str]:
    notes = []
    if case.sensitive:
        notes.append(ctx.desk("card-sensitive"))
    notes.extend(_reasons(ctx, case))
    if more > 0:
        notes.append(ctx.desk("card-more-messages", count=more))
    return notes


def _reasons(ctx: Context, case: Case) -> list[str]:
    """Why the router chose the department: one line a kind of reason."""
    said: dict[str, list[str]] = {}
    for reason in case.routing.get("reasons", []):
        said.setdefault(reason["kind"], []).append(reason["text"])
    return [ctx.desk(f"why-{kind}", text=", ".join(texts)) for kind, texts in said.items()]


def _buttons(ctx: Context, case: Case) -> list[Button]:
    if not case.open:
        return []
    names = [("release" if name == "claim" and case.assignee else name) for name in ACTIONS]
    next_step = "reply" if case.assignee else "claim"
    return [
        Button(
            label=ctx.desk(f"button-{name}"),
            data=f"s:form:{name}:{case.id}" if name in FORMS else f"s:{name}:{case.id}",
            style="primary" if name == next_step else "plain",
        )
        for name in names
    ]


def language_name(ctx: Context, language: str) -> str:
    """The language's own name."""
    return ctx.desk("value-unknown") if language == "und" else ctx.say(language, "resident-language-name")


def when(ctx: Context, instant: datetime | None, language: str | None = None) -> str:
    """An instant as people say it, in the community's time zone; empty for None."""
    if instant is None:
        return ""
    return format_when(language or ctx.community.staff_language, instant, ctx.now, ctx.community.time_zone)


async def say_in_thread(
    ctx: Context,
    case: Case,
    text: str,
    *,
    anchor: str | None = None,
    lead: str = "",
    buttons: tuple[tuple[Button, ...], ...] = (),
    replaces: str | None = None,
) -> None:
    """Add a line to the card's thread. Only staff see it."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx, case),
            lane=Lane.DESK,
            content=Message(text=text, lead=lead, buttons=buttons),
            thread=case.card_anchor,
            anchor=anchor,
            replaces=replaces,
            case_id=case.id,
        )
    )


async def change_in_thread(ctx: Context, case: Case, anchor: str, text: str, *, lead: str = "") -> None:
    """Change a line of the thread that was posted under `anchor`."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx, case),
            lane=Lane.DESK,
            operation=Operation.EDIT,
            content=Message(text=text, lead=lead),
            target=anchor,
            replaces=f"{anchor}:edit",
            case_id=case.id,
        )
    )


async def pass_on(ctx: Context, case: Case, attachment: Attachment, caption: str = "") -> None:
    """Put a resident's file into the thread."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=channel_of(ctx, case),
            lane=Lane.DESK,
            operation=Operation.FILE,
            content=Forwarded(attachment=attachment, caption=caption),
            thread=case.card_anchor,
            case_id=case.id,
            report=True,
        )
    )


def place_line(ctx: Context, place: Place) -> str:
    """A place as a line with a map link."""
    link = MAP.format(lat=place.latitude, lon=place.longitude)
    return ctx.desk("thread-place", label=place.label or ctx.desk("thread-place-unnamed"), url=link)


def contact_line(ctx: Context, contact: ContactCard) -> str:
    """A shared contact as a line."""
    key = "thread-contact-own" if contact.own else "thread-contact"
    return ctx.desk(key, name=contact.name, phone=contact.phone)


def attachments_of(data: dict[str, object]) -> tuple[Attachment, ...]:
    """The attachments that an entry's data holds."""
    return decode(tuple[Attachment, ...], data.get("attachments", []))


async def lay_out(ctx: Context, case: Case) -> None:
    """Put a new card in the department's channel and everything said so far in its thread."""
    await post_card(ctx, case)
    history = await entries.of_case(ctx.tx, case.id)
    said = [line for line in history if line.kind is not EntryKind.NOTICE]
    for i, line in enumerate(said):
        await show_line(ctx, case, line, words=i > 0 or line.kind is not EntryKind.RESIDENT)


async def show_line(ctx: Context, case: Case, line: Entry, *, words: bool = True) -> None:
    """Show a line of the history in the thread, its files and places with it; without a card, not yet."""
    if not case.card:
        return
    if words and line.text:
        await say_in_thread(ctx, case, line.text, lead=_lead(ctx, line), anchor=f"entry:{line.id}:{case.card}")
    if "place" in line.data:
        await say_in_thread(ctx, case, place_line(ctx, decode(Place, line.data["place"])))
    if "contact" in line.data:
        await say_in_thread(ctx, case, contact_line(ctx, decode(ContactCard, line.data["contact"])))
    for attachment in attachments_of(line.data):
        await pass_on(ctx, case, attachment)


def _lead(ctx: Context, line: Entry) -> str:
    if line.kind is EntryKind.RESIDENT:
        return ctx.desk("thread-resident-wrote", name=str(line.data.get("name", "")))
    if line.kind is EntryKind.REPLY:
        return ctx.desk("thread-earlier-reply")
    return ctx.desk("thread-earlier-note")
