"""One post to the public Telegram channel and chosen Slack channels: it reaches everyone there with one call.

A correction is posted anew, for a change in place makes no sound, and changes the first post too: whoever scrolls back
must not find the wrong words.
"""

from collections.abc import Sequence

from broadcasts.surroundings import Surroundings
from broadcasts.texts import Texts, parts
from delivery.enqueue import enqueue
from domain.broadcast import Broadcast
from domain.content import Message
from domain.delivery import Draft, Lane, Operation
from storage import outbox, spreading


async def post_publicly(s: Surroundings, running: Broadcast, texts: Texts, corrected: Texts) -> None:
    """Write the posts; they go before everybody's own message, whatever the lane of that is.

    `corrected`: what the posts of the broadcast that this one corrects become; none for any other kind.
    """
    drafts = [
        _post(running, channel, address, message, number)
        for channel, address, messages in _places(s, texts)
        for number, message in enumerate(messages)
    ]
    if running.plan.refers_to is not None:
        for channel, address, messages in _places(s, corrected):
            drafts += await _change(s, running, name_of(running.plan.refers_to, channel, address), messages)
    if drafts:
        rows = await enqueue(s.tx, drafts, s.now, {})
        await spreading.posts(s.tx, running.id, _lane(running), rows, s.now)


def name_of(broadcast: int, channel: str, address: str, number: int = 0) -> str:
    """Under which name part `number` of the post at that place is remembered."""
    return f"broadcast:{broadcast}:public:{channel}:{address}:{number}"


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


def _places(s: Surroundings, texts: Texts) -> list[tuple[str, str, Sequence[Message]]]:
    """(channel, address, the messages) of every public place; none without texts."""
    casting = s.community.broadcasting
    if not texts:
        return []
    own = texts.get(s.community.staff_language) or next(iter(texts.values()))
    found: list[tuple[str, str, Sequence[Message]]] = []
    if casting.public_telegram:
        found.append(("telegram", casting.public_telegram, _in_all_languages(s, texts)))
    return found + [(s.desk_channel, channel, own) for channel in casting.slack_channels]


async def _change(s: Surroundings, running: Broadcast, name: str, messages: Sequence[Message]) -> list[Draft]:
    """Change the post of that name, if it stands there and the new words fit into it."""
    standing = await outbox.anchor(s.tx, name)
    if standing is None or len(messages) != 1:
        return []
    channel, address, _ = standing
    lane = max(_lane(running), Lane.REMINDER)
    return [
        Draft(channel=channel, address=address, lane=lane, operation=Operation.EDIT, content=messages[0], target=name)
    ]


def _in_all_languages(s: Surroundings, texts: Texts) -> list[Message]:
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
        lane=_lane(running),
        content=message,
        anchor=name_of(running.id, channel, address, number),
        not_after=running.plan.expires,
    )


def _lane(running: Broadcast) -> Lane:
    return Lane.EMERGENCY if running.plan.grave else Lane.AUTOMATIC
