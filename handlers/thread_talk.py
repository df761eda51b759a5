"""Staff write in a desk channel. It is internal, whatever they write; only a confirmed mention of the bot can leave."""

from domain.case import Case, Entry, EntryKind
from domain.codec import encode
from domain.errors import NotFound
from domain.inbound import StaffWrote
from handlers import confirming, rights
from handlers.context import Context
from handlers.events import importing
from storage import cases, entries, outbox


async def staff_wrote(ctx: Context, event: StaffWrote) -> None:
    """Keep what staff say in a case's thread; nothing of it is sent to anybody. A calendar file becomes events."""
    case = await case_of_thread(ctx, event.channel_id, event.thread_id)
    if case is None:
        if await importing.noticed(ctx, event):
            return
        if event.mentions_bot and not (event.edited or event.deleted):
            await _explain(ctx, event, ctx.desk("mention-no-case"))
    elif event.edited or event.deleted:
        await _changed(ctx, case, event)
    elif await _kept(ctx, case, event.message_id) is None:
        await _said(ctx, case, event)


async def case_of_thread(ctx: Context, channel_id: str, thread_id: str | None) -> Case | None:
    """The case whose card the thread hangs under, or None."""
    if thread_id is None:
        return None
    anchor = await outbox.anchor_at(ctx.tx, channel_id, thread_id, ctx.desk_channel)
    match (anchor or "").split(":"):
        case ["case", case_id, "card", _]:
            try:
                return await cases.get(ctx.tx, int(case_id))
            except NotFound:
                return None
    return None


async def _said(ctx: Context, case: Case, event: StaffWrote) -> None:
    if not event.mentions_bot:
        await _note(ctx, case, event)
        return
    refusal = await rights.why_not(ctx, event.user, case)
    if not refusal and not (event.text.strip() or event.attachments):
        refusal = ctx.desk("mention-empty")
    if refusal:
        await _note(ctx, case, event)
        await _explain(ctx, event, refusal)
        return
    words = event.text.strip()
    await confirming.ask(ctx, case, event.user, words, attachments=event.attachments, source=event.message_id)


async def _note(ctx: Context, case: Case, event: StaffWrote) -> None:
    if event.text or event.attachments:
        data = {"attachments": encode(event.attachments)} if event.attachments else {}
        await entries.add(
            ctx.tx,
            case.id,
            EntryKind.NOTE,
            ctx.now,
            author=event.user,
            text=event.text,
            data=data,
            message_id=event.message_id,
        )


async def _kept(ctx: Context, case: Case, message_id: str) -> Entry | None:
    """The line that a message of staff became, as a note or (confirmed) as an answer."""
    for line in await entries.of_case(ctx.tx, case.id):
        if line.kind is EntryKind.NOTE and line.message_id == message_id:
            return line
        if line.kind is EntryKind.REPLY and line.data.get("source") == message_id:
            return line
    return None


async def _changed(ctx: Context, case: Case, event: StaffWrote) -> None:
    """An edit or a deletion: the history shows it and keeps the words; what was sent cannot be called back."""
    words = "" if event.deleted else event.text
    if await confirming.edited(ctx, case, event.message_id, words.strip()):
        return
    line = await _kept(ctx, case, event.message_id)
    if line is None:
        return
    if line.kind is EntryKind.REPLY:
        await _explain(ctx, event, ctx.desk("mention-already-sent"))
    elif line.text != words:
        line = await entries.edit(ctx.tx, line, words, ctx.now)
        if event.deleted:
            await entries.mark(ctx.tx, line, deleted=True)


async def _explain(ctx: Context, event: StaffWrote, words: str) -> None:
    await rights.explain(ctx, event.user, words, channel_id=event.channel_id, thread=event.thread_id)
