"""`liaison cap import` and `liaison cap export`: warnings to drafts, a broadcast to a warning."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import click

from bot.cap_import import REJECTED, CapDesk
from bot.cap_words import file_name, sentences
from bot.cli import CONFIG, refuse
from bot.configuration import ConfigurationError, read_community
from bot.settings import SettingsError, read_settings
from domain.broadcast import Refusal
from domain.community import Community
from locales import Catalogs
from storage.engine import Database
from storage.migrate import migrate


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "user", required=True, help="Who answers for the drafts: a coordinator's Slack user id.")
@CONFIG
def import_files(files: tuple[Path, ...], user: str, config: Path | None) -> None:
    """Make drafts of warnings. Nothing is sent: each draft needs an approver like any other broadcast.

    Prints one JSON line a file, the oldest message first: {"file", "outcome", "broadcast", "reasons": […]}. The outcome
    is drafted, changed, called-off, ignored or rejected. Tests and exercises become drills; updates and
    cancellations find the broadcast that they belong to. A message that was read before is ignored.

    Exit code: 0 no file is rejected, 1 at least one is, 2 nothing was read.
    """
    sys.exit(asyncio.run(_import(files, user, config)))


@click.command()
@click.argument("reference")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="File to write; else to the screen."
)
@CONFIG
def export(reference: str, output: Path | None, config: Path | None) -> None:
    """Write a broadcast that was sent as a CAP 1.2 file.

    Exit code: 0 written, 1 there is no such warning to write, 2 the configuration cannot be used.
    """
    data = asyncio.run(_export(reference, config))
    if data is None:
        sys.exit(1)
    if output is None:
        sys.stdout.buffer.write(data)
        return
    try:
        output.write_bytes(data)
    except OSError as error:
        refuse([f"{output}: {error.strerror}"])


@asynccontextmanager
async def _desk(config: Path | None) -> AsyncIterator[tuple[CapDesk, Community]]:
    """The deeds on the configured database."""
    try:
        settings = read_settings()
        community = read_community(config or settings.liaison_config)
    except (SettingsError, ConfigurationError) as error:
        refuse(error.problems)
        raise
    async with Database.open(settings.database_url) as db:
        await migrate(db)
        yield CapDesk(db, community), community


async def _import(files: tuple[Path, ...], user: str, config: Path | None) -> int:
    catalogs = Catalogs(strict=False)
    async with _desk(config) as (desk, community):
        language = community.staff_language
        if not await desk.may_compose(user):
            refuse([catalogs.say(language, "cap-not-allowed", user=user)])
        rejected = 0
        async for one in desk.import_files(files, user):
            said = sentences(catalogs, language, one.remarks)
            if one.reference:
                said.insert(0, catalogs.say(language, f"cap-import-{one.outcome}", reference=one.reference))
            line = {"file": file_name(one.path), "outcome": one.outcome, "broadcast": one.reference, "reasons": said}
            click.echo(json.dumps(line, ensure_ascii=False))
            rejected |= one.outcome == REJECTED
    return int(rejected)


async def _export(reference: str, config: Path | None) -> bytes | None:
    """The file; None after saying why there is none."""
    async with _desk(config) as (desk, community):
        try:
            return await desk.export(reference)
        except Refusal as refusal:
            key = f"cap-export-{refusal.code}"
            click.echo(Catalogs(strict=False).say(community.staff_language, key, **refusal.values), err=True)
            return None
