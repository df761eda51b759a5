"""A resident says whether they are safe. Whoever needs help gets an urgent case at once and is asked where they are."""

from broadcasts.safety_check import check_of
from domain.broadcast import Broadcast
from domain.case import Case, CaseKind, EntryKind, Priority
from domain.inbound import ResidentPressed
from domain.people import Resident
from domain.safety import Answer, Check
from handlers import desk
from handlers.context import Context
from handlers.settling import settle
from storage import audit, broadcasts, cases, entries, residents, safety

PLACE_FOR = "place_for"  # in a resident's dialogue: what the next place they send is for
NOTED = {Answer.SAFE: "safety-noted-safe", Answer.AWAY: "safety-noted-away"}


async def pressed(ctx: Context, resident: Resident, _event: ResidentPressed, rest: list[str]) -> bool:
    """``r:safe:<check>:<answer>``. False for a check that there is not, or that never asked this resident."""
    match rest:
        case [number, said] if number.isdigit() and len(number) < 18 and said in set(Answer):
            check = await safety.get(ctx.tx, int(number))
            if check is None or not await safety.was_asked(ctx.tx, check.id, resident.id):
                return False
            await _answered(ctx, resident, check, Answer(said))
            return True
    return False


async def _answered(ctx: Context, resident: Resident, check: Check, said: Answer) -> None:
    before = await safety.answer(ctx.tx, check.id, resident.id, resident.area, said, ctx.now)
    await safety.let_be(ctx.tx, check.occasions(), resident.id, ctx.now)
    broadcast = await broadcasts.get(ctx.tx, check.id)
    if broadcast.plan.exercise:
        key = "safety-drill-help" if said is Answer.HELP else "safety-drill-noted"
        await ctx.tell(resident, ctx.say(resident.language, key, number=ctx.community.emergency.number))
    elif said is Answer.HELP:
        await _help(ctx, resident, broadcast)
    else:
        await ctx.tell(resident, ctx.say(resident.language, NOTED[said], number=ctx.community.emergency.number))
        if before is Answer.HELP:
            await _tell_desk(ctx, resident, check, said)


async def _help(ctx: Context, resident: Resident, broadcast: Broadcast) -> None:
    check_id = check_of(broadcast)
    known = await safety.case_of(ctx.tx, check_id, resident.id)
    case = await cases.get(ctx.tx, known) if known is not None else None
    if case is None or not case.open:
        case = await _open_case(ctx, resident, broadcast)
        await safety.remember_case(ctx.tx, check_id, resident.id, case.id)
    else:
        again = ctx.say(
            resident.language, "safety-help-again", reference=case.reference, number=ctx.community.emergency.number
        )
        await ctx.tell(resident, again, case_id=case.id)
    await _ask_place(ctx, resident, case)


async def _open_case(ctx: Context, resident: Resident, broadcast: Broadcast) -> Case:
    """An urgent case in the department that the plan names first, on the emergency lane like every urgent card."""
    wording = broadcast.plan.wording(resident.language)
    headline = wording.headline if wording else broadcast.reference
    case = await cases.open_case(
        ctx.tx,
        resident_id=resident.id,
        kind=CaseKind.REPORT,
        language=resident.language,
        now=ctx.now,
        rng=ctx.rng,
        area=resident.area,
        priority=Priority.URGENT,
    )
    words = ctx.say(resident.language, "safety-help-words", headline=headline)
    data = {"name": resident.name, "safety": broadcast.id}
    await entries.add(
        ctx.tx, case.id, EntryKind.RESIDENT, ctx.now, author=str(resident.id), text=words, data=data
    )  # fmt: skip
    await audit.note(ctx.tx, f"resident:{resident.id}", "safety.help", case.reference, ctx.now)
    return await settle(ctx, case, resident, _department(ctx, broadcast))


def _department(ctx: Context, broadcast: Broadcast) -> str:
    known = {department.id for department in ctx.community.departments}
    named = next((name for name in broadcast.plan.notify if name in known), None)
    urgent = next((department.id for department in ctx.community.departments if department.emergency), None)
    return named or urgent or ctx.community.front_desk


async def _ask_place(ctx: Context, resident: Resident, case: Case) -> None:
    resident = await residents.get(ctx.tx, resident.id)
    await residents.change(ctx.tx, resident.id, dialogue={**resident.dialogue, PLACE_FOR: f"case:{case.id}"})
    language = resident.language
    await ctx.tell(
        resident,
        ctx.say(language, "safety-place-ask"),
        ask_place=ctx.say(language, "safety-place-send"),
        case_id=case.id,
    )


async def _tell_desk(ctx: Context, resident: Resident, check: Check, said: Answer) -> None:
    """Somebody who needed help says that they do not any more: staff decide what that means."""
    known = await safety.case_of(ctx.tx, check.id, resident.id)
    case = await cases.get(ctx.tx, known) if known is not None else None
    if case is not None and case.card:
        await desk.say_in_thread(ctx, case, ctx.desk(f"safety-now-{said}", name=resident.name))


def case_for_place(resident: Resident) -> int | None:
    """The case that the next place of this resident belongs to, because they were asked for it; None for none."""
    kind, _, number = str(resident.dialogue.get(PLACE_FOR, "")).partition(":")
    return int(number) if kind == "case" and number.isdigit() else None
