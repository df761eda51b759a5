"""Why a broadcast does not go on, in words, to whoever tried; and who they are to be able to try."""

from domain.broadcast import Broadcast, Refusal
from domain.errors import NotFound
from handlers.broadcast_naming import language_name
from handlers.context import Context
from handlers.rights import explain, give_back, number
from locales import Catalogs
from storage import broadcasts

REFUSALS = frozenset(  # every code that a Refusal may carry, each with words of its own
    {
        "role", "duty", "state", "changed", "own", "submitter-role", "approved-already", "expired", "reason", "nobody",
        "nobody-drill", "no-original", "drill-unmarked", "drill-mixed", "facts", "order", "no-text", "no-channel",
        "unknown", "when", "no-headline", "long-headline", "variable", "fallback", "language", "area", "value",
        "typed-area", "seal", "gap", "name", "audience", "past",
        "shape", "shape-nowhere", "cases", "event", "forgotten",
    }
)  # fmt: skip


def words(ctx: Context, refusal: Refusal) -> str:
    """What happened, what stays as it was, what to do next."""
    return sentence(ctx.catalogs, ctx.community.staff_language, refusal)


def sentence(catalogs: Catalogs, language: str, refusal: Refusal) -> str:
    """The same in `language`, where there is no context."""
    values = dict(refusal.values)
    if "language" in values:
        values["language"] = language_name(catalogs, str(values["language"]))
    return catalogs.say(language, f"coordination-refuse-{refusal.code}", **values)


async def refuse(ctx: Context, user: str, refusal: Refusal, *, channel_id: str = "", typed: str = "") -> None:
    """Tell the user alone; words that they typed come back."""
    await explain(ctx, user, give_back(ctx, words(ctx, refusal), typed), channel_id=channel_id)


async def meant(ctx: Context, text: str) -> Broadcast:
    """The broadcast whose number a button or form carries. Raises Refusal."""
    row = number(text)
    if row is None:
        raise Refusal("unknown")
    try:
        return await broadcasts.get(ctx.tx, row)
    except NotFound:
        raise Refusal("unknown") from None


def version(text: str) -> int:
    """The version that a button or form carries; one that nothing has for anything else."""
    found = number(text)
    return -1 if found is None else found
