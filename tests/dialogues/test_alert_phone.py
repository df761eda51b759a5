"""A coordinator's own Telegram: linked by a code, an alert from a plan, approved by somebody else, stopped."""

import re
from datetime import timedelta

import pytest

from domain.broadcast import Kind, State
from storage import preferences, residents, staff_links
from storage.tables import cases
from tests.dialogues.coordinators import PLAN, Coordinator, newest, now
from tests.dialogues.town import ResidentActor, Town, buttons_of, plain


@pytest.fixture
async def phones(town: Town) -> tuple[ResidentActor, ResidentActor]:
    """Cora's and Ali's phones, linked; and a resident who hears of it."""
    town.playbooks = (PLAN,)
    await town.resident("Robin").writes("", command="start")
    found = []
    for name, user in (("Cora", "U_CORA"), ("Ali", "U_ALI")):
        phone = town.resident(f"{name}'s phone")
        await phone.writes("", command="start")
        await phone.writes("", command="coordinate", arguments=await code(town, user))
        assert "Choose a plan" in phone.last
        found.append(phone)
    return found[0], found[1]


async def code(town: Town, user: str) -> str:
    """The code that Slack shows to the user."""
    answer = await Coordinator(town, user).commands("phone")
    written = re.search(r"[A-Z]\d[A-Z]-\d[A-Z]\d", answer)
    assert written is not None
    return written[0]


async def test_an_alert_from_two_phones(town: Town, phones: tuple[ResidentActor, ResidentActor]) -> None:
    cora, ali = phones
    await cora.presses("Flood")
    await cora.presses("Harbour")
    assert "Please write: shelter" in cora.last
    await cora.writes("the school in Mill Street")
    assert "Go to the school in Mill Street." in "\n".join(cora.inbox())
    draft = await newest(town)
    assert (draft.author, draft.plan.areas) == ("U_CORA", ("harbour",))
    await cora.presses("Submit")
    await cora.presses(f"r:cast:approve:{draft.id}:{draft.version}")
    assert "type" in cora.last.lower()
    await cora.writes("Harbour")
    assert "somebody else must approve" in cora.last
    await ali.writes("", command="coordinate")
    await ali.presses(f"r:cast:see:{draft.id}")
    assert "waits for a second person" in ali.last
    await ali.presses("Approve and send")
    await ali.writes("Hills")
    assert "type: Harbour" in ali.last
    assert (await now(town, draft.id)).state is State.SUBMITTED
    await ali.presses("Approve and send")
    await ali.writes("harbour")
    assert "the school in Mill Street" in town.resident("Robin").last
    assert (await now(town, draft.id)).approved_by == "U_ALI"


