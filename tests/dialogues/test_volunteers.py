"""Volunteers: joining, offers to those who fit, the last place, two shifts at once, check-in, hours, a certificate."""

import asyncio
from dataclasses import replace

from bot.own_files import OwnFiles
from domain.content import Forwarded
from domain.volunteering import Training, Volunteering, Welcome
from handlers.volunteers import shifts as answers
from storage import preferences, residents, shifts
from storage.tables_spreading import spreads
from storage.tables_volunteers import shift_places, volunteer_traits, volunteers, welcome_steps
from storage.tables_volunteers import shifts as table
from tests.dialogues.surveyed import arrived
from tests.dialogues.town import ResidentActor, Town, buttons_of
from tests.dialogues.townhall import townhall

ADMIN = "U_ADMIN"
DESK = townhall().broadcasting.channel


async def joined(town: Town, name: str, *choices: str, language: str = "en") -> ResidentActor:
    """A volunteer who chose these things (``skill:driving``)."""
    await arrived(town, name, language=language)
    person = town.resident(name)
    await person.writes("", command="volunteer")
    await person.presses("r:vol:join")
    for choice in choices:
        await person.presses(f"r:vol:{choice}")
    return person


async def planned(town: Town, title: str = "Hand out soup", *, day: str = "2026-11-18", **values: str) -> int:
    """A shift on a Wednesday morning, planned in Slack; its number."""
    fields = {"title_en": title, "day": day, "from": "09:00", "to": "12:00", "needed": "1", "place": "Mill", **values}
    await town.staff(ADMIN).fills_form("shift-new", "", **fields)
    return int((await town.rows(table))[-1].id)


async def state_of(town: Town, shift: int, person: ResidentActor) -> str:
    async with town.db.read() as tx:
        known = await residents.find(tx, "telegram", person.address)
        assert known is not None
        return str(await shifts.state_of(tx, shift, known.id))


async def test_joining_asks_for_skills_languages_areas_and_times(town: Town) -> None:
    await arrived(town, "Amira")
    amira = town.resident("Amira")
    await amira.writes("", command="volunteer")
    assert "By joining you agree" in amira.last
    assert await town.rows(volunteers) == []
    await amira.presses("🙋 I would like to help")
    posts = len(amira.posts())
    assert "What can you do?" in amira.last
    await amira.presses("driving")
    await amira.presses("cooking")
    await amira.presses("☑️ cooking")
    for page in ("Next ▶️", "Next ▶️", "Next ▶️"):
        await amira.presses(page)
    await amira.presses("weekday mornings")
    await amira.presses("✅ Done")
    assert "Can do: driving" in amira.last
    assert "Times: weekday mornings" in amira.last
    assert len(amira.posts()) == posts  # one message that changed
    assert {(row.trait, row.value) for row in await town.rows(volunteer_traits)} == {
        ("skill", "driving"),
        ("time", "weekday-morning"),
    }
    async with town.db.read() as tx:
        assert await preferences.roles_of(tx, 1) == {"volunteer"}


async def test_an_offer_goes_to_those_who_fit_first_and_to_the_others_later(town: Town) -> None:
    driver = await joined(town, "Amira", "skill:driving", "time:weekday-morning")
    evening = await joined(town, "Basil", "skill:driving", "time:weekday-evening")
    cook = await joined(town, "Cora", "skill:cooking")
    await planned(town, skill="driving")
    assert "Can you help? Hand out soup" in driver.last
    assert "09:00" in driver.last
    assert "Can you help?" not in evening.last
    assert "Can you help?" not in cook.last
    assert "asked: 1" in town.channel(DESK)[-1].words
    await town.pass_time(hours=13)
    assert "Can you help?" in evening.last
    assert "Can you help?" in cook.last
    assert sum("Can you help?" in words for words in driver.inbox()) == 1
    assert [row.occasion for row in await town.rows(spreads)] == ["shift:1:offer", "shift:1:widen"]


async def test_whoever_fits_nobody_is_widened_at_once(town: Town) -> None:
    cook = await joined(town, "Cora", "skill:cooking")
    await planned(town, skill="driving")
    assert "Can you help?" in cook.last


