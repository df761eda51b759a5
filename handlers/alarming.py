"""An emergency word in what is added to a case: the number at once, and nobody is asked anything before it moves."""

from domain.case import Case, Priority
from domain.people import Resident
from handlers import desk
from handlers.context import Context
from handlers.reading import Reading
from handlers.settling import settle
from storage import cases, questions


def emergency_department(ctx: Context) -> str:
    """Who has urgent cases that name no department; the front desk where the configuration says nothing."""
    urgent = next((d.id for d in ctx.community.departments if d.emergency), None)
    return urgent or ctx.community.front_desk


async def sound_alarm(ctx: Context, case: Case, resident: Resident, reading: Reading) -> Case:
    """Make the case urgent and tell the resident the emergency number, whoever made it urgent before.

    One whose resident was still being asked for the department goes to the department for emergencies.
    """
    if case.priority is not Priority.URGENT:
        case = await cases.change(ctx.tx, case.id, ctx.now, priority=Priority.URGENT)
    if case.department is None and case.open:
        for question in await questions.open_of(ctx.tx, resident.id, "department", case.id):
            await questions.close(ctx.tx, question, expired=True)
        return await settle(ctx, case, resident, emergency_department(ctx))  # its receipt begins with the number
    text = ctx.say(resident.language, "resident-emergency", number=ctx.community.emergency.number)
    await ctx.tell(resident, text, case_id=case.id)
    if case.card:
        await desk.say_in_thread(ctx, case, ctx.desk("thread-urgent", word=reading.urgent))
    return case
