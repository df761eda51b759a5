"""An alert from its first word to the all-clear, as coordinators and residents see it."""

from dataclasses import replace

import pytest

from alerts.playbooks.plan import Reach
from broadcasts.texts import message, moment
from domain.broadcast import Facts, Kind, Plan, State, Wording
from domain.content import Message
from domain.people import Reach as Reachable
from storage import preferences, residents
from storage.tables import outbox
from storage.tables import residents as residents_table
from tests.dialogues.coordinators import FLOOD, PLAN, Coordinator, card, cards, newest, now, value
from tests.dialogues.town import ResidentActor, Town, buttons_of, plain, words_of

People = tuple[ResidentActor, ResidentActor, ResidentActor]


async def test_the_whole_life_of_an_alert(town: Town, people: People, cora: Coordinator, ali: Coordinator) -> None:
    robin, amira, zofia = people
    second = await cora.begins()
    assert second is not None
    assert [ask.name for ask in second.asks if ask.name.startswith("headline")] == [
        f"headline-{code}" for code in ("en", "pl", "ar", "fil")
    ]
    draft = await cora.writes()
    shown = cora.preview()
    assert value(shown, "People") == "3"
    assert "Go to the school on the hill now." in shown.quote
    assert any("النهر يرتفع" in note for note in shown.notes)
    await cora.submits(draft)
    assert "waits for a second person" in cora.told
    assert card(town).buttons[0].label == "Approve and send"
    assert "rising" not in robin.last
    await ali.approves(draft)
    assert robin.last.startswith("🚨 Danger: The river is rising in the Harbour")
    assert "Go to the school on the hill now." in robin.last
    assert "النهر يرتفع في الميناء" in amira.last
    assert zofia.last.startswith("🚨 Niebezpieczeństwo: Rzeka wzbiera w Porcie")
    assert "rising" not in town.resident("Jun").last
    await town.pass_time(seconds=5)
    assert value(card(town), "State") == "sent"
    assert value(card(town), "Progress").endswith("100 %")

    original = await now(town, draft.id)
    assert original.state is State.DONE
    correction = await cora.follows("correction", original, description_en="Quay Street may be under water by 14:00.")
    await cora.submits(correction)
    before = len(robin.posts())
    await ali.approves(correction)
    assert plain(robin.posts()[-1].words).startswith("✏️ Correction: The river is rising")
    assert "our message of 16 November" in robin.last
    assert "by 14:00" in robin.last
    edited = [m for m in robin.posts() if m.edits]
    assert len(edited) == 1
    assert "Corrected on 16 November" in edited[0].words
    assert len(robin.posts()) == before + 1

    clear = await ali.follows("all-clear", original, headline_en="You can go home", instruction_en="The road is open.")
    await ali.submits(clear)
    await cora.approves(clear)
    assert robin.last.startswith("✅ All clear: You can go home")
    assert all("all-clear" not in one.data for one in card(town).buttons)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"headline-en": "The {river} is rising"}, "the gap"),
        ({"headline-en": "", "headline-pl": "", "headline-ar": "", "headline-fil": ""}, "no first line"),
        ({"until-day": "2026-11-15"}, "Its time is over"),
        ({"event": ""}, "what has happened and until when"),
        ({"roles": "partner"}, "Nobody would get it"),
    ],
)
async def test_what_cannot_be_sent_says_why_and_leaves_the_ledger_alone(
    town: Town, people: People, cora: Coordinator, change: dict[str, str], words: str
) -> None:
    draft = await cora.writes("alert", "harbour", **{**FLOOD, **change})
    assert any(words in plain(note) for note in cora.preview().notes)
    await cora.submits(draft)
    assert words in plain(cora.told)
    assert (await now(town, draft.id)).state is State.DRAFT
    assert not cards(town)


