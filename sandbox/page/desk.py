"""What one member of staff sees of the workspace, as JSON for the page."""

from typing import Any

from sandbox.page.town import Town, hue
from sandbox.slack import Member
from sandbox.slack.state import Channel

Json = dict[str, Any]
LAST = 120  # messages on the screen


def desk_shown(town: Town, member: Member, channel_id: str, thread: str) -> Json:
    """Channels, the open channel, the open thread, the home page and the form on top, as `member` sees them."""
    slack = town.slack
    place = slack.channels.get(channel_id)
    here = place if place is not None and _visible(place, member) else None
    joined = here is not None and member.id in here.members
    messages = member.read(here.id)[-LAST:] if here is not None and joined else []
    replies = None
    if here is not None and joined and thread in here.messages:
        replies = member.thread(here.id, thread)
    return {
        "people": _people(town),
        "channels": [_channel(town, one, member) for one in slack.channels.values() if _visible(one, member)],
        "channel": _channel(town, here, member) if here else None,
        "messages": [_author(town, one) for one in messages],
        "thread": [_author(town, one) for one in replies] if replies is not None else None,
        "home": member.home,
        "modal": member.modal,
        "modal_errors": member.modal_errors,
    }


def _visible(place: Channel, member: Member) -> bool:
    if place.archived:
        return False
    return place.kind == "channel" or member.id in place.members


def _people(town: Town) -> Json:
    return {
        user.id: {"name": user.real_name or user.name, "hue": hue(user.name), "bot": bool(user.bot_id)}
        for user in town.slack.users.values()
    }


def _channel(town: Town, place: Channel, member: Member) -> Json:
    name = town.slack.bot_user.real_name if place.kind == "im" else place.name
    return {
        "id": place.id,
        "name": name,
        "im": place.kind == "im",
        "private": place.kind == "group",
        "general": place.is_general,
        "joined": member.id in place.members,
        "topic": (place.topic or {}).get("value", ""),
        "count": len(place.messages),
    }


def _author(town: Town, message: Json) -> Json:
    return {**message, "user": message.get("user") or town.slack.bot_user.id}
