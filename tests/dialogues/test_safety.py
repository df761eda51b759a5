"""Are you safe? Residents answer under an alert, the board counts, the silent are asked again, need becomes a case."""

import pytest

from domain.broadcast import Broadcast
from domain.case import Priority
from domain.content import Message, Place
from domain.delivery import Lane
from domain.inbound import ReachabilityChanged
from handlers import safety_list
from storage import preferences, residents
from storage.tables import outbox
from storage.tables_safety import safety_answers, safety_checks
from tests.dialogues.coordinators import CRISIS, FLOOD, Coordinator
from tests.dialogues.town import Posted, ResidentActor, Town, buttons_of, plain

People = tuple[ResidentActor, ResidentActor, ResidentActor]
ASKING = {**FLOOD, "safety": "ask"}


@pytest.fixture
async def people(town: Town) -> People:
    """Two residents of the Harbour, in two languages, and one who told nobody where they live."""
    found = (town.resident("Robin", "en"), town.resident("Amira", "ar"), town.resident("Zofia", "pl"))
    for person in found:
        await person.writes("", command="start")
        async with town.db.write() as tx:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await residents.change(tx, known.id, language=person.language)
            if person is not found[2]:
                await preferences.want_area(tx, known.id, "harbour", wanted=True)
                await residents.change(tx, known.id, area="harbour")
    return found


async def asked(town: Town, **values: str) -> Broadcast:
    """A flood alert with a safety check, approved and out."""
    draft = await Coordinator(town, "U_CORA").writes(**{**ASKING, **values})
    await Coordinator(town, "U_CORA").submits(draft)
    await Coordinator(town, "U_ALI").approves(draft)
    await town.pass_time(seconds=5)
    return draft


def board(town: Town) -> str:
    """The board as it now reads."""
    return next(post.words for post in town.channel(CRISIS) if post.words.startswith("Safety check"))


def line(town: Town, area: str) -> str:
    """One area's line of the board."""
    return next(words.removeprefix(f"{area}: ") for words in board(town).split("\n") if words.startswith(area))


def newest(town: Town, person: ResidentActor) -> Posted:
    """The newest message in a resident's chat."""
    return town.channel(person.address)[-1]


async def test_one_tap_each_and_the_board_counts(town: Town, people: People) -> None:
    robin, amira, zofia = people
    await asked(town)
    labels = [button.label for button in buttons_of(newest(town, amira).content)]
    assert labels == ["✅ أنا بأمان", "🆘 أحتاج إلى مساعدة", "🚶 لستُ في المكان"]
    assert line(town, "Everybody") == "🆘 0 · ✅ 0 · 🚶 0 · no answer 3"
    await robin.presses("✅ I am safe")
    await zofia.presses("🚶 Nie ma mnie na miejscu")
    assert "noted that you are safe" in robin.last
    assert "nie ma Cię na miejscu" in zofia.last
    await town.pass_time(seconds=5)
    assert line(town, "Everybody") == "🆘 0 · ✅ 1 · 🚶 1 · no answer 1"
    assert line(town, "Harbour") == "🆘 0 · ✅ 1 · 🚶 0 · no answer 1"
    assert line(town, "Area not known") == "🆘 0 · ✅ 0 · 🚶 1 · no answer 0"


async def test_the_last_answer_counts_and_two_taps_are_one(town: Town, people: People) -> None:
    robin, *_ = people
    check = await asked(town)
    for said in ("away", "safe", "safe"):
        await robin.presses(f"r:safe:{check.id}:{said}")
    await town.pass_time(seconds=5)
    assert line(town, "Everybody") == "🆘 0 · ✅ 1 · 🚶 0 · no answer 2"
    assert len(await town.rows(safety_answers)) == 1


async def test_who_needs_help_gets_an_urgent_case_with_their_place_at_once(town: Town, people: People) -> None:
    _, amira, _ = people
    await amira.writes("سؤال آخر", to="waste")
    await asked(town)
    before = len(await town.cases())
    await amira.presses("🆘 أحتاج إلى مساعدة")
    case = await town.case()
    assert len(await town.cases()) == before + 1
    assert (case.priority, case.department, case.area) == (Priority.URGENT, "safety", "harbour")
    assert "112" in "\n".join(post.words for post in town.channel(amira.address)[-3:])
    row = next(r for r in await town.rows(outbox, case_id=case.id) if r.channel == "slack" and r.anchor)
    assert (row.lane, row.address) == (Lane.EMERGENCY, "C_SAFETY")
    asks = newest(town, amira).content
    assert isinstance(asks, Message)
    assert asks.ask_place == "📍 إرسال موقعي"

    await amira.writes("", place=Place(latitude=54.05, longitude=18.05))
    assert len(await town.cases()) == before + 1, "the place belongs to the call for help, whatever else is open"
    assert any("54.05" in words for words in await town.thread(case))
    await town.pass_time(seconds=5)
    assert line(town, "Harbour").startswith("🆘 1")


