"""The Reply form: the resident's language and last words in sight, and a preview before anything is sent."""

from datetime import timedelta

from domain.case import Case, EntryKind
from domain.content import Ask, Choice, Form
from domain.inbound import StaffFilled
from domain.people import Reach, Resident
from handlers import confirming, desk
from handlers.answering import last_words, lead, send_reply
from handlers.asking_case import shorten
from handlers.context import Context
from handlers.rights import explain
from storage import entries, residents

LONGEST = 3000  # Block Kit: a plain-text input takes up to 3,000 characters
QUOTED = 600  # characters of the resident's words in the form
REPEAT = timedelta(minutes=2)  # the same words from the same person to the same case: one deed, pressed twice


async def form(ctx: Context, case: Case) -> Form:
    """The reply form: whom it goes to, in which language, their last words, and how the answer will look."""
    resident = await residents.get(ctx.tx, case.resident_id)
    return Form(
        name="reply",
        about=str(case.id),
        title=ctx.desk("reply-title"),
        submit=ctx.desk("reply-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(
            *await about_resident(ctx, case, resident),
            Ask(
                name="text",
                label=ctx.desk("reply-label"),
                hint=ctx.desk("reply-hint"),
                kind="text",
                max_length=LONGEST,
            ),
            Ask(name="looks", label=ctx.desk("reply-looks"), kind="info", initial=_looks(ctx, case, resident)),
            Ask(
                name="then",
                label=ctx.desk("reply-then"),
                kind="choice",
                choices=tuple(Choice(label=ctx.desk(f"reply-then-{way}"), value=way) for way in ("send", "preview")),
                initial="send",
            ),
        ),
    )


async def about_resident(ctx: Context, case: Case, resident: Resident) -> tuple[Ask, ...]:
    """What whoever writes to the resident should know: language, last words, whether they can be reached."""
    last = await last_words(ctx, case)
    language = desk.language_name(ctx, resident.language)
    about = ctx.desk("reply-about", reference=case.reference, language=language)
    asks = [Ask(name="about", label="", kind="info", initial=about)]
    if last is not None and last.text:
        words = ctx.desk("reply-last", text=shorten(last.text, QUOTED))
        asks.append(Ask(name="last", label="", kind="info", initial=words))
    if resident.reach is Reach.BLOCKED:
        asks.append(Ask(name="blocked", label="", kind="info", initial=ctx.desk("thread-blocked")))
    return tuple(asks)


def _looks(ctx: Context, case: Case, resident: Resident) -> str:
    example = f"{lead(ctx, case, resident)}\n{ctx.desk('reply-your-words')}"
    rtl = ctx.catalogs.direction(resident.language) == "rtl"
    return f"{example}\n{ctx.desk('reply-rtl')}" if rtl else example


async def filled(ctx: Context, event: StaffFilled, case: Case) -> None:
    """The form was submitted: send the words, or show them in the thread first."""
    words = event.values.get("text", "").strip()
    if not words:
        empty = ctx.desk("refuse-empty")
        await explain(ctx, event.user, empty, channel_id=desk.channel_of(ctx, case))
    elif event.values.get("then") == "preview":
        await confirming.ask(ctx, case, event.user, words)
    elif not await said_just_now(ctx, case, event.user, words):
        await send_reply(ctx, case, event.user, words)


async def said_just_now(ctx: Context, case: Case, user: str, words: str) -> bool:
    """Whether the same person sent the same words in this case a moment ago."""
    for line in await entries.of_case(ctx.tx, case.id):
        if line.kind is EntryKind.REPLY and (line.author, line.text) == (user, words) and ctx.now - line.at < REPEAT:
            return True
    return False
