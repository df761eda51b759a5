"""Rows on their way out: what others ask about them and change."""

from datetime import UTC, datetime, timedelta

import orjson
import pytest
import sqlalchemy as sa

from delivery.enqueue import enqueue
from domain.codec import decode
from domain.content import Card, Content
from domain.delivery import DeliveryState, Draft, Lane, Operation
from storage import outbox as out
from storage.engine import Database
from storage.tables import anchors, outbox
from tests.unit.delivery_house import CAN, say

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


async def put(db: Database, *drafts: Draft, now: datetime = NOW) -> list[int]:
    async with db.write() as tx:
        return await enqueue(tx, drafts, now, {"telegram": CAN})


async def change(db: Database, id_: int, **values: object) -> None:
    async with db.write() as tx:
        await tx.execute(outbox.update().where(outbox.c.id == id_).values(**values))


async def test_a_row_holds_all_of_its_draft(db: Database) -> None:
    card = Card(title="K4T-7M2", notes=("note",))
    draft = Draft(
        channel="slack", address="C1", lane=Lane.DESK, content=card, operation=Operation.EDIT, anchor="a", target="t",
        thread="h", reply_to="r", person="p", replaces="k", case_id=1, entry_id=2, resident_id=3,
        not_before=NOW + timedelta(hours=1), not_after=NOW + timedelta(hours=2), report=True,
    )  # fmt: skip
    [id_] = await put(db, draft)
    async with db.read() as tx:
        row = await tx.one(sa.select(outbox).where(outbox.c.id == id_))
    assert row is not None
    names = ["channel", "address", "anchor", "target", "thread", "reply_to", "person", "replaces", "case_id"]
    assert [getattr(row, name) for name in names] == [getattr(draft, name) for name in names]
    assert (row.entry_id, row.resident_id, row.report, row.lane, row.operation) == (2, 3, True, 3, "edit")
    assert (row.created_at, row.next_at, row.not_after) == (NOW, draft.not_before, draft.not_after)
    assert decode(Content, orjson.loads(row.content)) == card  # type: ignore[arg-type]


async def test_rows_come_with_their_cause_or_not_at_all(db: Database) -> None:
    async def fail() -> None:
        async with db.write() as tx:
            await enqueue(tx, [say("x")], NOW, {"telegram": CAN})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    async with db.read() as tx:
        assert await tx.scalar(sa.select(sa.func.count()).select_from(outbox)) == 0


async def test_only_what_is_still_queued_is_superseded(db: Database) -> None:
    first, second = await put(db, say("a", replaces="k"), say("b", replaces="other"))
    await change(db, first, state="sending")
    third = (await put(db, say("c", replaces="k")))[0]
    fourth = (await put(db, say("d", replaces="k")))[0]
    async with db.read() as tx:
        states = [(await out.standing(tx, id_)).state for id_ in (first, second, third, fourth)]  # type: ignore[union-attr]
    assert states == [DeliveryState.SENDING, DeliveryState.QUEUED, DeliveryState.SUPERSEDED, DeliveryState.QUEUED]


async def test_a_message_leads_to_its_case_and_anchor(db: Database) -> None:
    [id_] = await put(db, say("a", case_id=9))
    await change(db, id_, state="sent", platform_id="m5")
    async with db.write() as tx:
        await tx.execute(anchors.insert().values(name="case:9", channel="telegram", address="7", platform_id="m5"))
    async with db.read() as tx:
        assert await out.case_of_message(tx, "7", "m5") == 9
        assert await out.case_of_message(tx, "7", "m5", channel="telegram") == 9
        assert await out.case_of_message(tx, "7", "m5", channel="slack") is None
        assert await out.case_of_message(tx, "8", "m5") is None
        assert await out.anchor(tx, "case:9") == ("telegram", "7", "m5")
        assert await out.anchor(tx, "case:8") is None
        assert await out.anchor_at(tx, "7", "m5") == "case:9"


@pytest.mark.parametrize(
    ("states", "together"),
    [
        (["sent", "sent"], "sent"),
        (["sent", "queued"], "queued"),
        (["sending", "queued"], "queued"),
        (["sent", "failed"], "failed"),
        (["blocked", "queued"], "blocked"),
        (["superseded", "sent"], "sent"),
    ],
)
async def test_parts_stand_together_as_their_worst(db: Database, states: list[str], together: str) -> None:
    ids = await put(db, *[say("a", case_id=1, entry_id=4) for _ in states], say("other", case_id=1, entry_id=5))
    for id_, state in zip(ids, states, strict=False):
        await change(db, id_, state=state)
    async with db.read() as tx:
        found = await out.standings_of_entry(tx, 1, 4)
    worst = out.overall(found)
    assert worst is not None
    assert worst.state == together
    assert [one.id for one in found] == ids[: len(states)]
    assert out.overall([]) is None


async def test_stopping_and_sending_again(db: Database) -> None:
    ids = await put(db, say("a", case_id=1), say("b", case_id=1), say("c", replaces="k"))
    await change(db, ids[0], state="sending")
    async with db.write() as tx:
        assert await out.stop(tx, NOW, case_id=1) == 1
        assert await out.stop(tx, NOW, replaces="k", reason="operator") == 1
        with pytest.raises(ValueError):
            await out.stop(tx, NOW)
        assert await out.requeue(tx, ids, NOW) == 2
    async with db.read() as tx:
        assert [one.state for one in await out.standings_of_case(tx, 1)] == ["sending", "queued"]


async def test_the_backlog_counts_by_channel_and_lane(db: Database) -> None:
    await put(db, *[say("a", lane=Lane.BULK) for _ in range(3)], say("b", lane=Lane.REPLY), say("c", channel="slack"))
    async with db.read() as tx:
        found = await out.backlog(tx, ["telegram", "slack"])
    assert [(one.channel, one.lane, one.count, one.more, one.next_at) for one in found] == [
        ("telegram", Lane.REPLY, 1, False, NOW),
        ("telegram", Lane.BULK, 3, False, NOW),
        ("slack", Lane.AUTOMATIC, 1, False, NOW),
    ]


async def test_the_bell_rings_only_after_the_commit(db: Database) -> None:
    async with db.write() as tx:
        await enqueue(tx, [say("x")], NOW, {})
        assert not await db.wake.wait("outbox", 0.01)
    assert await db.wake.wait("outbox", 0.01)
