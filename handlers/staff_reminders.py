"""What staff are reminded of, each thing once a day or week in their own channel.

In the morning of a working day: cases that should have been answered. In the afternoon: tomorrow's events. On Monday:
the week behind and the week ahead. A row says that it was done, so a late or doubled tick changes nothing.
"""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

from domain.case import Case
from domain.community import Department
from domain.content import Message
from domain.delivery import Draft, Lane
from handlers.context import Context
from handlers.events import words
from locales import format_age
from storage import cases, occasions, once, staff

Writing = Callable[[Context, Department], Awaitable[str]]  # a message for a department; empty: none today
MORNING, AFTERNOON = time(8), time(15)
DIGEST_DAYS = 3  # Monday to Wednesday: whoever was down on Monday still gets it
LISTED = 15


async def remind(ctx: Context) -> int:
    """Send what the hour asks for; returns how many messages were left."""
    local = ctx.now.astimezone(ctx.community.time_zone)
    today = local.date()
    works = local.weekday() < 5 and today.isoformat() not in ctx.community.holidays
    count = 0
    if works and local.time() >= MORNING and await once.first(ctx.tx, f"overdue:{today}", ctx.now):
        count += await _each(ctx, _overdue)
    week = today.isocalendar()
    begun = local.weekday() < DIGEST_DAYS and local.time() >= MORNING
    if begun and await once.first(ctx.tx, f"week:{week.year}-{week.week}", ctx.now):
        count += await _each(ctx, _digest)
    if local.time() >= AFTERNOON and await once.first(ctx.tx, f"tomorrow:{today}", ctx.now):
        count += await _each(ctx, _tomorrow)
    return count


async def _each(ctx: Context, write: Writing) -> int:
    count = 0
    for department in ctx.community.departments:
        text = await write(ctx, department)
        if text:
            note = Message(text=text)
            await ctx.send(Draft(channel=ctx.desk_channel, address=department.channel, lane=Lane.DESK, content=note))
            count += 1
    return count


async def _overdue(ctx: Context, department: Department) -> str:
    """The department's unanswered cases, the longest overdue first."""
    found = await cases.overdue(ctx.tx, department.id, ctx.now, limit=LISTED)
    if not found:
        return ""
    count = await cases.count_overdue(ctx.tx, department.id, ctx.now)
    lines = [ctx.desk("remind-overdue", count=count), *[await _case(ctx, case) for case in found]]
    if count > len(found):
        lines.append(ctx.desk("remind-overdue-more", count=count - len(found)))
    return "\n".join(lines)


async def _case(ctx: Context, case: Case) -> str:
    owner = await staff.name_of(ctx.tx, case.assignee) if case.assignee else ctx.desk("value-nobody")
    late = format_age(ctx.community.staff_language, ctx.now - (case.due_at or ctx.now))
    return ctx.desk("remind-overdue-line", reference=case.reference, age=late, owner=owner)


async def _tomorrow(ctx: Context, department: Department) -> str:
    """What the department has on tomorrow, with what is still to be done for it."""
    start, end = _day(ctx, ctx.now.astimezone(ctx.community.time_zone).date() + timedelta(days=1))
    found = await occasions.coming(ctx.tx, start, until=end, departments=[department.id], limit=LISTED)
    if not found:
        return ""
    language = ctx.community.staff_language
    lines = [ctx.desk("remind-tomorrow", count=len(found))]
    for one in found:
        plan = one.event.plan
        when = words.span(ctx, one.occasion, plan, language)
        title = words.title(ctx, one.event, language)
        lines.append(
            ctx.desk("remind-tomorrow-line", title=title, when=when, place=plan.place, count=one.occasion.taken)
        )
        lines += [ctx.desk("event-task-open", text=task.text) for task in plan.tasks if not task.done]
    return "\n".join(lines)


async def _digest(ctx: Context, department: Department) -> str:
    """The week behind and the week ahead, in figures."""
    monday = ctx.now.astimezone(ctx.community.time_zone).date()
    monday -= timedelta(days=monday.weekday())
    since, _ = _day(ctx, monday - timedelta(days=7))
    this_week, _ = _day(ctx, monday)
    next_week, _ = _day(ctx, monday + timedelta(days=7))
    opened, resolved = await cases.count_between(ctx.tx, department.id, since, this_week)
    still = sum((await cases.queue_counts(ctx.tx)).get(department.id, {}).values())
    ahead = await occasions.coming(ctx.tx, ctx.now, until=next_week, departments=[department.id])
    late = await cases.count_overdue(ctx.tx, department.id, ctx.now)
    if not (opened or resolved or still or ahead):
        return ""
    name = ctx.department_name(department, ctx.community.staff_language)
    return "\n".join(
        (
            ctx.desk("remind-week", department=name),
            ctx.desk("remind-week-cases", opened=opened, resolved=resolved),
            ctx.desk("remind-week-open", count=still),
            ctx.desk("remind-week-overdue", count=late),
            ctx.desk("remind-week-events", count=len(ahead)),
        )
    )


def _day(ctx: Context, day: date) -> tuple[datetime, datetime]:
    """The instants at which a day of the community begins and ends."""
    zone = ctx.community.time_zone
    return datetime.combine(day, time(), zone), datetime.combine(day + timedelta(days=1), time(), zone)
