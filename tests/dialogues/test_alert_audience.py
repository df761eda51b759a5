"""An audience with a name: saved from a draft, offered by the next form, and known on the command line by it."""

from domain.audience import AllOf, Everybody, Having
from tests.dialogues.coordinators import FLOOD, Coordinator, newest, now
from tests.dialogues.town import Town, plain


async def test_a_saved_audience_is_offered_and_used(town: Town) -> None:
    cora = Coordinator(town, "U_CORA")
    draft = await cora.writes("alert", "", **{**FLOOD, "roles": "volunteer"})
    await cora.saves(draft.id, "Volunteers everywhere")
    assert "“Volunteers everywhere” is saved" in plain(cora.told)
    form = await cora.begins()
    assert form is not None
    [ask] = [ask for ask in form.asks if ask.name == "audience"]
    assert [choice.label for choice in ask.choices] == ["Volunteers everywhere"]
    again = await cora.writes("alert", "harbour", **{**FLOOD, "audience": "Volunteers everywhere"})
    assert again.plan.audience == AllOf(parts=(Everybody(), Having(roles=("volunteer",))))


async def test_names_that_nothing_has_and_strangers_change_nothing(town: Town) -> None:
    cora, stranger = Coordinator(town, "U_CORA"), Coordinator(town, "U_STRANGER")
    draft = await cora.writes()
    await cora.saves(draft.id, "  ")
    assert "needs a name" in cora.told
    await stranger.saves(draft.id, "Mine")
    assert "do not have the role" in stranger.told
    await cora.writes("alert", "harbour", **{**FLOOD, "audience": "Nobody knows"})
    assert "No audience is called" in plain(cora.told)
    assert (await newest(town)).id == draft.id
    assert (await now(town, draft.id)).version == 1
