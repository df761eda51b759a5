"""What was sent against what arrived: every message a line of a case, every line in Slack, every answer in its chat."""

import sqlalchemy as sa

from storage.tables import cases, entries, inbox, outbox, residents
from tests.crash.crowd import Crowd, Neighbour
from tests.crash.town_hall import COMMUNITY, TownHall


async def compare(hall: TownHall, crowd: Crowd) -> str:
    """Raises AssertionError for anything lost, out of order, unexpected, or repeated beyond what was in flight.

    Returns the figures as a line.
    """
    assert await hall.rows(sa.select(inbox).where(inbox.c.state != "done")) == []
    await _every_message_is_a_line(hall, crowd)
    await _every_case_is_on_a_desk(hall)
    await _every_answer_arrived(hall, crowd)
    await _moves_hold(hall, crowd)
    repeats = await _repeats_are_no_more_than_what_was_in_flight(hall)
    return (
        f"{hall.kills} kills: {crowd.written} messages, {len(crowd.replies)} answers and {len(crowd.claims)} claims "
        f"acknowledged, 0 lost; {hall.in_flight} sends were in flight, {repeats} of them arrived twice"
    )


async def _every_message_is_a_line(hall: TownHall, crowd: Crowd) -> None:
    for one in crowd.neighbours:
        lines = await lines_of(hall, one)
        assert [(int(line.message_id), line.text) for line in lines] == sorted(one.written.items())


async def lines_of(hall: TownHall, one: Neighbour) -> list[sa.Row[tuple[object, ...]]]:
    """What a resident wrote, as it stands in the histories of their cases, oldest first."""
    of = sa.join(entries, cases, entries.c.case_id == cases.c.id).join(residents, cases.c.resident_id == residents.c.id)
    mine = sa.and_(residents.c.address == str(one.resident.chat.id), entries.c.kind == "resident")
    return await hall.rows(
        sa.select(entries.c.message_id, entries.c.text).select_from(of).where(mine).order_by(entries.c.id)
    )


async def _every_case_is_on_a_desk(hall: TownHall) -> None:
    """Its receipt in the chat, its card in the channel, its lines in the thread and in order."""
    found = sa.select(cases, residents.c.address).join(residents, cases.c.resident_id == residents.c.id)
    for case in await hall.rows(found):
        receipts = [
            m.text for m in hall.telegram.resident_behind(int(case.address)).replies if case.reference in m.text
        ]
        assert receipts, f"no receipt for {case.reference}"
        shown = _on_desk(hall, case.reference, case.department)
        lines = await hall.rows(
            sa.select(entries.c.text)
            .where(entries.c.case_id == case.id, entries.c.kind.in_(("resident", "reply")))
            .order_by(entries.c.id)
        )
        places = [_first(shown, line.text) for line in lines]
        missing = [line.text for line, place in zip(lines, places, strict=True) if place is None]
        assert not missing, (case.reference, case.department, await _traces(hall, missing), shown)
        assert places == sorted(place for place in places if place is not None)


async def _traces(hall: TownHall, missing: list[str]) -> list[tuple[object, ...]]:
    """What became of lines that are not where they should be: their rows, and where in Slack they stand."""
    rows = await hall.rows(sa.select(outbox).where(outbox.c.channel == "slack"))
    found: list[tuple[object, ...]] = [
        (row.id, row.operation, row.state, row.reason, row.thread, row.platform_id, row.doubts, row.attempts)
        for row in rows
        if any(words in (row.content or "") for words in missing)
    ]
    found += [
        (channel.name, message.ts, message.thread_ts)
        for channel in hall.slack.channels.values()
        for message in channel.messages.values()
        if any(words in str(message.blocks) for words in missing)
    ]
    return found


def _on_desk(hall: TownHall, reference: str, department: str) -> list[str]:
    """The newest card of the case in its department's channel, and its thread, as texts."""
    name = next(d.channel for d in COMMUNITY.departments if d.id == department)
    channel = hall.slack.channel(name)
    cards = [
        m for m in channel.messages.values()
        if m.thread_ts in ("", m.ts) and f"{reference} ·" in str(m.blocks) and "s:form:reply:" in str(m.blocks)
    ]  # fmt: skip
    assert cards, f"no card for {reference} in {name}"
    best: list[str] = []
    for card in cards:  # a card that was in flight may stand there twice; its lines are under one of them
        thread = [str(reply.blocks or reply.text) for reply in hall.slack.replies(card)]
        best = max(best, [str(card.blocks), *thread], key=len)
    return best


def _first(shown: list[str], text: str) -> int | None:
    return next((at for at, words in enumerate(shown) if text in words), None)


async def _every_answer_arrived(hall: TownHall, crowd: Crowd) -> None:
    """Words of staff that Slack acknowledged are in the chat of the case's resident, and the thread says so."""
    known = sa.select(cases.c.id, residents.c.address).join(residents, cases.c.resident_id == residents.c.id)
    address = {case.id: int(case.address) for case in await hall.rows(known)}
    for words, case in crowd.replies.items():
        chat = hall.telegram.resident_behind(address[case])
        assert [m for m in chat.replies if words in m.text], f"{words!r} never came"
        lines = [m for c in hall.slack.channels.values() for m in c.messages.values() if words in str(m.blocks)]
        assert lines, f"{words!r} is in no thread"
    for case in crowd.claims:
        claimed = sa.and_(entries.c.case_id == case, entries.c.kind == "event")
        assert await hall.count(entries, claimed) > 0


async def _moves_hold(hall: TownHall, crowd: Crowd) -> None:
    for case, moves in crowd.moves.items():
        sure = [number for number, (_, acknowledged) in enumerate(moves) if acknowledged]
        if not sure:
            continue
        possible = {target for target, _ in moves[sure[-1] :]}
        (row,) = await hall.rows(sa.select(cases.c.department).where(cases.c.id == case))
        assert row.department in possible


async def _repeats_are_no_more_than_what_was_in_flight(hall: TownHall) -> int:
    ended = await hall.rows(sa.select(outbox.c.state, sa.func.count()).group_by(outbox.c.state))
    assert {row[0] for row in ended} <= {"sent", "superseded", "stopped"}, ended
    doubts = (await hall.rows(sa.select(sa.func.sum(outbox.c.doubts))))[0][0] or 0
    assert doubts <= hall.in_flight
    posted = outbox.c.operation == "post"
    on_telegram = len(hall.telegram.journal) - await hall.count(
        outbox, posted, outbox.c.channel == "telegram", outbox.c.state == "sent"
    )
    in_slack = sum(post.via == "chat.postMessage" for post in hall.slack.journal.posts) - await hall.count(
        outbox, posted, outbox.c.channel == "slack", outbox.c.state == "sent"
    )
    assert on_telegram >= 0
    assert in_slack >= 0
    assert on_telegram + in_slack <= doubts
    return on_telegram + in_slack
