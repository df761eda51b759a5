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
from typing import TYPE_CHECKING

from sandbox.telegram.bots import Bot
from sandbox.telegram.callbacks import CallbackAnswer, CallbackQuery
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities.detected import detect
from sandbox.telegram.identity import Json, Membership, User
from sandbox.telegram.incoming import arrive, changed_by_user, membership_update

if TYPE_CHECKING:
    from sandbox.telegram.network import Network

Button = str | tuple[int, int]


class Resident:
    """One person as one bot meets them."""

    def __init__(self, bot: Bot, user: User) -> None:
        self.bot = bot
        self.user = user
        self.network: Network = bot.network

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.network.private_chat(self.bot, self.user)

    @property
    def messages(self) -> list[Message]:
        """The private chat as this person sees it, oldest first."""
        return list(self.chat.messages.values())

    @property
    def replies(self) -> list[Message]:
        """What the bot has said in the private chat, oldest first."""
        return [message for message in self.messages if message.outgoing]

    # -- writing ------------------------------------------------------------------------------------------------

    def start(self, payload: str = "") -> Message:
        """Press Start, or open a link t.me/<bot>?start=<payload>."""
        return self.write(f"/start {payload}".strip())

    def write(self, text: str, *, reply_to: Message | None = None, chat: Chat | None = None) -> Message:
        """Send a text. Unblocks the bot, as writing to it does."""
        content: Json = {"text": text}
        entities = detect(text)
        if entities:
            content["entities"] = entities
        return self.send(content, reply_to=reply_to, chat=chat)

    def send(self, content: Json, *, reply_to: Message | None = None, chat: Chat | None = None) -> Message:
        """Send a message with these Bot API fields as they are."""
        where = self.chat if chat is None else chat
        if where.private:
            if where.blocked:
                self.unblock()
            where.started = True
        return arrive(self.bot, where, self.user, content, reply_to)

    def edit(self, message: Message, text: str) -> Message:
        """Change the text or caption of an own message: the bot gets edited_message with the same message_id."""
        words, marks = ("text", "entities") if "text" in message.content else ("caption", "caption_entities")
        content = {name: value for name, value in message.content.items() if name != marks}
        entities = detect(text)
        message.content = {**content, words: text, **({marks: entities} if entities else {})}
        return changed_by_user(self.bot, message)

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
        self._blocked(True)

    def unblock(self) -> None:
        """Unblock the bot: it gets my_chat_member and may write again."""
        self._blocked(False)

    def _blocked(self, blocked: bool) -> None:
        chat = self.chat
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        old, new = ("member", "kicked") if blocked else ("kicked", "member")
        bot = self.bot.user
        membership_update(self.bot, chat, self.user, Membership(user=bot, status=old), Membership(user=bot, status=new))

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


def own_contact(user: User) -> Json:
    """The Contact object of a person's own telephone number."""
    contact: Json = {"phone_number": user.phone_number or "", "first_name": user.first_name, "user_id": user.id}
    return {**contact, "last_name": user.last_name} if user.last_name else contact


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
