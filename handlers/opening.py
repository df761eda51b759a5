"""A new matter becomes a case, and the case finds its department."""

from domain.case import Case, Priority
from domain.codec import encode
from domain.geo import area_of
from domain.inbound import ResidentWrote
from domain.people import Resident
from handlers.alarming import emergency_department
from handlers.asking_department import ask_department
from handlers.context import Context
from handlers.lines import add_line
from handlers.reading import Reading
from handlers.settling import settle
from storage import audit, cases, preferences


async def open_case(ctx: Context, resident: Resident, event: ResidentWrote, reading: Reading) -> Case:
    """Open a case with this message as its first line, and route it: at once, by asking, or to the front desk."""
    case = await cases.open_case(
        ctx.tx,
        resident_id=resident.id,
        kind=reading.kind,
        language=resident.language if reading.language == "und" else reading.language,
        now=ctx.now,
        rng=ctx.rng,
        area=await _area(ctx, resident, event),
        priority=Priority.URGENT if reading.urgent else Priority.NORMAL,
        sensitive=reading.sensitive,
        routing={"ranking": list(reading.ranking), "reasons": [encode(reason) for reason in reading.reasons]},
    )
    await add_line(ctx, case, event)
    await audit.note(ctx.tx, f"resident:{resident.id}", "case.opened", case.reference, ctx.now)
    if reading.action == "ask" and not reading.urgent:
        return await ask_department(ctx, case, resident, reading)
    return await settle(ctx, case, resident, _department(ctx, reading))


def _department(ctx: Context, reading: Reading) -> str:
    if reading.department and ctx.community.department(reading.department):
        return reading.department
    return emergency_department(ctx) if reading.urgent else ctx.community.front_desk


async def _area(ctx: Context, resident: Resident, event: ResidentWrote) -> str | None:
    found = area_of(ctx.community, event.place) if event.place else None
    if found and resident.area is None:
        await preferences.move_area(ctx.tx, resident.id, found.id)
    return found.id if found else resident.area
