"""The database: one writer, nothing half done, and of two who act at once one wins."""

import asyncio
import random
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from domain.case import Case, CaseKind, CaseState, EntryKind, Step
from domain.inbound import Sender
from storage import cases, documents, entries, inbox, labels, questions, residents, staff
from storage.engine import Database, Tx, Unavailable
from storage.inbox import Arrival
from storage.migrate import DatabaseRefused, known_versions, migrate
from storage.schema import metadata
from storage.tables import audit
from tests.databases import inspected, postgres_only, sqlite_only

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
AMIRA = Sender(channel="telegram", address="71", user="71", name="Amira Testowa", client_language="ar")


async def count(db: Database, table: sa.Table) -> int:
    async with db.read() as tx:
        return int(await tx.scalar(sa.select(sa.func.count()).select_from(table)))


async def line(db: Database, deed: str, pause: float = 0.0) -> None:
    async with db.write() as tx:
        await tx.insert(audit, at=NOW, actor="test", deed=deed, data={})
        await asyncio.sleep(pause)


async def test_a_cancelled_writer_leaves_neither_rows_nor_its_lock(db: Database) -> None:
    writer = asyncio.create_task(line(db, "cancelled", pause=30))
    await asyncio.sleep(0.05)
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer
    async with asyncio.timeout(2):
        await line(db, "after")
    assert await count(db, audit) == 1


async def test_a_failing_writer_leaves_nothing(db: Database) -> None:
    async def fail(tx: Tx) -> None:
        await tx.insert(audit, at=NOW, actor="test", deed="failed", data={})
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await db.transact(fail)
    assert await count(db, audit) == 0


async def test_transact_runs_to_its_end_even_when_the_caller_is_cancelled(db: Database) -> None:
    async def deed(tx: Tx) -> None:
        await asyncio.sleep(0.1)
        await tx.insert(audit, at=NOW, actor="test", deed="kept", data={})

    caller = asyncio.create_task(db.transact(deed))
    await asyncio.sleep(0.02)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert await count(db, audit) == 1


async def test_many_writers_at_once_all_commit(db: Database) -> None:
    await asyncio.gather(*(line(db, f"deed {i}") for i in range(50)))
    assert await count(db, audit) == 50


async def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError):
        async with db.read() as tx:
            await tx.insert(audit, at=NOW, actor="test", deed="no", data={})


async def test_the_bell_rings_only_after_the_commit(db: Database) -> None:
    async with db.write() as tx:
        tx.wake("topic")
        assert not await db.wake.wait("topic", 0.01)
    assert await db.wake.wait("topic", 0.01)
    assert not await db.wake.wait("topic", 0.01)


async def test_migrations_make_exactly_the_tables(db: Database) -> None:
    async with db.read() as tx:
        found = await inspected(tx).run_sync(
            lambda sync: {
                name: {column["name"] for column in sa.inspect(sync).get_columns(name)}
                for name in sa.inspect(sync).get_table_names()
            }
        )
        indexes = await inspected(tx).run_sync(
            lambda sync: {index["name"] for name in metadata.tables for index in sa.inspect(sync).get_indexes(name)}
        )
    found.pop("alembic_version")
    assert found == {name: {c.name for c in table.columns} for name, table in metadata.tables.items()}
    assert {i.name for t in metadata.tables.values() for i in t.indexes} <= indexes


async def test_migrating_twice_changes_nothing(db: Database) -> None:
    await line(db, "kept")
    await migrate(db)
    assert await count(db, audit) == 1


async def test_a_newer_database_is_refused_and_left_alone(db: Database) -> None:
    async with db.write() as tx:
        await tx.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseRefused, match=f"9999.*up to {known_versions()[-1]}"):
        await migrate(db)


async def test_a_foreign_or_damaged_file_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    async with Database.open(f"sqlite:///{foreign}") as db:
        with pytest.raises(DatabaseRefused, match="recipes"):
            await migrate(db)
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is not a database, it is a letter" * 100)
    async with Database.open(f"sqlite:///{broken}") as db:
        with pytest.raises(DatabaseRefused, match="Nothing was changed"):
            await migrate(db)
    assert broken.read_bytes().startswith(b"this is not")


