"""Official warnings become drafts, find what they belong to, and go out again as CAP; nothing sends itself."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree

from alerts.cap.judge import judge
from alerts.cap.languages import ours
from alerts.cap.message import Alert, MsgType, ResponseType, Status
from alerts.cap.read import read
from alerts.cap.write import write
from bot.cli import main
from bot.configuration import read_community
from broadcasts.approve import Word, approve, area_to_type, submit
from broadcasts.export_warning import export
from broadcasts.export_warning import message as cap_message
from broadcasts.receive_warning import Outcome, Received
from broadcasts.warning_plan import NO_END_HOURS, draw_plan
from domain.audience import InAreas
from domain.broadcast import Broadcast, Kind, Refusal, State
from handlers.context import Context
from handlers.official_warning import take_warning
from locales import Catalogs
from storage import broadcasts
from storage.engine import Database, Tx
from storage.migrate import migrate
from tests.unit.cap_messages import FLOOD, SAMPLES
from tests.unit.spreading_house import Person, rows, settle

ROOT = Path(__file__).parents[2]
COMMUNITY = read_community(ROOT / "config" / "community.toml")
COORDINATOR = min(COMMUNITY.roles.coordinators)
APPROVER = min(COMMUNITY.roles.approvers - {COORDINATOR})
NOW = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
REFERENCE = "<references>crisis@brzegowice.example,flood-1,2026-03-01T18:00:00+01:00</references><info>"
ENGLISH = """<info><language>en-GB</language><category>Met</category><event>Flood</event><urgency>Immediate</urgency>
<severity>Severe</severity><certainty>Likely</certainty><expires>2026-03-02T06:00:00+01:00</expires>
<senderName>River Office</senderName><headline>The river will flood tonight</headline>
<description>Water rises.</description><area><areaDesc>Port</areaDesc>
<geocode><valueName>TERYT</valueName><value>9901012</value></geocode></area></info>"""


def context(tx: Tx, now: datetime = NOW) -> Context:
    """A transaction's surroundings in the shipped town."""
    catalogs = Catalogs(COMMUNITY.default_language, zone=COMMUNITY.time_zone)
    return Context(tx=tx, now=now, community=COMMUNITY, catalogs=catalogs, capabilities={}, rng=random.Random(7))


def message(text: str = FLOOD) -> Alert:
    """The message in the text."""
    alert = read(text.encode()).alert
    assert alert is not None
    return alert


def later(text: str, number: int, kind: str = "Update", infos: bool = True) -> str:
    """A message that refers to the first one."""
    text = (
        text.replace("flood-1", f"flood-{number}")
        .replace("18:00:00", f"18:{number:02}:00")
        .replace(">Alert<", f">{kind}<")
    )
    text = text.replace("<info>", REFERENCE, 1)
    return text if infos else text.split("<info>")[0] + "</alert>"


async def take(db: Database, alert: Alert, now: datetime = NOW, **options: Any) -> Received:
    """Let the message arrive."""
    return await db.transact(
        lambda tx: take_warning(context(tx, now), alert, origin="test", author="slack:U1", **options)
    )


async def send(db: Database, broadcast: Broadcast) -> Broadcast:
    """Let two people send it."""

    async def deed(tx: Tx) -> Broadcast:
        ctx = context(tx)
        submitted = await submit(ctx, broadcast, COORDINATOR, broadcast.version)
        word = Word(version=submitted.version, area=area_to_type(ctx, submitted.plan))
        return await approve(ctx, submitted, APPROVER, word)

    return await db.transact(deed)


async def town(db: Database) -> None:
    """Two residents of the port, one of whom takes part in drills."""
    await settle(db, [Person(id=1, areas=("river-port",)), Person(id=2, areas=("river-port",), roles=("drill",))])


def keys(received: Received) -> list[str]:
    """What is said of it."""
    return [remark.key for remark in received.remarks]


# What a message becomes


def test_languages_are_mapped_and_blocks_of_a_language_joined() -> None:
    plan = draw_plan(message(FLOOD.replace("</info>", f"</info>{ENGLISH}")), COMMUNITY).plan
    assert [wording.language for wording in plan.wordings] == ["pl", "en"]
    assert plan.wordings[1].headline == "The river will flood tonight"
    assert plan.wordings[1].description == "Water rises.\n\n(River Office)"
    twice = draw_plan(
        message(FLOOD.replace("</info>", f"</info>{ENGLISH}{ENGLISH.replace('rises', 'falls')}")), COMMUNITY
    )
    assert twice.plan.wordings[1].description == "Water rises.\n\nWater falls.\n\n(River Office)"
    assert plan.facts is not None
    assert (plan.facts.event, plan.facts.severity, plan.facts.category) == ("Powódź", "Severe", "Met")


