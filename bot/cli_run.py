"""`liaison run` and `liaison sandbox`."""

import asyncio
import errno
import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import CONFIG, refuse, stop_on_signals
from bot.configuration import ConfigurationError, read_community
from bot.connections import Connections
from bot.logs import configure
from bot.roles import ALL, ROLES
from bot.settings import Settings, SettingsError, read_settings
from bot.start import run as run_live
from domain.community import Community
from domain.errors import LiaisonError

if TYPE_CHECKING:  # imported where they are used: a live start does without the sandbox, and reads plans in its time
    from alerts.playbooks.plan import Playbook
    from sandbox.page.recording import Spoken
    from sandbox.page.town import Town

SANDBOX_PORT = 8080


def _read(config: Path | None) -> tuple[Settings, Community, Path]:
    """Settings, the community and where it is described, or exit code 2 with every problem in one line each."""
    try:
        settings = read_settings()
        path = config or settings.liaison_config
        community = read_community(path)
    except (SettingsError, ConfigurationError) as error:
        refuse(error.problems)
        raise
    configure(settings.log_level, settings.log_format)
    return settings, community, path


def _plans(path: Path, community: Community) -> "tuple[Playbook, ...]":
    """The contingency plans beside the community's description. Raises ConfigurationError."""
    from bot.configuration_playbooks import FOLDER, read_playbooks

    return read_playbooks(path.parent / FOLDER, community.languages)


@click.command()
@CONFIG
@click.option(
    "--role", type=click.Choice(ROLES), default=ALL, show_default=True,
    help="Which part of the work this process does. Other parts than all need PostgreSQL (docs/operate-fleet.md).",
)  # fmt: skip
def run(config: Path | None, role: str) -> None:
    """Start Liaison: live with tokens in .env, else in the sandbox.

    The database is created or brought up to date by itself. Ctrl+C (or SIGTERM) ends it in order: what is on its way
    is finished, the rest waits in the database for the next start. Exit code 2: something in .env or in the
    configuration must be mended first; each problem is one line.
    """
    settings, community, path = _read(config)
    if not settings.live:
        if settings.begun:
            refuse([f"{name} is missing in .env: nothing was started" for name in settings.missing()])
        click.echo("No tokens in .env: this is the sandbox. Nothing leaves this computer.")
        _finish(_sandbox(community, path, _usual_port(), ""))
        return
    _finish(_live(role, community, path, settings.connections()))


@click.command()
@CONFIG
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address that the page listens on. Whoever reaches it plays everybody: 0.0.0.0 only in a container.",
)
@click.option("--port", type=int, default=None, help="Port of the page.  [default: 8080, or a free one]")
@click.option("--keep", type=click.Path(path_type=Path), default=None, help="Keep the database in this file.")
@click.option("--replay", type=click.Path(path_type=Path), default=None, help="Play the messages of this CSV file.")
@click.option(
    "--speed",
    type=click.FloatRange(min=0, min_open=True),
    default=1.0,
    show_default=True,
    help="How many seconds of the replay pass in one.",
)
def sandbox(
    config: Path | None, host: str, port: int | None, keep: Path | None, replay: Path | None, speed: float
) -> None:
    """Try everything in the browser, with no account and no network.

    --replay plays residents who write, for training and exercises. The file has the columns text, lang, sender and
    seconds (since the beginning); every sender gets a phone on the page.
    """
    from sandbox.page.recording import BadRecording, read_recording

    _, community, path = _read(config)
    try:
        recording = read_recording(replay) if replay else ()
    except BadRecording as error:
        refuse(error.problems)
        raise
    port = _usual_port() if port is None else port
    _finish(_sandbox(community, path, port, f"sqlite:///{keep}" if keep else "", recording, speed, host))


def _usual_port() -> int:
    """The sandbox's usual port, or 0 (a free one) where another program has it."""
    try:
        with socket.create_server(("127.0.0.1", SANDBOX_PORT)):
            return SANDBOX_PORT
    except OSError:
        return 0


def _finish(work: object) -> None:
    try:
        asyncio.run(work)  # type: ignore[arg-type]
    except OSError as error:
        taken = "Another program already uses this port: choose another one with --port."
        refuse([taken if error.errno == errno.EADDRINUSE else str(error)])
    except ConfigurationError as error:
        refuse(error.problems)
    except LiaisonError as error:
        refuse([str(error)])


async def _live(role: str, community: Community, path: Path, connections: Connections) -> None:
    stop = asyncio.Event()
    stop_on_signals(stop)
    await run_live(community, connections, stop, lambda: _plans(path, community), role)


async def _sandbox(
    community: Community,
    path: Path,
    port: int,
    database_url: str,
    recording: "Sequence[Spoken]" = (),
    speed: float = 1.0,
    host: str = "127.0.0.1",
) -> None:
    from bot.sandbox_town import sandbox as open_sandbox

    stop = asyncio.Event()
    stop_on_signals(stop)
    async with open_sandbox(
        community,
        host=host,
        port=port,
        database_url=database_url,
        playbooks=_plans(path, community),
        config=path.parent,
    ) as town:
        click.echo(f"Open {town.address} in a browser. Ctrl+C ends it.")
        playing = asyncio.create_task(_play(town.town, recording, speed))
        try:
            await stop.wait()
        finally:
            playing.cancel()


async def _play(town: "Town", recording: "Sequence[Spoken]", speed: float) -> None:
    """Play what there is to play; the page stays up afterwards."""
    from sandbox.page.replay import replay as play

    if recording:
        click.echo(f"Playing {len(recording)} messages, {speed:g} times as fast.")
        click.echo(f"All {await play(town, recording, speed=speed)} messages were written.")
