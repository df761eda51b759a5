"""Coordinators make a survey in Slack, step by step, and read its results."""

import csv
import io

from bot.own_files import OwnFiles
from domain.content import Card, FileRef, Forwarded
from domain.survey import SurveyState
from storage import surveys
from storage.surveys import Survey
from storage.tables_surveys import survey_answers, survey_seats
from storage.tables_surveys import surveys as table
from tests.dialogues.surveyed import LANGUAGES, arrived
from tests.dialogues.town import StaffActor, Town, buttons_of

ADMIN = "U_ADMIN"
PEOPLE = ("Amira", "Basil", "Cora", "Dora", "Emil", "Fatima")


def said(name: str, text: str) -> dict[str, str]:
    """One field a language."""
    return {f"{name}_{code}": text for code in LANGUAGES}


async def survey_of(town: Town) -> Survey:
    async with town.db.read() as tx:
        return (await surveys.newest(tx))[0]


def card_of(person: StaffActor) -> Card:
    cards = [post.content for post in person._private() if isinstance(post.content, Card)]
    return cards[-1]


async def made(town: Town) -> Survey:
    """A draft with two questions and a branch, made in Slack."""
    admin = town.staff(ADMIN)
    await admin.fills_form("survey-new", **said("title", "The park"), anonymous="no")
    survey = await survey_of(town)
    await admin.fills_form(
        "survey-question",
        survey.id,
        kind="choice",
        **said("text", "Do you go there?"),
        **said("options", "Often\nNever"),
        ways="2 > end",
    )
    await admin.fills_form("survey-question", survey.id, kind="scale", **said("text", "How clean is it?"), range="1-5")
    return await survey_of(town)


async def test_a_survey_is_made_opened_answered_and_evaluated(town: Town) -> None:
    await arrived(town, *PEOPLE)
    admin = town.staff(ADMIN)
    form = await admin.opens_form("/survey")
    assert form is not None
    assert [ask.name for ask in form.asks][:2] == ["title_en", "title_pl"]
    survey = await made(town)
    assert "2. How clean is it? (scale)" in card_of(admin).quote
    assert "↳ Never: on to the end" in card_of(admin).quote

    opening = await admin.opens_form(f"survey-open:{survey.id}")
    assert opening is not None
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7", remind="3")
    assert "It goes to 6 people" in admin.whispers()[-2]
    assert (await survey_of(town)).state is SurveyState.OPEN
    for name in PEOPLE[:5]:
        person = town.resident(name)
        await person.presses("▶️ Begin")
        await person.presses("Often")
        await person.presses("4")
    await town.resident("Fatima").presses("▶️ Begin")
    await town.resident("Fatima").presses("Never")

    await admin.presses("📊 Results")
    words = next(text for text in reversed(admin.whispers()) if "Asked: 6" in text)
    assert "Often: 5 (83 %)" in words
    assert "Average: 4.00" in words
    files = [post.content for post in admin._private() if isinstance(post.content, Forwarded)]
    assert [file.attachment.file.name for file in files] == [f"survey-{survey.id}.png", f"survey-{survey.id}.csv"]
    rows = await table_of(town, files[1].attachment.file)
    assert ["Do you go there?", "everybody", "", "Often", "5", "0.8333"] in rows
    picture = await OwnFiles(town.db, town.context).fetch(files[0].attachment.file, 10_000_000)
    assert picture.startswith(b"\x89PNG")


async def table_of(town: Town, file: FileRef) -> list[list[str]]:
    body = await OwnFiles(town.db, town.context).fetch(file, 10_000_000)
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))


async def test_what_is_unsound_is_listed_and_cannot_be_opened(town: Town) -> None:
    admin = town.staff(ADMIN)
    await admin.fills_form("survey-new", **said("title", "The park"), anonymous="no")
    survey = await survey_of(town)
    await admin.fills_form(
        "survey-question", survey.id, kind="choice", text_en="Where?", options_en="Here", ways="9 > 7\nnonsense"
    )
    notes = " ".join(card_of(admin).notes)
    assert "no words in “pl”" in notes
    assert "at least two answers" in notes
    assert "📣 Open it" not in [button.label for button in buttons_of(card_of(admin))]
    assert await admin.opens_form(f"survey-open:{survey.id}") is None
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7")
    assert (await survey_of(town)).state is SurveyState.DRAFT
    await admin.presses("Take the last question away")
    assert (await survey_of(town)).definition.questions == ()


async def test_only_coordinators_make_surveys_and_their_words_come_back(town: Town) -> None:
    anna = town.staff("U_ANNA")
    assert await anna.opens_form("/survey") is None
    assert "Only coordinators" in await anna.commands("", command="survey")
    await anna.fills_form("survey-new", **said("title", "My survey"), anonymous="no")
    assert "Only coordinators" in anna.whispers()[-1]
    assert "My survey" in anna.whispers()[-1]
    assert "Only coordinators" in await anna.commands("list", command="survey")
    assert await town.rows(table) == []


async def test_nobody_to_ask_strange_days_and_a_second_opening_are_refused(town: Town) -> None:
    await arrived(town, "Amira")
    admin = town.staff(ADMIN)
    survey = await made(town)
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="soon")
    assert "whole days" in admin.whispers()[-1]
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7", areas="harbour")
    assert "Nobody in this audience" in admin.whispers()[-1]
    assert await town.rows(survey_seats) == []
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7")
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7")
    assert "has been opened" in admin.whispers()[-1]
    await admin.fills_form("survey-question", survey.id, kind="text", **said("text", "Too late?"))
    assert "Too late?" in admin.whispers()[-1]
    assert len((await survey_of(town)).definition.questions) == 2
    assert sum("The park" in words for words in town.resident("Amira").inbox()) == 1


async def test_close_now_ends_it_for_everybody_once(town: Town) -> None:
    await arrived(town, "Amira")
    admin = town.staff(ADMIN)
    survey = await made(town)
    await admin.fills_form("survey-open", survey.id, occasion="audience", days="7")
    await admin.presses("⏹ End it now")
    await admin.presses("⏹ End it now")
    assert "Only an open survey" in admin.whispers()[-1]
    assert sum("Asked: 1" in text for text in admin.whispers()) == 1
    await town.resident("Amira").presses("▶️ Begin")
    assert "has ended" in town.resident("Amira").last
    assert await town.rows(survey_answers) == []


async def test_list_show_and_unknown_numbers(town: Town) -> None:
    admin = town.staff(ADMIN)
    assert "no surveys yet" in await admin.commands("list", command="survey")
    survey = await made(town)
    assert f"{survey.id}. The park – draft" in await admin.commands("list", command="survey")
    assert "The park" in await admin.commands(f"show {survey.id}", command="survey")
    assert "not been opened" in await admin.commands(f"results {survey.id}", command="survey")
    assert "no survey of that number" in await admin.commands("results 99", command="survey")
    assert "/survey list" in await admin.commands("dance", command="survey")
