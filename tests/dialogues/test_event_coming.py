"""Residents sign up, bring others, wait for a seat, are offered one, change their mind, come to the door."""

import asyncio

import pytest
import sqlalchemy as sa

from domain.content import Forwarded
from domain.event import Answer, Signup
from domain.inbound import ResidentPressed, Sender
from storage import residents
from storage import signups as answers
from storage.tables import outbox
from storage.tables_events import occasions, signups
from tests.dialogues.fair import answer_of, card_of, dates, form, plan, warsaw
from tests.dialogues.town import ResidentActor, Town, words_of


async def scans(who: ResidentActor, code: str) -> None:
    """Scan a poster: Telegram opens the chat and says /start with the code."""
    await who.writes("", command="start", arguments=code)


async def taken(town: Town) -> list[int]:
    """Seats taken of every occasion."""
    return [row.taken for row in await town.rows(occasions)]


async def test_a_stranger_from_a_poster_is_greeted_signs_up_and_has_a_code(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await scans(robin, f"e-{event.code}")
    assert "I am a bot" in robin.inbox()[0]
    assert "Repair fair" in robin.last
    assert "📍 Old fire station" in robin.last
    assert "Bring what is broken." in robin.last
    await robin.presses("Going")
    signup = await answer_of(town, event, robin)
    assert signup is not None
    assert f"Your code at the door: {signup.ticket}" in robin.last
    assert await taken(town) == [1]
    assert "Seats taken: 1 of 2" in words_of(await card_of(town, event))

    await robin.writes("", command="events")
    await robin.presses("My events")
    assert "✅ You are coming. Your code at the door" in robin.last


async def test_events_elsewhere_are_not_shown_to_who_chose_areas(town: Town) -> None:
    await plan(town)
    robin = town.resident("Robin")
    await robin.writes("", command="settings")
    await robin.presses("r:set:areas:hills")
    await robin.writes("", command="events")
    assert "Nothing is planned near you" in robin.last
    await robin.presses("r:set:areas:harbour")
    await robin.writes("", command="events")
    assert "Repair fair" in robin.last


async def test_bringing_others_takes_their_seats_and_more_than_there_are_is_refused(town: Town) -> None:
    event = await plan(town, capacity="3")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    await scans(robin, f"e-{event.code}")
    await robin.presses("Going")
    await robin.presses("2")
    assert "2 of you are coming" in robin.last
    await scans(sam, f"e-{event.code}")
    await sam.presses("Going")
    await sam.presses("2")
    assert "There are no more seats. You keep those that you have: 1" in sam.last
    assert await taken(town) == [3]
    first = (await dates(town, event))[0]
    await sam.presses(f"r:ev:people:{first.id}:4")
    assert "There are only 3 seats altogether. Nothing was changed." in sam.last
    assert await taken(town) == [3]


async def test_a_freed_seat_goes_to_the_next_who_has_a_set_time_to_accept(town: Town) -> None:
    event = await plan(town, capacity="1")
    robin, sam, kim = (town.resident(name) for name in ("Robin", "Sam", "Kim"))
    for who in (robin, sam, kim):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    assert "You are on the waiting list, at place 1" in sam.last
    assert "at place 2" in kim.last

    await robin.presses("I cannot come")
    assert "A seat for “Repair fair” has become free for you" in sam.last
    assert "until: Monday, 16 November, 22:00" in sam.last
    assert await taken(town) == [1], "the seat is held"
    assert "at place 2" in kim.last

    await town.pass_time(hours=13)
    assert "The time to accept your seat" in sam.last
    assert "A seat for “Repair fair” has become free for you" in kim.last
    await sam.presses("✅ Yes, I will come")
    assert "This offer is no longer open" in sam.last
    await kim.presses("Yes, I will come")
    assert "You are coming to “Repair fair”" in kim.last
    assert await taken(town) == [1]
    signup = await answer_of(town, event, kim)
    assert signup is not None
    assert signup.answer is Answer.GOING


async def test_an_offer_that_is_declined_goes_on_at_once(town: Town) -> None:
    event = await plan(town, capacity="1")
    robin, sam, kim = (town.resident(name) for name in ("Robin", "Sam", "Kim"))
    for who in (robin, sam, kim):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    await robin.presses("I cannot come")
    await sam.presses("No, thanks")
    assert "has become free for you" in kim.last


async def test_an_offer_accepted_at_the_last_moment_is_kept(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock has read the offer as expired, and the resident accepts before it has the occasion's lock."""
    event = await plan(town, capacity="1")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    await robin.presses("I cannot come")
    offered = await answer_of(town, event, sam)
    await sam.presses("Yes, I will come")

    async def stale(*_: object) -> list[Signup | None]:
        return [offered]

    monkeypatch.setattr("handlers.events.waiting.signups.expired_offers", stale)
    await town.pass_time(hours=13)
    kept = await answer_of(town, event, sam)
    assert kept is not None
    assert kept.answer is Answer.GOING
    assert await taken(town) == [1]


async def test_an_offer_waits_for_the_end_of_quiet_hours(town: Town) -> None:
    event = await plan(town, capacity="1")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    await sam.writes("", command="settings")
    await sam.presses("r:set:quiet:22-7")
    await town.wait_until(warsaw(2026, 11, 16, 23))
    await robin.presses("I cannot come")
    assert "has become free" not in sam.last
    await town.wait_until(warsaw(2026, 11, 17, 7))
    assert "until: Tuesday, 17 November, 19:00" in sam.last


async def test_more_seats_are_offered_to_who_waits(town: Town) -> None:
    event = await plan(town, capacity="1")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    await town.staff("U_CORA").fills_in(await form(town, str(event.id)), capacity="5")
    assert "has become free for you" in sam.last
    assert await taken(town) == [2]


async def test_the_last_seat_raced_by_a_hundred_has_one_winner(town: Town) -> None:
    event = await plan(town, capacity="1")
    first = (await dates(town, event))[0]
    people = [town.resident(f"Neighbour {i}") for i in range(100)]

    async def press(who: ResidentActor) -> None:
        await town._handle(ResidentPressed(sender=who.sender, data=f"r:ev:going:{first.id}", press_id=who.address))

    await asyncio.gather(*(press(who) for who in people))
    assert await taken(town) == [1]
    assert len(await town.rows(signups, answer="going")) == 1
    assert len(await town.rows(signups, answer="waiting")) == 99


async def test_after_the_deadline_nobody_signs_up_but_everybody_may_leave(town: Town) -> None:
    event = await plan(town, deadline="24")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await scans(who, f"e-{event.code}")
    assert "Please answer by: Thursday at 18:00" in robin.last
    await robin.presses("Going")
    await town.wait_until(warsaw(2026, 11, 19, 18, 0))
    await sam.presses("Going")
    assert sam.last.startswith("Sign-up for this event has ended.")
    await robin.presses("I cannot come")
    assert await taken(town) == [0]


async def test_pressing_twice_changes_nothing_and_forged_buttons_are_answered(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await scans(robin, f"e-{event.code}")
    await robin.presses("Going")
    await robin.presses("r:ev:going:1")
    assert await taken(town) == [1]
    for data in ("r:ev:going:999", "r:ev:people:1:0", "r:ev:people:1:99", "r:ev:steal:1", "r:ev:show:x", "r:ev"):
        assert "no longer works" in await robin.presses(data), data
    assert await taken(town) == [1]
    await scans(robin, "e-NOSUCH")
    assert "We know no event with this code" in robin.last


async def test_the_calendar_file_is_made_when_it_is_sent(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await scans(robin, f"e-{event.code}")
    await robin.presses("Add to calendar")
    sent = robin.posts()[-1].content
    assert isinstance(sent, Forwarded)
    assert sent.attachment.file.handle == f"ics:{(await dates(town, event))[0].id}:en"
    assert sent.attachment.file.name == f"{event.code.lower()}.ics"


async def test_guests_are_let_in_by_code_and_by_name_once(town: Town) -> None:
    event = await plan(town, capacity="5")
    robin, sam, kim = (town.resident(name) for name in ("Robin", "Sam", "Kim"))
    for who in (robin, sam, kim):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    anna, first = town.staff("U_ANNA"), (await dates(town, event))[0]
    ticket = await answer_of(town, event, robin)
    sams = await answer_of(town, event, sam)
    assert ticket is not None
    assert sams is not None
    await town.wait_until(warsaw(2026, 11, 20, 17, 55))

    door = await anna.presses(f"s:form:event-door:{first.id}")
    assert door is not None
    assert [choice.label for choice in door.asks[-1].choices] == ["Kim", "Robin", "Sam"]
    await anna.fills_in(door, code=ticket.ticket.lower(), names=str(sams.id))
    assert "one person is in" in anna.whispers()[-1]
    assert "One guest was let in by name" in anna.whispers()[-1]
    await anna.fills_in(door, code=ticket.ticket)
    assert "was let in before" in anna.whispers()[-1]
    await anna.fills_in(door, code="WRONG")
    assert "Nobody with a seat has the code WRONG" in anna.whispers()[-1]
    assert "Came: 2 of 3 are here" in words_of(await card_of(town, event))

    await town.wait_until(warsaw(2026, 11, 20, 20, 1))
    over = town.channel("C_WASTE")[-1].words
    assert "“Repair fair” is over. 2 of 3 came; one person did not:\nKim" in over
    assert "Came: 2; one person did not come" in words_of(await card_of(town, event))
    await town.pass_time(minutes=5)
    assert town.channel("C_WASTE")[-1].words == over, "summed up once"


async def test_the_code_at_the_entrance_lets_guests_in_and_finds_a_seat_for_who_has_none(town: Town) -> None:
    event = await plan(town)
    door = (await dates(town, event))[0].door
    robin, sam, kim = (town.resident(name) for name in ("Robin", "Sam", "Kim"))
    await scans(robin, f"e-{event.code}")
    await robin.presses("Going")
    await scans(robin, f"d-{door}")
    assert "It is too early to check in" in robin.last
    await town.wait_until(warsaw(2026, 11, 20, 17, 30))
    await scans(robin, f"d-{door}")
    assert "Welcome to “Repair fair”! You are checked in." in robin.last
    await scans(sam, f"d-{door}")
    assert "You are checked in" in sam.last
    await scans(kim, f"d-{door}")
    assert "is full, and we find no seat for you" in kim.last
    assert len([row for row in await town.rows(signups) if row.came_at]) == 2


async def test_the_list_at_the_door_of_a_large_event_names_more_than_a_hundred(town: Town) -> None:
    event, anna = await plan(town), town.staff("U_ANNA")
    first = (await dates(town, event))[0]
    async with town.db.write() as tx:
        for number in range(130):
            chat = f"9{number:03}"
            sender = Sender(channel="telegram", address=chat, user=chat, name=f"Guest {number:03}")
            guest = await residents.meet(tx, sender, "en", town.now)
            await answers.write(
                tx, None, occasion_id=first.id, resident_id=guest.id, answer=Answer.GOING, people=1, now=town.now,
                rng=town.rng,
            )  # fmt: skip
    door = await anna.presses(f"s:form:event-door:{first.id}")
    assert door is not None
    *_, last = door.asks[-1].choices
    assert (len(door.asks[-1].choices), last.label) == (130, "Guest 129")
    await anna.fills_in(door, names=last.value)
    assert "One guest was let in by name" in anna.whispers()[-1]


async def test_strangers_to_the_department_do_not_see_the_door(town: Town) -> None:
    event = await plan(town)
    first = (await dates(town, event))[0]
    carla = town.staff("U_CARLA")
    assert await carla.presses(f"s:form:event-door:{first.id}") is None
    assert "Only coordinators plan events" in carla.whispers()[-1]


async def test_who_is_erased_gives_the_seat_to_the_next(town: Town) -> None:
    event = await plan(town, capacity="1")
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await scans(who, f"e-{event.code}")
        await who.presses("Going")
    await robin.writes("", command="privacy")
    await robin.presses("Erase my data")
    await robin.presses("Yes, erase everything")
    assert "has become free for you" in sam.last
    rows = await town.rows(signups)
    assert [row.answer for row in rows] == ["offered"]


async def test_nothing_leaves_without_a_row(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await scans(robin, f"e-{event.code}")
    town.hold("telegram")
    await robin.presses("r:ev:going:1")
    assert "You are coming" not in robin.last
    waiting = await town.rows(outbox, channel="telegram", state="queued")
    assert len(waiting) == 2, "the answer to the press and the confirmation"
    await town.let_go("telegram")
    assert "You are coming" in robin.last


async def test_seats_never_go_below_none_or_above_all(town: Town) -> None:
    """The database itself refuses it, whatever a handler does."""
    await plan(town)
    for wrong in (-1, 3):
        with pytest.raises(sa.exc.IntegrityError):
            async with town.db.write() as tx:
                await tx.execute(occasions.update().values(taken=wrong))
    assert await taken(town) == [0]
