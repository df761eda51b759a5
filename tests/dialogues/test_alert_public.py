"""The posts in public places: first of all, halted and counted with the rest, corrected where they stand."""

import sqlalchemy as sa

from domain.broadcast import Broadcast, State
from storage.tables import outbox
from tests.dialogues.coordinators import Coordinator, card, newest, now, value
from tests.dialogues.town import ResidentActor, Town, plain

People = tuple[ResidentActor, ResidentActor, ResidentActor]


async def goes_out(cora: Coordinator, ali: Coordinator) -> Broadcast:
    """An alert that Cora writes and Ali approves."""
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    return draft


async def is_corrected(cora: Coordinator, ali: Coordinator, original: Broadcast) -> None:
    """It says another hour: by 14:00 instead of by noon."""
    correction = await cora.follows("correction", original, description_en="Quay Street may be under water by 14:00.")
    await cora.submits(correction)
    await ali.approves(correction)


async def test_the_public_channels_come_first(town: Town, people: People, cora: Coordinator, ali: Coordinator) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    sent_before = len(town.platform.posted)
    await ali.approves(draft)
    order = [m.address for m in town.platform.posted[sent_before:]]
    assert order[:2] == ["@rivermouth", "C_FRONT"]
    public = town.channel("@rivermouth")[-1].words
    assert "The river is rising" in public
    assert "Rzeka wzbiera" in public


async def test_they_are_counted_apart_from_people(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    town.fail("C_FRONT")
    draft = await goes_out(cora, ali)
    await town.pass_time(seconds=5)
    assert value(card(town), "Sent") == "3"
    assert plain(value(card(town), "Public posts")) == "1 of 2 · failed 1"
    assert any("Public posts: 1 of 2 · failed 1" in plain(post.words) for post in town.channel("C_CRISIS"))
    assert (await now(town, draft.id)).state is State.DONE


async def test_a_stop_holds_them_back_too(town: Town, people: People, cora: Coordinator, ali: Coordinator) -> None:
    town.hold("telegram")
    draft = await goes_out(cora, ali)
    await cora.presses(f"s:cast:stop:{draft.id}:1")
    await town.let_go("telegram")
    await town.pass_time(seconds=5)
    assert plain(value(card(town), "Public posts")) == "1 of 2 · stopped 1"
    assert not [post for post in town.channel("@rivermouth") if "rising" in post.words]
    async with town.db.read() as tx:
        state = await tx.scalar(sa.select(outbox.c.state).where(outbox.c.address == "@rivermouth"))
    assert state == "stopped"


async def test_a_broadcast_is_not_done_while_a_public_post_waits(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    town.hold("slack")
    await ali.approves(draft)
    await town.pass_time(seconds=5)
    assert "rising" in people[0].last
    assert (await now(town, draft.id)).state is State.RUNNING
    await town.let_go("slack")
    await town.pass_time(seconds=5)
    assert (await now(town, draft.id)).state is State.DONE


async def test_a_correction_is_posted_and_changes_the_first_post_in_place(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await goes_out(cora, ali)
    await is_corrected(cora, ali, draft)
    for place in ("@rivermouth", "C_FRONT"):
        first, second = [post for post in town.channel(place) if "river is rising" in post.words][-2:]
        assert first.edits
        assert "Corrected on 16 November" in first.words
        assert "by 14:00" in first.words
        assert "by noon" not in first.words
        assert plain(second.words).startswith("✏️ Correction: The river is rising")
    await town.pass_time(seconds=5)
    assert (await newest(town)).state is State.DONE
    assert plain(value(card(town), "Public posts")) == "4 of 4"


async def test_a_post_that_never_left_is_not_corrected_but_replaced(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    town.hold("telegram")
    draft = await goes_out(cora, ali)
    await is_corrected(cora, ali, draft)
    await town.let_go("telegram")
    await town.pass_time(seconds=5)
    posts = [post.words for post in town.channel("@rivermouth")]
    assert len(posts) == 1
    assert "by 14:00" in posts[0]
