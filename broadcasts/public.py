"""One post to the public Telegram channel and chosen Slack channels: it reaches everyone there with one call."""

from collections.abc import Mapping

from broadcasts.surroundings import Surroundings
from broadcasts.texts import parts
from delivery.enqueue import enqueue
from domain.broadcast import Broadcast
from domain.content import Message
from domain.delivery import Draft, Lane


async def post_publicly(s: Surroundings, running: Broadcast, texts: Mapping[str, tuple[Message, ...]]) -> None:
    """Write the posts; they go before everybody's own message, whatever the lane of that is."""
    casting = s.community.broadcasting
    drafts = []
    if casting.public_telegram:
        for number, message in enumerate(_in_all_languages(s, texts)):
            drafts.append(_post(running, "telegram", casting.public_telegram, message, number))
    own = texts.get(s.community.staff_language) or next(iter(texts.values()), ())
    for channel in casting.slack_channels:
        drafts += [_post(running, s.desk_channel, channel, message, number) for number, message in enumerate(own)]
    await enqueue(s.tx, drafts, s.now, {})


async def tell_departments(s: Surroundings, running: Broadcast) -> None:
    """Tell the desks that a plan names that it goes out, so that nobody learns of it from a resident."""
    language = s.community.staff_language
    wording = running.plan.wording(language) or next(iter(running.plan.wordings), None)
    mark = f"{s.catalogs.say(language, 'alert-drill-mark')} · " if running.plan.exercise else ""
    headline = wording.headline if wording else ""
    text = s.catalogs.say(language, "coordination-told", reference=running.reference, headline=headline)
    departments = [found for found in map(s.community.department, running.plan.notify) if found is not None]
    lane = Lane.EMERGENCY if running.plan.grave else Lane.DESK
    message = Message(text=f"{mark}{text}")
    drafts = [Draft(channel=s.desk_channel, address=one.channel, lane=lane, content=message) for one in departments]
    await enqueue(s.tx, drafts, s.now, {})


def _in_all_languages(s: Surroundings, texts: Mapping[str, tuple[Message, ...]]) -> list[Message]:
    """The texts one under the other, the community's first language first, as few messages as they fit into."""
    written = [texts[language] for language in s.community.languages if language in texts]
    different = list(dict.fromkeys(written))
    blocks = [f"{one[0].lead}\n\n" + "".join(part.text for part in one) for one in different]
    whole = Message(text="\n\n———\n\n".join(blocks), rtl=bool(different) and different[0][0].rtl)
    return list(parts(s.capabilities, whole))


def _post(running: Broadcast, channel: str, address: str, message: Message, number: int) -> Draft:
    return Draft(
        channel=channel,
        address=address,
        lane=Lane.EMERGENCY if running.plan.grave else Lane.AUTOMATIC,
        content=message,
        anchor=f"broadcast:{running.id}:public:{channel}:{address}:{number}",
        not_after=running.plan.expires,
    )
