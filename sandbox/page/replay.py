"""Plays a recording: its senders become residents with a phone on the page, and write when their moment has come."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from sandbox.page import doings
from sandbox.page.recording import Spoken
from sandbox.page.town import Town, Townsman
from sandbox.telegram.chats import Message
from sandbox.telegram.residents import Resident

PATIENCE = 60.0  # seconds in which a button must come


async def replay(
    town: Town,
    recording: Sequence[Spoken],
    *,
    speed: float,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> int:
    """Play to the end and return how many messages were written. `speed` 10 plays ten seconds in one.

    A sender whose name somebody in `town` bears writes with that person's phone. `recording` is in order of time.
    A button that was to be pressed and does not come within a minute is not pressed.
    """
    phones = {townsman.name: townsman for townsman in town.people.values()}
    start = now()
    pressing: set[asyncio.Task[None]] = set()
    try:
        for spoken in recording:
            await sleep(max(0.0, start + spoken.seconds / speed - now()))
            resident = _phone(town, phones, spoken).resident
            before = max((message.id for message in resident.messages), default=0)
            doings.write(phones[_name(spoken)], {"text": spoken.text})
            if spoken.press:
                pressing.add(asyncio.create_task(_press(resident, spoken.press, before)))
        await asyncio.gather(*pressing)
    finally:
        for task in pressing:
            task.cancel()
    return len(recording)


async def _press(resident: Resident, label: str, before: int) -> None:
    """Press the button with these words under a message of the bot after the one with id `before`, if it comes."""
    try:
        asked = await resident.expect(lambda one: one.id > before and _offers(one, label), within=PATIENCE)
    except TimeoutError:
        return
    resident.click(label, asked)


def _offers(message: Message, label: str) -> bool:
    rows = (message.inline_keyboard or {}).get("inline_keyboard", [])
    return any(button["text"] == label for row in rows for button in row)


def _phone(town: Town, phones: dict[str, Townsman], spoken: Spoken) -> Townsman:
    name = _name(spoken)
    if name not in phones:
        phones[name] = town.move_in(name, spoken.lang)
    return phones[name]


def _name(spoken: Spoken) -> str:
    return " ".join(spoken.sender.split())
