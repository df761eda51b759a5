"""The `liaison` command. Sub-commands are imported when they are used, so that `--help` answers at once."""

import asyncio
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from bot.loading import load

COMMANDS = {  # name -> (module, attribute, one line of help)
    "run": ("bot.cli_run", "run", "Start Liaison: live with tokens in .env, else in the sandbox."),
    "sandbox": ("bot.cli_run", "sandbox", "Try everything in the browser, with no account and no network."),
    "check": ("bot.check", "check", "Check configuration, tokens, scopes and channels."),
    "detect": ("understanding.language.command", "detect", "Tell the language of messages (JSON lines)."),
    "route": ("understanding.routing.command", "route", "Try the department router (JSON lines)."),
    "playbooks": ("bot.cli_playbooks", "playbooks", "List, check and import contingency plans."),
    "broadcast": ("bot.cli_broadcast", "broadcast", "Write, approve, watch and stop alerts without Slack."),
    "cap": ("bot.cli_cap", "cap", "Read, check and write official warnings (CAP 1.2)."),
    "backup": ("bot.cli_backup", "backup", "Copy the database while Liaison runs."),
    "survey": ("bot.cli_survey", "survey", "Surveys: check and import a file, open, close, read results."),
    "migrate": ("bot.cli_migrate", "migrate", "Move from SQLite to PostgreSQL."),
    "dead-letters": ("bot.cli_dead_letters", "dead_letters", "Show updates that were set aside, and replay them."),
}


class Lazy(click.Group):
    """A group whose commands are imported when they are called. `of`: name -> (module, attribute, line of help)."""

    def __init__(self, *, of: Mapping[str, tuple[str, str, str]], **options: Any) -> None:
        super().__init__(**options)
        self._of = of

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._of)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._of:
            return None
        module, attribute, _ = self._of[cmd_name]
        command: click.Command = getattr(load(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, _, about) in self._of.items()])


@click.group(cls=Lazy, of=COMMANDS)
@click.version_option(package_name="community-liaison", prog_name="liaison")
def main() -> None:
    """Liaison: a bridge between a community and the organisation that serves it.

    Residents write on Telegram, departments answer from Slack, nothing is lost.
    Begin with `liaison sandbox`; go live with `liaison check` and `liaison run`.
    `liaison COMMAND --help` explains each command.
    """


def stop_on_signals(stop: asyncio.Event) -> None:
    """Let SIGINT and SIGTERM ask for an orderly end."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)


def refuse(problems: list[str]) -> None:
    """Say what is wrong, one line each, and leave with exit code 2."""
    for problem in problems:
        click.echo(f"✗ {problem}", err=True)
    sys.exit(2)


CONFIG = click.option(
    "--config", type=click.Path(path_type=Path), default=None, help="The community's description (community.toml)."
)
