"""A coordinator's own Telegram: linked by a code, an alert from a plan, approved by somebody else, stopped."""

import re
from datetime import timedelta

import pytest

from domain.broadcast import Kind, State
from storage import preferences, residents, staff_links
from tests.dialogues.coordinators import PLAN, Coordinator, newest, now
from tests.dialogues.town import ResidentActor, Town


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
    toast = await cora.presses(f"r:cast:follow:correction:{alert.id}")  # the plan has no words for that
    assert "button no longer works" in toast
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
    await ali.presses("Harbour")
    await ali.writes("the school")
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
