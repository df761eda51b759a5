"""The preview: what an author sees before submitting. Every button on it names the version that was seen."""

from collections.abc import Sequence
from datetime import timedelta

from broadcasts.compose import looked_at
from broadcasts.preview import Preview
from broadcasts.roles import has
from domain.broadcast import Broadcast, Refusal
from domain.content import Button, Card, Field, Message
from domain.delivery import Draft, Lane
from handlers.broadcast_naming import area_name, kind, language_name, listed, topic_name, until, where
from handlers.broadcast_refusing import words
from handlers.context import Context
from handlers.desk import when
from locales import format_age

PREVIEW_FIELDS = frozenset(
    {
        "people",
        "duration",
        "paid",
        "languages",
        "areas",
        "channels",
        "unreachable",
        "start",
        "where",
        "responders",
        "until",
        "edits",
    }
)
WORTH_PAYING = 60  # seconds that it takes for nothing
SHOWN = 1800  # characters of one language's text on a card in Slack; a longer one follows it whole


async def show(ctx: Context, broadcast: Broadcast, user: str) -> None:
    """Send the preview to `user` alone; texts that are too long for its card follow whole."""
    shown, problems = await looked_at(ctx, broadcast.plan)
    whole = texts(ctx, shown)
    card = await _card(ctx, broadcast, user, shown, problems, [_cut(text) for text in whole])
    long = [Message(text=text) for text in whole if len(text) > SHOWN]
    contents: tuple[Card | Message, ...] = (card, *long)
    for content in contents:
        await ctx.send(Draft(channel=ctx.desk_channel, address=user, lane=Lane.REPLY, content=content))


async def draw(ctx: Context, broadcast: Broadcast, user: str) -> Card:
    """The card: who it reaches, what stands in the way, how each text reads, and what can be done now."""
    shown, problems = await looked_at(ctx, broadcast.plan)
    return await _card(ctx, broadcast, user, shown, problems, texts(ctx, shown))


async def _card(
    ctx: Context,
    broadcast: Broadcast,
    user: str,
    shown: Preview,
    problems: Sequence[Refusal],
    written: Sequence[str],
) -> Card:
    sentences = [f"❗ {words(ctx, problem)}" for problem in problems]
    first, *others = written
    return Card(
        title=ctx.coordinate("preview-title", reference=broadcast.reference, kind=kind(ctx, broadcast)),
        fields=fields(ctx, broadcast, shown),
        quote=first,
        notes=(*sentences, *others, ctx.coordinate("preview-note" if not problems else "preview-mend")),
        buttons=await _buttons(ctx, broadcast, user, good=not problems),
        tone="urgent" if broadcast.plan.grave else "plain",
    )


def fields(ctx: Context, broadcast: Broadcast, shown: Preview) -> tuple[Field, ...]:
    """The figures."""
    pairs = [
        ("people", str(shown.people)),
        ("duration", ctx.coordinate("duration", time=_span(ctx, shown.seconds), count=shown.messages)),
        ("languages", listed({language_name(ctx.catalogs, code): n for code, n in shown.by_language.items()})),
        ("areas", listed({area_name(ctx, area): n for area, n in shown.by_area.items()})),
        ("channels", listed({name.title(): n for name, n in shown.by_channel.items()})),
        ("unreachable", listed({ctx.coordinate(f"gone-{name}"): n for name, n in shown.unreachable.items()})),
        ("start", _start(ctx, broadcast)),
        ("where", where(ctx, broadcast)),
        ("responders", " · ".join(topic_name(ctx, topic) for topic in broadcast.plan.responders)),
        ("until", until(ctx, broadcast)),
    ]
    if shown.by_channel.get("telegram") and shown.seconds >= WORTH_PAYING:
        cost = ctx.coordinate("paid", time=_span(ctx, shown.paid_seconds), stars=shown.paid_stars)
        pairs.insert(2, ("paid", cost))
    if shown.edits:
        pairs.append(("edits", ctx.coordinate("edits", count=shown.edits)))
    return tuple(Field(label=ctx.coordinate(f"field-{name}"), value=value) for name, value in pairs if value)


def _start(ctx: Context, broadcast: Broadcast) -> str:
    schedule = broadcast.plan.schedule
    if schedule is None:
        return ""
    return f"{when(ctx, schedule.first)} · {ctx.coordinate(f'repeat-{schedule.repeat}')}"


def texts(ctx: Context, shown: Preview) -> list[str]:
    """How each text reads, the staff's own language first; where it is cut into parts, into how many."""
    main = shown.draught.texts["main"]
    own = ctx.community.staff_language
    found = []
    for language in sorted(main, key=lambda code: (code != own, code)):
        parts = main[language]
        name = language_name(ctx.catalogs, language)
        above = ctx.coordinate("text-parts", language=name, count=len(parts)) if len(parts) > 1 else name
        found.append(f"{above}\n{_whole(parts)}")
    return found or [ctx.coordinate("refuse-no-text")]


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]} …"


def _whole(parts: tuple[Message, ...]) -> str:
    return "\n".join(f"{part.lead}\n{part.text}".strip() for part in parts)


def _span(ctx: Context, seconds: float) -> str:
    return format_age(ctx.community.staff_language, timedelta(seconds=seconds))


async def _buttons(ctx: Context, broadcast: Broadcast, user: str, *, good: bool) -> tuple[Button, ...]:
    mark = f"{broadcast.id}:{broadcast.version}"
    submit = Button(label=ctx.coordinate("submit"), data=f"s:cast:submit:{mark}", style="primary")
    change = Button(label=ctx.coordinate("change"), data=f"s:form:cast-words:draft:{mark}")
    alone = Button(label=ctx.coordinate("override"), data=f"s:form:cast-override:{mark}", style="danger")
    away = Button(
        label=ctx.coordinate("discard"), data=f"s:cast:discard:{mark}", confirm=ctx.coordinate("discard-sure")
    )
    duty = good and await has(ctx, user, "duty_officers")
    keep = Button(label=ctx.coordinate("keep-audience"), data=f"s:form:cast-audience:{broadcast.id}")
    return (*((submit,) if good else ()), change, *((alone,) if duty else ()), keep, away)