async def test_an_alert_is_closed_from_a_phone_though_it_was_sent_long_ago(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    cora, ali = phones
    await cora.presses("Flood")
    await cora.presses("Harbour")
    await cora.writes("the school in Mill Street")
    await cora.presses("Submit")
    alert = await newest(town)
    await ali.presses(f"r:cast:approve:{alert.id}:{alert.version}")
    await ali.writes("Harbour")
    await town.pass_time(seconds=5)
    assert (await now(town, alert.id)).state is State.DONE
    await cora.writes("", command="coordinate")
    await cora.presses(f"{alert.reference} · sent")
    await cora.presses("All-clear")
    await cora.writes("the school in Mill Street")
    clear = await newest(town)
    assert (clear.plan.kind, clear.plan.refers_to, clear.plan.notify) == (Kind.ALL_CLEAR, alert.id, ("safety",))
    await cora.presses("Submit")
    await ali.presses(f"r:cast:approve:{clear.id}:{clear.version}")
    await ali.writes("Harbour")
    assert town.resident("Robin").last.startswith("✅ All clear")
    await cora.presses(f"r:cast:follow:correction:{alert.id}")  # the plan has no words for that: her own are asked for
    assert "Please write the message in English" in cora.last
    assert (await newest(town)).id == clear.id


async def test_a_code_works_once_and_not_for_long(town: Town) -> None:
    first, second = town.resident("First"), town.resident("Second")
    for phone in (first, second):
        await phone.writes("", command="start")
    given = await code(town, "U_CORA")
    await first.writes("", command="coordinate", arguments=given)
    await second.writes("", command="coordinate", arguments=given)
    assert await user_of(town, first) == "U_CORA"
    assert await user_of(town, second) is None
    late = await code(town, "U_ALI")
    town.now += timedelta(minutes=16)
    await second.writes("", command="coordinate", arguments=late)
    assert await user_of(town, second) is None


async def test_residents_have_no_such_buttons_and_no_such_command(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    robin = town.resident("Robin")
    before = robin.inbox()
    assert await robin.presses("r:cast:plan:flood") != ""  # told that the button does nothing
    assert robin.inbox() == before
    assert await newest_or_none(town) is None
    stranger = Coordinator(town, "U_STRANGER")
    assert "do not have the role" in await stranger.commands("phone")


async def test_whoever_loses_the_role_or_lets_go_does_nothing_more(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    cora, ali = phones
    await cora.writes("", command="coordinate", arguments="off")
    assert "no longer acts" in cora.last
    assert await user_of(town, cora) is None
    from dataclasses import replace

    town.community = replace(town.community, roles=replace(town.community.roles, coordinators=frozenset()))
    await ali.presses("Flood")
    assert "do not have the role" in ali.last
    assert await newest_or_none(town) is None


async def user_of(town: Town, phone: ResidentActor) -> str | None:
    async with town.db.read() as tx:
        known = await residents.find(tx, "telegram", phone.address)
        assert known is not None
        return await staff_links.user_of(tx, known.id)


async def newest_or_none(town: Town) -> object:
    from storage.tables_broadcasts import broadcasts

    rows = await town.rows(broadcasts)
    return rows[-1] if rows else None


async def test_residents_join_the_drill_group_by_a_link_and_leave_it(town: Town) -> None:
    cora, robin = Coordinator(town, "U_CORA"), town.resident("Robin")
    way = await cora.commands("drill")
    payload = re.search(r"drill-[A-Z0-9-]+", way)
    assert payload is not None
    await robin.writes("", command="start", arguments="drill-A2B-3C4")
    assert "take part in our drills" not in robin.last
    await robin.writes("", command="start", arguments=payload[0])
    assert "take part in our drills" in robin.last
    assert await roles_of(town, robin) == {"drill"}
    await robin.presses("Leave the drill group")
    assert await roles_of(town, robin) == set()
    assert "do not have the role" in await Coordinator(town, "U_STRANGER").commands("drill")
    await cora.commands("drill new")
    await robin.writes("", command="start", arguments=payload[0])
    assert await roles_of(town, robin) == set()


async def roles_of(town: Town, phone: ResidentActor) -> frozenset[str]:
    async with town.db.read() as tx:
        known = await residents.find(tx, "telegram", phone.address)
        assert known is not None
        return await preferences.roles_of(tx, known.id)


async def writes_own(phone: ResidentActor, *texts: str) -> None:
    """A text a language, in their order; an empty one leaves its language out."""
    for text in texts:
        if text:
            await phone.writes(text)
        else:
            await phone.presses(labels(phone)[0])


def labels(phone: ResidentActor) -> list[str]:
    """What stands on the buttons of the newest message."""
    return [plain(button.label) for button in buttons_of(phone.posts()[-1].content)]


async def test_an_alert_in_own_words_from_a_phone(town: Town, phones: tuple[ResidentActor, ResidentActor]) -> None:
    cora, ali = phones
    await cora.writes("", command="coordinate")
    await cora.presses("Alert in your own words")
    await cora.presses("Harbour")
    assert "How severe?" in cora.last
    await cora.presses("Severe")
    await cora.presses("6 hours")
    assert "Please write the message in English" in cora.last
    await writes_own(cora, "Gas in Quay Street\nStay indoors. Close the windows.", "Gaz na Nabrzeżnej", "", "")
    assert "No text in" in cora.last
    assert await newest_or_none(town) is None
    await cora.presses("English")
    draft = await newest(town)
    facts = draft.plan.facts
    assert (draft.author, draft.plan.areas, draft.plan.kind) == ("U_CORA", ("harbour",), Kind.ALERT)
    assert facts is not None
    assert facts.expires is not None
    assert (facts.event, facts.severity) == ("Gas in Quay Street", "Severe")
    assert timedelta(hours=5, minutes=59) <= facts.expires - town.now <= timedelta(hours=6)
    assert {one.language: one.uses for one in draft.plan.fallbacks} == {"ar": "en", "fil": "en"}
    await cora.presses("Submit")
    await ali.presses(f"r:cast:approve:{draft.id}:{draft.version}")
    await ali.writes("Harbour")
    assert town.resident("Robin").last.startswith("🚨 Danger: Gas in Quay Street\nStay indoors. Close the windows.")


async def test_an_announcement_and_a_drill_from_a_phone(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    cora, _ = phones
    await cora.presses("r:cast:new:announcement")
    await cora.presses("r:cast:own:area:-")
    await cora.presses("News")
    await writes_own(cora, "Library open\nAlso on Sundays.", "Biblioteka", "المكتبة", "Aklatan")
    news = await newest(town)
    assert (news.plan.kind, news.plan.topic, news.plan.areas) == (Kind.ANNOUNCEMENT, "news", ())
    await cora.presses("r:cast:new:drill")
    assert "Which plan do you practise?" in cora.last
    await cora.presses("r:cast:own:plan:flood")
    await cora.presses("r:cast:own:area:harbour")
    await cora.writes("the school in Mill Street")
    drill = await newest(town)
    assert (drill.plan.kind, drill.plan.exercise, drill.plan.playbook) == (Kind.DRILL, True, "flood")
    await cora.presses("r:cast:new:drill")
    await cora.presses("In your own words")
    for answer in ("area:harbour", "severity:Moderate", "hours:3"):
        await cora.presses(f"r:cast:own:{answer}")
    await writes_own(cora, "We practise", "Ćwiczymy", "نتدرب", "Nagsasanay")
    own = await newest(town)
    assert own.id != drill.id
    assert (own.plan.kind, own.plan.exercise, own.plan.playbook) == (Kind.DRILL, True, "")


async def test_a_duty_officer_sends_alone_from_a_phone_and_all_are_told(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    cora, _ = phones
    dora = town.resident("Dora's phone")
    await dora.writes("", command="start")
    await dora.writes("", command="coordinate", arguments=await code(town, "U_DORA"))
    await dora.presses("Flood")
    await dora.presses("Harbour")
    await dora.writes("the school in Mill Street")
    draft = await newest(town)
    await cora.presses(f"r:cast:override:{draft.id}:{draft.version}")
    assert "duty officer" in cora.last.lower()
    await dora.presses("Duty officer: send alone")
    assert "Why can nobody else approve it?" in dora.last
    await dora.writes("Slack is down and nobody answers.")
    await dora.writes("Hills")
    assert (await now(town, draft.id)).state is State.DRAFT
    await dora.presses(f"r:cast:override:{draft.id}:{draft.version}")
    await dora.writes("Slack is down and nobody answers.")
    await dora.writes("harbour")
    sent = await now(town, draft.id)
    assert (sent.approved_by, sent.override_reason) == ("U_DORA", "Slack is down and nobody answers.")
    assert "the school in Mill Street" in town.resident("Robin").last
    for user in ("U_CORA", "U_ALI"):
        assert any("Slack is down and nobody answers." in words for words in Coordinator(town, user).whispers())


async def test_what_was_begun_on_a_phone_is_given_up_and_old_buttons_do_nothing(
    town: Town, phones: tuple[ResidentActor, ResidentActor]
) -> None:
    cora, _ = phones
    await cora.presses("r:cast:new:alert")
    await cora.presses("Harbour")
    assert "button no longer works" in await cora.presses("r:cast:own:area:hills")  # answered already
    assert "button no longer works" in await cora.presses("r:cast:own:severity:Awful")
    await cora.presses("Cancel")
    assert "Nothing was made" in cora.last
    before = await town.rows(cases)
    await cora.writes("The lamp in Quay Street is broken", to="waste")
    assert len(await town.rows(cases)) == len(before) + 1  # a message like anybody's
    assert await newest_or_none(town) is None
