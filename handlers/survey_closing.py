"""Time passes for a survey: the silent are reminded once, and when it ends the results are laid out."""

from handlers import survey_report
from handlers.context import Context
from handlers.survey_inviting import remind
from storage import once, survey_answers, surveys
from storage.surveys import Survey


async def close_ended(ctx: Context) -> int:
    """Close every survey whose time is over and send its results to whoever opened it; returns how many."""
    ended = await surveys.ended(ctx.tx, ctx.now)
    return sum([await close(ctx, survey) for survey in ended])


async def close(ctx: Context, survey: Survey) -> bool:
    """Close one survey. False where it was closed already: results are sent once."""
    if not await surveys.close(ctx.tx, survey.id):
        return False
    if survey.definition.anonymous:
        await survey_answers.cover_all_tracks(ctx.tx, survey.id)
        await survey_answers.mix(ctx.tx, survey.id, ctx.rng)
    await survey_report.send(ctx, await surveys.get(ctx.tx, survey.id), survey.author)
    return True


async def mix_hourly(ctx: Context) -> int:
    """Write the texts of open anonymous surveys anew once an hour, so that no order of rows tells who wrote when."""
    hour = ctx.now.replace(minute=0, second=0, microsecond=0)
    mixed = 0
    for survey in await surveys.running(ctx.tx):
        if survey.definition.anonymous and await once.first(ctx.tx, f"mix:{survey.id}:{hour.isoformat()}", ctx.now):
            await survey_answers.mix(ctx.tx, survey.id, ctx.rng)
            mixed += 1
    return mixed


async def remind_silent(ctx: Context) -> int:
    """Remind those who have neither begun nor declined, once a survey; returns how many surveys were due."""
    due = await surveys.to_remind(ctx.tx, ctx.now)
    done = 0
    for survey in due:
        if await surveys.reminded(ctx.tx, survey.id):
            await remind(ctx, survey)
            done += 1
    return done
