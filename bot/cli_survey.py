"""`liaison survey`: check a survey's file, keep it as a draft, open and close it, read its results."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import click

from bot.cli import CONFIG, refuse
from bot.configuration import ConfigurationError, read_community
from bot.settings import SettingsError, read_settings
from bot.survey_file import read_survey
from bot.workspace import remembered_channels, resolve
from broadcasts.chart import Bars, bar_chart
from broadcasts.table import csv_file
from domain.audience import AllOf, Audience, Everybody, Having, InAreas, Speaking
from domain.community import Community
from domain.errors import LiaisonError, NotFound
from domain.survey import Occasion, SurveyState
from handlers import survey_closing, survey_figures, survey_report
from handlers.context import Context
from handlers.survey_inviting import open_for_occasion, open_to_audience, reminder_time
from locales import Catalogs
from storage import surveys
from storage.engine import Database, Tx
from storage.migrate import migrate
from storage.surveys import Survey

T = TypeVar("T")
Deed = Callable[[Context], Awaitable[T]]
WHO = click.option("--as", "who", required=True, help="Your Slack user id; you need the role of a coordinator.")


@click.group()
def survey() -> None:
    """Surveys: check and import a file, open, close, read results. Works while Liaison runs, too."""


@survey.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@CONFIG
def check_file(file: Path, config: Path | None) -> None:
    """Check a survey's file. Exit code 0: it can be opened; 2: something is to be mended."""
    definition = _or_refuse(lambda: read_survey(file, _community(config)))
    click.echo(f"{file}: {len(definition.questions)} questions, nothing to mend.")


@survey.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@WHO
@CONFIG
def import_file(file: Path, who: str, config: Path | None) -> None:
    """Keep a survey's file as a draft; prints its number."""
    community = _community(config)
    _need_role(community, who)
    definition = _or_refuse(lambda: read_survey(file, community))

    async def keep(ctx: Context) -> int:
        return (await surveys.draft(ctx.tx, definition, who, ctx.now)).id

    click.echo(f"Draft {_run(community, keep)}. Open it with: liaison survey open NUMBER, or in Slack with /survey")


@survey.command("list")
@CONFIG
def list_all(config: Path | None) -> None:
    """The newest surveys with number, state and end."""
    community = _community(config)
    for one in _run(community, lambda ctx: surveys.newest(ctx.tx, 50)):
        ends = f"{one.closes_at.astimezone(community.time_zone):%Y-%m-%d %H:%M}" if one.closes_at else "-"
        click.echo(
            "\t".join((str(one.id), one.state, ends, community.say(one.definition.title, community.staff_language)))
        )


@survey.command("open")
@click.argument("number", type=int)
@WHO
@click.option("--days", type=click.IntRange(1, 365), default=7, show_default=True, help="How long it is open.")
@click.option(
    "--remind", type=click.IntRange(0, 365), default=3, show_default=True, help="Days; 0: nobody is reminded."
)
@click.option("--area", "areas", multiple=True, help="Only residents of this area; may be given again.")
@click.option("--language", "languages", multiple=True, help="Only readers of this language; may be given again.")
@click.option("--role", "roles", multiple=True, help="Only volunteers or partners.")
@click.option("--after-case", is_flag=True, help="Ask each resident who has rated a settled case, instead.")
@CONFIG
def open_it(
    number: int, who: str, days: int, remind: int, areas: tuple[str, ...], languages: tuple[str, ...],
    roles: tuple[str, ...], after_case: bool, config: Path | None,
) -> None:  # fmt: skip
    """Open a draft: to an audience now, or after each settled case."""
    community = _community(config)
    _need_role(community, who)
    _need_known("area", areas, [area.id for area in community.areas])
    _need_known("language", languages, community.languages)
    _need_known("role", roles, ("volunteer", "partner"))
    audience = _audience(areas, languages, roles)

    async def deed(ctx: Context) -> bool:
        found = await _find(ctx, number)
        closes_at = ctx.now + timedelta(days=days)
        if after_case:
            return await open_for_occasion(ctx, found, Occasion.CASE, closes_at, f"cli:{who}")
        remind_at = reminder_time(ctx.now, closes_at, remind)
        return await open_to_audience(ctx, found, audience, closes_at, remind_at, f"cli:{who}")

    if not _run(community, deed):
        refuse([f"survey {number} is no draft (any more): nothing was opened"])
    click.echo(f"Survey {number} is open for {days} days.")


