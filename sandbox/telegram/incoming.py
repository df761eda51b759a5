"""What people do, turned into messages of the chat and updates of the bot."""

from sandbox.telegram.bots import Bot
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.identity import Json, Membership, User


def arrive(
    bot: Bot, chat: Chat, sender: User | None, content: Json, reply_to: Message | None = None, *, quiet: bool = False
) -> Message:
    """Put a person's (or a channel's) message into the chat and queue its update, unless `quiet`."""
    message = Message(
        id=bot.next_message_id(chat),
        chat=chat,
        date=bot.network.date(),
        sender=sender,
        sender_chat=chat if sender is None else None,
        content=content,
        reply_to=reply_to,
    )
    bot.keep(message)
    if not quiet and hears(bot, message):
        kind = "channel_post" if chat.type == "channel" else "message"
        bot.receive(kind, message.shown(), key=chat.id, date=message.date)
    return message


def changed_by_user(bot: Bot, message: Message) -> Message:
    """Mark an edit and queue its update."""
    message.edit_date = bot.network.date()
    message.edits += 1
    bot.network.changes.note("edited", bot.id, message.chat.id, message.id)
    if hears(bot, message):
        kind = "edited_channel_post" if message.chat.type == "channel" else "edited_message"
        bot.receive(kind, message.shown(), key=message.chat.id)
    return message


def hears(bot: Bot, message: Message) -> bool:
    """Whether the bot gets this message: in groups, privacy mode lets through only what concerns it.

    Bot API, privacy mode: commands, replies to the bot, mentions of it, service messages; an administrator hears all.
    """
    chat = message.chat
    if chat.private:
        return True
    membership = chat.members.get(bot.id)
    if membership is None or not membership.inside:
        return False
    if chat.type == "channel" or bot.reads_all_group_messages or membership.status in ("administrator", "creator"):
        return True
    if message.reply_to is not None and message.reply_to.sender is bot.user:
        return True
    return _service(message) or _addressed(bot, message)


def _service(message: Message) -> bool:
    names = ("new_chat_members", "left_chat_member", "migrate_to_chat_id", "migrate_from_chat_id", "new_chat_title")
    return any(name in message.content for name in (*names, "group_chat_created", "pinned_message"))


def _addressed(bot: Bot, message: Message) -> bool:
    words = message.text.lower()
    name = f"@{(bot.user.username or '').lower()}"
    if name in words:
        return True
    command = words.split(maxsplit=1)[0] if words.startswith("/") else ""
    return bool(command) and "@" not in command


def membership_update(bot: Bot, chat: Chat, actor: User, old: Membership, new: Membership) -> None:
    """Queue my_chat_member when it is about the bot, chat_member when about somebody else."""
    kind = "my_chat_member" if new.user is bot.user else "chat_member"
    bot.receive(
        kind,
        {
            "chat": chat.shown(),
            "from": actor.shown(),
            "date": bot.network.date(),
            "old_chat_member": old.shown(),
            "new_chat_member": new.shown(),
        },
        key=chat.id,
    )
    bot.network.changes.note("chat", bot.id, chat.id)


def own_block(bot: Bot, chat: Chat, user: User, *, blocked: bool) -> None:
    """Block or unblock the bot in a private chat; it gets my_chat_member when that changes anything."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    old, new = ("member", "kicked") if blocked else ("kicked", "member")
    membership_update(bot, chat, user, Membership(user=bot.user, status=old), Membership(user=bot.user, status=new))
