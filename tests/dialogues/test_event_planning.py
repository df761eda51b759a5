"""Coordinators plan, change and cancel events; what cannot be is refused with a reason, and nothing has changed."""

import pytest

from domain.event import EventState
from handlers.events.form import values_of
from storage.tables_events import events, occasions, reminders
from tests.dialogues.fair import FAIR, card_of, dates, every_event, form, named, plan, planned, warsaw
from tests.dialogues.town import Town, buttons_of, words_of


async def test_a_planned_event_stands_on_a_card_and_residents_see_it_in_their_language(town: Town) -> None:
    await named(town)
    event = await plan(town)
    card = words_of(await card_of(town, event))
    assert "📅 Repair fair" in card
    assert "When: Friday, 20 November, 18:00–20:00" in card
    assert "Seats taken: 0 of 2" in card
    assert "⬜ Chairs for 20 (Anna)" in card
    assert "✅ Key of the hall" in card
    assert f"https://t.me/rivermouth_bot?start=e-{event.code}" in card

    amira = town.resident("Amira", language="ar")
    await amira.writes("", command="events")
    assert "معرض التصليح" in amira.last
    assert "الجمعة، 20 نوفمبر" in amira.last.replace("\u200f", "")
    assert "بقي مكانان" in amira.last


async def test_every_field_comes_back_as_it_was_entered(town: Town) -> None:
    event = await plan(town, deadline="24", remind="4320\n120", repeat="weekly", until="2026-12-11", access_en="Ramp")
    opened = await form(town, str(event.id))
    assert opened is not None
    entered = {name.replace("_", "-"): value for name, value in FAIR.items()}
    entered |= {"deadline": "24", "remind": "4320\n120", "repeat": "weekly", "until": "2026-12-11", "access-en": "Ramp"}
    shown = {ask.name: ask.initial for ask in opened.asks}
    assert {name: shown[name] for name in entered} == entered
    assert values_of(event.plan)["zone"] == "Europe/Warsaw"
    assert [one.starts_at for one in await dates(town, event)] == [
        warsaw(2026, 11, 20, 18), warsaw(2026, 11, 27, 18), warsaw(2026, 12, 4, 18), warsaw(2026, 12, 11, 18),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"end": "17:00"}, "It would end before it begins"),
        ({"day": "2027-03-28", "start": "02:30", "end": "05:00"}, "On 28 March 2027 there is no 02:30"),
        ({"day": "2027-10-31", "start": "02:30", "end": "05:00"}, "On 31 October 2027 the clock shows 02:30 twice"),
        ({"day": "2026-11-01"}, "All of it lies in the past"),
        ({"repeat": "weekly"}, "The event would repeat for ever"),
        ({"repeat": "own", "rule": "FREQ=DAILY;BYHOUR=1,2,3;COUNT=9"}, "is not one we can follow"),
        ({"repeat": "own", "rule": "FREQ=DAILY;COUNT=5000"}, "more than 400 dates"),
        ({"capacity": "many"}, "“many” is not a number of seats"),
        ({"capacity": "0"}, "“0” is not a number of seats"),
        ({"deadline": "-3"}, "“-3” is not a number of hours"),
        ({"pin": "next to the church"}, "is not a point on the map"),
        ({"pin": "151.0, 18.0"}, "is not a point on the map"),
        ({"title_en": " ", "title_ar": "", "title_pl": ""}, "The event has no title"),
        ({"area": "nowhere"}, "“nowhere” is not (any more) in the configuration"),
        ({"last": "2027-06-01"}, "It would take longer than 31 days"),
        ({"day": "soon"}, "“soonT18:00” is not a day and time"),
        ({"zone": "Mars/Crater"}, "“Mars/Crater” is not a time zone"),
    ],
)
async def test_what_cannot_be_is_refused_and_the_form_comes_back_as_typed(
    town: Town, wrong: dict[str, str], reason: str
) -> None:
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town), **{**FAIR, **wrong})
    refusal = cora.whispers()[-1]
    assert reason in refusal
    assert "Nothing was changed" in refusal
    assert await town.rows(events) == []
    assert await town.rows(occasions) == []

    again = await cora.presses("Correct it")
    assert again is not None
    shown = {ask.name: ask.initial for ask in again.asks}
    typed = {name.replace("_", "-"): value for name, value in {**FAIR, **wrong}.items()}
    assert {name: shown[name] for name in typed} == typed
    await cora.fills_in(again, **FAIR, repeat="never", rule="", last="", zone="Europe/Warsaw", deadline="")
    assert len(await every_event(town)) == 1


async def test_only_coordinators_plan(town: Town) -> None:
    anna = town.staff("U_ANNA")
    assert await form(town, user="U_ANNA") is None
    assert "Only coordinators plan events" in anna.whispers()[-1]
    opened = await form(town)
    await anna.fills_in(opened, **FAIR)
    assert "Only coordinators plan events" in anna.whispers()[-1]
    assert await town.rows(events) == []


async def test_the_command_lists_what_is_coming_and_explains_an_unknown_code(town: Town) -> None:
    event = await plan(town)
    cora = town.staff("U_CORA")
    assert "Repair fair · Friday, 20 November, 18:00–20:00 · 0 of 2" in await cora.commands("list", command="event")
    assert "No event is called XYZ" in await cora.commands("XYZ", command="event")
    opened = await cora.presses(f"s:form:/event {event.code}")
    assert opened is not None
    assert opened.about == str(event.id)


