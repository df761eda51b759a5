"""The forms of a survey: begin one, add a question, open it."""

import re
from dataclasses import replace
from datetime import timedelta

from domain.audience import AllOf, Audience, Everybody, Having, InAreas, Speaking
from domain.content import Ask, Choice, Form, Message
from domain.inbound import StaffFilled
from domain.survey import Branch, Definition, Occasion, Option, QuestionKind, SurveyQuestion, SurveyState
from domain.survey_check import LONGEST_TEXT, mistakes
from handlers import rights, survey_desk
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.survey_inviting import LOOK_BACK, open_for_occasion, open_to_audience, reminder_time, wish_of
from storage import audience as audiences
from storage import audit, occasions, surveys
from storage.surveys import Survey

DAYS = 7
REMIND_AFTER = 3
MOST_DAYS = 365
ROLES = ("volunteer", "partner")
_WAY = re.compile(r"(.+?)\s*(?:→|->|=>|>)\s*(\S+)")


async def _may(ctx: Context, user: str, _about: str) -> str:
    return "" if await rights.coordinates(ctx, user) else ctx.desk("survey-refuse-role")


async def _why_not(ctx: Context, user: str, about: str) -> str:
    refusal = await _may(ctx, user, about)
    survey = await survey_desk.find(ctx, about)
    if refusal or survey is None:
        return refusal or ctx.desk("survey-refuse-unknown")
    return ctx.desk("survey-refuse-frozen" if survey.state is not SurveyState.DRAFT else "refuse-form")


async def _draft(ctx: Context, user: str, about: str) -> Survey | None:
    """The draft that a form is about, if the user may change it."""
    survey = await survey_desk.find(ctx, about)
    return survey if survey and survey.state is SurveyState.DRAFT and not await _may(ctx, user, about) else None


def _in_languages(ctx: Context, name: str, label: str, *, optional: bool = False, hint: str = "") -> tuple[Ask, ...]:
    """One field a language; every language of the community must have its words."""
    return tuple(
        Ask(
            name=f"{name}_{code}",
            label=ctx.desk(label, language=ctx.say(code, "resident-language-name")),
            kind="text",
            optional=optional,
            hint=ctx.desk(hint) if hint else "",
            max_length=LONGEST_TEXT,
        )
        for code in ctx.community.languages
    )


def _written(ctx: Context, event: StaffFilled, name: str) -> dict[str, str]:
    words = {code: event.values.get(f"{name}_{code}", "").strip() for code in ctx.community.languages}
    return {code: text for code, text in words.items() if text}


