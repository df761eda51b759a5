"""What the desk shows of events, drawn by the Slack channel and held against Slack's own rules, in each language."""

from dataclasses import replace

import pytest

from channels.slack.compose import card_post, message_posts
from channels.slack.forms import form_view
from domain.content import Card, Form, Message
from sandbox.slack.block_kit.check import message_problems, view_problems
from tests.dialogues.fair import dates, form, named, plan
from tests.dialogues.town import Town

LANGUAGES = ("en", "pl", "ar", "fil")
NASTY = "<!channel> *bold* " + "ن" * 130


async def opened(town: Town) -> list[Form | None]:
    """Every form of an event."""
    event = await plan(town, title_en=NASTY, repeat="daily", until="2027-02-20", tasks="\n".join([NASTY[:40]] * 40))
    robin = town.resident(NASTY)
    await robin.writes("", command="start", arguments=f"e-{event.code}")
    await robin.presses("r:ev:going:1")
    cora, first = town.staff("U_CORA"), (await dates(town, event))[0]
    return [
        await form(town),
        await form(town, str(event.id)),
        await cora.presses(f"s:form:event-cancel:{event.id}"),
        await cora.presses(f"s:form:event-door:{first.id}"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_forms_cards_and_answers_are_ones_that_slack_takes(town: Town, language: str) -> None:
    town.community = replace(town.community, staff_language=language)
    await named(town)
    for shown in await opened(town):
        assert shown is not None
        view = form_view(shown)
        assert view_problems(view) == []
        assert [view["title"]["text"], view["submit"]["text"]] == [shown.title, shown.submit], "nothing is cut"
    cora = town.staff("U_CORA")
    await cora.commands("list", command="event")
    await cora.fills_in(await form(town), title_en="", title_pl="", title_ar="", title_fil="")
    await town.pass_time(days=5)

    contents = [m.content for m in town.platform.posted if m.channel == "slack"]
    assert any(isinstance(content, Card) for content in contents)
    for content in contents:
        if isinstance(content, Card):
            assert message_problems(card_post(content, "Cancel").blocks) == []
        elif isinstance(content, Message):
            assert [p for post in message_posts(content, "Cancel") for p in message_problems(post.blocks)] == []
