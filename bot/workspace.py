"""The Slack workspace as the town's configuration needs it: names become ids, members take their seats.

What was learned is kept as a document, so that Liaison starts while Slack is out of reach.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import orjson
import structlog

from bot.supervise import NoCure
from channels.slack.directory import SlackDirectory
from domain.community import Community
from storage import documents, staff
from storage.engine import Database

DOCUMENT = "slack-channels"

log = structlog.get_logger()


class ChannelsMissing(NoCure):
    """The configuration names Slack channels that the app has never seen."""


def resolve(community: Community, channels: Mapping[str, str]) -> Community:
    """`community` with every ``#name`` replaced by the channel's id. Raises ChannelsMissing, naming all of them."""
    missing: list[str] = []

    def known(name: str, user: str) -> str:
        if not name.startswith("#"):
            return name
        if name[1:] not in channels:
            missing.append(f"{name} ({user})")
        return channels.get(name[1:], name)

    departments = tuple(replace(d, channel=known(d.channel, f"department {d.id}")) for d in community.departments)
    casting = community.broadcasting
    casting = replace(
        casting,
        channel=known(casting.channel, "broadcasts"),
        slack_channels=tuple(known(name, "broadcasts") for name in casting.slack_channels),
    )
    if missing:
        raise ChannelsMissing(
            f"Slack has no channel that the app can see for: {', '.join(missing)}. Liaison stops; "
            "what residents have written meanwhile is kept. Create the channels and invite the app (/invite @Liaison), "
            "or correct config/community.toml; `liaison check` looks at all of it."
        )
    return replace(community, departments=departments, broadcasting=casting)


async def remembered_channels(db: Database) -> dict[str, str]:
    """Names and ids as Slack told them last; empty before the first time."""
    async with db.read() as tx:
        body = await documents.take(tx, DOCUMENT)
    found: dict[str, str] = orjson.loads(body) if body else {}
    return found


async def learn_workspace(
    db: Database, directory: SlackDirectory, community: Community, now: datetime
) -> dict[str, str]:
    """Ask Slack who and what there is, and keep it. Returns names and ids of the channels; raises SendErrors.

    A channel that was there before stays known when it is renamed or archived: one department's trouble must not stop
    the others.
    """
    channels = await directory.channels()
    people = await directory.users()
    ids = {channels.get(name, name) for name in channel_names(community)}
    seats = {channel: await directory.members(channel) for channel in ids if channel in channels.values()}
    seats |= {group: await directory.group_members(group) for group in _groups(community)}
    known = {**await remembered_channels(db), **channels}
    async with db.write() as tx:
        await staff.remember(tx, people)
        for place, members in seats.items():
            await staff.seat(tx, place, members)
        await documents.put(tx, DOCUMENT, orjson.dumps(known), now)
    log.info("workspace.learned", channels=len(channels), people=len(people), seats=len(seats))
    if lost := sorted((set(channel_names(community)) & known.keys()) - channels.keys()):
        log.error("workspace.channels_gone", channels=lost)
    return known


def channel_names(community: Community) -> tuple[str, ...]:
    """Every Slack channel that the configuration names, without the ``#``."""
    casting = community.broadcasting
    named = [*(d.channel for d in community.departments), casting.channel, *casting.slack_channels]
    return tuple(dict.fromkeys(name.removeprefix("#") for name in named if name))


def _groups(community: Community) -> frozenset[str]:
    roles = community.roles
    named = roles.coordinators | roles.approvers | roles.admins | roles.duty_officers
    return frozenset(name for name in named if name.startswith("S"))
