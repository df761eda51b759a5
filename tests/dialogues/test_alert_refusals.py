"""What stands in the way of an alert: each refusal says why, and changes nothing."""

from dataclasses import replace

from domain.broadcast import State
from storage.tables import outbox
from storage.tables_broadcasts import broadcasts as table
from tests.dialogues.coordinators import CRISIS, FLOOD, Coordinator, card, newest, now, value
from tests.dialogues.town import ResidentActor, Town

People = tuple[ResidentActor, ResidentActor, ResidentActor]


async def test_nobody_approves_their_own(town: Town, people: People, cora: Coordinator) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    await cora.approves(draft)
    assert "somebody else must approve" in cora.told
    assert (await now(town, draft.id)).state is State.SUBMITTED
    assert await cora.presses(f"s:form:cast-approve:{draft.id}:{draft.version}") is None  # no form for her
    assert not [row for row in await town.rows(outbox) if row.spread_id]


async def test_only_approvers_approve(town: Town, people: People, cora: Coordinator) -> None:
    dora = Coordinator(town, "U_DORA")
    draft = await cora.writes()
    await cora.submits(draft)
    await dora.approves(draft)
    assert "do not have the role" in dora.told
    assert (await now(town, draft.id)).state is State.SUBMITTED


async def test_any_edit_voids_what_was_submitted(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    assert [(row.frozen is not None, row.seal is not None) for row in await town.rows(table)] == [(True, True)]
    await ali.changes(await now(town, draft.id), headline_en="The river rises fast")
    assert [(row.frozen, row.seal, row.submitted_by) for row in await town.rows(table)] == [(None, None, None)]
    assert card(town).buttons == ()
    await cora.approves(draft)  # what she has seen is not what stands there
    assert "does not stand where that can be done" in cora.told or "changed it since" in cora.told
    changed = await now(town, draft.id)
    assert (changed.state, changed.version) == (State.DRAFT, 2)
    await ali.submits(changed)
    await cora.approves(changed, version=1)
    assert "changed it since you saw it" in cora.told
    await cora.approves(changed)
    assert "The river rises fast" in people[0].last


async def test_two_who_approve_at_once_send_it_once(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft)
    await ali.approves(draft)
    assert "approved already" in ali.told
    assert len([m for m in people[0].inbox() if "rising" in m]) == 1


async def test_what_has_expired_is_not_sent(town: Town, people: People, cora: Coordinator, ali: Coordinator) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    town.now = town.now.replace(hour=19, minute=0)  # 20:00 in Warsaw
    await ali.approves(draft)
    assert "Its time is over" in ali.told
    await town.pass_time(seconds=2)
    assert (await now(town, draft.id)).state is State.EXPIRED
    assert value(card(town), "State") == "expired, not sent"


async def test_a_live_alert_wants_the_typed_name_of_the_area(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    await ali.approves(draft, area="Hills")
    assert "type: Harbour" in ali.told
    await ali.presses(f"s:cast:approve:{draft.id}:{draft.version}")  # no way around the question
    assert "type: Harbour" in ali.told
    await ali.approves(draft, area="  harbour ")
    assert "rising" in people[0].last


async def test_whoever_lost_the_role_does_not_send(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    draft = await cora.writes()
    await cora.submits(draft)
    roles = town.community.roles
    town.community = replace(town.community, roles=replace(roles, coordinators=frozenset({"U_ALI"})))
    await ali.approves(draft)
    assert "is no coordinator any more" in ali.told
    assert (await now(town, draft.id)).state is State.SUBMITTED


async def test_a_duty_officer_alone_gives_a_reason_and_everybody_hears_of_it(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    dora = Coordinator(town, "U_DORA")
    draft = await dora.writes()
    await cora.overrides(draft, "I think that is fine")
    assert "Only a duty officer" in cora.told or "do not have the role" in cora.told
    await dora.overrides(draft, "short")
    assert "reason of at least ten" in dora.told
    await dora.overrides(draft, "The river is over the wall and nobody answers")
    assert "rising" in people[0].last
    for colleague in (cora, ali):
        assert "Dora Falk" in colleague.told
        assert "over the wall" in colleague.told
    assert any("over the wall" in m.words for m in town.channel(CRISIS))
    sent = await now(town, draft.id)
    assert (sent.submitted_by, sent.approved_by) == ("U_DORA", "U_DORA")


async def test_an_override_reaches_those_who_have_their_role_through_a_group(town: Town, people: People) -> None:
    dora, ali = Coordinator(town, "U_DORA"), Coordinator(town, "U_ALI")
    only_group = replace(town.community.roles, coordinators=frozenset({"U_CORA"}))  # Ali is in S_APPROVERS alone
    town.community = replace(town.community, roles=only_group)
    await dora.overrides(await dora.writes(), "The river is over the wall and nobody answers")
    assert "over the wall" in ali.told


async def test_a_language_without_a_text_is_refused_unless_a_fallback_is_chosen_by_name(
    town: Town, people: People, cora: Coordinator, ali: Coordinator
) -> None:
    silent = {name: words for name, words in FLOOD.items() if not name.endswith("-ar")}
    draft = await cora.writes("alert", "harbour", **silent)
    assert any("العربية" in note and "no text" in note for note in cora.preview().notes)
    assert "Submit" not in [button.label for button in cora.preview().buttons]
    await cora.submits(draft)
    assert "Please write one, or choose by name" in cora.told
    await cora.fills_in(f"draft:{draft.id}:1", {**silent, "fallback": "en"})
    draft = await newest(town)
    await cora.submits(draft)
    await ali.approves(draft)
    assert people[1].last.startswith("🚨 Danger: The river is rising")


async def test_strangers_get_no_form_and_are_told_why(town: Town) -> None:
    stranger = Coordinator(town, "U_STRANGER")
    assert await stranger.begins() is None
    await stranger.fills_in("kind=alert", FLOOD)
    assert "do not have the role" in stranger.told
    assert "Go to the school on the hill now." in stranger.told  # typed words come back
    assert await town.rows(table) == []
