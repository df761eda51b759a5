"""What became of a delivery that somebody waits for: the thread shows the truth, and "sent" only after the platform."""

from dataclasses import replace

from domain.case import Case, Entry
from domain.delivery import DeliveryState
from domain.errors import NotFound
from domain.inbound import DeliveryEnded
from domain.people import Reach
from handlers import desk
from handlers.answering import in_thread, line_of, standing_line
from handlers.context import Context
from storage import cases, entries, outbox, residents, staff
from storage.outbox import Standing

REASONS = frozenset(
    {
        "refused",
        "rate-limited",
        "network",
        "platform-down",
        "no-answer",
        "blocked",
        "moved",
        "token-revoked",
        "gone",
    }
)  # those that the catalogs have words for


WAITING = (DeliveryState.QUEUED, DeliveryState.SENDING)


async def delivery_ended(ctx: Context, event: DeliveryEnded) -> None:
    """Show in the case's thread how an answer, or a resident's file, fared."""
    standing = await outbox.standing(ctx.tx, event.delivery_id)
    if standing is None or standing.case_id is None:
        return
    try:
        case = await cases.get(ctx.tx, standing.case_id)
    except NotFound:
        return
    if standing.channel == ctx.desk_channel and standing.entry_id is None:
        await _file_ended(ctx, case, standing)
    elif standing.entry_id is not None:
        await _answer_ended(ctx, case, standing.entry_id, event)


async def _file_ended(ctx: Context, case: Case, standing: Standing) -> None:
    """A resident's file that could not be put into the thread: both sides hear of it, the resident once."""
    if standing.state not in (DeliveryState.SENT, DeliveryState.SUPERSEDED):
        reason = why(ctx, standing)
        await desk.say_in_thread(ctx, case, ctx.desk("thread-file-failed", reason=reason))
        resident = await residents.get(ctx.tx, case.resident_id)
        words = ctx.say(resident.language, "resident-file-failed", reference=case.reference)
        await ctx.tell(resident, words, case_id=case.id, replaces=f"file-failed:{case.id}")


async def _answer_ended(ctx: Context, case: Case, entry_id: int, event: DeliveryEnded) -> None:
    parts = await outbox.standings_of_entry(ctx.tx, case.id, entry_id)
    standing = outbox.overall(parts)
    if standing is None:
        return
    entry = await entries.get(ctx.tx, entry_id)
    if standing.state is DeliveryState.BLOCKED:
        await _mark_blocked(ctx, case)
    await _show(ctx, case, entry, _held_up(standing, event))


def _held_up(standing: Standing, event: DeliveryEnded) -> Standing:
    """What still waits, waits for its own next try or for that of the whole channel: whichever is later."""
    if standing.state not in WAITING or not event.reason or event.next_at is None:
        return standing
    if standing.reason and standing.next_at >= event.next_at:
        return standing
    return replace(standing, reason=event.reason, next_at=event.next_at)


async def _mark_blocked(ctx: Context, case: Case) -> None:
    resident = await residents.get(ctx.tx, case.resident_id)
    if resident.reach is Reach.ACTIVE:  # who said /stop stays stopped when they come back
        await residents.change(ctx.tx, resident.id, reach=Reach.BLOCKED)


async def _show(ctx: Context, case: Case, entry: Entry, standing: Standing) -> None:
    """Change the answer's line; what failed also gets a line of its own, which is noticed."""
    name = await staff.name_of(ctx.tx, entry.author)
    above = heading(ctx, name, standing)
    await desk.change_in_thread(ctx, case, line_of(case, entry), in_thread(ctx, entry), lead=above)
    advice = _advice(ctx, standing)
    if advice and entry.data.get("told") != standing.state:
        await entries.mark(ctx.tx, entry, told=standing.state)
        await desk.say_in_thread(ctx, case, f"{above}\n{advice}")


def heading(ctx: Context, name: str, standing: Standing) -> str:
    """Whose answer it is and its true state in words: waiting, sent, in doubt, or failed and why."""
    return standing_line(ctx, name, _state(ctx, standing))


def _state(ctx: Context, standing: Standing) -> str:
    match standing.state:
        case DeliveryState.SENT:
            return ctx.desk("reply-sent", when=desk.when(ctx, standing.ended_at or ctx.now))
        case DeliveryState.QUEUED | DeliveryState.SENDING if standing.reason:
            again = desk.when(ctx, standing.next_at)
            return ctx.desk("reply-waiting-until", reason=why(ctx, standing), when=again)
        case DeliveryState.QUEUED | DeliveryState.SENDING:
            return ctx.desk("reply-queued")
        case DeliveryState.DOUBT:
            return ctx.desk("reply-doubt", reason=why(ctx, standing))
        case DeliveryState.STOPPED | DeliveryState.EXPIRED:
            return ctx.desk(f"reply-{standing.state}")
    return ctx.desk("reply-failed", reason=why(ctx, standing))


def why(ctx: Context, standing: Standing) -> str:
    """The reason in words; one without words of its own is named by its code."""
    code = standing.reason or standing.state.value
    return ctx.desk(f"reason-{code}") if code in REASONS else ctx.desk("reason-other", code=code)


def _advice(ctx: Context, standing: Standing) -> str:
    match standing.state:
        case DeliveryState.BLOCKED:
            return ctx.desk("advice-blocked")
        case DeliveryState.DOUBT:
            return ctx.desk("advice-doubt")
        case DeliveryState.FAILED | DeliveryState.EXPIRED | DeliveryState.STOPPED:
            return ctx.desk("advice-failed")
    return ""
