"""A resident's message as a line of a case's history."""

from dataclasses import replace
from typing import Any

from domain.case import Case, Entry, EntryKind
from domain.codec import encode
from domain.inbound import ResidentWrote
from handlers.context import Context
from handlers.reading import Reading
from storage import entries


async def add_line(ctx: Context, case: Case, event: ResidentWrote, reading: Reading | None = None) -> Entry:
    """Write a resident's message into a case's history; with its reading where it may yet become a case of its own."""
    data: dict[str, Any] = {"name": event.sender.name}
    if reading is not None:
        data["reading"] = encode(replace(reading, history={}))
    if event.attachments:
        data["attachments"] = encode(event.attachments)
    if event.place:
        data["place"] = encode(event.place)
    if event.contact:
        data["contact"] = encode(event.contact)
    return await entries.add(
        ctx.tx,
        case.id,
        EntryKind.RESIDENT,
        ctx.now,
        author=str(case.resident_id),
        text=event.text,
        data=data,
        message_id=event.message_id,
    )
