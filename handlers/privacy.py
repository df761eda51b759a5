"""A resident's data is theirs: what is kept, a copy of it, and its deletion."""

from datetime import timedelta

from domain.case import CaseState, EntryKind
from domain.content import Attachment, Button, FileRef, Forwarded
from domain.delivery import Draft, Lane, Operation
from domain.people import Reach, Resident
from handlers import desk
from handlers.context import Context
from handlers.events import answering
from storage import audit, cases, entries, erasure, questions
from storage.questions import Question

EXPORTS = "liaison"  # the channel whose files we make ourselves, at the moment they are sent


async def explain(ctx: Context, resident: Resident) -> None:
    """/privacy: what is kept, for how long, and the buttons for a copy and for deletion."""
    language = resident.language
    buttons = [
        [Button(label=ctx.say(language, "resident-privacy-export"), data="r:cmd:export")],
        [Button(label=ctx.say(language, "resident-privacy-erase"), data="r:cmd:erase")],
    ]
    if ctx.community.privacy_url:
        page = ctx.say(language, "resident-privacy-page")
        buttons.append([Button(label=page, data="", url=ctx.community.privacy_url)])
    town, days = ctx.community.say(ctx.community.name, language), ctx.community.retention.closed_cases_days
    text = ctx.say(language, "resident-privacy", community=town, days=days)
    if ctx.community.privacy_contact:
        text += "\n" + ctx.say(language, "resident-privacy-contact", contact=ctx.community.privacy_contact)
    await ctx.tell(resident, text, buttons=buttons)


async def export(ctx: Context, resident: Resident) -> None:
    """Send the resident a file with everything that is kept about them."""
    file = FileRef(
        channel=EXPORTS, handle=f"export:{resident.id}", name="liaison-my-data.json", mime="application/json"
    )
    await ctx.send(
        Draft(
            channel=resident.channel,
            address=resident.address,
            lane=Lane.AUTOMATIC,
            operation=Operation.FILE,
            content=Forwarded(
                attachment=Attachment(kind="document", file=file),
                caption=ctx.say(resident.language, "resident-export-ready"),
            ),
            resident_id=resident.id,
        )
    )
    await audit.note(ctx.tx, f"resident:{resident.id}", "data.exported", str(resident.id), ctx.now)


async def ask_to_erase(ctx: Context, resident: Resident) -> None:
    """Ask once more before everything is deleted."""
    question = await questions.ask(ctx.tx, resident.id, "erase", ctx.now, expires_at=ctx.now + timedelta(hours=1))
    language = resident.language
    buttons = [
        [Button(label=ctx.say(language, f"resident-erase-{word}"), data=f"r:q:{question.id}:{word}")]
        for word in ("yes", "no")
    ]
    await ctx.tell(resident, ctx.say(language, "resident-erase-confirm"), buttons=buttons)


async def erase_answered(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """Delete everything, or nothing."""
    if choice not in {"yes", "no"} or not await questions.close(ctx.tx, question, answer=choice):
        return False
    if choice == "no":
        await ctx.tell(resident, ctx.say(resident.language, "resident-erase-kept"))
        return True
    await ctx.tell(resident, ctx.say(resident.language, "resident-erase-done"))
    await _erase(ctx, resident)
    return True


async def _erase(ctx: Context, resident: Resident) -> None:
    for case in await cases.of_resident(ctx.tx, resident.id, limit=1000):
        closed = {"state": CaseState.CLOSED, "closed_at": ctx.now} if case.open else {}
        case = await cases.change(ctx.tx, case.id, ctx.now, area=None, sensitive=False, routing={}, **closed)
        await erasure.forget_words(ctx.tx, case.id)
        await entries.add(ctx.tx, case.id, EntryKind.EVENT, ctx.now, data={"step": "erased"})
        if case.card:
            await _clear_desk(ctx, case.id)
    await answering.leave_all(ctx, resident)
    await erasure.forget_resident(ctx.tx, resident, Reach.ERASED)
    await audit.note(ctx.tx, "liaison", "data.erased", str(resident.id), ctx.now)


async def _clear_desk(ctx: Context, case_id: int) -> None:
    """Take the resident's words out of Slack: the thread's lines go, the card says that it was erased."""
    case = await cases.get(ctx.tx, case_id)
    keep = case.card_anchor
    for anchor in await erasure.desk_messages(ctx.tx, case_id, ctx.desk_channel, keep=keep):
        await ctx.send(
            Draft(
                channel=ctx.desk_channel,
                address=anchor.address,
                lane=Lane.DESK,
                operation=Operation.DELETE,
                content=None,
                target=anchor.name,
            )
        )
    await desk.refresh_card(ctx, case)
