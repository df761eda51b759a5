"""Events as iCalendar files: one occasion for a resident's own calendar, or the feed of all that is coming.

Every occasion is an entry of its own, in UTC: no time zone table to carry, and what has moved moves in every calendar.
"""

from collections.abc import Sequence
from datetime import datetime

import icalendar

from domain.community import Community
from domain.event import EventState
from storage.occasions import Coming

PRODUCT = "-//Liaison//Events//EN"
REFRESH = "PT1H"  # how often calendars should look again


def calendar(
    entries: Sequence[Coming], community: Community, language: str, now: datetime, *, link: str = "", name: str = ""
) -> bytes:
    """An iCalendar file of these occasions, in `language` where they speak it.

    `link`: address of an event's own page or chat with ``{code}`` in it; `name`: what calendars call a feed.
    """
    file = icalendar.Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    if name:
        file.add("name", name)
        file.add("x-wr-calname", name)
        file.add("refresh-interval;value=duration", REFRESH)
    for entry in entries:
        file.add_component(_entry(entry, community, language, now, link))
    return bytes(file.to_ical())


def uid_of(entry: Coming) -> str:
    """What calendars call one occasion: it stays the same when the occasion moves."""
    return f"{entry.occasion.id}-{entry.event.uid}"


def _entry(coming: Coming, community: Community, language: str, now: datetime, link: str) -> icalendar.Event:
    event, occasion, plan = coming.event, coming.occasion, coming.event.plan
    entry = icalendar.Event()
    entry.add("uid", uid_of(coming))
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now)
    entry.add("last-modified", event.updated_at)
    entry.add("dtstart", occasion.starts_at)
    entry.add("dtend", occasion.ends_at)
    entry.add("summary", community.say(plan.title, language))
    told = (community.say(plan.description, language), community.say(plan.accessibility, language))
    if any(told):
        entry.add("description", "\n\n".join(part for part in told if part))
    if plan.place:
        entry.add("location", plan.place)
    if plan.latitude is not None and plan.longitude is not None:
        entry.add("geo", (plan.latitude, plan.longitude))
    if link:
        entry.add("url", link.format(code=event.code))
    entry.add("categories", [plan.topic])
    takes_place = event.state is EventState.OPEN and occasion.state is EventState.OPEN
    entry.add("status", "CONFIRMED" if takes_place else "CANCELLED")
    return entry
