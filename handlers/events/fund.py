"""A fundraiser is an event with a goal: how far it has come, in words for residents, staff and the public page."""

from collections.abc import Collection

from handlers.context import Context
from storage import programmes


async def line(ctx: Context, event_id: int, language: str) -> str:
    """The goal, what was promised and what was received; empty for an event without a goal."""
    return (await lines(ctx, [event_id], language)).get(event_id, "")


async def lines(ctx: Context, event_ids: Collection[int], language: str) -> dict[int, str]:
    """The line of each fundraiser among these events, by its id."""
    return {
        number: ctx.say(
            language,
            "event-goal",
            goal=fund.goal.written,
            pledged=fund.pledged.written,
            received=fund.received.written,
        )
        for number, fund in (await programmes.funds(ctx.tx, event_ids)).items()
    }