async def test_a_drill_is_marked_reaches_the_drill_group_alone_and_stays_a_drill(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    robin, amira, _ = people
    training = replace(town.community.broadcasting, training=True)
    live = town.community
    town.community = replace(live, broadcasting=training)
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", amira.address)
        assert known is not None
        await preferences.give_role(tx, known.id, "drill")
    draft = await cora.writes()
    assert draft.plan.exercise
    await cora.submits(draft)
    town.community = live  # somebody flips the mode between draft and send
    before = robin.inbox()
    await ali.presses(f"s:cast:approve:{draft.id}:{draft.version}")
    assert robin.inbox() == before
    assert town.channel("@rivermouth") == []
    assert amira.last.startswith("🔶 تدريب · 🚨")
    assert "كان هذا تدريبًا فقط" in amira.last
    original = await now(town, draft.id)
    clear = await cora.follows("all-clear", original)
    assert clear.plan.exercise
    await cora.submits(clear)
    await ali.presses(f"s:cast:approve:{clear.id}:{clear.version}")
    assert amira.last.startswith("🔶 تدريب · ✅")
    assert robin.inbox() == before


async def test_a_correction_tells_those_who_got_it_and_others_read_the_corrected_text_alone(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    robin, _, zofia = people
    town.fail(zofia.address)
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    del town.platform.failing[zofia.address]
    correction = await cora.follows("correction", await now(town, draft.id), headline_pl="Rzeka opada")
    await cora.submits(correction)
    await ali.approves(correction)
    assert robin.last.startswith("✏️ Correction")
    assert zofia.last.startswith("🚨 Niebezpieczeństwo: Rzeka opada")
    assert "Sprostowanie" not in zofia.last


async def test_pause_resume_and_stop(town: Town, people: People, cora: Coordinator, ali: Coordinator) -> None:
    town.hold("telegram")
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    await cora.presses(f"s:cast:pause:{draft.id}:1")
    assert value(card(town), "State") == "paused"
    await town.let_go("telegram")
    assert "rising" not in people[0].last
    await cora.presses(f"s:cast:resume:{draft.id}:1")
    assert "rising" in people[0].last
    await town.pass_time(seconds=2)
    await cora.presses(f"s:cast:stop:{draft.id}:1")
    assert "does not stand where that can be done" in cora.told
    assert len([m for m in people[0].inbox() if "rising" in m]) == 1


async def test_stopped_before_anything_left_nobody_hears_of_it(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    town.hold("telegram")
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    await cora.presses(f"s:cast:stop:{draft.id}:1")
    await town.let_go("telegram")
    assert "rising" not in people[0].last
    assert value(card(town), "State") == "stopped"
    states = {row.state for row in await town.rows(outbox) if row.spread_id and row.resident_id}
    assert states == {"stopped"}
    assert any(button.label == "All-clear" for button in buttons_of(card(town)))


async def test_a_grave_alert_ignores_stop_but_not_the_topic(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    robin, amira, zofia = people
    async with town.db.write() as tx:
        for person, wanted in ((robin, True), (amira, False)):
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, reach=Reachable.STOPPED)
            await preferences.want_topic(tx, known.id, "alerts", wanted=wanted)
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    assert "rising" in robin.last
    assert "النهر يرتفع" not in amira.last
    assert "wzbiera" in zofia.last


async def test_a_draft_can_be_thrown_away_and_sent_back(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.presses(f"s:cast:return:{draft.id}:1")
    assert "came back" in cora.told
    await cora.presses(f"s:cast:discard:{draft.id}:1")
    assert (await now(town, draft.id)).state is State.DISCARDED
    await cora.presses(f"s:cast:discard:{draft.id}:1")
    assert "does not stand where that can be done" in cora.told
    assert not [m for m in town.platform.posted if isinstance(m.content, Message) and "rising" in m.words]


async def test_the_own_page_shows_coordinators_what_waits_and_what_runs(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    page = await ali.opens_home()
    assert page.sections[0].heading == "Broadcasts"
    assert "waits for a second person" in words_of(page)
    assert any(button.data == f"s:form:cast-approve:{draft.id}:1" for button in buttons_of(page))
    stranger = await Coordinator(town, "U_ANNA").opens_home()
    assert "Broadcasts" not in words_of(stranger)


async def test_a_contingency_plan_asks_for_its_gaps_alone(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    town.playbooks = (PLAN,)
    form = await cora.begins(playbook="flood")
    assert form is not None
    assert [ask.name for ask in form.asks] == [
        "list", "until-day", "until-time", *(f"gap-shelter-{code}" for code in ("en", "pl", "ar", "fil")),
    ]  # fmt: skip
    about = "kind=alert&areas=harbour&playbook=flood"
    await cora.fills_in(about, {"gap-shelter-pl": ""}, form="cast-fill")
    assert "The plan still needs: shelter" in cora.told
    await cora.fills_in(about, {"gap-shelter-en": "Mill School, *2* <b>", "gap-shelter-pl": "Szkoła"}, form="cast-fill")
    draft = await newest(town)
    assert draft.plan.facts is not None
    assert (draft.plan.facts.severity, draft.plan.playbook) == ("Severe", "flood")
    await cora.submits(draft)
    await ali.approves(draft)
    assert "Rivermouth: Harbour, 16 November, 14:0" in people[0].last
    assert "Go to Mill School, *2* <b>." in people[0].last
    assert "Go to Szkoła." in people[2].last
    clear = await cora.opens_form(f"s:form:cast-words:follow:all-clear:{draft.id}")
    assert clear is not None
    assert clear.name == "cast-fill"


async def test_a_contingency_plan_also_reaches_those_who_help(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    jun = town.resident("Jun")  # of the Hills
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", jun.address)
        assert known is not None
        await preferences.want_topic(tx, known.id, "volunteering", wanted=True)
    town.playbooks = (replace(PLAN, responders=("volunteering",)),)
    await cora.fills_in("kind=alert&areas=harbour&playbook=flood", {"gap-shelter-en": "Mill School"}, form="cast-fill")
    draft = await newest(town)
    assert value(cora.preview(), "People") == "4"
    assert value(cora.preview(), "Those who help, wherever they live") == "Volunteering"
    await cora.submits(draft)
    await ali.approves(draft)
    assert "Go to Mill School." in jun.last


async def test_a_plan_for_everyone_is_for_everyone_whatever_area_it_speaks_of(
    town: Town, people: People, cora: Coordinator
) -> None:
    town.playbooks = (replace(PLAN, reach=Reach.EVERYONE),)
    await cora.fills_in("kind=alert&areas=harbour&playbook=flood", {"gap-shelter-en": "Mill School"}, form="cast-fill")
    assert value(cora.preview(), "People") == "4"
    assert value(cora.preview(), "Where") == "Harbour"


async def test_what_a_playbook_says_of_source_and_end_is_not_said_twice(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    async with town.db.read() as tx:
        context = town.context(tx)
        until = moment(context, "en", context.now)
        words = Wording(language="en", headline="Flood", description=f"Rivermouth warns, until {until}.")
        plan = Plan(kind=Kind.ALERT, facts=Facts(event="Flood", expires=context.now), wordings=(words,))
        by_hand = plain(message(context, plan, words, None).text)
        from_plan = plain(message(context, replace(plan, playbook="flood"), words, None).text)
    assert "Valid until" not in by_hand + from_plan
    assert "From: Rivermouth" in by_hand  # the name may be just a place
    assert "From:" not in from_plan


async def test_who_has_not_got_the_alert_yet_gets_the_corrected_text_instead(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    robin, _, zofia = people
    town.hold("telegram")
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    async with town.db.write() as tx:  # one had left before the platform went down
        await tx.execute(outbox.update().where(outbox.c.address == robin.address).values(state="sent"))
    correction = await cora.follows("correction", await now(town, draft.id), headline_pl="Rzeka opada")
    await cora.submits(correction)
    await ali.approves(correction)
    await town.let_go("telegram")
    assert zofia.last.startswith("🚨 Niebezpieczeństwo: Rzeka opada")
    assert not [words for words in zofia.inbox() if "wzbiera" in words]
    assert (await now(town, draft.id)).state is State.STOPPED


async def test_slack_down_in_the_middle_of_an_approval_changes_nothing_of_it(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    town.hold("slack")
    await ali.approves(draft)
    assert "rising" in people[0].last
    await ali.approves(draft)
    await town.pass_time(seconds=5)
    await town.let_go("slack")
    await town.pass_time(seconds=5)  # its post in the public channel had still to go
    assert value(card(town), "State") == "sent"
    assert len([words for words in people[0].inbox() if "rising" in words]) == 1


async def test_an_alert_says_from_when_on_it_is_expected_and_has_several_categories(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    later = {"onset-day": "2026-11-16", "onset-time": "14:00", "category": "Met\nInfra"}
    draft = await cora.writes(**{**FLOOD, **later})
    facts = draft.plan.facts
    assert facts is not None
    assert facts.categories == ("Met", "Infra")
    form = await cora.opens_form(f"s:form:cast-words:draft:{draft.id}:{draft.version}")
    assert form is not None
    asked = {ask.name: ask.initial for ask in form.asks}
    assert (asked["onset-day"], asked["onset-time"], asked["category"]) == tuple(later.values())
    await cora.submits(draft)
    await ali.approves(draft)
    assert "Expected from 16 November, 14:00." in people[0].last
    assert "متوقع ابتداءً من" in people[1].last
    cleared = await cora.writes(**{**FLOOD, **later, "onset-day": "", "onset-time": ""})
    assert cleared.plan.facts is not None
    assert cleared.plan.facts.onset is None


async def test_an_alert_that_is_over_before_it_begins_is_refused(town: Town, cora: Coordinator) -> None:
    draft = await cora.writes(**{**FLOOD, "onset-day": "2026-11-20", "onset-time": "14:00"})
    await cora.submits(draft)
    assert (await now(town, draft.id)).state is State.DRAFT
    assert "waits for a second person" not in cora.told


async def test_a_long_text_is_shown_whole_and_says_into_how_many_parts_it_is_cut(
    town: Town, people: People, cora: Coordinator
) -> None:
    long = " ".join(f"Sentence number {number}." for number in range(230))
    await cora.writes(**{**FLOOD, "description_en": long[:2500], "instruction_en": long[2500:]})
    shown = cora.preview()
    assert shown.quote.startswith("English (2 parts)")
    assert shown.quote.endswith(" …")
    assert "Sentence number 229." not in shown.quote
    following = [post for post in cora._private() if isinstance(post.content, Message)]
    said = "".join(plain(post.words) for post in following)
    assert "Sentence number 0." in said
    assert "Sentence number 229." in said


async def test_the_preview_of_many_says_what_it_would_cost_to_be_quick(town: Town, cora: Coordinator) -> None:
    async with town.db.write() as tx:
        values = {"channel": "telegram", "language": "en", "created_at": town.now, "history": {}, "dialogue": {}}
        rows = [{**values, "address": str(500_000 + number), "name": ""} for number in range(2000)]
        await tx.execute(residents_table.insert(), rows)
    await cora.writes("alert", "", **FLOOD)
    shown = cora.preview()
    assert value(shown, "People") == "2000"
    assert value(shown, "As a paid broadcast") == "under a minute, for 194 Stars"
