"""`liaison broadcast`: alerts and announcements on the command line, for the day when Slack is down."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import click

from bot.broadcast_desk import BroadcastDesk
from bot.broadcast_sheet import BadSheet, read_sheet
from bot.cli import CONFIG, refuse
from bot.configuration import ConfigurationError, read_community
from bot.configuration_playbooks import FOLDER, read_playbooks
from bot.settings import SettingsError, read_settings
from broadcasts.table import csv_file
from delivery.settings import SLACK
from domain.broadcast import Broadcast, Refusal, Step
from domain.community import Community
from domain.content import Card
from handlers.broadcast_audience import MOST
from handlers.broadcast_refusing import sentence
from locales import Catalogs
from storage.engine import Database
from storage.migrate import migrate

AS = click.option("--as", "user", required=True, help="Who acts: a Slack user id with the role for it.")
AREA = click.option("--area", default="", help="For a live alert: type where it goes, as the preview names it.")
WATCH_SECONDS = 1.0
Deed = Callable[[BroadcastDesk], Awaitable[Any]]


@click.group()
def broadcast() -> None:
    """Write, preview, submit, approve, watch, stop and correct broadcasts without Slack.

    Two different people with the roles for it are needed, as in Slack; a duty officer may act alone, for a reason.
    It works on the database while Liaison runs; what is approved while it does not run leaves when it starts.

    Exit codes: 0 done, 1 refused (the sentence says why, and nothing was changed), 2 the configuration cannot be used.
    """


@broadcast.command("list")
@CONFIG
def list_them(config: Path | None) -> None:
    """List the latest broadcasts: reference, kind, state, headline."""

    async def deed(desk: BroadcastDesk) -> None:
        for one in await desk.recent():
            headline = one.plan.wordings[0].headline if one.plan.wordings else "-"
            click.echo("\t".join((one.reference, one.plan.kind, one.state, headline)))

    _run(config, deed)


@broadcast.command()
@CONFIG
def audiences(config: Path | None) -> None:
    """List the saved audiences: name, and how many people each has now. A file names them (`audience`, `also`)."""

    async def deed(desk: BroadcastDesk) -> None:
        for name, people in (await desk.audiences()).items():
            click.echo(f"{name}\t{people}")

    _run(config, deed)


@broadcast.command("save-audience")
@click.argument("reference")
@click.argument("name")
@AS
@CONFIG
def save_audience(reference: str, name: str, user: str, config: Path | None) -> None:
    """Keep the audience of the broadcast REFERENCE under NAME; an earlier one of that name gives way."""

    async def deed(desk: BroadcastDesk) -> None:
        kept = " ".join(name.split())[:MOST]
        await desk.keep_audience(reference, kept, user)
        click.echo(f"{kept}\t{(await desk.audiences())[kept]}")

    _run(config, deed)


@broadcast.command("drop-audience")
@click.argument("name")
@AS
@CONFIG
def drop_audience(name: str, user: str, config: Path | None) -> None:
    """Forget the saved audience NAME. What was sent to it stays as it was."""
    _run(config, lambda desk: desk.drop_audience(name, user))


@broadcast.command()
@click.argument("file", type=click.Path(path_type=Path))
@AS
@CONFIG
def compose(file: Path, user: str, config: Path | None) -> None:
    """Make a draft of FILE (TOML; docs/broadcasts.md shows one) and show its preview."""
    _run(config, lambda desk: _compose(desk, file, user, None))


@broadcast.command()
@click.argument("kind", type=click.Choice(["correction", "update", "all-clear"]))
@click.argument("reference")
@click.argument("file", type=click.Path(path_type=Path))
@AS
@CONFIG
def follow(kind: str, reference: str, file: Path, user: str, config: Path | None) -> None:
    """Make a draft that corrects, updates or closes the broadcast REFERENCE, with the words of FILE."""

    async def deed(desk: BroadcastDesk) -> None:
        original, _, _ = await desk.status(reference)
        await _compose(desk, file, user, (kind, original.plan.refers_to or original.id))

    _run(config, deed)


@broadcast.command()
@click.argument("reference")
@AS
@CONFIG
def preview(reference: str, user: str, config: Path | None) -> None:
    """Show whom a draft reaches, who is left out, how long it takes and how it reads."""

    async def deed(desk: BroadcastDesk) -> None:
        _show(await desk.preview(reference, user))

    _run(config, deed)


@broadcast.command()
@click.argument("reference")
@AS
@CONFIG
def submit(reference: str, user: str, config: Path | None) -> None:
    """Freeze a draft and ask for a second person. Prints the seal that the second person names."""

    async def deed(desk: BroadcastDesk) -> None:
        _told(await desk.submit(reference, user))

    _run(config, deed)


@broadcast.command()
@click.argument("reference")
@click.option("--seal", required=True, help="The seal of what you have read (status shows it; its beginning will do).")
@AREA
@AS
@CONFIG
def approve(reference: str, seal: str, area: str, user: str, config: Path | None) -> None:
    """Approve what somebody else submitted: it is sent."""

    async def deed(desk: BroadcastDesk) -> None:
        _told(await desk.approve(reference, user, area, seal))

    _run(config, deed)


@broadcast.command()
@click.argument("reference")
@click.option("--reason", required=True, help="Why nobody else can approve it. It is logged.")
@AREA
@AS
@CONFIG
def override(reference: str, reason: str, area: str, user: str, config: Path | None) -> None:
    """Send alone, as duty officer. All coordinators are told at once."""

    async def deed(desk: BroadcastDesk) -> None:
        _told(await desk.override(reference, user, area, reason))

    _run(config, deed)


def _steering(step: Step, about: str) -> None:
    @broadcast.command(step.value, help=about)
    @click.argument("reference")
    @AS
    @CONFIG
    def command(reference: str, user: str, config: Path | None) -> None:
        async def deed(desk: BroadcastDesk) -> None:
            _told(await desk.steer(reference, user, step))

        _run(config, deed)


_steering(Step.PAUSE, "Hold back what has not left yet.")
_steering(Step.RESUME, "Go on with what was paused.")
_steering(Step.STOP, "Stop for good: what has not left stays unsent.")


@broadcast.command()
@click.argument("reference")
@click.option("--watch", is_flag=True, help="Go on showing it until it is through. Ctrl+C ends the watching only.")
@CONFIG
def status(reference: str, watch: bool, config: Path | None) -> None:
    """Show how it stands: the bar, sent, not sent and why, left, rate, finish time, and the seal."""

    async def deed(desk: BroadcastDesk) -> None:
        under_way = True
        while under_way:
            found, card, under_way = await desk.status(reference)
            _show(card)
            click.echo(f"# {(found.seal or '-')[:12]}")
            under_way = under_way and watch
            if under_way:
                await asyncio.sleep(WATCH_SECONDS)

    _run(config, deed)


@broadcast.command()
@click.argument("reference")
@click.option(
    "--csv", "table", type=click.Path(path_type=Path), default=None, help="Write every recipient's outcome here."
)
@AS
@CONFIG
def report(reference: str, table: Path | None, user: str, config: Path | None) -> None:
    """Show how it was delivered; with --csv every recipient by name, so that somebody can phone the rest."""

    async def deed(desk: BroadcastDesk) -> None:
        words, rows = await desk.report(reference, user)
        click.echo("\n".join(words))
        if table is not None:
            _keep(table, csv_file(rows))
            click.echo(f"{table}\t{len(rows) - 1}")

    _run(config, deed)


def _keep(path: Path, body: bytes) -> None:
    """Write a file with names in it: nobody else on the machine may read it, not even for a moment."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(body)


