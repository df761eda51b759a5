"""Surveys for dialogues: a definition with a branch, and a way to open it to everybody."""

from datetime import timedelta

from domain.audience import Audience, Everybody
from domain.survey import END, Branch, Definition, Option, QuestionKind, SurveyQuestion
from handlers.survey_inviting import open_to_audience
from storage import preferences, residents, surveys
from storage.surveys import Survey
from tests.dialogues.town import Town

LANGUAGES = ("en", "pl", "ar", "fil")


def everywhere(text: str) -> dict[str, str]:
    """The same words in every language, marked with it."""
    return {code: text if code == "en" else f"{text} ({code})" for code in LANGUAGES}


def market(*, anonymous: bool = False) -> Definition:
    """A survey about a market: who was not there is asked why, everybody else how it was."""
    return Definition(
        title=everywhere("The winter market"),
        intro=everywhere("We want to make it better."),
        anonymous=anonymous,
        questions=(
            SurveyQuestion(
                id="there",
                kind=QuestionKind.CHOICE,
                text=everywhere("Were you there?"),
                options=(Option(id="yes", label=everywhere("Yes")), Option(id="no", label=everywhere("No"))),
                branches=(Branch(answers=("no",), to="why"),),
            ),
            SurveyQuestion(id="mark", kind=QuestionKind.SCALE, text=everywhere("How was it?"), then=END),
            SurveyQuestion(id="why", kind=QuestionKind.TEXT, text=everywhere("Why not?"), optional=True),
        ),
    )


async def opened(
    town: Town, definition: Definition, audience: Audience | None = None, *, days: int = 7, remind: int = 3
) -> Survey:
    """A survey that is open to everybody (or to an audience), its invitations delivered."""
    async with town.db.write() as tx:
        ctx = town.context(tx)
        survey = await surveys.draft(tx, definition, "U_ADMIN", town.now)
        remind_at = town.now + timedelta(days=remind)
        ends = town.now + timedelta(days=days)
        assert await open_to_audience(ctx, survey, audience or Everybody(), ends, remind_at, "slack:U_ADMIN")
        survey = await surveys.get(tx, survey.id)
    await town.deliver()
    return survey


async def arrived(town: Town, *names: str, language: str = "en") -> None:
    """Residents who have said hello and want to be asked."""
    for name in names:
        person = town.resident(name, language=language)
        await person.writes("", command="start")
        async with town.db.write() as tx:
            known = await residents.find(tx, "telegram", person.address)
            assert known is not None
            await preferences.want_topic(tx, known.id, "surveys", wanted=True)