@sqlite_only
@pytest.mark.parametrize("damage", ["cut", "overwritten"])
async def test_a_file_that_lost_a_part_is_refused_before_anything_is_written(database_url: str, damage: str) -> None:
    path = Path(database_url.removeprefix("sqlite:///"))
    good = path.read_bytes()
    path.write_bytes(good[: len(good) // 2] if damage == "cut" else good[:8192] + bytes(8192) + good[16384:])
    before = path.read_bytes()
    async with Database.open(database_url) as db:
        with pytest.raises(DatabaseRefused, match="Nothing was changed"):
            await migrate(db)
    assert path.read_bytes() == before


async def test_the_second_copy_of_an_update_is_nothing(db: Database) -> None:
    first = Arrival(channel="telegram", dedupe="u1", conversation="telegram:71", payload="{}")
    other = Arrival(channel="telegram", dedupe="u2", conversation="telegram:71", payload="{}")
    async with db.write() as tx:
        assert await inbox.store(tx, [first], NOW) == 1
    async with db.write() as tx:
        assert await inbox.store(tx, [first, other, other], NOW) == 1
    async with db.read() as tx:
        assert [row.dedupe for row in await inbox.waiting(tx, after=0, limit=10)] == ["u1", "u2"]


async def test_an_update_is_done_once(db: Database) -> None:
    async with db.write() as tx:
        await inbox.store(tx, [Arrival(channel="slack", dedupe="E1", conversation="c", payload="{}")], NOW)
        row = (await inbox.waiting(tx, after=0, limit=1))[0]
        assert await inbox.done(tx, row.id, NOW)
        assert not await inbox.done(tx, row.id, NOW)
        assert await inbox.forget_before(tx, NOW) == 0
        assert await inbox.forget_before(tx, NOW + timedelta(seconds=1)) == 1


async def test_a_poison_row_is_set_aside_and_can_be_replayed(db: Database) -> None:
    async with db.write() as tx:
        await inbox.store(tx, [Arrival(channel="slack", dedupe="E1", conversation="c", payload="{")], NOW)
        row = (await inbox.waiting(tx, after=0, limit=1))[0]
        await inbox.set_aside(tx, row.id, "ValueError: broken", NOW)
        assert await inbox.waiting(tx, after=0, limit=1) == []
        assert [dead.problem for dead in await inbox.dead(tx)] == ["ValueError: broken"]
        assert await inbox.replay(tx, row.id, NOW)
        assert not await inbox.replay(tx, row.id, NOW)
        assert len(await inbox.waiting(tx, after=0, limit=1)) == 1


async def new_case(db: Database) -> Case:
    async with db.write() as tx:
        resident = await residents.meet(tx, AMIRA, "ar", NOW)
        return await cases.open_case(
            tx,
            resident_id=resident.id,
            kind=CaseKind.REPORT,
            language="ar",
            now=NOW,
            rng=random.Random(1),
            department="water",
        )


async def test_of_two_who_claim_at_once_one_wins(db: Database) -> None:
    case = await new_case(db)

    async def claim(user: str) -> bool:
        async with db.write() as tx:
            return await cases.advance(tx, case, Step.CLAIM, NOW, assignee=user) is not None

    won = await asyncio.gather(*(claim(f"U{i}") for i in range(20)))
    assert sum(won) == 1
    async with db.read() as tx:
        after = await cases.get(tx, case.id)
    assert after.state is CaseState.CLAIMED
    assert after.assignee == f"U{won.index(True)}"


async def test_references_never_repeat(db: Database) -> None:
    taken = set()
    for _ in range(5):  # the same seed draws the same reference each time: the second must find another
        taken.add((await new_case(db)).reference)
    assert len(taken) == 5


async def test_the_queue_shows_urgent_first_then_oldest(db: Database) -> None:
    async with db.write() as tx:
        resident = await residents.meet(tx, AMIRA, "ar", NOW)
        for minutes, priority in ((3, "normal"), (1, "normal"), (5, "urgent"), (2, "high")):
            await cases.open_case(
                tx,
                resident_id=resident.id,
                kind=CaseKind.REPORT,
                language="ar",
                now=NOW + timedelta(minutes=minutes),
                rng=random.Random(minutes),
                department="water",
                priority=priority,
            )
        queue = await cases.queue(tx, ["water"])
        assert [(c.priority, (c.created_at - NOW).seconds // 60) for c in queue] == [
            ("urgent", 5),
            ("high", 2),
            ("normal", 1),
            ("normal", 3),
        ]
        assert await cases.queue_counts(tx) == {"water": {"new": 4}}


async def test_a_question_is_answered_once(db: Database) -> None:
    async with db.write() as tx:
        resident = await residents.meet(tx, AMIRA, "ar", NOW)
        question = await questions.ask(tx, resident.id, "department", NOW, expires_at=NOW + timedelta(minutes=10))
        assert await questions.due(tx, NOW) == []
        assert [q.id for q in await questions.due(tx, NOW + timedelta(minutes=10))] == [question.id]
        assert await questions.close(tx, question, answer="0")
        assert not await questions.close(tx, question, answer="1")
        assert await questions.due(tx, NOW + timedelta(days=1)) == []


async def test_an_edit_keeps_the_old_words(db: Database) -> None:
    case = await new_case(db)
    async with db.write() as tx:
        entry = await entries.add(tx, case.id, EntryKind.RESIDENT, NOW, text="first", message_id="5")
        entry = await entries.edit(tx, entry, "second", NOW)
        entry = await entries.edit(tx, entry, "third", NOW)
        assert (entry.text, entry.data["earlier"]) == ("third", ["first", "second"])
        assert [e.id for e in await entries.by_message(tx, case.resident_id, "5")] == [entry.id]
        assert await entries.by_message(tx, case.resident_id + 1, "5") == []


async def test_lessons_carry_the_first_words_of_their_case(db: Database) -> None:
    case = await new_case(db)
    async with db.write() as tx:
        await entries.add(tx, case.id, EntryKind.RESIDENT, NOW, text="no water")
        await entries.add(tx, case.id, EntryKind.RESIDENT, NOW, text="still none")
        await labels.teach(tx, case.id, "water", "confirmed", "slack:U1", NOW)
        await labels.teach(tx, case.id, "roads", "reassigned", "slack:U1", NOW)
        every = [lesson async for lesson in labels.lessons(tx)]
        assert [(lesson.text, lesson.department) for lesson in every] == [("no water", "water"), ("no water", "roads")]
        assert [lesson.department async for lesson in labels.lessons(tx, after=every[0].id)] == ["roads"]


async def test_memberships_follow_slack(db: Database) -> None:
    async with db.write() as tx:
        await staff.seat(tx, "C1", ["U1", "U2", "U2"])
        await staff.seat(tx, "C1", ["U2", "U3"])
        await staff.join(tx, "C2", "U2")
        await staff.join(tx, "C2", "U2")
        assert not await staff.is_member(tx, "C1", "U1")
        assert await staff.channels_of(tx, "U2") == {"C1", "C2"}
        await staff.leave(tx, "C2", "U2")
        assert await staff.channels_of(tx, "U2") == {"C1"}
        assert await staff.name_of(tx, "U9") == "U9"


async def test_documents_of_another_version_are_not_read(db: Database) -> None:
    async with db.write() as tx:
        await documents.put(tx, "router", b"one", NOW)
        await documents.put(tx, "router", b"two", NOW, version=2)
        assert await documents.take(tx, "router") is None
        assert await documents.take(tx, "router", version=2) == b"two"


@postgres_only
async def test_a_bell_rings_in_another_process_too(db: Database, database_url: str) -> None:
    async with Database.open(database_url) as other:
        other.listen()
        await other.wake.wait("topic", 0.5)  # whoever begins to listen looks once
        async with db.write() as tx:
            tx.wake("topic")
            assert not await other.wake.wait("topic", 0.1)
        assert await other.wake.wait("topic", 2)


@postgres_only
async def test_a_listener_whose_connection_is_cut_listens_again(db: Database) -> None:
    db.listen()
    await db.wake.wait("topic", 0.3)
    async with db.write() as tx:
        await tx.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query = 'x'")
        )
    assert await db.wake.wait("topic", 5)  # nobody knows what was missed: every bell rings


@postgres_only
async def test_of_two_who_wait_for_each_other_one_may_try_again(db: Database) -> None:
    first, second = await new_case(db), await new_case(db)
    met = asyncio.Barrier(2)

    async def touch(one: int, other: int) -> None:
        async with db.write() as tx:
            await cases.change(tx, one, NOW)
            await met.wait()
            await cases.change(tx, other, NOW)

    outcomes = await asyncio.gather(touch(first.id, second.id), touch(second.id, first.id), return_exceptions=True)
    assert [type(one) for one in outcomes if one is not None] == [Unavailable]


@postgres_only
async def test_who_reads_a_case_in_order_to_change_it_keeps_others_from_changing_it(db: Database) -> None:
    case = await new_case(db)

    async def more(tx: Tx) -> None:
        area = (await cases.get(tx, case.id)).area or ""
        await asyncio.sleep(0.01)
        await cases.change(tx, case.id, NOW, area=area + "x")

    await asyncio.gather(*(db.transact(more) for _ in range(8)))
    async with db.read() as tx:
        assert (await cases.get(tx, case.id)).area == "x" * 8
