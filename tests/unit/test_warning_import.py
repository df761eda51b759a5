"""Official warnings become drafts, find what they belong to, and go out again as CAP; nothing sends itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from alerts.cap.languages import ours
from broadcasts.receive_warning import Outcome
from broadcasts.warning_plan import NO_END_HOURS, draw_plan
from domain.audience import InAreas
from domain.broadcast import Kind, State
from storage import broadcasts
from storage.engine import Database
from tests.unit.cap_messages import FLOOD
from tests.unit.spreading_house import rows
from tests.unit.warning_house import COMMUNITY, ENGLISH, keys, later, message, send, take, town

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
