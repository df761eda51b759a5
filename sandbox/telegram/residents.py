"""The other side of the chat: people who write to the bot, press its buttons and read what it says.

    anna = Resident(bot, network.add_user("Anna", language_code="pl"))
    anna.start("poster-12")
    anna.write("Nie działa latarnia")
    note = await anna.press("Wybierz")         # by the button's words, its callback_data or (row, column)
    anna.messages[-1].text

Everything but `press` and the waiting calls happens at once. Methods take `chat=` to act in a group instead of the
private chat.
"""

import asyncio
from collections.abc import Callable

from sandbox.telegram.callbacks import CallbackAnswer, CallbackQuery
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.identity import Json
from sandbox.telegram.incoming import own_block
from sandbox.telegram.methods.commands import commands_for
from sandbox.telegram.sending import Sender, own_contact
from sandbox.telegram.voting import cast_vote

Button = str | tuple[int, int]


class Resident(Sender):
    """One person as one bot meets them."""

    @property
    def messages(self) -> list[Message]:
        """The private chat as this person sees it, oldest first."""
        return list(self.chat.messages.values())

    @property
    def replies(self) -> list[Message]:
        """What the bot has said in the private chat, oldest first."""
        return [message for message in self.messages if message.outgoing]

    @property
    def commands(self) -> list[Json]:
        """The commands that this person's client offers in the private chat."""
        user = self.user
        return commands_for(self.bot, private=True, chat_id=user.id, language_code=user.language_code, user_id=user.id)

    @property
    def sees_typing(self) -> str | None:
        """The action that the client shows now (typing, upload_photo …), if any."""
        action = self.chat.action
        return action[0] if action is not None and action[1] > self.network.now() else None

    # -- buttons ------------------------------------------------------------------------------------------------

    def click(self, button: Button, message: Message | None = None) -> CallbackQuery:
        """Press an inline button and do not wait. Without `message`, the last one that has a keyboard.

        The button is its words, its callback_data, or (row, column) from 0. Raises LookupError when there is none.
        """
        target = message or self._last_with_buttons()
        data = find_button(target, button)
        return self.send_query(target, data)

    def send_query(self, message: Message, data: str) -> CallbackQuery:
        """Send a callback query with any data: old cards and forged clients included."""
        query = CallbackQuery(
            id=self.bot.next_query_id(), user=self.user, message=message, data=data, created=self.network.now()
        )
        self.bot.queries[query.id] = query
        instance = str(abs(hash((self.bot.id, message.chat.id))))
        self.bot.receive("callback_query", query.shown(instance), key=message.chat.id)
        return query

    async def press(self, button: Button, message: Message | None = None, *, within: float = 5.0) -> CallbackAnswer:
        """Press an inline button and wait for answerCallbackQuery. Raises TimeoutError when it does not come."""
        return await self.click(button, message).wait(within)

    def tap(self, words: str, *, chat: Chat | None = None) -> Message:
        """Press a button of the reply keyboard: sends its words, or the contact or place that it asks for.

        Raises LookupError when the keyboard shows no such button.
        """
        where = self.chat if chat is None else chat
        keyboard = where.keyboard() or {"keyboard": []}
        for button in (button for row in keyboard.get("keyboard", []) for button in row):
            if button["text"] == words:
                return self._tapped(button, chat)
        raise LookupError(f"the keyboard shows no button {words!r}")

    def _tapped(self, button: Json, chat: Chat | None) -> Message:
        if button.get("request_contact"):
            return self.send({"contact": own_contact(self.user)}, chat=chat)
        if button.get("request_location"):
            return self.send({"location": {"latitude": 52.2297, "longitude": 21.0122}}, chat=chat)
        return self.write(button["text"], chat=chat)

    def _last_with_buttons(self) -> Message:
        for message in reversed(self.messages):
            if message.inline_keyboard is not None:
                return message
        raise LookupError("no message with buttons in the chat")

    # -- standing -----------------------------------------------------------------------------------------------

    def block(self) -> None:
        """Block the bot: it gets my_chat_member, and 403 from then on."""
        own_block(self.bot, self.chat, self.user, blocked=True)

    def unblock(self) -> None:
        """Unblock the bot: it gets my_chat_member and may write again."""
        own_block(self.bot, self.chat, self.user, blocked=False)

    def react(self, message: Message, emoji: str = "") -> None:
        """React to a message with one emoji, or take the reaction back."""
        old = message.reactions.get(self.user.id, [])
        new: list[Json] = [{"type": "emoji", "emoji": emoji}] if emoji else []
        message.reactions[self.user.id] = new
        update: Json = {"chat": message.chat.shown(), "message_id": message.id, "user": self.user.shown()}
        update |= {"date": self.network.date(), "old_reaction": old, "new_reaction": new}
        self.bot.receive("message_reaction", update, key=message.chat.id)
        self.network.changes.note("reaction", self.bot.id, message.chat.id, message.id)

    def vote(self, message: Message, *options: int) -> None:
        """Vote in a poll of the bot: it gets poll, and poll_answer when the poll is not anonymous.

        Raises LookupError when the message is no open poll or has no such option.
        """
        cast_vote(self.bot, self.user, message, options)

    # -- waiting ------------------------------------------------------------------------------------------------

    async def expect(
        self, wanted: str | Callable[[Message], bool] = "", *, after: Message | None = None, within: float = 5.0
    ) -> Message:
        """Wait for a message of the bot that contains these words (or fulfils the condition); returns it.

        `after`: only later ones count. Raises TimeoutError after `within` seconds, telling what the chat shows instead.
        """
        fits = wanted if callable(wanted) else lambda message: wanted in message.text
        loop = asyncio.get_running_loop()
        deadline = loop.time() + within
        while True:
            version = self.network.changes.version
            for message in self.replies:
                if (after is None or message.id > after.id) and fits(message):
                    return message
            if loop.time() >= deadline:
                raise TimeoutError(f"no such message; the bot said {[message.text for message in self.replies]}")
            await self.network.changes.wait(version, deadline - loop.time())


def find_button(message: Message, button: Button) -> str:
    """The callback_data of an inline button. Raises LookupError when there is none, or it sends no data."""
    rows = (message.inline_keyboard or {}).get("inline_keyboard", [])
    if isinstance(button, tuple):
        row, column = button
        candidates = [rows[row][column]] if row < len(rows) and column < len(rows[row]) else []
    else:
        candidates = [found for row in rows for found in row if button in (found["text"], found.get("callback_data"))]
    for found in candidates:
        if "callback_data" in found:
            return str(found["callback_data"])
    raise LookupError(f"no button {button!r} under {message.text[:40]!r}")
