"""Votes in the polls of a bot."""

from collections.abc import Sequence

from sandbox.telegram.bots import Bot
from sandbox.telegram.chats import Message
from sandbox.telegram.identity import User


def cast_vote(bot: Bot, user: User, message: Message, options: Sequence[int]) -> None:
    """Count a person's vote and queue its updates. Raises LookupError for what is no open poll or no option of it."""
    poll = message.content.get("poll")
    if not isinstance(poll, dict) or poll["is_closed"]:
        raise LookupError("the message is no open poll")
    if not all(0 <= number < len(poll["options"]) for number in options):
        raise LookupError("the poll has no such option")
    counted = [
        {**option, "voter_count": option["voter_count"] + (number in options)}
        for number, option in enumerate(poll["options"])
    ]
    voted = {**poll, "options": counted, "total_voter_count": poll["total_voter_count"] + 1}
    message.content = {**message.content, "poll": voted}
    bot.receive("poll", voted, key=message.chat.id)
    if not poll["is_anonymous"]:
        answer = {
            "poll_id": poll["id"],
            "user": user.shown(),
            "option_ids": list(options),
            "option_persistent_ids": [poll["options"][number]["persistent_id"] for number in options],
        }
        bot.receive("poll_answer", answer, key=user.id)
    bot.network.changes.note("edited", bot.id, message.chat.id, message.id)