@survey.command("close")
@click.argument("number", type=int)
@WHO
@CONFIG
def close_it(number: int, who: str, config: Path | None) -> None:
    """End an open survey now; its results go to whoever opened it."""
    community = _community(config)
    _need_role(community, who)

    async def deed(ctx: Context) -> bool:
        return await survey_closing.close(ctx, await _find(ctx, number))

    if not _run(community, deed):
        refuse([f"survey {number} is not open: nothing was changed"])
    click.echo(f"Survey {number} is closed.")


@survey.command("results")
@click.argument("number", type=int)
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write all figures to this file.")
@click.option("--chart", type=click.Path(path_type=Path), help="Write a picture (PNG) to this file.")
@WHO
@CONFIG
def results(number: int, table: Path | None, chart: Path | None, who: str, config: Path | None) -> None:
    """The figures of a survey, as words, table and picture. Of an anonymous one only after its end."""
    community = _community(config)
    _need_role(community, who)

    async def deed(ctx: Context) -> Laid:
        found = await _find(ctx, number)
        if found.state is SurveyState.DRAFT:
            raise NotFound(f"result: survey {number} has not been opened yet")
        message = await survey_report.in_words(ctx, found)
        return Laid(
            words=f"{message.lead}\n{message.text}",
            title=message.lead,
            rows=await survey_figures.rows(ctx, found),
            panels=await survey_figures.bars(ctx, found),
            rtl=ctx.catalogs.direction(ctx.community.staff_language) == "rtl",
        )

    laid = _run(community, deed)
    if table:
        table.write_bytes(csv_file(laid.rows))
    if chart and laid.panels:
        chart.write_bytes(bar_chart(laid.title, laid.panels, rtl=laid.rtl))
    elif chart:
        click.echo(f"{chart} was not written: there is nothing that may be shown.", err=True)
    click.echo(laid.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A survey's results as words, as rows of a table and as panels of a chart."""

    words: str
    title: str
    rows: list[survey_figures.Row]
    panels: list[Bars]
    rtl: bool


# --- surroundings


def _community(config: Path | None) -> Community:
    try:
        return read_community(config or read_settings().liaison_config)
    except (SettingsError, ConfigurationError) as error:
        refuse(error.problems)
        raise


def _or_refuse(deed: Callable[[], T]) -> T:
    try:
        return deed()
    except ConfigurationError as error:
        refuse(error.problems)
        raise


def _need_role(community: Community, who: str) -> None:
    if who not in community.roles.coordinators | community.roles.admins:
        refuse([f"{who} is neither a coordinator nor an admin in the configuration: nothing was done"])


def _need_known(what: str, given: tuple[str, ...], known: object) -> None:
    unknown = [value for value in given if value not in known]  # type: ignore[operator]
    if unknown:
        refuse([f"{value} is no {what} of the configuration: nothing was opened" for value in unknown])


def _audience(areas: tuple[str, ...], languages: tuple[str, ...], roles: tuple[str, ...]) -> Audience:
    parts: list[Audience] = []
    if areas:
        parts.append(InAreas(areas=areas))
    if languages:
        parts.append(Speaking(languages=languages))
    if roles:
        parts.append(Having(roles=roles))
    return AllOf(parts=tuple(parts)) if parts else Everybody()


async def _find(ctx: Context, number: int) -> Survey:
    return await surveys.get(ctx.tx, number)


def _run(community: Community, deed: Deed[T]) -> T:
    """Do it in one transaction on the database that the settings name."""

    async def inside() -> T:
        async with Database.open(read_settings().database_url) as db:
            await migrate(db)
            channels = await remembered_channels(db)
            known = resolve(community, channels) if channels else community

            async def work(tx: Tx) -> T:
                return await deed(_context(tx, known))

            return await db.transact(work)

    try:
        return asyncio.run(inside())
    except NotFound as error:
        refuse([f"there is no {error}"])
        raise
    except LiaisonError as error:
        refuse([str(error)])
        raise


def _context(tx: Tx, community: Community) -> Context:
    return Context(
        tx=tx,
        now=datetime.now(UTC),
        community=community,
        catalogs=Catalogs(community.default_language, strict=False, zone=community.time_zone),
        capabilities={},
        rng=random.SystemRandom(),
    )
