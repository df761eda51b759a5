"""A case settles in a department: its card appears there and the resident learns who has it."""

from domain.case import Case
from domain.people import Resident
from handlers import desk
from handlers.context import Context
from handlers.receipt import give_receipt
from storage import cases


async def settle(ctx: Context, case: Case, resident: Resident, department: str, key: str = "resident-receipt") -> Case:
    """Give the case to a department: its card appears there, with everything said so far, and the resident is told."""
    case = await cases.change(ctx.tx, case.id, ctx.now, department=department, card=case.card + 1)
    case = await give_receipt(ctx, case, resident, key)
    await desk.lay_out(ctx, case)
    return case