def _form(ctx: Context, name: str, about: str, asks: tuple[Ask, ...]) -> Form:
    return Form(
        name=f"survey-{name}",
        about=about,
        title=ctx.desk(f"survey-{name}-title"),
        submit=ctx.desk(f"survey-{name}-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=asks,
    )


def _yes_no(ctx: Context, name: str, label: str, hint: str) -> Ask:
    choices = tuple(Choice(label=ctx.desk(f"survey-{word}"), value=word) for word in ("no", "yes"))
    return Ask(name=name, label=ctx.desk(label), kind="choice", choices=choices, initial="no", hint=ctx.desk(hint))


# --- begin


async def draw_new(ctx: Context, user: str, about: str) -> Form | None:
    """The form that begins a survey."""
    if about.strip() not in ("", "new") or await _may(ctx, user, about):
        return None
    asks = (
        *_in_languages(ctx, "title", "survey-ask-name"),
        *_in_languages(ctx, "intro", "survey-ask-intro", optional=True),
        _yes_no(ctx, "anonymous", "survey-ask-anonymous", "survey-hint-anonymous"),
    )
    return _form(ctx, "new", "", asks)


async def fill_new(ctx: Context, event: StaffFilled) -> None:
    """Keep the draft and show it with its next steps."""
    if refusal := await _may(ctx, event.user, ""):
        await rights.explain(ctx, event.user, rights.give_back(ctx, refusal, "\n".join(event.values.values())))
        return
    definition = Definition(
        title=_written(ctx, event, "title"),
        intro=_written(ctx, event, "intro"),
        anonymous=event.values.get("anonymous") == "yes",
    )
    survey = await surveys.draft(ctx.tx, definition, event.user, ctx.now)
    await audit.note(ctx.tx, f"slack:{event.user}", "survey.drafted", str(survey.id), ctx.now)
    await survey_desk.show(ctx, event.user, survey)


# --- one more question


async def draw_question(ctx: Context, user: str, about: str) -> Form | None:
    """The form for one more question."""
    if await _draft(ctx, user, about) is None:
        return None
    kinds = tuple(Choice(label=ctx.desk(f"survey-kind-{kind}"), value=kind) for kind in QuestionKind)
    asks = (
        Ask(name="kind", label=ctx.desk("survey-ask-kind"), kind="choice", choices=kinds, initial=QuestionKind.CHOICE),
        *_in_languages(ctx, "text", "survey-ask-text"),
        *_in_languages(ctx, "options", "survey-ask-options", optional=True, hint="survey-hint-options"),
        Ask(name="range", label=ctx.desk("survey-ask-range"), hint=ctx.desk("survey-hint-range"), optional=True),
        Ask(
            name="ways",
            label=ctx.desk("survey-ask-ways"),
            kind="text",
            hint=ctx.desk("survey-hint-ways"),
            optional=True,
        ),
        _yes_no(ctx, "optional", "survey-ask-optional", "survey-hint-optional"),
    )
    return _form(ctx, "question", about, asks)


async def fill_question(ctx: Context, event: StaffFilled) -> None:
    """Add the question. What is unsound is listed on the card, so that nothing typed is lost."""
    survey = await _draft(ctx, event.user, event.about)
    if survey is None:
        refusal = await _why_not(ctx, event.user, event.about)
        await rights.explain(ctx, event.user, rights.give_back(ctx, refusal, "\n".join(event.values.values())))
        return
    question = read_question(ctx, event, len(survey.definition.questions) + 1)
    longer = replace(survey.definition, questions=(*survey.definition.questions, question))
    await surveys.redraft(ctx.tx, survey.id, longer)
    await survey_desk.show(ctx, event.user, await surveys.get(ctx.tx, survey.id))


def read_question(ctx: Context, event: StaffFilled, number: int) -> SurveyQuestion:
    """The question that a form describes; its id and those of its options are numbers, as the author counts."""
    kind = event.values.get("kind", "")
    low, high = _range(event.values.get("range", ""))
    return SurveyQuestion(
        id=str(number),
        kind=QuestionKind(kind) if kind in set(QuestionKind) else QuestionKind.TEXT,
        text=_written(ctx, event, "text"),
        options=_options(ctx, event),
        low=low,
        high=high,
        branches=_branches(event.values.get("ways", "")),
        optional=event.values.get("optional") == "yes",
    )


def _range(text: str) -> tuple[int, int]:
    """``1-5`` as (1, 5), also where nothing is written; anything else as (0, 0), which the check refuses."""
    if not text.strip():
        return 1, 5
    found = re.fullmatch(r"\s*(-?\d{1,9})\s*[-–…. ]+\s*(-?\d{1,9})\s*", text)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _options(ctx: Context, event: StaffFilled) -> tuple[Option, ...]:
    columns = {code: text.splitlines() for code, text in _written(ctx, event, "options").items()}
    most = max((len(lines) for lines in columns.values()), default=0)
    return tuple(
        Option(
            id=str(row + 1),
            label={code: lines[row].strip() for code, lines in columns.items() if row < len(lines)},
        )
        for row in range(most)
    )


def _branches(text: str) -> tuple[Branch, ...]:
    """One way a line: ``2 > 5`` leads from the second answer to question 5, ``1, 3 > end`` ends the survey."""
    branches = []
    for line in filter(str.strip, text.splitlines()):
        found = _WAY.fullmatch(line.strip())
        answers = tuple(part.strip() for part in found[1].split(",")) if found else (line.strip(),)
        branches.append(Branch(answers=answers, to=(found[2].lower() if found else "?")))
    return tuple(branches)


# --- open


async def draw_open(ctx: Context, user: str, about: str) -> Form | None:
    """The form that opens a draft: to whom, for how long, with or without a reminder."""
    survey = await _draft(ctx, user, about)
    if survey is None or mistakes(survey.definition, ctx.community.languages):
        return None
    staff_language = ctx.community.staff_language
    areas = tuple(Choice(label=ctx.community.say(a.name, staff_language), value=a.id) for a in ctx.community.areas)
    languages = tuple(
        Choice(label=ctx.say(code, "resident-language-name"), value=code) for code in ctx.community.languages
    )
    occasions = tuple(Choice(label=ctx.desk(f"survey-occasion-{o}"), value=o) for o in OCCASIONS)
    roles = tuple(Choice(label=ctx.desk(f"survey-role-{role}"), value=role) for role in ROLES)
    asks = (
        Ask(
            name="occasion", label=ctx.desk("survey-ask-occasion"), kind="choice", choices=occasions, initial="audience"
        ),
        *await _event_ask(ctx),
        Ask(name="areas", label=ctx.desk("survey-ask-areas"), kind="choices", choices=areas, optional=True),
        Ask(name="languages", label=ctx.desk("survey-ask-languages"), kind="choices", choices=languages, optional=True),
        Ask(name="role", label=ctx.desk("survey-ask-role"), kind="choice", choices=roles, optional=True),
        Ask(name="days", label=ctx.desk("survey-ask-days"), initial=str(DAYS)),
        Ask(name="remind", label=ctx.desk("survey-ask-remind"), initial=str(REMIND_AFTER), optional=True),
    )
    return _form(ctx, "open", about, asks)


OCCASIONS = (Occasion.AUDIENCE, Occasion.CASE, Occasion.EVENT)
MOST_EVENTS = 90


async def _event_ask(ctx: Context) -> tuple[Ask, ...]:
    """Events that were over not long ago, or are still to come; nothing where there are none."""
    found = await occasions.coming(ctx.tx, ctx.now - LOOK_BACK, limit=MOST_EVENTS)
    titles = {one.event.id: ctx.community.say(one.event.plan.title, ctx.community.staff_language) for one in found}
    choices = tuple(Choice(label=title, value=str(number)) for number, title in titles.items())
    ask = Ask(name="event", label=ctx.desk("survey-ask-event"), kind="choice", choices=choices, optional=True)
    return (ask,) if choices else ()


async def fill_open(ctx: Context, event: StaffFilled) -> None:
    """Open the survey, or say why not; a draft with mistakes, an empty audience and a strange time are refused."""
    survey = await _draft(ctx, event.user, event.about)
    if survey is None:
        await rights.explain(ctx, event.user, await _why_not(ctx, event.user, event.about))
        return
    days, remind = _days(event.values.get("days", "")), _days(event.values.get("remind", "") or "0")
    if not days or remind is None:
        await rights.explain(ctx, event.user, ctx.desk("survey-refuse-days", most=MOST_DAYS))
        return
    if mistakes(survey.definition, ctx.community.languages):
        await survey_desk.show(ctx, event.user, survey)
        return
    await _open(ctx, event, survey, days, remind)


async def _open(ctx: Context, event: StaffFilled, survey: Survey, days: int, remind: int) -> None:
    closes_at = ctx.now + timedelta(days=days)
    actor = f"slack:{event.user}"
    if event.values.get("occasion") == Occasion.CASE:
        opened = await open_for_occasion(ctx, survey, Occasion.CASE, closes_at, actor)
    elif event.values.get("occasion") == Occasion.EVENT:
        event_id = rights.number(event.values.get("event", ""))
        if event_id is None or not await occasions.of_event(ctx.tx, event_id):
            await rights.explain(ctx, event.user, ctx.desk("survey-refuse-event"))
            return
        opened = await open_for_occasion(ctx, survey, Occasion.EVENT, closes_at, actor, event_id=event_id)
    else:
        audience = read_audience(event)
        people = sum(count.people for count in await audiences.count(ctx.tx, audience, wish_of(ctx)))
        if not people:
            await rights.explain(ctx, event.user, ctx.desk("survey-refuse-nobody"))
            return
        remind_at = reminder_time(ctx.now, closes_at, remind)
        opened = await open_to_audience(ctx, survey, audience, closes_at, remind_at, actor)
        await survey_desk.tell(ctx, event.user, Message(text=ctx.desk("survey-opened", count=people)))
    if opened:
        await survey_desk.show(ctx, event.user, await surveys.get(ctx.tx, survey.id))


def read_audience(event: StaffFilled) -> Audience:
    """Who is asked: everybody, or those of the chosen areas, languages and role."""
    parts: list[Audience] = []
    if areas := _chosen(event, "areas"):
        parts.append(InAreas(areas=areas))
    if languages := _chosen(event, "languages"):
        parts.append(Speaking(languages=languages))
    if roles := _chosen(event, "role"):
        parts.append(Having(roles=roles))
    return AllOf(parts=tuple(parts)) if parts else Everybody()


def _chosen(event: StaffFilled, name: str) -> tuple[str, ...]:
    return tuple(filter(None, event.values.get(name, "").split("\n")))


def _days(text: str) -> int | None:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 5 and int(text) <= MOST_DAYS else None


NEW = Opening(draw=draw_new, why_not=_may, fill=fill_new)
QUESTION = Opening(draw=draw_question, why_not=_why_not, fill=fill_question)
OPEN = Opening(draw=draw_open, why_not=_why_not, fill=fill_open)
