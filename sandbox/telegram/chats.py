"""Chats and the messages in them: the memory of the emulator, and how the Bot API shows a message."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.telegram.identity import Json, Membership, User

SUPERGROUP_BASE = -1_000_000_000_000


@dataclass(slots=True, kw_only=True, eq=False)
class Message:
    """One message of one chat. `content` holds its Bot API fields (text, entities, photo, caption, new_chat_members …).

    `inline_keyboard` is the InlineKeyboardMarkup under it; `keyboard` the reply keyboard, removal or forced reply that
    came with it (clients show it, the Bot API never sends it back).
    """

    id: int
    chat: "Chat"
    date: int
    sender: User | None
    content: Json
    sender_chat: "Chat | None" = None
    reply_to: "Message | None" = None
    inline_keyboard: Json | None = None
    keyboard: Json | None = None
    edit_date: int | None = None
    edits: int = 0
    reactions: dict[int, list[Json]] = field(default_factory=dict)
    deleted: bool = False

    @property
    def outgoing(self) -> bool:
        """Whether the bot sent it (in a channel, nobody but the channel is known as the sender)."""
        return self.sender is not None and self.sender.is_bot

    @property
    def text(self) -> str:
        """The words of the message: its text, or its caption, or nothing."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    def shown(self, *, with_reply: bool = True) -> Json:
        """The Bot API object Message; a reply is shown one level deep."""
        shown: Json = {"message_id": self.id}
        if self.sender is not None:
            shown["from"] = self.sender.shown()
        if self.sender_chat is not None:
            shown["sender_chat"] = self.sender_chat.shown()
        shown["chat"] = self.chat.shown()
        shown["date"] = self.date
        if self.edit_date is not None:
            shown["edit_date"] = self.edit_date
        if with_reply and self.reply_to is not None and not self.reply_to.deleted:
            shown["reply_to_message"] = self.reply_to.shown(with_reply=False)
        shown |= self.content
        if self.inline_keyboard is not None:
            shown["reply_markup"] = self.inline_keyboard
        return shown


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """A private chat (`user` is the other side), a group, a supergroup or a channel, as one bot knows it.

    A private chat is `started` once the user has written; before that the bot may not. `inbox_read` and the typing
    state are for the page that shows the chat.
    """

    id: int
    type: str
    user: User | None = None
    title: str | None = None
    username: str | None = None
    description: str | None = None
    started: bool = False
    blocked: bool = False
    members: dict[int, Membership] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    migrated_to: int | None = None
    deleted: bool = False
    last_own_id: int = 0
    action: tuple[str, float] | None = None
    menu_button: Json | None = None
    permissions: frozenset[str] | None = None
    invite_links: dict[str, Json] = field(default_factory=dict)
    _shown: Json | None = None

    def shown(self) -> Json:
        """The Bot API object Chat. Shared between answers: never change it in place."""
        if self._shown is None:
            self._shown = {key: value for key, value in self._fields() if value is not None}
        return self._shown

    def changed(self) -> None:
        """Forget the shown form after a name, title or username has changed."""
        self._shown = None

    def _fields(self) -> Iterator[tuple[str, Any]]:
        yield "id", self.id
        if self.user is not None:
            yield "first_name", self.user.first_name
            yield "last_name", self.user.last_name
            yield "username", self.user.username
        else:
            yield "title", self.title
            yield "username", self.username
        yield "type", self.type

    @property
    def private(self) -> bool:
        """Whether it is a chat of one person with the bot."""
        return self.type == "private"

    @property
    def own_numbering(self) -> bool:
        """Supergroups and channels number their own messages; other chats share the bot's numbers."""
        return self.type in ("supergroup", "channel")

    def keep(self, message: Message, limit: int | None) -> None:
        """Remember a message, and forget the oldest ones beyond `limit`."""
        self.messages[message.id] = message
        if limit is not None:
            while len(self.messages) > limit:
                del self.messages[next(iter(self.messages))]

    def keyboard(self) -> Json | None:
        """The reply keyboard that a client shows now, or None."""
        for message in reversed(self.messages.values()):
            if message.keyboard is not None:
                return None if "remove_keyboard" in message.keyboard else message.keyboard
        return None
