"""A calendar file dropped into Slack, through the real SDKs: announced, fetched, read, answered under it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.sandbox_town import plan_of, read_manifest
from sandbox.page.town import Town, found
from sandbox.slack import SlackWorkspace
from sandbox.telegram.server import TelegramServer
from tests.contract.test_bot_app import COMMUNITY, liaison
from tests.dialogues.test_event_import import SERIES


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    """Both platforms, founded for the shipped community."""
    telegram, slack = TelegramServer(), SlackWorkspace.create(read_manifest())
    async with telegram.serving(), slack.serving():
        yield found(plan_of(COMMUNITY), telegram, slack)


async def test_a_dropped_file_becomes_events_and_residents_find_them(town: Town, database_url: str) -> None:
    coordinator = town.slack.member(sorted(COMMUNITY.roles.coordinators)[0])
    channel = town.slack.channel("#events-and-culture").id
    robin = next(p for p in town.people.values() if p.language.code == "en").resident
    calendar = SERIES.replace("202611", f"{datetime.now(UTC).year + 1}11")  # this clock is the real one
    async with liaison(town, database_url, webhook=False):
        dropped = coordinator.upload(channel, "choir.ics", calendar.encode())

        def answered() -> list[str]:
            said = [str(line.get("text")) for line in coordinator.thread(channel, dropped.ts)]
            return [text for text in said if "2 events were taken from the file" in text]

        await town.slack.changes.until(answered, within=15)
        await town.slack.changes.until(
            lambda: [p for p in town.slack.journal.posts if "Choir" in str(p.text)], within=15
        )
        robin.write("/events")
        await robin.expect("River walk", within=15)