async def test_the_last_place_goes_to_one_and_a_freed_one_to_who_came_late(town: Town) -> None:
    amira, basil = await joined(town, "Amira"), await joined(town, "Basil")
    shift = await planned(town)
    await amira.presses("✅ I will come")
    await basil.presses("✅ I will come")
    assert "you are in" in amira.last
    assert "Others were quicker" in basil.last
    await amira.presses("✅ I will come")
    assert "have this shift already" in amira.last
    assert (await town.rows(table))[0].taken == 1

    await amira.presses("I cannot come after all")
    assert "A place is free again" in basil.last
    await basil.presses("✅ I will come")
    assert await state_of(town, shift, basil) == "accepted"
    assert await state_of(town, shift, amira) == "left"
    assert (await town.rows(table))[0].taken == 1


async def test_a_hundred_want_the_last_place_and_one_gets_it(town: Town) -> None:
    people = [await joined(town, f"P{number}") for number in range(100)]
    shift_id = await planned(town)

    async def wants(person: ResidentActor) -> None:
        async with town.db.write() as tx:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await answers.accept(town.context(tx), await shifts.get(tx, shift_id), known)

    await asyncio.gather(*(wants(person) for person in people))
    states = [row.state for row in await town.rows(shift_places)]
    assert (states.count("accepted"), states.count("late")) == (1, 99)
    assert (await town.rows(table))[0].taken == 1


async def test_nobody_is_on_two_shifts_at_once(town: Town) -> None:
    amira = await joined(town, "Amira")
    first = await planned(town)
    second = await planned(town, "Carry chairs", **{"from": "11:30", "to": "13:00"})
    third = await planned(town, "Sweep up", **{"from": "12:00", "to": "13:00"})
    await amira.presses(f"r:shift:{first}:yes")
    await amira.presses(f"r:shift:{second}:yes")
    assert "You already help at that time: Hand out soup" in amira.last
    assert [row.taken for row in await town.rows(table)] == [1, 0, 0]
    await amira.presses(f"r:shift:{third}:yes")  # begins when the first one ends
    assert [row.taken for row in await town.rows(table)] == [1, 0, 1]


async def test_reminder_check_in_hours_thanks_and_a_certificate(town: Town) -> None:
    amira, basil = await joined(town, "Amira"), await joined(town, "Basil")
    shift = await planned(town, needed="2")
    await amira.presses("✅ I will come")
    await basil.presses("✅ I will come")
    await amira.presses(f"r:shift:{shift}:here")
    assert "too early" in amira.last
    town.now = town.now.replace(day=17, hour=8, minute=1)
    await town.pass_time(minutes=1)
    assert "A reminder that you help" in amira.last
    town.now = town.now.replace(day=18, hour=7, minute=1)  # 08:01 in Warsaw
    await town.pass_time(minutes=1)
    assert "It begins soon" in amira.last
    await amira.presses("👋 I am there")
    assert await state_of(town, shift, amira) == "came"
    town.now = town.now.replace(hour=11, minute=1)
    await town.pass_time(minutes=1)
    assert "Thank you for helping" in amira.last
    assert "Thank you for helping" not in basil.last

    await town.staff(ADMIN).fills_form("shift-hours", shift, came="1", hours="2,5")
    assert await state_of(town, shift, basil) == "missed"
    assert "✅ Amira (2.5 h)\n✖️ Basil" in town.channel(DESK)[-1].words
    await amira.writes("", command="volunteer")
    assert "Hours so far: 2.5" in amira.last
    await amira.presses("📄 Certificate of hours")
    file = amira.posts()[-1].content
    assert isinstance(file, Forwarded)
    body = await OwnFiles(town.db, town.context).fetch(file.attachment.file, 10_000_000)
    assert body.startswith(b"%PDF")
    await basil.presses("r:vol:certificate")
    assert "no counted hours yet" in basil.last


