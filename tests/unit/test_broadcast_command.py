"""`liaison broadcast`: a whole alert without Slack, by two people; and refusals that change nothing."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result

from bot.cli_broadcast import broadcast
from broadcasts.spreading import Spreader
from domain.broadcast import Facts, State
from storage import broadcasts
from storage.engine import Database
from storage.migrate import prepare
from storage.tables import outbox
from tests.databases import ON_POSTGRES
from tests.unit.spreading_house import Person, settle

CONFIG = str(Path(__file__).parents[2] / "config" / "community.toml")
AUTHOR, SECOND = "U0BRZEG0001", "U0BRZEG0013"
pytestmark = pytest.mark.skipif(ON_POSTGRES, reason="the command is tried on a file of its own")


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with three residents, named in the environment as an operator would."""
    found = f"sqlite:///{tmp_path / 'liaison.db'}"
    monkeypatch.setenv("DATABASE_URL", found)
    monkeypatch.chdir(tmp_path)
    prepare(found)

    async def people() -> None:
        async with Database.open(found) as db:
            await settle(db, [Person(id=1), Person(id=2, language="en"), Person(id=3, language="ar")])

    asyncio.run(people())
    return found


def sheet(tmp_path: Path, **more: str) -> str:
    """A file as somebody writes it in a hurry."""
    until = datetime.now(UTC) + timedelta(hours=5)
    lines = ['kind = "alert"', 'event = "Flood"', 'severity = "Severe"', f'until = "{until:%Y-%m-%d %H:%M}"']
    lines += [f"{name} = {value}" for name, value in more.items()]
    for language, headline in (("pl", "Rzeka wzbiera"), ("en", "The river is rising"), ("ar", "النهر يرتفع")):
        lines += [f"[texts.{language}]", f'headline = "{headline}"', 'instruction = "↑"']
    path = tmp_path / "flood.toml"
    path.write_text("\n".join(lines), "utf-8")
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(broadcast, [*words, "--config", CONFIG])


def test_an_alert_goes_out_without_slack(url: str, tmp_path: Path) -> None:
    composed = run("compose", sheet(tmp_path), "--as", AUTHOR)
    assert composed.exit_code == 0, composed.output
    assert "People: 3" in composed.output
    assert "The river is rising" in composed.output
    reference = composed.output.split()[-1]
    submitted = run("submit", reference, "--as", AUTHOR)
    seal = submitted.output.split()[-1]
    own = run("approve", reference, "--seal", seal, "--area", "Brzegowice", "--as", AUTHOR)
    assert (own.exit_code, "somebody else must approve" in own.stderr) == (1, True)
    other = run("approve", reference, "--seal", "0000", "--area", "Brzegowice", "--as", SECOND)
    assert (other.exit_code, "changed it since" in other.stderr) == (1, True)
    approved = run("approve", reference, "--seal", seal, "--area", "brzegowice", "--as", SECOND)
    assert (approved.exit_code, approved.output.split()[1]) == (0, "running")

    async def rows() -> tuple[int, int]:
        async with Database.open(url) as db:
            spreader = Spreader(db, lambda: datetime.now(UTC), ZoneInfo("UTC"))
            while await spreader.once():
                pass
            async with db.read() as tx:
                found = await tx.all(outbox.select().where(outbox.c.spread_id.is_not(None)))
                people = sum(row.resident_id is not None for row in found)
                return people, len(found) - people

    assert asyncio.run(rows()) == (3, 1)  # three residents, and the post in the public channel
    status = run("status", reference)
    assert "0 %" in status.output
    assert "Left: 3" in status.output
    assert run("pause", reference, "--as", AUTHOR).output.split()[1] == "paused"
    assert run("resume", reference, "--as", SECOND).output.split()[1] == "running"
    assert run("stop", reference, "--as", AUTHOR).output.split()[1] == "stopped"
    again = run("stop", reference, "--as", AUTHOR)
    assert (again.exit_code, "does not stand where" in again.stderr) == (1, True)
    assert reference in run("list").output
    clear = run("follow", "correction", reference, sheet(tmp_path), "--as", AUTHOR)
    assert clear.exit_code == 0, clear.output


def test_a_file_narrows_whom_it_is_for(url: str, tmp_path: Path) -> None:
    narrowed = run("compose", sheet(tmp_path, languages='["en", "ar"]'), "--as", AUTHOR)
    assert "People: 2" in narrowed.output
    nobody = run("compose", sheet(tmp_path, **{"case-departments": '["water"]'}), "--as", AUTHOR)
    assert "Nobody would get it" in nobody.output
    unknown = run("compose", sheet(tmp_path, without='["Evacuated"]'), "--as", AUTHOR)
    assert (unknown.exit_code, "No audience is called" in unknown.stderr) == (1, True)


