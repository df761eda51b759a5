"""Trouble is told to the front desk once, however many processes meet it."""

import asyncio
from datetime import timedelta

from bot.alarms import Alarms
from tests.dialogues.town import Town


def told(town: Town) -> list[str]:
    """What the front desk has read of it."""
    return [post.words for post in town.channel("C_FRONT") if "Telegram" in post.words]


async def test_an_alarm_that_several_processes_raise_is_told_once_and_again_after_half_an_hour(town: Town) -> None:
    members = [Alarms(town.db, town.context, lambda: town.now) for _ in range(3)]
    await asyncio.gather(*(one.raise_("channel-down", "telegram", channel="Telegram") for one in members))
    await town.deliver()
    assert len(told(town)) == 1
    await members[0].raise_("channel-back", "telegram", channel="Telegram")
    await town.deliver()
    assert len(told(town)) == 2
    town.now += timedelta(minutes=29)
    for one in (*members, Alarms(town.db, town.context, lambda: town.now)):  # the last one has just started
        await one.raise_("channel-down", "telegram", channel="Telegram")
    await town.deliver()
    assert len(told(town)) == 2
    town.now += timedelta(minutes=2)
    for one in members:
        await one.raise_("channel-down", "telegram", channel="Telegram")
    await town.deliver()
    assert len(told(town)) == 3