async def test_help_is_one_case_however_often_it_is_pressed(town: Town, people: People) -> None:
    robin, *_ = people
    check = await asked(town)
    await robin.presses("🆘 I need help")
    case = await town.case()
    await robin.presses(f"r:safe:{check.id}:help")
    assert len(await town.cases()) == 1
    assert case.reference in "\n".join(post.words for post in town.channel(robin.address)[-2:])
    await robin.presses(f"r:safe:{check.id}:safe")
    assert any("Robin now says: I am safe" in words for words in await town.thread(case))


async def test_only_the_silent_are_asked_again_as_often_as_configured(town: Town, people: People) -> None:
    robin, amira, zofia = people
    await asked(town)
    await robin.presses("✅ I am safe")
    await town.handle(ReachabilityChanged(sender=zofia.sender, reachable=False))
    for chase in (1, 2, 3):
        seen = {person.name: len(town.channel(person.address)) for person in people}
        await town.pass_time(minutes=town.community.broadcasting.chase_minutes, seconds=5)
        await town.pass_time(seconds=5)
        heard = {person.name: len(town.channel(person.address)) - seen[person.name] for person in people}
        assert heard == {"Robin": 0, "Amira": 1 if chase <= 2 else 0, "Zofia": 0}, chase
    assert "هل أنتم بأمان" in amira.last
    assert [button.data.split(":")[-1] for button in buttons_of(newest(town, amira).content)] == [
        "safe",
        "help",
        "away",
    ]
    assert "asked again 2 times" in board(town)
    assert len([row for row in await town.rows(outbox, address=zofia.address) if row.spread_id]) == 1, "the alert alone"


async def test_a_question_that_waits_is_taken_back_when_the_answer_comes(town: Town, people: People) -> None:
    robin, *_ = people
    check = await asked(town)
    town.hold("telegram")
    await town.pass_time(minutes=town.community.broadcasting.chase_minutes, seconds=5)
    await robin.presses(f"r:safe:{check.id}:safe")
    waiting = [row for row in await town.rows(outbox, address=robin.address) if row.spread_id and row.state != "sent"]
    assert [(row.state, row.reason) for row in waiting] == [("stopped", "answered")]


async def test_the_all_clear_ends_it_and_late_answers_still_count(town: Town, people: People) -> None:
    robin, amira, _ = people
    check = await asked(town)
    clear = await Coordinator(town, "U_CORA").follows("all-clear", check)
    await Coordinator(town, "U_CORA").submits(clear)
    await Coordinator(town, "U_ALI").approves(clear)
    await town.pass_time(seconds=5)
    assert "has ended" in board(town)
    heard = len(town.channel(amira.address))
    await town.pass_time(minutes=2 * town.community.broadcasting.chase_minutes)
    assert len(town.channel(amira.address)) == heard
    await robin.presses(f"r:safe:{check.id}:help")
    assert (await town.case()).priority is Priority.URGENT
    assert len(await town.rows(safety_answers)) == 1


async def test_strangers_and_old_numbers_are_answered_kindly_and_change_nothing(town: Town, people: People) -> None:
    check = await asked(town)
    stranger = town.resident("Stranger", "en")
    await stranger.writes("", command="start")
    for data in (f"r:safe:{check.id}:help", "r:safe:999:safe", f"r:safe:{check.id}:dance", "r:safe:x:safe", "r:safe"):
        await stranger.presses(data)
    assert await town.rows(safety_answers) == []
    assert await town.cases() == []


async def test_a_drill_opens_no_case(town: Town, people: People) -> None:
    robin, amira, _ = people
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", robin.address)
        assert known is not None
        await preferences.give_role(tx, known.id, "drill")
    draft = await Coordinator(town, "U_CORA").writes(kind="drill", **ASKING)
    await Coordinator(town, "U_CORA").submits(draft)
    await Coordinator(town, "U_ALI").presses(f"s:cast:approve:{draft.id}:{draft.version}")
    await town.pass_time(seconds=5)
    await robin.presses("🆘 I need help")
    assert "drill" in robin.last
    assert "112" in robin.last
    assert await town.cases() == []
    await town.pass_time(minutes=town.community.broadcasting.chase_minutes, seconds=5)
    assert "drill" in board(town)
    assert "DRILL" not in amira.last


async def test_coordinators_alone_end_it_ask_again_and_get_the_list(town: Town, people: People) -> None:
    robin, amira, _ = people
    check = await asked(town)
    await robin.presses("✅ I am safe")
    anna, cora = town.staff("U_ANNA"), Coordinator(town, "U_CORA")
    for deed in ("list", "chase", "end"):
        await anna.presses(f"s:safe:{deed}:{check.id}:0")
        assert "Only coordinators" in anna.whispers()[-1]
    heard = len(town.channel(amira.address))
    await cora.presses(f"s:safe:chase:{check.id}:0")
    await cora.presses(f"s:safe:chase:{check.id}:0")
    await town.pass_time(seconds=5)
    assert len(town.channel(amira.address)) == heard + 1, "two who press at once ask once"
    assert "just asked them again" in cora.told
    async with town.db.read() as tx:
        listed = [row async for row in safety_list.rows(town.context(tx), check.id)]
    assert [row[0] for row in listed[1:]] == ["Amira", "Zofia"]
    await cora.presses(f"s:safe:end:{check.id}:1")
    assert (await town.rows(safety_checks))[0].closed_at is not None
    assert plain(board(town)).count("has ended") == 1
