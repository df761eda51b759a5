"""`liaison cap`: official warnings in the Common Alerting Protocol."""

import json
import sys
from pathlib import Path

import click

from alerts.cap.remark import Verdict
from bot.cap_check import check_files
from bot.cap_words import file_name, sentences
from bot.cli import Lazy
from locales import Catalogs

LANGUAGE = click.option(
    "--language", default="en", show_default=True, help="Language of the reasons: one that Liaison speaks."
)


COMMANDS = {
    "check": ("bot.cli_cap", "check", "Say of files whether they can be accepted, and why not."),
    "import": ("bot.cli_cap_drafts", "import_files", "Make drafts of warnings."),
    "export": ("bot.cli_cap_drafts", "export", "Write a broadcast that was sent as a CAP 1.2 file."),
}


@click.group(cls=Lazy, of=COMMANDS)
def cap() -> None:
    """Read, check and write official warnings (Common Alerting Protocol 1.2)."""


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Leave with exit code 1 for warnings, too.")
@LANGUAGE
def check(files: tuple[Path, ...], strict: bool, language: str) -> None:
    """Print one JSON line a file: {"file", "verdict": "accept|accept-warn|reject", "reasons": […]}.

    accept: valid, nothing odd. accept-warn: valid, but a person should see the reasons first. reject: not a CAP 1.2
    message, or not a safe file. A message that another refers to is looked for among FILES and in their folders.

    Exit code: 0 no file is rejected, 1 at least one is (with --strict: or has warnings).
    """
    catalogs = Catalogs(strict=False)
    bad = {Verdict.REJECT, Verdict.WARN} if strict else {Verdict.REJECT}
    worst = 0
    for checked in check_files(files):
        reasons = sentences(catalogs, language, checked.remarks)
        line = {"file": file_name(checked.path), "verdict": checked.verdict, "reasons": reasons}
        click.echo(json.dumps(line, ensure_ascii=False))
        worst |= checked.verdict in bad
    sys.exit(worst)