@pytest.mark.parametrize(
    ("tag", "code"),
    [("pl-PL", "pl"), ("tl", "fil"), ("TGL", "fil"), ("ara", "ar"), ("en-US", "en"), (None, "en"), ("is-IS", "is")],
)
def test_language_tags(tag: str | None, code: str) -> None:
    assert ours(tag, COMMUNITY.languages) == code


def test_the_areas_are_those_that_the_shapes_and_codes_meet() -> None:
    by_shape = draw_plan(message(), COMMUNITY).plan
    assert "river-port" in by_shape.areas
    assert by_shape.audience == InAreas(areas=by_shape.areas, unplaced=True)
    by_code = draw_plan(message(FLOOD.split("<info>")[0] + ENGLISH + "</alert>"), COMMUNITY).plan
    assert by_code.areas == ("river-port",)


def test_a_message_about_somewhere_else_and_one_whose_place_is_not_known() -> None:
    ring = "51.635,18.933 51.637,18.947 51.631,18.949 51.635,18.933"
    away = draw_plan(message(FLOOD.replace(ring, "10,10 10,11 11,11 10,10")), COMMUNITY)
    assert away.elsewhere
    assert away.plan.areas == ()
    words = draw_plan(message(FLOOD.replace(f"<polygon>{ring}</polygon>", "")), COMMUNITY)
    assert not words.elsewhere
    assert [remark.key for remark in words.remarks] == ["cap-import-areas-unknown"]
    code = "<geocode><valueName>EMMA_ID</valueName><value>PL001</value></geocode>"
    assert not draw_plan(message(FLOOD.replace(f"<polygon>{ring}</polygon>", code)), COMMUNITY).elsewhere


def test_long_texts_are_cut_at_a_word_and_that_is_said() -> None:
    long = FLOOD.replace("Rzeka wyleje dziś w nocy", "rzeka " * 60)
    long = long.replace("<area>", f"<description>{'woda ' * 1000}</description><area>")
    drawn = draw_plan(message(long), COMMUNITY)
    (wording,) = drawn.plan.wordings
    assert len(wording.headline) <= 160
    assert len(wording.description) <= 2500
    assert wording.headline.endswith("rzeka…")
    assert [remark.key for remark in drawn.remarks] == ["cap-import-shortened"]


def test_a_message_without_an_end_runs_out_after_a_shift() -> None:
    drawn = draw_plan(message(FLOOD.replace("<expires>2026-03-02T06:00:00+01:00</expires>", "")), COMMUNITY)
    assert drawn.plan.expires == message().sent + timedelta(hours=NO_END_HOURS)
    assert [remark.key for remark in drawn.remarks] == ["cap-import-no-end"]


@pytest.mark.parametrize(
    "text",
    [
        FLOOD.replace(">Actual<", ">Test<"),
        FLOOD.replace(">Actual<", ">Exercise<"),
        FLOOD.replace("Powódź", "Ćwiczenia"),
    ],
)
def test_tests_and_exercises_become_drills(text: str) -> None:
    plan = draw_plan(message(text), COMMUNITY).plan
    assert plan.exercise
    assert plan.kind is Kind.DRILL


# What becomes of it


async def test_an_alert_becomes_a_draft_and_coordinators_are_told(db: Database) -> None:
    received = await take(db, message())
    assert received.outcome is Outcome.DRAFTED
    assert received.broadcast is not None
    assert received.broadcast.state is State.DRAFT
    ((channel, address, content),) = await rows(db, "channel", "address", "content")
    assert (channel, address) == ("slack", COMMUNITY.broadcasting.channel)
    assert received.broadcast.reference in str(content)
    assert "Rzeka wyleje" in str(content)


async def test_the_same_message_is_taken_once(db: Database) -> None:
    await take(db, message())
    again = await take(db, message(FLOOD.replace("18:00:00+01:00", "17:00:00-00:00")))  # the same instant
    assert keys(again) == ["cap-import-known"]
    async with db.read() as tx:
        assert len(await broadcasts.recent(tx)) == 1


@pytest.mark.parametrize(
    ("there", "instead", "key"),
    [
        (">Actual<", ">Draft<", "cap-import-status"),
        (">Actual<", ">System<", "cap-import-status"),
        (">Public<", ">Private<", "cap-import-scope"),
        (">Alert<", ">Ack<", "cap-import-reply"),
        (">Alert<", ">Error<", "cap-import-reply"),
        (">Alert<", ">Cancel<", "cap-import-cancels-nothing"),
        ("2026-03-02T06", "2026-03-01T18", "cap-import-expired"),
    ],
)
async def test_what_is_left_aside(db: Database, there: str, instead: str, key: str) -> None:
    received = await take(db, message(FLOOD.replace(there, instead)))
    assert (received.outcome, keys(received)) == (Outcome.IGNORED, [key])
    async with db.read() as tx:
        assert await broadcasts.recent(tx) == []
    assert await rows(db, "id") == []