async def test_whoever_forgot_the_button_is_thanked_when_the_desk_counts_them(town: Town) -> None:
    amira, basil = await joined(town, "Amira"), await joined(town, "Basil")
    shift = await planned(town, needed="2")
    await amira.presses("✅ I will come")
    await basil.presses("✅ I will come")
    town.now = town.now.replace(day=18, hour=8, minute=30)
    await amira.presses(f"r:shift:{shift}:here")
    town.now = town.now.replace(hour=11, minute=1)
    await town.pass_time(minutes=1)
    for _ in range(2):
        await town.staff(ADMIN).fills_form("shift-hours", shift, came="1\n2", hours="3")
    for person in (amira, basil):
        assert sum("Thank you for helping" in words for words in person.inbox()) == 1


async def test_reminders_and_thanks_are_said_once_however_often_the_clock_looks(town: Town) -> None:
    amira = await joined(town, "Amira")
    await planned(town)
    await amira.presses("✅ I will come")
    town.now = town.now.replace(day=17, hour=8, minute=1)
    for _ in range(3):
        await town.pass_time(minutes=1)
    assert sum("A reminder that you help" in words for words in amira.inbox()) == 1


async def test_a_clock_that_slept_through_a_shift_says_nothing_senseless(town: Town) -> None:
    amira = await joined(town, "Amira")
    await planned(town)
    await amira.presses("✅ I will come")
    town.now = town.now.replace(day=18, hour=20)
    await town.pass_time(minutes=1)
    assert not any("A reminder" in words or "begins soon" in words for words in amira.inbox())
    assert "Who came, hours…" in [button.label for button in buttons_of(town.channel(DESK)[-1].content)]


async def test_a_clock_that_wakes_during_a_shift_asks_who_is_there_and_reminds_nobody(town: Town) -> None:
    amira = await joined(town, "Amira")
    await planned(town)
    await amira.presses("✅ I will come")
    town.now = town.now.replace(day=18, hour=8, minute=30)  # 09:30 in Warsaw, half an hour after it began
    await town.pass_time(minutes=1)
    assert any("It begins soon" in words for words in amira.inbox())
    assert not any("A reminder" in words for words in amira.inbox())


async def test_who_takes_a_place_late_is_told_what_still_comes_and_can_check_in(town: Town) -> None:
    amira, basil = await joined(town, "Amira"), await joined(town, "Basil")
    shift = await planned(town, needed="2")
    town.now = town.now.replace(day=17, hour=20)
    await town.pass_time(minutes=1)
    await amira.presses("✅ I will come")
    assert "we do not remind you a day before" in amira.last
    town.now = town.now.replace(day=18, hour=7, minute=30)  # 08:30 in Warsaw; those with a place were asked at 08:00
    await town.pass_time(minutes=1)
    await basil.presses("✅ I will come")
    assert "press the button when you are there" in basil.last
    await basil.presses("👋 I am there")
    assert await state_of(town, shift, basil) == "came"


async def test_called_off_is_told_to_those_who_have_a_place(town: Town) -> None:
    amira, basil = await joined(town, "Amira"), await joined(town, "Basil")
    shift = await planned(town, needed="2")
    await amira.presses("✅ I will come")
    await basil.presses("Not this time")
    silence = len(basil.inbox())
    await town.staff(ADMIN).presses(f"s:shift:cancel:{shift}")
    assert "Called off: Hand out soup" in amira.last
    assert len(basil.inbox()) == silence
    await basil.presses(f"r:shift:{shift}:yes")
    assert "cannot be taken any more" in basil.last
    await town.staff(ADMIN).presses(f"s:shift:cancel:{shift}")
    assert "no such shift" in town.staff(ADMIN).whispers()[-1]


async def test_leaving_gives_shifts_back_and_ends_offers(town: Town) -> None:
    amira = await joined(town, "Amira", "skill:driving")
    await planned(town)
    await amira.presses("✅ I will come")
    await amira.writes("", command="volunteer")
    await amira.presses("Leave")
    await amira.presses("Yes, take me off")
    assert "You have left" in amira.last
    assert (await town.rows(table))[0].taken == 0
    assert await town.rows(volunteer_traits) == []
    silence = len(amira.inbox())
    await planned(town, "Another one")
    assert len(amira.inbox()) == silence
    await amira.writes("", command="volunteer")
    assert "By joining you agree" in amira.last


