"""A coordinator drops an ``.ics`` file into a department's channel: all its events are taken in, or none and why."""

from broadcasts import calendar_in
from broadcasts.calendar_in import Entry
from domain.content import FileRef, Message
from domain.delivery import Draft, Lane
from domain.event import Event, EventRefused, EventState
from domain.inbound import StaffWrote
from handlers import rights
from handlers.context import Context
from handlers.events import cancelling, planning, words
from storage import events, fetches
from storage.fetches import Fetch

PURPOSE = "events"


async def noticed(ctx: Context, event: StaffWrote) -> bool:
    """Have every calendar of a new message fetched. False where the message has none, or is not about events."""
    files = [one.file for one in event.attachments if _calendar(one.file)]
    if not files or event.edited or event.deleted or ctx.community.department_of_channel(event.channel_id) is None:
        return False
    if not await rights.coordinates(ctx, event.user):
        await ctx.whisper(event.channel_id, event.user, ctx.desk("event-refuse-role"), thread=event.thread_id)
        return True
    thread = event.thread_id or event.message_id
    for file in files:
        if (file.size or 0) > calendar_in.MOST_BYTES:
            await _too_large(ctx, event, file, thread)
            continue
        await fetches.want(ctx.tx, PURPOSE, file, ctx.now, user=event.user, channel_id=event.channel_id, thread=thread)
    return True


async def _too_large(ctx: Context, event: StaffWrote, file: FileRef, thread: str) -> None:
    reason = planning.explain(ctx, EventRefused("file-size", limit=calendar_in.MOST_BYTES // 1000))
    refusal = ctx.desk("event-import-refused", file=file.name, reason=reason)
    await ctx.whisper(event.channel_id, event.user, refusal, thread=thread)


def _calendar(file: FileRef) -> bool:
    return file.name.lower().endswith(".ics") or file.mime.split(";")[0] == "text/calendar"


async def arrived(ctx: Context, fetch: Fetch, body: bytes) -> None:
    """Take in the file's events, for the department in whose channel it was dropped."""
    department = ctx.community.department_of_channel(fetch.channel_id)
    try:
        entries = calendar_in.read(body, ctx.community, department.id if department else ctx.community.front_desk)
        await _check(ctx, entries)
    except EventRefused as refusal:
        reason = planning.explain(ctx, refusal)
        title = str(refusal.values.get("title", ""))
        reason = ctx.desk("event-import-refused-at", title=title, reason=reason) if title else reason
        await _answer(ctx, fetch, ctx.desk("event-import-refused", file=fetch.file.name, reason=reason))
        return
    done = [title for entry in entries if (title := await _take(ctx, fetch, entry))]
    lines = [ctx.desk("event-imported", count=len(done)), *done]
    await _answer(ctx, fetch, "\n".join(lines))


async def failed(ctx: Context, fetch: Fetch) -> None:
    """The file could not be fetched."""
    await _answer(ctx, fetch, ctx.desk("event-import-failed", file=fetch.file.name))


async def _check(ctx: Context, entries: list[Entry]) -> None:
    """Raise EventRefused, with the title, if any of the events cannot be taken in; nothing is written yet."""
    for entry in entries:
        try:
            known = await events.by_uid(ctx.tx, entry.uid)
            if not entry.cancelled and (known is None or known.state is EventState.OPEN):
                await planning.check(ctx, known, entry.plan)
        except EventRefused as refusal:
            title = ctx.community.say(entry.plan.title, ctx.community.staff_language)
            raise EventRefused(refusal.code, **{**refusal.values, "title": title}) from None


async def _take(ctx: Context, fetch: Fetch, entry: Entry) -> str:
    """Create, change or cancel; returns a line on what was done, empty for nothing."""
    known = await events.by_uid(ctx.tx, entry.uid)
    language = ctx.community.staff_language
    if known is None:
        if entry.cancelled:
            return ""
        made = await planning.create(ctx, entry.plan, fetch.user, uid=entry.uid)
        return ctx.desk("event-import-new", title=words.title(ctx, made, language))
    if known.state is not EventState.OPEN:
        return ""
    title = words.title(ctx, known, language)
    if entry.cancelled:
        await cancelling.cancel_all(ctx, known, fetch.user)
        return ctx.desk("event-import-cancelled", title=title)
    return await _update(ctx, fetch, entry, known, title)


async def _update(ctx: Context, fetch: Fetch, entry: Entry, known: Event, title: str) -> str:
    """What the file says of an event that we know; what it cannot say (seats, tasks) stays as it was."""
    plan = planning.merged(known.plan, entry.plan)
    if plan == known.plan:
        return ""
    await planning.change(ctx, known, plan, fetch.user)
    return ctx.desk("event-import-changed", title=title)


async def _answer(ctx: Context, fetch: Fetch, text: str) -> None:
    """Under the message with the file."""
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=fetch.channel_id,
            lane=Lane.REPLY,
            content=Message(text=text),
            reply_to=fetch.thread,
        )
    )
