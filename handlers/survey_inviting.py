"""A survey is opened: seats for everybody who is asked, and one frozen invitation a language."""

from datetime import datetime, timedelta

from domain.audience import Audience, InSurvey, Wish, from_json, to_json
from domain.case import Case
from domain.delivery import Lane
from domain.people import Reach, Resident
from domain.survey import Occasion
from handlers.context import Context
from handlers.survey_asking import invitation
from storage import audit, spreading, survey_seating, surveys
from storage.spreading import Spread
from storage.surveys import Survey

NO_TOPIC = Wish(topic="")  # whoever can be reached and has not said /stop


async def open_to_audience(
    ctx: Context, survey: Survey, audience: Audience, closes_at: datetime, remind_at: datetime | None, actor: str
) -> bool:
    """Open a draft to an audience and invite. False where it was opened (or thrown away) meanwhile."""
    values = {"audience": to_json(audience), "remind_at": remind_at, "occasion": Occasion.AUDIENCE}
    if not await surveys.open_(ctx.tx, survey.id, ctx.now, closes_at, **values):
        return False
    survey = await surveys.get(ctx.tx, survey.id)
    await survey_seating.seat_audience(ctx.tx, survey.id, audience, NO_TOPIC)
    await spread_invitation(ctx, survey, ("invited",), "invite")
    await audit.note(ctx.tx, actor, "survey.opened", str(survey.id), ctx.now)
    return True


async def open_for_occasion(
    ctx: Context, survey: Survey, occasion: Occasion, closes_at: datetime, actor: str, **values: object
) -> bool:
    """Open a draft to whoever comes by: residents whose case is settled, or guests of an event once it is over."""
    if not await surveys.open_(ctx.tx, survey.id, ctx.now, closes_at, occasion=occasion, **values):
        return False
    await audit.note(ctx.tx, actor, "survey.opened", str(survey.id), ctx.now)
    return True


async def spread_invitation(ctx: Context, survey: Survey, states: tuple[str, ...], why: str, lead: str = "") -> None:
    """Send the invitation to everybody whose seat is in one of these states. `lead`: a key said above it."""
    texts = {}
    for language in ctx.community.languages:
        message = invitation(ctx, survey, language)
        if lead:
            reminder = ctx.say(language, lead, title=message.lead)
            message = type(message)(text=reminder, buttons=message.buttons, rtl=message.rtl)
        texts[language] = (message,)
    spread = Spread(
        occasion=f"survey:{survey.id}:{why}",
        audience=InSurvey(survey=survey.id, states=states),
        wish=NO_TOPIC,
        lane=Lane.BULK,
        not_after=survey.closes_at,
    )
    await spreading.begin(ctx.tx, spread, texts, ctx.now)


async def after_case(ctx: Context, case: Case, resident: Resident) -> None:
    """A case was settled and rated: invite to every open survey that asks then, once a person."""
    if resident.reach is not Reach.ACTIVE:
        return
    for survey in await surveys.standing(ctx.tx, Occasion.CASE):
        if survey.department not in (None, case.department) or (survey.closes_at or ctx.now) <= ctx.now:
            continue
        if await surveys.seat_one(ctx.tx, survey.id, resident.id):
            message = invitation(ctx, survey, resident.language)
            await ctx.send(ctx.to(resident, message, lane=Lane.AUTOMATIC))


def reminder_time(now: datetime, closes_at: datetime, after_days: int) -> datetime | None:
    """When the silent are reminded: so many days after the invitation; None for 0 days or after the end."""
    moment = now + timedelta(days=after_days)
    return moment if after_days and moment < closes_at else None


def audience_of(survey: Survey) -> Audience | None:
    """The audience that the survey was opened to."""
    return from_json(survey.audience) if survey.audience else None
