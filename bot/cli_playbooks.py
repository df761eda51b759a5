"""`liaison playbooks`: contingency plans, listed, checked and imported."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from alerts.playbooks.check import overdue
from alerts.playbooks.sheet import UnreadableSheet, read_sheet
from bot.check import USUAL_CONFIG
from bot.cli import CONFIG, refuse
from bot.configuration import ConfigurationError, read_community
from bot.configuration_playbooks import FOLDER, read_playbooks
from bot.playbooks_check import Checker
from bot.playbooks_draft import write_drafts
from domain.community import Community
from locales import Catalogs


@click.group()
def playbooks() -> None:
    """Contingency plans: texts in every language, whom to tell, what to check.

    The plans stand in the folder "playbooks" beside the community's file, one .toml a plan.
    """


@playbooks.command("list")
@CONFIG
def list_plans(config: Path | None) -> None:
    """List the plans: id, event, owner, day of the next review, state."""
    community, folder = _community(config)
    try:
        plans = read_playbooks(folder, community.languages)
    except ConfigurationError as error:
        refuse(error.problems)
        return
    catalogs, language = Catalogs(strict=False), community.staff_language
    if not plans:
        click.echo(catalogs.say(language, "playbook-none", folder=str(folder)))
    today = datetime.now(community.time_zone).date()
    for plan in plans:
        late = "playbook-state-overdue" if overdue(plan, today) else "playbook-state-ready"
        state = catalogs.say(language, "playbook-state-draft" if plan.draft else late)
        review = plan.review.isoformat() if plan.review else "-"
        click.echo("\t".join((plan.id, community.say(plan.event, language), plan.owner or "-", review, state)))


@playbooks.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON line a defect.")
@CONFIG
def check_plans(files: tuple[Path, ...], as_json: bool, config: Path | None) -> None:
    """Check plans, or template files of others (.json): missing parts and languages, variables, lengths, dates.

    Without FILES all plans are checked. Exit code: 0 nothing to mend, 1 something to mend, 2 no configuration.
    """
    community, folder = _community(config)
    today = datetime.now(community.time_zone).date()
    checker = Checker(community, community.staff_language, today)
    count = 0
    for path in files or sorted(folder.glob("*.toml")):
        for defect in checker.check(path):
            count += 1
            line = {
                "file": str(defect.path),
                "line": defect.line,
                "where": ".".join(map(str, defect.where)),
                "language": defect.language,
                "problem": defect.problem,
                "text": defect.text,
            }
            click.echo(json.dumps(line, ensure_ascii=False) if as_json else str(defect))
    key, number = ("playbook-to-mend", count) if count else ("playbook-all-good", checker.checked)
    click.echo(Catalogs(strict=False).say(community.staff_language, key, count=number), err=as_json)
    sys.exit(1 if count else 0)


@playbooks.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), default=None, help="Folder for the drafts.")
@CONFIG
def import_templates(file: Path, into: Path | None, config: Path | None) -> None:
    """Write each template of FILE (.json) as a plan that is marked as a draft. No existing file is touched."""
    community, folder = _community(config)
    catalogs, language = Catalogs(strict=False), community.staff_language
    try:
        templates = read_sheet(file.read_text("utf-8-sig"))
        done = write_drafts(templates, file, into or folder, community.languages)
    except (OSError, UnicodeDecodeError) as error:
        refuse([f"{file}: {error}"])
        return
    except UnreadableSheet as unreadable:
        refuse([f"{file}: {catalogs.say(language, unreadable.key, **unreadable.values)}"])
        return
    for path, written in done:
        click.echo(catalogs.say(language, "playbook-imported" if written else "playbook-kept", path=str(path)))


def _community(config: Path | None) -> tuple[Community, Path]:
    """The community and the folder of its plans; leaves with exit code 2 when it cannot be read."""
    path = config or USUAL_CONFIG
    try:
        return read_community(path), path.parent / FOLDER
    except ConfigurationError as error:
        refuse(error.problems)
        raise
