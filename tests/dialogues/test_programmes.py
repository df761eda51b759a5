"""After an event: its guests are asked, the figures are put together, those who paid get a report. And partners."""

from datetime import timedelta

from bot.own_files import OwnFiles
from domain.content import Forwarded
from domain.event import Answer, Event, Plan
from domain.people import Resident
from handlers.volunteers import offering
from storage import events, occasions, residents, shifts, signups
from storage.occasions import Times
from storage.tables_surveys import survey_seats
from storage.tables_volunteers import partners, pledges, programme_costs
from tests.dialogues.surveyed import LANGUAGES, arrived, everywhere, market
from tests.dialogues.test_survey_desk import said, survey_of
from tests.dialogues.test_volunteers import joined
from tests.dialogues.town import StaffActor, Town
from tests.dialogues.townhall import townhall

ADMIN = "U_ADMIN"
PEOPLE = ("Amira", "Basil", "Cora", "Dora", "Emil", "Fatima", "Gita")


async def known(town: Town, name: str) -> Resident:
    async with town.db.read() as tx:
        found = await residents.find(tx, "telegram", town.resident(name).address)
        assert found is not None
        return found


async def held(town: Town, guests: dict[str, bool]) -> Event:
    """An event of two hours in three hours; `guests`: who signed up, and whether they were let in."""
    people = {name: await known(town, name) for name in guests}
    plan = Plan(
        title=everywhere("Winter market"),
        description=everywhere("Soup & songs <for all>"),
        zone="Europe/Warsaw",
        start="2026-11-16T13:00",
        end="2026-11-16T15:00",
        place="Mill",
        department="front",
    )
    start = town.now + timedelta(hours=3)
    times = Times(original=start, starts_at=start, ends_at=start + timedelta(hours=2), closes_at=start)
    async with town.db.write() as tx:
        event = await events.create(tx, plan, created_by=ADMIN, now=town.now, rng=town.rng)
        occasion = await occasions.add(tx, event.id, times, None, town.rng)
        for name, came in guests.items():
            signup = await signups.write(
                tx, None, occasion_id=occasion.id, resident_id=people[name].id, answer=Answer.GOING, people=2,
                now=town.now, rng=town.rng,
            )  # fmt: skip
            if came:
                await signups.let_in(tx, signup.id, town.now)
    return event


async def asked_afterwards(town: Town, event: Event) -> StaffActor:
    """A survey with a scale and words, opened in Slack for after the event."""
    admin = town.staff(ADMIN)
    await admin.fills_form("survey-new", **said("title", "How was it?"), anonymous="no")
    survey = await survey_of(town)
    await admin.fills_form("survey-question", survey.id, kind="scale", **said("text", "Did you like it?"))
    await admin.fills_form("survey-question", survey.id, kind="text", **said("text", "What else?"), optional="yes")
    await admin.fills_form("survey-open", survey.id, occasion="event", event=str(event.id), days="7", remind="0")
    return admin


async def test_guests_are_asked_after_the_event_and_nobody_else(town: Town) -> None:
    await arrived(town, *PEOPLE)
    event = await held(town, {"Amira": True, "Basil": True, "Cora": False})
    await asked_afterwards(town, event)
    assert await town.rows(survey_seats) == []
    await town.pass_time(hours=6)
    await town.pass_time(hours=1)
    for name in ("Amira", "Basil"):
        assert sum("How was it?" in words for words in town.resident(name).inbox()) == 1
    assert not any("How was it?" in words for words in town.resident("Cora").inbox())
    assert len(await town.rows(survey_seats)) == 2


async def test_an_event_that_nobody_chose_is_refused(town: Town) -> None:
    await arrived(town, "Amira")
    admin = town.staff(ADMIN)
    async with town.db.write() as tx:
        from storage import surveys

        survey = await surveys.draft(tx, market(), ADMIN, town.now)
    await admin.fills_form("survey-open", survey.id, occasion="event", days="7")
    assert "choose the event" in admin.whispers()[-1]
    assert (await survey_of(town)).state == "draft"


async def test_the_report_of_a_programme(town: Town) -> None:
    await arrived(town, *PEOPLE)
    event = await held(town, dict.fromkeys(PEOPLE[:6], True) | {"Gita": False})
    admin = await asked_afterwards(town, event)
    await helped(town, event)
    await town.pass_time(hours=6)
    for name in PEOPLE[:5]:
        person = town.resident(name)
        await person.presses("▶️ Begin")
        await person.presses("4")
        await person.writes(f"More <soup> from {name}!", reply_to=person.posts()[-1].id)
    await admin.commands(f"{event.code} cost 1 200,50 PLN", command="programme")
    assert "Cost: 1 200.50 PLN" in admin.whispers()[-1].replace("\u00a0", " ")
    await admin.commands(event.code.lower(), command="programme")
    words = next(w for w in reversed(admin.whispers()) if "People who came" in w).replace("\u00a0", " ")
    for line in (
        "People signed up: 14",
        "People who came: 12",
        "Part of those signed up who came: 86%",
        "Volunteers: 1",
        "Volunteer hours: 2",
        "Satisfaction: 4.0 of 5",
        "Cost per participant: 100.04 PLN",
    ):
        assert line in words
    files = [post.content for post in admin._private() if isinstance(post.content, Forwarded)]
    made = OwnFiles(town.db, town.context)
    page = (await made.fetch(files[-2].attachment.file, 10**7)).decode()
    assert '<html lang="en" dir="ltr">' in page
    assert "More &lt;soup&gt; from Amira!" in page
    assert "<soup>" not in page
    assert (await made.fetch(files[-1].attachment.file, 10**7)).startswith(b"%PDF")