async def test_coordinators_find_volunteers_and_others_do_not(town: Town) -> None:
    await joined(town, "Amira", "skill:driving", "language:ar")
    await joined(town, "Basil", "skill:driving")
    admin, anna = town.staff(ADMIN), town.staff("U_ANNA")
    assert await admin.opens_form("/volunteer") is not None
    await admin.fills_form("volunteer-search", skill="driving", language="ar")
    assert "One volunteer fits" in admin.whispers()[-1]
    assert "Amira: driving · العربية" in admin.whispers()[-1]
    await admin.fills_form("volunteer-search", skill="driving")
    assert "2 volunteers fit" in admin.whispers()[-1]
    await anna.fills_form("volunteer-search", skill="driving")
    assert "Only coordinators" in anna.whispers()[-1]
    assert await anna.opens_form("/volunteer shift") is None


async def test_a_plan_that_cannot_be_is_refused_with_the_typed_words(town: Town) -> None:
    admin = town.staff(ADMIN)
    fields = {"title_en": "Soup", "day": "2026-11-18", "from": "09:00", "to": "12:00", "needed": "1"}
    wrong = [
        ({"to": "08:00"}, "must end after"),
        ({"day": "2026-11-01"}, "in the past"),
        ({"day": "soon"}, "no day and time"),
        ({"needed": "many"}, "a number of people"),
        ({"needed": "0"}, "a number of people"),
        ({"title_en": ""}, "write something"),
        ({"skill": "flying"}, "not known"),
        ({"day": "2027-03-28", "from": "02:30", "to": "05:00"}, "the clock skips 02:30"),
        ({"day": "2027-10-31", "from": "02:30", "to": "05:00"}, "twice"),
    ]
    for change, words in wrong:
        await admin.fills_form("shift-new", "", **{**fields, **change})
        assert words in admin.whispers()[-1], change
    assert "Soup" in admin.whispers()[-1]
    assert await town.rows(table) == []


async def test_the_welcome_comes_over_the_days_and_ends_with_leaving(town: Town) -> None:
    steps = (
        Welcome(after_days=0, text={"en": "Welcome among us!"}),
        Welcome(after_days=2, text={"en": "This is how a shift goes."}, url="https://rivermouth.example/shift"),
        Welcome(after_days=9, text={"en": "How do you like it?"}),
    )
    training = (Training(title={"en": "Lifting well"}, url="https://rivermouth.example/lift", skills=("carrying",)),)
    town.community = replace(town.community, volunteering=Volunteering(welcome=steps, training=training))
    amira = await joined(town, "Amira", "skill:carrying")
    await town.pass_time(minutes=1)
    assert "Welcome among us!" in amira.last
    await town.pass_time(days=2)
    assert "This is how a shift goes." in amira.last
    await amira.presses("r:vol:training")
    assert "Lifting well" in [button.label for button in buttons_of(amira.posts()[-1].content)]
    await amira.presses("r:vol:gone")
    await town.pass_time(days=9)
    assert not any("How do you like it?" in words for words in amira.inbox())
    assert await town.rows(welcome_steps) == []


async def test_erasure_and_the_copy_of_data_include_volunteering(town: Town) -> None:
    from storage import erasure

    amira = await joined(town, "Amira", "skill:driving")
    shift = await planned(town)
    await amira.presses("✅ I will come")
    async with town.db.read() as tx:
        copy = await erasure.everything_about(tx, 1)
    assert copy["volunteer"]["state"] == "active"
    assert [place["state"] for place in copy["shifts"]] == ["accepted"]
    await amira.presses("r:cmd:erase")
    await amira.presses("Yes, erase everything")
    for gone in (volunteers, volunteer_traits, shift_places, welcome_steps):
        assert await town.rows(gone) == []
    assert (await town.rows(table, id=shift))[0].taken == 0