async def test_a_changed_time_is_told_once_to_those_concerned_and_to_nobody_else(town: Town) -> None:
    event = await plan(town)
    robin, amira, sam = (town.resident(n, language=c) for n, c in (("Robin", "en"), ("Amira", "ar"), ("Sam", "en")))
    for who in (robin, amira, sam):
        await who.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    await amira.presses("ربما")
    await sam.presses("Not going")
    heard = [len(who.inbox()) for who in (robin, amira, sam)]

    await town.staff("U_CORA").fills_in(await form(town, str(event.id)), start="19:00", end="21:00")

    assert [len(who.inbox()) for who in (robin, amira, sam)] == [heard[0] + 1, heard[1] + 1, heard[2]]
    assert "New time: Friday, 20 November, 19:00–21:00 (it was: Friday, 20 November, 18:00–20:00)" in robin.last
    assert "New place" not in robin.last
    assert "الموعد الجديد" in amira.last
    assert {m: r.due_at for m, r in (await planned(town)).items()} == {
        1440: warsaw(2026, 11, 19, 19), 120: warsaw(2026, 11, 20, 17),
    }  # fmt: skip


async def test_a_changed_place_is_told_and_a_better_text_is_not(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    heard = len(robin.inbox())
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town, str(event.id)), text_en="Bring what is broken, and a friend.")
    assert len(robin.inbox()) == heard
    await cora.fills_in(await form(town, str(event.id)), place="Library")
    assert len(robin.inbox()) == heard + 1
    assert "New place: Library (it was: Old fire station)" in robin.last


async def test_a_form_that_is_saved_as_it_stands_tells_nobody(town: Town) -> None:
    event = await plan(town, pin="54.0512345, 118.0512345", deadline="1.67")
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    heard, before = len(robin.inbox()), event.plan
    await town.staff("U_CORA").fills_in(await form(town, str(event.id)))
    assert (await every_event(town))[-1].plan == before
    assert len(robin.inbox()) == heard


async def test_another_spot_or_no_place_any_more_is_told_in_its_own_words(town: Town) -> None:
    event = await plan(town, pin="")
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    heard = len(robin.inbox())
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town, str(event.id)), pin="54.05, 18.05")
    assert len(robin.inbox()) == heard, "the first pin of a known place is no news"
    await cora.fills_in(await form(town, str(event.id)), pin="54.06, 18.05")
    assert "The exact spot is another one" in robin.last
    assert "it was: Old fire station" not in robin.last
    assert [button.url for button in buttons_of(robin.posts()[-1].content) if button.url]
    await cora.fills_in(await form(town, str(event.id)), place="")
    assert "The place is not settled any more (it was: Old fire station)" in robin.last
    await cora.fills_in(await form(town, str(event.id)), place="Library")
    assert "📍 Library" in robin.last


async def test_of_two_who_change_it_at_once_one_is_told(town: Town) -> None:
    event = await plan(town)
    cora = town.staff("U_CORA")
    first, second = await form(town, str(event.id)), await form(town, str(event.id))
    await cora.fills_in(first, place="Library")
    await cora.fills_in(second, place="Park")
    assert [e.plan.place for e in await every_event(town)] == ["Park"], "one after the other: both see the row"


async def test_fewer_seats_than_sign_ups_are_refused(town: Town) -> None:
    event = await plan(town)
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    await robin.presses("2")
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town, str(event.id)), capacity="1")
    assert "2 seats are taken already, more than the 1 you want" in cora.whispers()[-1]
    assert [one.capacity for one in await dates(town, event)] == [2]
    assert (await every_event(town))[0].plan.capacity == 2


async def test_a_cancelled_event_is_told_once_with_the_reason_and_reminds_nobody(town: Town) -> None:
    event = await plan(town)
    robin, sam = town.resident("Robin"), town.resident("Sam")
    for who in (robin, sam):
        await who.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    cora = town.staff("U_CORA")
    opened = await cora.presses(f"s:form:event-cancel:{event.id}")
    await cora.fills_in(opened, text="The hall is flooded.")
    await cora.fills_in(opened, text="The hall is flooded.")

    cancelled = [words for words in robin.inbox() if "does not take place" in words]
    assert len(cancelled) == 1
    assert "The organisers write: The hall is flooded." in cancelled[0]
    assert not any("does not take place" in words for words in sam.inbox())
    assert "This event was cancelled" in cora.whispers()[-1]
    assert "❌ Cancelled" in words_of(await card_of(town, event))
    assert {row.state for row in await town.rows(reminders)} == {"dropped"}
    await sam.presses(f"r:ev:going:{(await dates(town, event))[0].id}")
    assert sam.last == "This event does not take place."


async def test_single_dates_of_a_series_can_be_cancelled(town: Town) -> None:
    event = await plan(town, repeat="weekly", until="2026-12-11")
    second = (await dates(town, event))[1]
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("More dates")
    await robin.presses("Friday, 27 November, 18:00–20:00")
    await robin.presses("Going")
    cora = town.staff("U_CORA")
    await cora.fills_in(await cora.presses(f"s:form:event-cancel:{event.id}"), which=str(second.id))
    assert "does not take place (Friday, 27 November, 18:00–20:00)" in robin.last
    states = [one.state for one in await dates(town, event)]
    assert states == [EventState.OPEN, EventState.CANCELLED, EventState.OPEN, EventState.OPEN]


async def test_a_series_that_moves_to_another_hour_keeps_its_guests(town: Town) -> None:
    event = await plan(town, repeat="weekly", until="2026-12-11")
    robin = town.resident("Robin")
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("Going")
    before = await dates(town, event)
    await town.staff("U_CORA").fills_in(await form(town, str(event.id)), start="17:00", end="19:00", until="2026-12-04")
    after = await dates(town, event)
    assert [one.id for one in after] == [one.id for one in before]
    assert [one.state for one in after] == [EventState.OPEN] * 3 + [EventState.DROPPED]
    assert after[0].taken == 1
    assert "New time: Friday, 20 November, 17:00–19:00" in robin.last