async def helped(town: Town, event: Event) -> None:
    """Amira has worked two hours on a shift of the event."""
    await joined(town, "Amira")
    amira = await known(town, "Amira")
    async with town.db.write() as tx:
        occasion = (await occasions.of_event(tx, event.id))[0]
        shift = await shifts.add(
            tx, occasion_id=occasion.id, title={"en": "Soup"}, starts_at=occasion.starts_at, ends_at=occasion.ends_at,
            needed=1, created_by=ADMIN, created_at=town.now,
        )  # fmt: skip
        await offering.offer(town.context(tx), shift)
    await town.deliver()
    await town.resident("Amira").presses("✅ I will come")
    await town.staff(ADMIN).fills_form("shift-hours", shift.id, came=str(amira.id), hours="2")


async def test_a_fundraiser_counts_what_is_pledged_and_received(town: Town) -> None:
    event = await held(town, {})
    admin = town.staff(ADMIN)
    await admin.commands(f"{event.code} pledge 100 PLN Bakery Example", command="programme")
    assert "no goal yet" in admin.whispers()[-1]
    await admin.commands(f"{event.code} goal 5000 PLN", command="programme")
    await admin.commands(f"{event.code} pledge 1 000 PLN Bakery Example", command="programme")
    await admin.commands(f"{event.code} received 400 PLN bakery example", command="programme")
    await admin.commands(f"{event.code} received 50 PLN Somebody Else", command="programme")
    last = admin.whispers()[-1].replace("\u00a0", " ")
    assert "Goal: 5 000 PLN · pledged: 1 050 PLN · received: 450 PLN" in last
    amira = town.resident("Amira")
    await amira.writes("", command="start", arguments=f"e-{event.code}")
    said = amira.last.replace("\u00a0", " ")
    assert "🎯 Goal: 5 000 PLN · promised: 1 050 PLN · received: 450 PLN" in said
    await admin.commands(f"{event.code} pledge 5 EUR Bakery Example", command="programme")
    assert "sum in PLN first" in admin.whispers()[-1]
    await admin.commands(f"{event.code} pledge -5 PLN Bakery Example", command="programme")
    assert "sum in PLN first" in admin.whispers()[-1]
    assert [(row.pledged, row.received) for row in await town.rows(pledges)] == [(100_000, 40_000), (0, 5_000)]


async def test_only_coordinators_see_and_enter_figures(town: Town) -> None:
    event = await held(town, {})
    anna, admin = town.staff("U_ANNA"), town.staff(ADMIN)
    assert "Only coordinators" in await anna.commands(f"{event.code} cost 5", command="programme")
    assert "no event of that code" in await admin.commands("XYZ", command="programme")
    assert "no sum of money" in await admin.commands(f"{event.code} cost much", command="programme")
    assert "/programme CODE" in await admin.commands(f"{event.code} dance", command="programme")
    assert await town.rows(programme_costs) == []


# --- partners


async def entered(town: Town) -> str:
    """A partner in the directory; the code that links their chat."""
    admin = town.staff(ADMIN)
    form = await admin.opens_form("/partner")
    assert form is not None
    await admin.fills_form(
        "partner-new", organisation="Bakery Example", person="Ola Zmyślona", role="baker", areas="harbour",
        languages="pl\nen",
    )  # fmt: skip
    row = (await town.rows(partners))[0]
    assert f"/partner {row.code}" in admin.whispers()[-1]
    return str(row.code)


async def test_a_partner_links_a_chat_once_and_is_sent_an_event(town: Town) -> None:
    await arrived(town, "Amira", "Basil")
    code, admin = await entered(town), town.staff(ADMIN)
    event = await held(town, {})
    await admin.commands(f"mail {event.code}", command="partner")
    assert "No partner has linked" in admin.whispers()[-1]

    amira, basil = town.resident("Amira"), town.resident("Basil")
    await amira.writes("", command="partner", arguments=code.lower().replace("-", ""))
    assert "belongs to Bakery Example" in amira.last
    assert "has linked a chat" in town.channel(townhall().broadcasting.channel)[-1].words
    await basil.writes("", command="partner", arguments=code)
    assert "do not know this code" in basil.last

    await admin.commands(f"mail {event.code}", command="partner")
    assert "Winter market" in amira.last
    assert "Where: Mill" in amira.last
    assert "Winter market" not in basil.last
    assert "goes to one partner" in admin.whispers()[-1]


async def test_the_directory_is_searched_and_tidied_by_coordinators(town: Town) -> None:
    await entered(town)
    admin, anna = town.staff(ADMIN), town.staff("U_ANNA")
    assert "Bakery Example · Ola Zmyślona · baker · Harbour · Polski, English" in await admin.commands(
        "list bakery", command="partner"
    )
    assert "no such entry" in await admin.commands("list 100%", command="partner")
    assert "Only coordinators" in await anna.commands("list", command="partner")
    await admin.commands("remove 1", command="partner")
    await admin.commands("remove 1", command="partner")
    assert "no such entry" in admin.whispers()[-1].lower()
    assert await town.rows(partners) == []


async def test_a_partner_without_organisation_is_refused(town: Town) -> None:
    admin = town.staff(ADMIN)
    await admin.fills_form("partner-new", organisation=" ", person="Ola Zmyślona")
    assert "write something first" in admin.whispers()[-1]
    assert "Ola Zmyślona" in admin.whispers()[-1]
    assert await town.rows(partners) == []
    assert set(LANGUAGES) == set(town.community.languages)