def test_a_file_names_several_categories_and_when_it_begins(url: str, tmp_path: Path) -> None:
    begins = datetime.now(UTC) + timedelta(hours=2)
    more = {"category": '["Met", "Infra"]', "onset": f'"{begins:%Y-%m-%d %H:%M}"'}
    composed = run("compose", sheet(tmp_path, **more), "--as", AUTHOR)
    assert composed.exit_code == 0, composed.output
    assert "Expected from" in composed.output

    async def facts() -> tuple[Facts | None, ...]:
        async with Database.open(url) as db, db.read() as tx:
            return tuple(one.plan.facts for one in await broadcasts.open_ones(tx, 5))

    (found,) = asyncio.run(facts())
    assert found is not None
    assert found.categories == ("Met", "Infra")
    assert found.onset is not None
    wrong = run("compose", sheet(tmp_path, category='["Met", "Weather"]'), "--as", AUTHOR)
    assert "Weather" in wrong.output + wrong.stderr


def test_audiences_are_saved_listed_used_and_dropped(url: str, tmp_path: Path) -> None:
    composed = run("compose", sheet(tmp_path, languages='["en", "ar"]'), "--as", AUTHOR)
    reference = composed.output.split()[-1]
    assert run("audiences").output == ""
    stranger = run("save-audience", reference, "Newcomers", "--as", "U0BRZEG0003")
    assert (stranger.exit_code, "do not have the role" in stranger.stderr) == (1, True)
    assert run("save-audience", reference, " Newcomers ", "--as", AUTHOR).output == "Newcomers\t2\n"
    assert run("audiences").output == "Newcomers\t2\n"
    again = run("compose", sheet(tmp_path, audience='"Newcomers"'), "--as", AUTHOR)
    assert "People: 2" in again.output
    assert run("drop-audience", "Newcomers", "--as", AUTHOR).exit_code == 0
    assert run("audiences").output == ""
    gone = run("drop-audience", "Newcomers", "--as", AUTHOR)
    assert (gone.exit_code, "No audience is called" in gone.stderr) == (1, True)


def test_who_has_no_role_changes_nothing(url: str, tmp_path: Path) -> None:
    refused = run("compose", sheet(tmp_path), "--as", "U0BRZEG0003")
    assert (refused.exit_code, "do not have the role" in refused.stderr) == (1, True)
    assert run("list").output == ""


def test_a_duty_officer_may_act_alone_for_a_reason(url: str, tmp_path: Path) -> None:
    reference = run("compose", sheet(tmp_path), "--as", "U0BRZEG0009").output.split()[-1]
    words = ("--area", "Brzegowice", "--as", "U0BRZEG0009")
    assert run("override", reference, "--reason", "no", *words).exit_code == 1
    alone = run("override", reference, "--reason", "Slack is down and nobody answers", *words)
    assert alone.output.split()[1] == "running"

    async def state() -> State:
        async with Database.open(url) as db, db.read() as tx:
            found = await broadcasts.by_reference(tx, reference)
            assert found is not None
            assert found.override_reason == "Slack is down and nobody answers"
            return found.state

    assert asyncio.run(state()) is State.RUNNING


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sevrity": '"Severe"'}, "nobody reads sevrity"),
        ({"areas": '["atlantis"]'}, "no area called"),
        ({"contact": "="}, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(url: str, tmp_path: Path, change: dict[str, str], words: str) -> None:
    found = run("compose", sheet(tmp_path, **change), "--as", AUTHOR)
    assert found.exit_code == 1
    assert words in found.output
    assert run("list").output == ""


def test_an_unknown_reference_is_said(url: str) -> None:
    assert "no such broadcast" in run("status", "B-XXX-XXX").stderr


def test_the_report_names_everybody_to_coordinators_alone(url: str, tmp_path: Path) -> None:
    composed = run("compose", sheet(tmp_path, safety="true"), "--as", AUTHOR)
    reference = composed.output.split()[-1]
    early = run("report", reference, "--as", AUTHOR)
    assert (early.exit_code, early.output) == (1, early.stderr)
    seal = run("submit", reference, "--as", AUTHOR).output.split()[-1]
    run("approve", reference, "--seal", seal, "--area", "Brzegowice", "--as", SECOND)

    async def spread() -> None:
        async with Database.open(url) as db:
            spreader = Spreader(db, lambda: datetime.now(UTC), ZoneInfo("UTC"))
            while await spreader.once():
                pass

    asyncio.run(spread())
    table = tmp_path / "outcomes.csv"
    told = run("report", reference, "--as", AUTHOR, "--csv", str(table))
    assert told.exit_code == 0, told.output
    assert "Recipients: 3. Reached: 0 (0 %)." in told.output
    assert len(table.read_text("utf-8-sig").splitlines()) == 4
    assert table.stat().st_mode & 0o077 == 0, "nobody else on the machine reads names"
    stranger = run("report", reference, "--as", "U0BRZEG0005", "--csv", str(tmp_path / "no.csv"))
    assert (stranger.exit_code, (tmp_path / "no.csv").exists()) == (1, False)


def test_a_file_that_repeats_in_no_known_way_is_refused(url: str, tmp_path: Path) -> None:
    told = run("compose", sheet(tmp_path, repeat='"yearly"'), "--as", AUTHOR)
    assert told.exit_code == 1
    assert "repeat must be one of never, hourly, daily, weekly" in told.stderr
