"""What the dialogues about events share: a fair to plan, its rows, the staff's card of it."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import sqlalchemy as sa

from domain.content import Card, Form
from domain.event import Event, Occasion, Signup
from storage import documents, events, occasions, residents, signups
from storage.tables_events import events as table
from storage.tables_events import reminders
from tests.dialogues.town import ResidentActor, Town

WARSAW = ZoneInfo("Europe/Warsaw")
FAIR = {
    "title_en": "Repair fair",
    "title_ar": "معرض التصليح",
    "title_pl": "Targ napraw",
    "text_en": "Bring what is broken.",
    "day": "2026-11-20",
    "start": "18:00",
    "end": "20:00",
    "place": "Old fire station",
    "pin": "54.05, 18.05",
    "area": "harbour",
    "department": "waste",
    "capacity": "2",
    "tasks": "[ ] Chairs for 20 — Anna\n[x] Key of the hall",
}


def warsaw(*when: int) -> datetime:
    """What the clock in Warsaw shows."""
    return datetime(*when, tzinfo=WARSAW)  # type: ignore[misc,arg-type]


async def named(town: Town) -> None:
    """The bot knows its own name, as after its first start."""
    async with town.db.write() as tx:
        body = orjson.dumps({"id": 1, "username": "rivermouth_bot"})
        await documents.put(tx, "telegram-identity", body, town.now)


async def plan(town: Town, **values: str) -> Event:
    """Cora, who coordinates, plans the fair, with these values instead of the usual ones."""
    cora = town.staff("U_CORA")
    await cora.fills_in(await form(town), **{**FAIR, **values})
    return (await every_event(town))[-1]


async def form(town: Town, about: str = "new", user: str = "U_CORA") -> Form | None:
    """The form that a button opens."""
    return await town.staff(user).presses(f"s:form:event:{about}")


async def every_event(town: Town) -> list[Event]:
    """All events, oldest first."""
    async with town.db.read() as tx:
        return [await events.get(tx, row.id) for row in await tx.all(sa.select(table.c.id).order_by(table.c.id))]


async def dates(town: Town, event: Event) -> list[Occasion]:
    """The event's occasions, in the order of time."""
    async with town.db.read() as tx:
        return await occasions.of_event(tx, event.id)


async def answer_of(town: Town, event: Event, who: ResidentActor) -> Signup | None:
    """What a resident answered to the first occasion."""
    first = (await dates(town, event))[0]
    async with town.db.read() as tx:
        resident = await residents.find(tx, "telegram", who.address)
        return None if resident is None else await signups.find(tx, first.id, resident.id)


async def card_of(town: Town, event: Event, channel: str = "C_WASTE") -> Card:
    """The event's card as it now stands in its channel."""
    cards = [m.content for m in town.channel(channel) if isinstance(m.content, Card)]
    return next(card for card in cards if any(event.code in note for note in card.notes))


async def planned(town: Town) -> dict[int, Any]:
    """Reminders by lead, of the only occasion."""
    return {row.minutes: row for row in await town.rows(reminders)}
