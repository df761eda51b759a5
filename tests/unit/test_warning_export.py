"""Sent alerts as CAP files that hold against the official schema, and the commands that read and write them."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import etree

from alerts.cap.judge import judge
from alerts.cap.message import Alert, MsgType, ResponseType, Status
from alerts.cap.read import read
from alerts.cap.write import write
from bot.cli import main
from broadcasts.export_warning import export
from broadcasts.export_warning import message as cap_message
from domain.audience import Everybody, Except, InAreas
from domain.broadcast import Broadcast, Kind, Plan, Refusal, State, Wording
from storage.engine import Database
from storage.migrate import migrate
from tests.unit.cap_messages import FLOOD, SAMPLES
from tests.unit.warning_house import (
    COMMUNITY,
    COORDINATOR,
    ENGLISH,
    NOW,
    ROOT,
    context,
    later,
    message,
    send,
    take,
    town,
)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema."""
    path = SAMPLES / "CAP-v1.2.xsd"
    if not path.is_file():
        pytest.skip("the official CAP schema is not beside the checkout")
    return etree.XMLSchema(etree.parse(path))


async def exported(db: Database, reference: str) -> Alert:
    """The message of a broadcast."""
    async with db.read() as tx:
        return await export(context(tx), reference)


async def test_a_sent_alert_and_its_family_are_valid_messages_that_refer_to_each_other(
    db: Database, schema: etree.XMLSchema
) -> None:
    await town(db)
    first = await take(db, message(FLOOD.replace("</info>", f"</info>{ENGLISH}")))
    assert first.broadcast is not None
    sent = await send(db, first.broadcast)
    alert = await exported(db, sent.reference.lower())
    assert (alert.status, alert.msg_type, alert.sender) == (Status.ACTUAL, MsgType.ALERT, "brzegowice.example")
    assert [info.language for info in alert.infos] == ["pl", "en"]
    assert {area.description for area in alert.infos[1].areas} >= {"River Port"}
    assert all(area.polygons and area.geocodes for area in alert.infos[0].areas)
    schema.assertValid(etree.fromstring(write(alert)))
    reading = read(write(alert))
    assert judge(reading) == ()
    assert reading.alert == alert

    cancel = await take(db, message(later(FLOOD, 3, "Cancel", infos=False)))
    assert cancel.broadcast is not None
    over = cap_message(replace(cancel.broadcast, started_at=NOW + timedelta(hours=1)), [sent], COMMUNITY)
    assert (over.msg_type, over.references) == (MsgType.CANCEL, (alert.name,))
    assert over.infos[0].response_types == (ResponseType.ALL_CLEAR,)
    schema.assertValid(etree.fromstring(write(over)))
    assert judge(read(write(over)), {alert.name}) == ()


async def test_every_category_and_the_onset_stand_in_the_file(db: Database, schema: etree.XMLSchema) -> None:
    await town(db)
    two = "<category>Met</category><category>Infra</category>"
    first = await take(db, message(FLOOD.replace("<category>Met</category>", two)))
    assert first.broadcast is not None
    assert first.broadcast.plan.facts is not None
    assert first.broadcast.plan.facts.categories == ("Met", "Infra")
    begins = NOW + timedelta(hours=2)
    plan = replace(first.broadcast.plan, facts=replace(first.broadcast.plan.facts, onset=begins))
    alert = cap_message(replace(first.broadcast, plan=plan, started_at=NOW), [], COMMUNITY)
    assert [info.categories for info in alert.infos] == [("Met", "Infra")] * len(alert.infos)
    assert {info.onset for info in alert.infos} == {begins}
    schema.assertValid(etree.fromstring(write(alert)))


async def test_what_cannot_be_exported_is_refused_with_the_reason(db: Database) -> None:
    with pytest.raises(Refusal) as unknown:
        await exported(db, "B-A2B-3C4")
    assert unknown.value.code == "unknown"
    draft = await take(db, message())
    assert draft.broadcast is not None
    with pytest.raises(Refusal) as waiting:
        await exported(db, draft.broadcast.reference)
    assert waiting.value.code == "not-sent"


# The commands


def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and errors of `liaison cap` on a database of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'cap.db'}")
    config = str(ROOT / "config" / "community.toml")
    result = CliRunner().invoke(main, ["cap", *arguments, "--config", config])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout, result.stderr


def test_files_are_imported_oldest_first_and_only_by_coordinators(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = FLOOD.replace("2026-03-0", "2096-03-0")
    (tmp_path / "a-update.xml").write_text(later(ahead, 2).replace("2026-03-01T18:00", "2096-03-01T18:00"))
    (tmp_path / "b-alert.xml").write_text(ahead)
    (tmp_path / "c-bad.xml").write_text(ahead.replace("<scope>Public</scope>", ""))
    files = [str(tmp_path / name) for name in ("a-update.xml", "b-alert.xml", "c-bad.xml")]
    code, output, errors = run(tmp_path, monkeypatch, "import", *files, "--as", "U0NOBODY")
    assert (code, output) == (2, "")
    assert "U0NOBODY may not compose broadcasts" in errors
    code, output, _ = run(tmp_path, monkeypatch, "import", *files, "--as", COORDINATOR)
    lines = [json.loads(line) for line in output.splitlines()]
    assert code == 1
    assert [Path(line["file"]).name for line in lines] == ["b-alert.xml", "a-update.xml", "c-bad.xml"]
    assert [line["outcome"] for line in lines] == ["drafted", "changed", "rejected"]
    assert lines[0]["broadcast"] == lines[1]["broadcast"] != ""
    assert "needs a coordinator and an approver" in lines[0]["reasons"][0]
    code, _, errors = run(tmp_path, monkeypatch, "export", lines[0]["broadcast"])
    assert code == 1
    assert "has not been sent" in errors
    code, _, errors = run(tmp_path, monkeypatch, "export", "B-XXX")
    assert (code, "There is no broadcast" in errors) == (1, True)


def test_a_sent_broadcast_is_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import asyncio

    async def prepare() -> str:
        async with Database.open(f"sqlite:///{tmp_path / 'cap.db'}") as db:
            await migrate(db)
            await town(db)
            first = await take(db, message())
            assert first.broadcast is not None
            return (await send(db, first.broadcast)).reference

    reference = asyncio.run(prepare())
    path = tmp_path / "out.xml"
    assert run(tmp_path, monkeypatch, "export", reference, "-o", str(path))[0] == 0
    alert = read(path.read_bytes()).alert
    assert alert is not None
    assert alert.identifier == reference
    assert run(tmp_path, monkeypatch, "export", reference)[1] == path.read_text()


def test_an_area_that_is_left_out_is_not_where_the_warning_goes() -> None:
    out = COMMUNITY.areas[0]
    audience = Except(base=Everybody(), minus=InAreas(areas=(out.id,)))
    plan = Plan(kind=Kind.ALERT, audience=audience, wordings=(Wording(language="en", headline="Flood"),))
    sent = Broadcast(
        id=1, reference="B-K4T-7M2", state=State.DONE, version=1, plan=plan, author="U", created_at=NOW, updated_at=NOW,
        started_at=NOW,
    )  # fmt: skip
    names = [area.description for area in cap_message(sent, [], COMMUNITY).infos[0].areas]
    assert names == [COMMUNITY.say(area.name, "en") for area in COMMUNITY.areas if area != out]
