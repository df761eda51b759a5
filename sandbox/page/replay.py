"""Plays a recording: its senders become residents with a phone on the page, and write when their moment has come."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from sandbox.page import doings
from sandbox.page.recording import Spoken
from sandbox.page.town import Town, Townsman


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
    """
    phones = {townsman.name: townsman for townsman in town.people.values()}
    start = now()
    for spoken in recording:
        await sleep(max(0.0, start + spoken.seconds / speed - now()))
        doings.write(_phone(town, phones, spoken), {"text": spoken.text})
    return len(recording)


def _phone(town: Town, phones: dict[str, Townsman], spoken: Spoken) -> Townsman:
    name = " ".join(spoken.sender.split())
    if name not in phones:
        phones[name] = town.move_in(name, spoken.lang)
    return phones[name]