async def test_a_feed_of_the_whole_country_leaves_aside_what_is_elsewhere(db: Database) -> None:
    ring = "51.635,18.933 51.637,18.947 51.631,18.949 51.635,18.933"
    away = message(FLOOD.replace(ring, "10,10 10,11 11,11 10,10"))
    assert keys(await take(db, away, local_only=True)) == ["cap-import-elsewhere"]
    other = replace(away, identifier="by-hand")
    assert (await take(db, other)).outcome is Outcome.DRAFTED


async def test_an_update_changes_a_draft_that_was_not_sent_and_a_cancellation_calls_it_off(db: Database) -> None:
    first = await take(db, message())
    update = await take(db, message(later(FLOOD, 2).replace("Rzeka wyleje", "Rzeka wylała")))
    assert update.outcome is Outcome.CHANGED
    assert first.broadcast is not None
    assert update.broadcast is not None
    assert update.broadcast.id == first.broadcast.id
    assert update.broadcast.version == first.broadcast.version + 1
    assert update.broadcast.plan.wordings[0].headline.startswith("Rzeka wylała")
    cancel = await take(db, message(later(FLOOD, 3, "Cancel", infos=False)))
    assert cancel.outcome is Outcome.CALLED_OFF
    assert cancel.broadcast is not None
    assert cancel.broadcast.state is State.DISCARDED


async def test_what_follows_a_sent_alert_goes_to_the_same_people(db: Database) -> None:
    await town(db)
    first = await take(db, message())
    assert first.broadcast is not None
    sent = await send(db, first.broadcast)
    assert sent.state is State.RUNNING
    update = await take(db, message(later(FLOOD, 2)))
    assert update.outcome is Outcome.DRAFTED
    assert update.broadcast is not None
    assert (update.broadcast.plan.kind, update.broadcast.plan.refers_to) == (Kind.UPDATE, sent.id)
    cancel = await take(db, message(later(FLOOD, 3, "Cancel", infos=False)))
    assert cancel.broadcast is not None
    plan = cancel.broadcast.plan
    assert (plan.kind, plan.refers_to) == (Kind.ALL_CLEAR, sent.id)
    assert plan.wordings[0].headline == "Już nie obowiązuje: Rzeka wyleje dziś w nocy"
    assert plan.expires is None


async def test_an_update_that_says_all_clear_is_one(db: Database) -> None:
    await town(db)
    first = await take(db, message())
    assert first.broadcast is not None
    await send(db, first.broadcast)
    text = later(FLOOD, 2).replace("<urgency>", "<responseType>AllClear</responseType><urgency>")
    update = await take(db, message(text))
    assert update.broadcast is not None
    assert update.broadcast.plan.kind is Kind.ALL_CLEAR


async def test_an_update_of_something_that_was_never_here_is_an_alert_of_its_own(db: Database) -> None:
    received = await take(db, message(later(FLOOD, 2)))
    assert received.broadcast is not None
    assert received.broadcast.plan.kind is Kind.ALERT
    assert keys(received) == ["cap-import-earlier-unknown"]


async def test_an_exercise_never_touches_what_is_live_and_the_real_thing_is_no_drill(
    db: Database,
) -> None:
    await town(db)
    live = await take(db, message())
    drilled = await take(db, message(later(FLOOD, 2).replace(">Actual<", ">Exercise<")))
    assert keys(drilled) == ["cap-import-mixed"]
    assert live.broadcast is not None
    await send(db, live.broadcast)
    assert keys(await take(db, message(later(FLOOD, 3, "Cancel").replace(">Actual<", ">Test<")))) == [
        "cap-import-mixed"
    ]
    drill = FLOOD.replace("flood-1", "drill-1").replace(">Actual<", ">Exercise<")
    assert (await take(db, message(drill))).outcome is Outcome.DRAFTED
    real = await take(db, message(later(FLOOD, 4).replace("flood-1,", "drill-1,")))
    assert real.broadcast is not None
    assert (real.broadcast.plan.kind, real.broadcast.plan.exercise) == (Kind.ALERT, False)


async def test_nothing_that_comes_in_sends_anything_to_residents(db: Database) -> None:
    await town(db)
    for text in (FLOOD, later(FLOOD, 2), later(FLOOD, 3, "Cancel", infos=False)):
        await take(db, message(text))
    assert {channel for (channel,) in await rows(db, "channel")} == {"slack"}


# Export


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
