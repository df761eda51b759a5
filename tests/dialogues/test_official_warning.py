"""A weather service's warning from its arrival to its withdrawal, as coordinators and residents see it."""

from datetime import timedelta

import pytest

from alerts.cap.message import Alert
from alerts.cap.read import read
from broadcasts.receive_warning import Received
from domain.audience import NOWHERE_YET, InAreas
from domain.broadcast import Kind, State
from domain.content import Message
from handlers.official_warning import take_warning
from storage import preferences, residents
from storage.engine import Tx
from tests.dialogues.coordinators import CRISIS, Coordinator, cards, newest, now
from tests.dialogues.town import MONDAY_MORNING, ResidentActor, Town, buttons_of, plain

SENT = MONDAY_MORNING - timedelta(minutes=5)
HARBOUR = "<polygon>54.05,18.05 54.06,18.05 54.06,18.06 54.05,18.05</polygon>"


def warning(number: int, kind: str = "Alert", place: str = HARBOUR, **words: str) -> Alert:
    """A message of the weather service; every later one refers to the first."""
    sent = SENT + timedelta(minutes=number)
    earlier = f"<references>wx@weather.example,wx-1,{(SENT + timedelta(minutes=1)).isoformat()}</references>"
    info = f"""<info><language>en</language><category>Met</category><event>Storm</event><urgency>Expected</urgency>
    <severity>Severe</severity><certainty>Likely</certainty>
    <expires>{(SENT + timedelta(hours=9)).isoformat()}</expires><senderName>Weather Service</senderName>
    <headline>{words.get("headline", "Storm in the afternoon")}</headline>
    <description>Gusts up to 100 km/h.</description><instruction>Stay indoors.</instruction>
    <area><areaDesc>The coast</areaDesc>{place}</area></info>"""
    text = f"""<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>wx-{number}</identifier>
    <sender>wx@weather.example</sender><sent>{sent.isoformat()}</sent><status>Actual</status><msgType>{kind}</msgType>
    <scope>Public</scope>{earlier if number > 1 else ""}{info if kind != "Cancel" else ""}</alert>"""
    alert = read(text.encode()).alert
    assert alert is not None
    return alert


async def arrives(town: Town, alert: Alert) -> Received:
    """The message comes in through a feed."""

    async def deed(tx: Tx) -> Received:
        return await take_warning(town.context(tx), alert, origin="feed", author="feed", local_only=True)

    received = await town.db.transact(deed)
    await town.deliver()
    return received


def told(town: Town) -> Message:
    """What coordinators were told last."""
    content = [m for m in town.channel(CRISIS) if isinstance(m.content, Message)][-1].content
    assert isinstance(content, Message)
    return content


@pytest.fixture
async def robin(town: Town) -> ResidentActor:
    """A resident of the Harbour."""
    found = town.resident("Robin", "en")
    await found.writes("", command="start")
    async with town.db.write() as tx:
        known = await residents.find(tx, "telegram", found.address)
        assert known is not None
        await preferences.want_area(tx, known.id, "harbour", wanted=True)
    return found


@pytest.fixture
def cora(town: Town) -> Coordinator:
    return Coordinator(town, "U_CORA")


@pytest.fixture
def ali(town: Town) -> Coordinator:
    return Coordinator(town, "U_ALI")


async def send(town: Town, cora: Coordinator, ali: Coordinator) -> None:
    """Two people send the newest draft."""
    draft = await newest(town)
    await cora.submits(draft)
    await ali.approves(await now(town, draft.id))


async def test_a_warning_is_drafted_sent_by_two_people_updated_and_withdrawn(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    before = len(robin.posts())
    await arrives(town, warning(1))
    draft = await newest(town)
    assert "Official warning from Weather Service: Storm in the afternoon" in plain(told(town).text)
    assert draft.reference in told(town).text
    assert len(robin.posts()) == before  # nothing is sent by itself

    await send(town, cora, ali)
    assert robin.last.startswith("🚨 Danger: Storm in the afternoon")
    assert "Stay indoors." in robin.last
    assert "(Weather Service)" in robin.last

    await arrives(town, warning(2, "Update", headline="Storm comes at noon"))
    update = await newest(town)
    assert (update.plan.kind, update.plan.refers_to) == (Kind.UPDATE, draft.id)
    await send(town, cora, ali)
    assert "Storm comes at noon" in robin.last

    await arrives(town, warning(3, "Cancel"))
    withdrawn = await newest(town)
    assert withdrawn.plan.kind is Kind.ALL_CLEAR
    await send(town, cora, ali)
    assert robin.last.startswith("✅ All clear: No longer valid:")


async def test_a_warning_whose_place_is_not_known_goes_nowhere_until_a_place_is_chosen(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    await arrives(town, warning(1, place=""))
    draft = await newest(town)
    assert draft.plan.audience == NOWHERE_YET
    assert "Which of our areas it means is not known (The coast)" in plain(told(town).text)
    (button,) = buttons_of(told(town))
    form = await cora.opens_form(button.data)
    assert form is not None
    answers = {ask.name: ask.initial for ask in form.asks}
    assert "areas" in answers

    await cora.fills_in(form.about, answers)  # changed something else, chose no area
    unchanged = await newest(town)
    assert unchanged.plan.audience == NOWHERE_YET
    await cora.submits(unchanged)
    assert (await newest(town)).state is State.DRAFT

    await cora.fills_in(f"draft:{draft.id}:{unchanged.version}", {**answers, "areas": "harbour"})
    placed = await newest(town)
    assert placed.plan.audience == InAreas(areas=("harbour",), unplaced=True)
    await send(town, cora, ali)
    assert robin.last.startswith("🚨 Danger: Storm in the afternoon")


async def test_an_update_voids_what_was_submitted(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    await arrives(town, warning(1))
    draft = await newest(town)
    await cora.submits(draft)
    assert cards(town)[-1].content
    await arrives(town, warning(2, "Update", headline="Storm comes at noon"))
    await ali.approves(draft)
    changed = await newest(town)
    assert (changed.id, changed.state) == (draft.id, State.DRAFT)
    assert "needs approval again" in plain(told(town).text)
    assert buttons_of(cards(town)[-1].content) == []
    assert "Storm" not in robin.last


async def test_a_withdrawn_warning_is_never_sent(
    town: Town, robin: ResidentActor, cora: Coordinator, ali: Coordinator
) -> None:
    await arrives(town, warning(1))
    draft = await newest(town)
    await cora.submits(draft)
    await arrives(town, warning(2, "Cancel"))
    await ali.approves(draft)
    assert (await newest(town)).state is State.DISCARDED
    assert "was called off before anything was sent" in plain(told(town).text)
    assert "Storm" not in robin.last


async def test_warnings_for_other_places_are_left_aside(town: Town) -> None:
    ring = "<polygon>10,10 10,11 11,11 10,10</polygon>"
    received = await arrives(town, warning(1, place=ring))
    assert received.broadcast is None
    assert town.channel(CRISIS) == []
