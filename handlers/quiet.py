"""When a resident may be disturbed, for what is said to one of them and not to many."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.people import Resident
from domain.quiet import Quiet, next_allowed
from handlers.context import Context


def zone_of(ctx: Context, resident: Resident) -> ZoneInfo:
    """The resident's time zone; the community's where they chose none."""
    return ZoneInfo(resident.time_zone) if resident.time_zone else ctx.community.time_zone


def allowed(ctx: Context, resident: Resident) -> datetime:
    """The first instant from now on at which the resident has no quiet hours, in UTC."""
    if resident.quiet_from is None or resident.quiet_to is None:
        return ctx.now
    return next_allowed(ctx.now, Quiet(start=resident.quiet_from, end=resident.quiet_to), zone_of(ctx, resident))
