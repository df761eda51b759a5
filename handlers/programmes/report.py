"""The report of a programme: as words for Slack, and as a page and a PDF in the organisation's language."""

from broadcasts.paper import Block, Grid, Text
from domain.event import Event
from domain.money import Money
from domain.programme import Evaluation
from domain.volunteering import total_hours
from handlers.context import Context
from locales import format_day, format_number


def title_of(ctx: Context, event: Event, language: str) -> str:
    """The event's title."""
    return ctx.community.say(event.plan.title, language)


def rows(ctx: Context, figures: Evaluation, language: str) -> list[tuple[str, str]]:
    """(what, how much) of everything that is known; what was not entered is left out."""
    pairs: list[tuple[str, object]] = [
        ("occasions", figures.occasions),
        ("invited", figures.invited),
        ("signed-up", figures.signed_up),
        ("came", figures.came),
        ("turned-up", None if figures.turned_up is None else f"{figures.turned_up:.0%}"),
        ("volunteers", figures.volunteers),
        ("hours", format_number(language, total_hours([figures.minutes]))),
        ("answers", figures.answers),
        ("satisfaction", _satisfaction(ctx, figures, language)),
        ("cost", _written(figures.cost)),
        ("cost-per-person", _written(figures.cost_per_person)),
        ("goal", _written(figures.goal)),
        ("pledged", _written(figures.pledged)),
        ("received", _written(figures.received)),
    ]
    return [(ctx.say(language, f"programme-{key}"), str(value)) for key, value in pairs if value is not None]


ROWS = (
    "occasions", "invited", "signed-up", "came", "turned-up", "volunteers", "hours", "answers", "satisfaction",
    "cost", "cost-per-person", "goal", "pledged", "received",
)  # fmt: skip


def _written(money: Money | None) -> str | None:
    return money.written if money else None


def _satisfaction(ctx: Context, figures: Evaluation, language: str) -> str | None:
    if figures.satisfaction is None:
        return None
    number = format_number(language, figures.satisfaction, least=1, most=1)
    return ctx.say(language, "programme-of-best", number=number, best=figures.best)


def in_words(ctx: Context, event: Event, figures: Evaluation) -> str:
    """The figures as lines, in the staff's language."""
    language = ctx.community.staff_language
    lines = [
        ctx.say(language, "programme-line", what=what, value=value) for what, value in rows(ctx, figures, language)
    ]
    return "\n".join([title_of(ctx, event, language), *lines])


def blocks(ctx: Context, event: Event, figures: Evaluation) -> tuple[str, list[Block]]:
    """Title and contents of the report in the organisation's language (the community's default language)."""
    language = ctx.community.default_language
    community = ctx.community.say(ctx.community.name, language)
    made = format_day(language, ctx.now.astimezone(ctx.community.time_zone).date())
    heading = (ctx.say(language, "programme-what"), ctx.say(language, "programme-value"))
    found: list[Block] = [
        Text(words=ctx.say(language, "programme-of", community=community, date=made)),
        Grid(rows=[heading, *rows(ctx, figures, language)], widths=(3, 2)),
    ]
    if description := ctx.community.say(event.plan.description, language):
        found.insert(1, Text(words=description))
    if figures.comments:
        found.append(Text(words=ctx.say(language, "programme-comments"), bold=True, size=13))
        found += [
            Text(words=ctx.say(language, "programme-comment", text=comment), size=10) for comment in figures.comments
        ]
    found.append(Text(words=ctx.say(language, "programme-small-groups"), size=8))
    return ctx.say(language, "programme-report", title=title_of(ctx, event, language)), found
