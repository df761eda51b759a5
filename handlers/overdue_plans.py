"""A contingency plan past its review date is pointed out to its owner, once a week until it is read."""

from alerts.playbooks.check import overdue
from alerts.playbooks.plan import Playbook
from domain.content import Message
from domain.delivery import Draft, Lane
from handlers.context import Context
from locales import format_date
from storage import once


async def point_out(ctx: Context) -> int:
    """Tell the owners of overdue plans who have not been told this week; returns how many were."""
    today = ctx.now.astimezone(ctx.community.time_zone).date()
    year, week, _ = today.isocalendar()
    late = [plan for plan in ctx.playbooks if overdue(plan, today)]
    told = [plan for plan in late if await once.first(ctx.tx, f"plan {plan.id} {year}-{week}", ctx.now)]
    await ctx.send(*(_told(ctx, plan) for plan in told))
    return len(told)


def _told(ctx: Context, plan: Playbook) -> Draft:
    community = ctx.community
    owner = community.department(plan.owner) or community.department(community.front_desk)
    assert owner is not None  # the front desk always is there
    assert plan.review is not None  # else it would not be overdue
    language = community.staff_language
    day = format_date(language, plan.review, ctx.now.astimezone(community.time_zone).date())
    text = ctx.desk("plan-overdue", plan=community.say(plan.event, language), day=day, file=f"{plan.id}.toml")
    return Draft(channel=ctx.desk_channel, address=owner.channel, lane=Lane.REPLY, content=Message(text=text))
