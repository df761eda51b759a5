"""What the desk shows, drawn by the Slack channel and held against Slack's own rules, in each language of staff."""

from dataclasses import replace

import pytest

from channels.slack.compose import card_post, home_view, message_posts
from channels.slack.forms import form_view
from domain.content import Card, Message
from handlers.forms import DRAWN
from sandbox.slack.block_kit.check import message_problems, view_problems
from tests.dialogues.town import Town

LANGUAGES = ("en", "pl", "ar", "fil")
NASTY = "<!channel> *bold* \u202e " + "ن" * 4000 + " \U0001f468\u200d\U0001f469\u200d\U0001f467" * 50


def in_language(town: Town, language: str) -> None:
    """Staff of the town speak this language from now on."""
    town.community = replace(town.community, staff_language=language)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_form_is_one_that_slack_opens_with_nothing_cut(town: Town, language: str) -> None:
    in_language(town, language)
    amira = town.resident("Amira", language="ar")
    await amira.writes(NASTY, to="waste")
    town.block(amira)
    await town.staff("U_ANNA").fills("reply", await town.case(), text="Hello")

    for name in DRAWN:
        form = await town.staff("U_ANNA").opens(name, await town.case())
        assert form is not None
        view = form_view(form)
        assert view_problems(view) == []
        assert [view["title"]["text"], view["close"]["text"]] == [form.title, form.cancel]
        assert view["submit"]["text"] == form.submit


@pytest.mark.parametrize("language", LANGUAGES)
async def test_cards_threads_and_private_answers_are_ones_that_slack_takes(town: Town, language: str) -> None:
    in_language(town, language)
    await town.resident("Amira", language="ar").writes(NASTY, to="waste")
    case, anna = await town.case(), town.staff("U_ANNA")
    await anna.fills("reply", case, text=NASTY, then="preview")
    await anna.fills("reply", case, text=NASTY)
    await anna.fills("priority", case, priority="urgent")
    await anna.commands(f"find {case.reference}")
    await anna.fills("reassign", case, department="roads", note=NASTY[:1000])

    shown = [posted.content for posted in town.platform.posted if posted.channel == "slack"]
    assert len(shown) > 8
    for content in shown:
        posts = []
        if isinstance(content, Card):
            posts = [card_post(content, "Cancel")]
        elif isinstance(content, Message):
            posts = message_posts(content, "Cancel")
        for post in posts:
            assert message_problems(post.blocks) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_full_home_page_is_one_that_slack_takes(town: Town, language: str) -> None:
    in_language(town, language)
    for number in range(12):
        for department in ("waste", "roads", "water"):
            await town.resident(f"{department} {number}").writes(f"Number {number} is broken", to=department)
    for channel in ("C_FRONT", "C_ROADS", "C_WATER", "C_SAFETY"):
        await town.staff("U_ANNA").joins(channel)
    view = home_view(await town.staff("U_ANNA").opens_home(), "Cancel")
    assert view_problems(view) == []
    assert len(view["blocks"]) > 20
