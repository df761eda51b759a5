"""A survey in the chat: invitation, questions with branches, kind refusals, a reminder, the end."""

import sqlalchemy as sa

from domain.audience import InAreas
from domain.survey import Definition, Option, QuestionKind, SurveyQuestion
from storage.tables import cases, outbox, questions
from storage.tables_surveys import survey_answers, survey_seats
from tests.dialogues.surveyed import arrived, everywhere, market, opened
from tests.dialogues.town import ResidentActor, Town, buttons_of


async def answers(town: Town) -> list[tuple[str, str]]:
    return [(row.question, row.value) for row in await town.rows(survey_answers)]


async def seat_states(town: Town) -> list[str]:
    return [row.state for row in await town.rows(survey_seats)]


def question_of(person: ResidentActor) -> str:
    """The platform's id of the newest message with the words of a question."""
    return next(post.id for post in reversed(person.posts()) if "?" in post.words)


async def test_an_invitation_a_branch_and_thanks(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    assert "The winter market" in amira.last
    assert "kept together with your name" in amira.last

    await amira.presses("▶️ Begin")
    assert "Were you there?" in amira.last
    await amira.presses("Yes")
    assert "How was it?" in amira.last
    await amira.presses("4")
    assert "Your answers have arrived" in amira.last
    assert await answers(town) == [("there", "yes"), ("mark", "4")]
    assert await seat_states(town) == ["done"]


async def test_whoever_says_no_is_asked_why_and_may_skip_it(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("No")
    assert "Why not?" in amira.last
    await amira.presses("⏭ Skip")
    assert "Your answers have arrived" in amira.last
    assert await answers(town) == [("there", "no")]


async def test_an_old_button_and_a_second_press_change_nothing(town: Town) -> None:
    await arrived(town, "Amira")
    survey = await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("Yes")
    assert "no longer works" in await amira.presses(f"r:survey:{survey.id}:0:=no")
    assert "no longer works" in await amira.presses(f"r:survey:{survey.id}:1:=99")
    assert "no longer works" in await amira.presses("r:survey:999:go")
    await amira.presses("4")
    await amira.presses("▶️ Begin")
    assert "already answered" in amira.last
    assert await answers(town) == [("there", "yes"), ("mark", "4")]


async def test_nobody_answers_for_a_survey_they_were_not_asked(town: Town) -> None:
    await arrived(town, "Amira")
    survey = await opened(town, market(), InAreas(areas=("harbour",)))
    stranger = town.resident("Stranger")
    await stranger.writes("", command="start")
    assert "no longer works" in await stranger.presses(f"r:survey:{survey.id}:go")
    assert await answers(town) == []


async def test_an_answer_of_the_wrong_kind_is_told_kindly_and_the_question_waits(town: Town) -> None:
    await arrived(town, "Amira")
    number = SurveyQuestion(
        id="people", kind=QuestionKind.NUMBER, text=everywhere("How many came with you?"), low=0, high=20
    )
    await opened(town, Definition(title=everywhere("Guests"), questions=(number,)))
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.writes("quite a few", reply_to=question_of(amira))
    assert "We need a number" in amira.last
    await amira.writes("21", reply_to=question_of(amira))
    assert "from 0 to 20" in amira.last
    assert (await town.rows(survey_seats))[0].position == "people"
    assert await answers(town) == []
    await amira.writes("٣", reply_to=question_of(amira))
    assert await answers(town) == [("people", "3")]
    assert await town.cases() == []


async def test_several_choices_are_ticked_in_place(town: Town) -> None:
    await arrived(town, "Amira")
    options = tuple(Option(id=name.lower(), label=everywhere(name)) for name in ("Food", "Music", "Crafts"))
    several = SurveyQuestion(id="liked", kind=QuestionKind.CHOICES, text=everywhere("What?"), options=options)
    await opened(town, Definition(title=everywhere("Liked"), questions=(several,)))
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    count = len(amira.posts())
    await amira.presses("Food")
    await amira.presses("Crafts")
    await amira.presses("☑️ Food")
    await amira.presses("Music")
    assert len(amira.posts()) == count
    assert [b.label for b in buttons_of(amira.posts()[-1].content)][:3] == ["Food", "☑️ Music", "☑️ Crafts"]
    await amira.presses("✅ That is all")
    assert await answers(town) == [("liked", "music"), ("liked", "crafts")]


async def test_a_new_matter_is_never_swallowed_by_a_survey(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.writes("The bin was not emptied")  # a question by button waits: words are no answer to it
    assert len(await town.cases()) == 1
    await amira.presses("No")

    await amira.writes("The lamp in my road is broken")  # words could be an answer now: so we ask
    assert "What is this message for?" in amira.last
    assert len(await town.cases()) == 1
    assert await answers(town) == [("there", "no")]
    await amira.presses("➕ A new matter")
    assert len(await town.cases()) == 2
    assert await answers(town) == [("there", "no")]

    await amira.writes("There is a fire in the yard")  # and an emergency is never asked about
    assert (await town.case()).priority == "urgent"
    assert len(await town.cases()) == 3


async def test_words_can_be_the_answer_and_the_way_out_closes(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("No")
    await amira.writes("It was too cold")
    await amira.writes("and far away")
    await amira.presses("📝 My answer to the survey")
    assert await answers(town) == [("there", "no"), ("why", "It was too cold\nand far away")]
    assert await town.cases() == []
    assert await town.rows(questions) == []


async def test_words_nobody_explained_become_a_case(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("No")
    await amira.writes("The lamp is broken")
    await town.pass_time(minutes=31)
    assert [case.department for case in await town.cases()] == ["roads"]


async def test_the_silent_are_reminded_once_and_nobody_else(town: Town) -> None:
    await arrived(town, "Amira", "Basil", "Cora", "Dora")
    await opened(town, market())
    amira, basil, cora, dora = (town.resident(name) for name in ("Amira", "Basil", "Cora", "Dora"))
    await amira.presses("▶️ Begin")
    await basil.presses("No, thank you")
    await dora.blocks()
    heard = {person.name: len(person.inbox()) for person in (amira, basil, cora, dora)}
    await town.pass_time(days=3, minutes=1)
    await town.pass_time(days=1)
    assert "A small reminder" in cora.last
    assert len(cora.inbox()) == heard["Cora"] + 1
    assert all(len(person.inbox()) == heard[person.name] for person in (amira, basil, dora))


async def test_late_answers_are_told_so_kindly(town: Town) -> None:
    await arrived(town, "Amira")
    survey = await opened(town, market(), days=2, remind=0)
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await town.pass_time(days=2, minutes=1)
    await amira.presses(f"r:survey:{survey.id}:0:=yes")
    assert "This survey has ended" in amira.last
    assert await answers(town) == []
    await amira.writes("The bin was not emptied")
    assert len(await town.cases()) == 1


async def test_stop_keeps_what_was_said_so_far(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("Yes")
    await amira.presses("✖️ Stop")
    assert "counts" in amira.last
    assert await answers(town) == [("there", "yes")]
    assert await seat_states(town) == ["left"]


async def test_everybody_reads_their_own_language(town: Town) -> None:
    await arrived(town, "سامي", language="ar")
    await opened(town, market())
    sami = town.resident("سامي")
    assert "ابدأ" in buttons_of(sami.posts()[-1].content)[0].label
    await sami.presses("▶️ ابدأ")
    assert "Were you there? (ar)" in sami.last
    assert sami.posts()[-1].content.rtl  # type: ignore[union-attr]


async def test_after_a_settled_case_one_is_asked_once(town: Town) -> None:
    await arrived(town, "Amira")
    amira, anna = town.resident("Amira"), town.staff("U_ANNA")
    async with town.db.write() as tx:
        from datetime import timedelta

        from domain.survey import Occasion
        from handlers.survey_inviting import open_for_occasion
        from storage import surveys

        survey = await surveys.draft(tx, market(), "U_ADMIN", town.now)
        ends = town.now + timedelta(days=30)
        await open_for_occasion(town.context(tx), survey, Occasion.CASE, ends, "slack:U_ADMIN")
    for _ in range(2):
        await amira.writes("The bin was not emptied", command="new", arguments="The bin was not emptied")
        case = await town.case()
        await anna.fills("resolve", case, text="Done.")
        await amira.presses("✅ Yes, it is solved")
        await amira.presses("5 ⭐")
    invited = [post for post in amira.posts() if "The winter market" in post.words]
    assert len(invited) == 1
    assert len(await town.rows(survey_seats)) == 1


async def test_everything_that_leaves_is_a_row_and_nothing_waits(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    await town.resident("Amira").presses("▶️ Begin")
    assert await town.rows(outbox, state="queued") == []
    async with town.db.read() as tx:
        assert await tx.scalar(sa.select(sa.func.count()).select_from(cases)) == 0


async def test_erasure_takes_the_answers_and_the_copy_shows_them(town: Town) -> None:
    from storage import erasure

    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("Yes")
    async with town.db.read() as tx:
        copy = await erasure.everything_about(tx, 1)
    assert [(a["question"], a["value"]) for a in copy["answers"]] == [("there", "yes")]
    assert copy["surveys"][0]["title"]["en"] == "The winter market"
    await amira.presses("r:cmd:erase")
    await amira.presses("r:q:1:yes")
    assert await answers(town) == []
    assert await town.rows(survey_seats) == []


async def test_an_emergency_or_a_thank_you_is_no_answer_while_words_are_awaited(town: Town) -> None:
    await arrived(town, "Amira")
    await opened(town, market())
    amira = town.resident("Amira")
    await amira.presses("▶️ Begin")
    await amira.presses("No")
    asked = question_of(amira)
    await amira.writes("thanks")
    assert not any("What is this message for?" in words for words in amira.inbox())
    await amira.writes("There is a fire in the yard")
    assert [case.priority for case in await town.cases()] == ["urgent"]
    assert not any("What is this message for?" in words for words in amira.inbox())

    await amira.writes("It was too cold")
    assert "What is this message for?" in amira.last
    await amira.writes("gas smells in the kitchen")
    assert [case.priority for case in await town.cases()] == ["urgent", "urgent"]
    await amira.writes("a fire is no answer, is it?", reply_to=asked)
    assert "If anyone is in danger" in amira.inbox()[-2]
    assert "What is this message for?" in amira.last
    assert await answers(town) == [("there", "no")]


async def test_what_is_due_or_decided_is_done_by_one_of_two(town: Town) -> None:
    from storage import ideas, residents, surveys

    await arrived(town, "Amira")
    survey = await opened(town, market())
    async with town.db.write() as tx:
        assert [await surveys.reminded(tx, survey.id) for _ in range(2)] == [True, False]
        assert [await surveys.close(tx, survey.id) for _ in range(2)] == [True, False]
        amira = await residents.find(tx, "telegram", town.resident("Amira").address)
        assert amira is not None
        idea = await ideas.add(tx, resident_id=amira.id, text="A bench", language="en", area="", now=town.now)
        assert [await ideas.change(tx, idea, town.now, state=state) for state in ("public", "declined")] == [
            True,
            False,
        ]
