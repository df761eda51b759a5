"""When the routing is not sure, the resident is asked; if nobody answers, the front desk has it."""

from datetime import timedelta

from domain.case import Case
from domain.content import Button
from domain.people import Resident
from handlers.context import Context
from handlers.reading import Reading
from handlers.settling import settle
from handlers.teaching import teach
from storage import cases, questions, residents
from storage.questions import Question

NONE_OF_THESE = "none"


async def ask_department(ctx: Context, case: Case, resident: Resident, reading: Reading) -> Case:
    """Ask the resident which of the three likeliest departments it is for."""
    options = [d for d in reading.ranking if ctx.community.department(d)][:3]
    expires = ctx.now + timedelta(minutes=ctx.community.timings.choose_department_minutes)
    question = await questions.ask(
        ctx.tx, resident.id, "department", ctx.now, case_id=case.id, data={"options": options}, expires_at=expires
    )
    language = resident.language
    rows = [
        [Button(label=ctx.department_name(option, language), data=f"r:q:{question.id}:{i}")]
        for i, option in enumerate(options)
    ]
    rows.append(
        [Button(label=ctx.say(language, "resident-ask-department-none"), data=f"r:q:{question.id}:{NONE_OF_THESE}")]
    )
    text = "\n\n".join(
        (
            ctx.say(language, "resident-receipt-undecided", reference=case.reference),
            ctx.say(language, "resident-ask-department"),
        )
    )
    await ctx.tell(resident, text, buttons=rows, case_id=case.id, anchor=f"question:{question.id}")
    return case


async def department_chosen(ctx: Context, question: Question, resident: Resident, choice: str) -> bool:
    """The resident chose a department, or none. False if the choice makes no sense."""
    options: list[str] = question.data["options"]
    if choice not in {NONE_OF_THESE, *map(str, range(len(options)))}:
        return False
    if not await questions.close(ctx.tx, question, answer=choice):
        return False
    case = await cases.get(ctx.tx, question.case_id or 0)
    if case.department is not None:
        return False
    if choice == NONE_OF_THESE:
        await settle(ctx, case, resident, ctx.community.front_desk, "resident-routed-late")
        return True
    case = await settle(ctx, case, resident, options[int(choice)], "resident-department-chosen")
    await teach(ctx, case, "chosen", f"resident:{resident.id}")
    return True


async def department_not_chosen(ctx: Context, question: Question) -> None:
    """Nobody chose in time: the front desk has it."""
    if not await questions.close(ctx.tx, question, expired=True):
        return
    case = await cases.get(ctx.tx, question.case_id or 0)
    if case.department is None and case.open:
        resident = await residents.get(ctx.tx, question.resident_id)
        await settle(ctx, case, resident, ctx.community.front_desk, "resident-routed-late")