async def _compose(desk: BroadcastDesk, file: Path, user: str, follows: tuple[str, int] | None) -> None:
    sheet = read_sheet(file, follows=follows)
    made, card = await desk.compose(user, sheet.about, sheet.form, sheet.values)
    _show(card)
    click.echo(made.reference)


def _show(card: Card) -> None:
    """A card as lines of text."""
    click.echo(card.title)
    for field in card.fields:
        click.echo(f"  {field.label}: {field.value}")
    for words in (card.quote, *card.notes):
        if words.strip():
            click.echo("\n" + "\n".join(f"  | {line}" for line in words.splitlines()))


def _told(broadcast: Broadcast) -> None:
    click.echo("\t".join((broadcast.reference, broadcast.state, (broadcast.seal or "-")[:12])))


def _run(config: Path | None, deed: Deed) -> None:
    try:
        settings = read_settings()
        path = config or settings.liaison_config
        community = read_community(path)
        playbooks = read_playbooks(path.parent / FOLDER, community.languages)
    except (SettingsError, ConfigurationError) as error:
        refuse(error.problems)
        return
    rates = {"telegram": settings.telegram_rate, "slack": SLACK.rate}
    sys.exit(asyncio.run(_do(settings.database_url, community, playbooks, rates, deed)))


async def _do(url: str, community: Community, playbooks: Any, rates: dict[str, float], deed: Deed) -> int:
    async with Database.open(url) as db:
        await migrate(db)
        desk = BroadcastDesk(db, community, playbooks, rates)
        await desk.meet()
        try:
            await deed(desk)
        except Refusal as refusal:
            catalogs = Catalogs(community.default_language, strict=False)
            click.echo(f"✗ {sentence(catalogs, community.staff_language, refusal)}", err=True)
            return 1
        except BadSheet as error:
            click.echo(f"✗ {error}", err=True)
            return 1
    return 0
