"""A survey is opened: seats for everybody who is asked, and one frozen invitation a language."""

from datetime import datetime, timedelta

from domain.audience import AllOf, Attending, Audience, Except, InSurvey, Wish, from_json, to_json
from domain.case import Case
from domain.delivery import Lane
from domain.event import EventState
from domain.people import Reach, Resident
from domain.survey import Occasion, SurveyState
from handlers.context import Context
from handlers.survey_asking import invitation
from storage import audit, occasions, once, spreading, survey_seating, surveys
from storage.spreading import Spread
from storage.surveys import Seat, Survey

INVITE = "invite"
LOOK_BACK = timedelta(days=14)  # guests of an event that was over before the survey was opened are asked too
TOPIC = "surveys"  # residents choose it in /settings, as any other topic
ASKED_ANYWAY = Wish(topic="")  # who was there, or whose matter it was, is asked once whatever their topics


async def open_to_audience(
    ctx: Context, survey: Survey, audience: Audience, closes_at: datetime, remind_at: datetime | None, actor: str
) -> bool:
    """Open a draft to an audience and invite. False where it was opened (or thrown away) meanwhile."""
    values = {"audience": to_json(audience), "remind_at": remind_at, "occasion": Occasion.AUDIENCE}
    if not await surveys.open_(ctx.tx, survey.id, ctx.now, closes_at, **values):
        return False
    survey = await surveys.get(ctx.tx, survey.id)
    await spread_invitation(ctx, survey, audience, wish_of(ctx), INVITE)
    await audit.note(ctx.tx, actor, "survey.opened", str(survey.id), ctx.now)
    return True


def wish_of(ctx: Context) -> Wish:
    """Whoever wants surveys; where the community has no such topic, whoever has not said /stop."""
    return Wish(topic=TOPIC if any(topic.id == TOPIC for topic in ctx.community.topics) else "")


async def open_for_occasion(
    ctx: Context, survey: Survey, occasion: Occasion, closes_at: datetime, actor: str, **values: object
) -> bool:
    """Open a draft to whoever comes by: residents whose case is settled, or guests of an event once it is over."""
    if not await surveys.open_(ctx.tx, survey.id, ctx.now, closes_at, occasion=occasion, **values):
        return False
    await audit.note(ctx.tx, actor, "survey.opened", str(survey.id), ctx.now)
    return True


async def spread_invitation(
    ctx: Context, survey: Survey, audience: Audience, wish: Wish, why: str, lead: str = ""
) -> None:
    """Send the invitation to an audience. `lead`: a key that is said instead of what the survey is for.

    Nobody gets a seat by this, but only by beginning or declining: a million seats would hold up everybody else.
    """
    texts = {}
    for language in ctx.community.languages:
        message = invitation(ctx, survey, language)
        if lead:
            reminder = ctx.say(language, lead, title=message.lead)
            message = type(message)(text=reminder, buttons=message.buttons, rtl=message.rtl)
        texts[language] = (message,)
    spread = Spread(
        occasion=f"survey:{survey.id}:{why}", audience=audience, wish=wish, lane=Lane.BULK, not_after=survey.closes_at
    )
    await spreading.begin(ctx.tx, spread, texts, ctx.now)


async def remind(ctx: Context, survey: Survey) -> None:
    """Remind those of the audience who have neither begun nor declined."""
    if survey.audience is not None:
        acted = InSurvey(survey=survey.id, states=("begun", "done", "left"))
        silent = Except(base=from_json(survey.audience), minus=acted)
        await spread_invitation(ctx, survey, silent, wish_of(ctx), "remind", "survey-reminder")


async def seat_for(ctx: Context, survey: Survey, resident: Resident) -> Seat | None:
    """The resident's seat; one of the audience who begins or declines gets theirs now. None: they were not asked."""
    seat = await surveys.seat_of(ctx.tx, survey.id, resident.id)
    if seat is not None or survey.audience is None or survey.state is not SurveyState.OPEN:
        return seat
    if not await survey_seating.belongs(ctx.tx, from_json(survey.audience), resident.id):
        return None
    await surveys.seat_one(ctx.tx, survey.id, resident.id)
    return await surveys.seat_of(ctx.tx, survey.id, resident.id)


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


async def after_events(ctx: Context) -> int:
    """Occasions that have ended: invite their guests to the event's survey, once an occasion."""
    invited = 0
    for survey in await surveys.standing(ctx.tx, Occasion.EVENT):
        for occasion in await occasions.of_event(ctx.tx, survey.event_id or 0):
            over = occasion.state is EventState.OPEN and occasion.ends_at <= ctx.now
            if not over or occasion.ends_at < (survey.opened_at or ctx.now) - LOOK_BACK:
                continue
            if await once.first(ctx.tx, f"survey:{survey.id}:occasion:{occasion.id}", ctx.now):
                invited += await survey_seating.seat_guests(ctx.tx, survey.id, occasion.id)
                await _invite_guests(ctx, survey, occasion.id)
    return invited


async def _invite_guests(ctx: Context, survey: Survey, occasion_id: int) -> None:
    """Those of this occasion who have not answered yet; whoever was at an earlier one only was asked then."""
    new = InSurvey(survey=survey.id, states=("invited",))
    here = Attending(occasions=(occasion_id,))
    await spread_invitation(ctx, survey, AllOf(parts=(new, here)), ASKED_ANYWAY, f"occasion:{occasion_id}")


def reminder_time(now: datetime, closes_at: datetime, after_days: int) -> datetime | None:
    """When the silent are reminded: so many days after the invitation; None for 0 days or after the end."""
    moment = now + timedelta(days=after_days)
    return moment if after_days and moment < closes_at else None
