"""A drill reaches the drill group alone and says so in every message, whatever else is true of it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadcasts import approve, compose
from broadcasts.approve import Word
from domain.audience import AllOf, AnyOf, Everybody, Except, Having, InAreas
from domain.broadcast import SEVERITIES, Facts, Kind, Plan, Refusal, Wording
from domain.community import Broadcasting
from handlers.context import Context
from storage import broadcasts as rows
from storage import preferences, residents
from storage.tables import bodies, outbox
from tests.dialogues.town import Town

LANGUAGES = ("en", "pl", "ar", "fil")
PEOPLE = [(f"Person {n}", LANGUAGES[n % 4], n % 3 == 0) for n in range(12)]  # name, language, of the drill group
AUDIENCES = st.sampled_from(
    (
        Everybody(),
        InAreas(areas=("harbour",), unplaced=True),
        AnyOf(parts=(Having(roles=("staff",)), Everybody())),
        AllOf(parts=(Everybody(), InAreas(areas=("hills",), unplaced=True))),
        Except(base=Everybody(), minus=Having(roles=("staff",))),
    )
)


@pytest.fixture
async def drilled(tmp_path: Path) -> AsyncIterator[Town]:
    """A town in which every third resident takes part in drills."""
    async with Town.open(tmp_path) as town:
        for name, language, takes_part in PEOPLE:
            person = town.resident(name, language)
            await person.writes("", command="start")
            async with town.db.write() as tx:
                known = await residents.find(tx, "telegram", person.address)
                assert known is not None
                await residents.change(tx, known.id, language=language)
                if takes_part:
                    await preferences.give_role(tx, known.id, "drill")
        yield town


PLANS = st.builds(
    Plan,
    kind=st.sampled_from((Kind.ALERT, Kind.DRILL)),
    exercise=st.booleans(),
    facts=st.builds(Facts, event=st.just("Flood"), severity=st.sampled_from(SEVERITIES)),
    audience=AUDIENCES,
    public=st.booleans(),
    areas=st.sampled_from(((), ("harbour",))),
)


async def test_no_drill_ever_leaks(drilled: Town) -> None:
    tried: list[tuple[Plan, bool, bool]] = []

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(plan=PLANS, training_before=st.booleans(), training_after=st.booleans())
    def choose(plan: Plan, training_before: bool, training_after: bool) -> None:
        tried.append((plan, training_before, training_after))

    choose()
    for plan, before, after in tried:
        await _try(drilled, plan, before, after)


async def _try(town: Town, plan: Plan, before: bool, after: bool) -> None:
    words = tuple(Wording(language=code, headline=f"Headline {code}") for code in LANGUAGES)
    facts = replace(plan.facts or Facts(event="Flood"), expires=town.now.replace(hour=23))
    plan = replace(plan, wordings=words, facts=facts)
    is_drill = plan.exercise or plan.kind is Kind.DRILL or before
    async with town.db.write() as tx:
        last = await tx.scalar(sa.select(sa.func.max(outbox.c.id))) or 0
        draft = await compose.draft(_context(town, tx, before), plan, "U_CORA")
        submitted = await approve.submit(_context(town, tx, before), draft, "U_CORA", draft.version)
        ctx = _context(town, tx, after)
        word = Word(version=draft.version, area=approve.area_to_type(ctx, submitted.plan))
        running = await approve.approve(ctx, submitted, "U_ALI", word)
    assert running.plan.exercise is is_drill
    await town.deliver()
    async with town.db.read() as tx:
        found = await tx.all(
            sa.select(outbox.c.resident_id, outbox.c.address, bodies.c.content, outbox.c.lane)
            .outerjoin(bodies, bodies.c.id == outbox.c.body_id)
            .where(outbox.c.id > last, outbox.c.channel == "telegram")
        )
    members = {town.resident(name).address for name, _, takes_part in PEOPLE if takes_part}
    reached = {row.address for row in found}
    if not is_drill:
        assert len(reached) >= len(PEOPLE)
        return
    assert reached == members
    marks = {town.catalogs.say(code, "alert-drill-mark") for code in LANGUAGES}
    assert all(any(orjson.loads(row.content)["lead"].startswith(mark) for mark in marks) for row in found)
    assert all(row.lane != 0 for row in found)  # a drill never overtakes a real emergency


def _context(town: Town, tx: object, training: bool) -> Context:
    ctx = town.context(tx)  # type: ignore[arg-type]
    casting = ctx.community.broadcasting
    assert isinstance(casting, Broadcasting)
    ctx.community = replace(ctx.community, broadcasting=replace(casting, training=training))
    return ctx


async def test_a_change_of_the_plan_cannot_take_the_mark_away(drilled: Town) -> None:
    words = (Wording(language="en", headline="Test"),)
    async with drilled.db.write() as tx:
        ctx = drilled.context(tx)
        draft = await compose.draft(ctx, Plan(kind=Kind.DRILL, wordings=words), "U_CORA")
        live = Plan(kind=Kind.ALERT, wordings=words, exercise=False)
        changed = await compose.change(ctx, draft, live, "U_CORA")
    assert changed.plan.exercise


async def test_what_was_frozen_is_not_sent_if_a_letter_of_it_changed(drilled: Town) -> None:
    from storage.tables_broadcasts import broadcasts as table

    everywhere = tuple(Wording(language=code, headline="Test") for code in LANGUAGES)
    async with drilled.db.write() as tx:
        ctx = drilled.context(tx)
        draft = await compose.draft(ctx, Plan(kind=Kind.DRILL, wordings=everywhere), "U_CORA")
        submitted = await approve.submit(ctx, draft, "U_CORA", 1)
        text = await tx.scalar(sa.select(table.c.frozen).where(table.c.id == draft.id))
        await tx.execute(table.update().values(frozen=text.replace("Test", "Tost")))
        with pytest.raises(Refusal) as refused:
            await approve.approve(ctx, submitted, "U_ALI", Word(version=1))
    assert refused.value.code == "seal"


async def test_fifty_who_approve_at_once_send_it_once(drilled: Town) -> None:
    everywhere = tuple(Wording(language=code, headline="Test") for code in LANGUAGES)
    async with drilled.db.write() as tx:
        ctx = drilled.context(tx)
        draft = await compose.draft(ctx, Plan(kind=Kind.DRILL, wordings=everywhere), "U_CORA")
        await approve.submit(ctx, draft, "U_CORA", 1)
    seen = asyncio.Barrier(50)

    async def click() -> str:
        async with drilled.db.read() as tx:
            read = await rows.get(tx, draft.id)
        await seen.wait()  # all fifty have seen it waiting for approval
        try:
            async with drilled.db.write() as tx:
                await approve.approve(drilled.context(tx), read, "U_ALI", Word(version=1))
        except Refusal as refusal:
            return refusal.code
        return "sent"

    outcomes = await asyncio.gather(*(click() for _ in range(50)))
    assert sorted(outcomes) == ["changed"] * 49 + ["sent"]
    await drilled.deliver()
    async with drilled.db.read() as tx:
        sent = await tx.scalar(sa.select(sa.func.count()).where(outbox.c.spread_id.is_not(None)))
    assert sent == sum(takes_part for *_, takes_part in PEOPLE)
