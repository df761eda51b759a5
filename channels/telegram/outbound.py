"""Sends deliveries through Telegram: one `Delivery` in, a `Receipt` or a `SendError` out."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters

from channels.plain import cut, outgoing
from channels.progress import Progress
from channels.telegram.ask import ask
from channels.telegram.compose import CAPTION_LIMIT, TEXT_LIMIT, Part, as_message, markup_of, one_part, parts_of
from channels.telegram.errors import as_send_error
from channels.telegram.files import UPLOAD_LIMIT, download, resend, upload
from channels.telegram.transport import AiohttpRequest
from domain.content import Card, FileRef, Forwarded, Message, Toast
from domain.delivery import Capabilities, Delivery, Operation, Receipt
from domain.errors import Refused, SendError
from domain.ports import FileSource

CAPABILITIES = Capabilities(
    channel="telegram",
    text_limit=TEXT_LIMIT,
    utf16=True,
    edits=True,
    deletes=True,
    private_notes=False,
    forms=False,
    file_limit=UPLOAD_LIMIT,
    buttons_in_row=8,
)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW_JSON = _NO_PREVIEW.to_dict()
_TOAST_LIMIT = 200  # Bot API: answerCallbackQuery.text


class TelegramSender:
    """`domain.ports.Sender` and `FileSource` for Telegram.

    `files` are the other channels' file sources by channel name; the mapping is read when a file is passed on, so it
    may be filled after construction. `paid`: every message asks to be let through above the free rate; what goes
    beyond that costs the bot's Stars (Bot API: ``allow_paid_broadcast``).
    """

    def __init__(
        self, bot: Bot, request: AiohttpRequest, *, files: Mapping[str, FileSource] | None = None, paid: bool = False
    ) -> None:
        self._bot = bot
        self._request = request
        self._paid = True if paid else None  # None leaves the parameter out
        self._files = files if files is not None else {}
        self._progress = Progress()
        self._deeds: dict[Operation, Callable[[Delivery], Awaitable[str | None]]] = {
            Operation.POST: self._post,
            Operation.EDIT: self._edit,
            Operation.DELETE: self._delete,
            Operation.FILE: self._file,
            Operation.ANSWER: self._answer,
            Operation.PRIVATE: self._private,
        }

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram can do."""
        return CAPABILITIES

    async def send(self, delivery: Delivery) -> Receipt:
        """Send it; returns once Telegram said yes. Raises `SendError`s, and nothing else."""
        deed = self._deeds.get(delivery.operation)
        if deed is None:
            raise Refused(f"Telegram has no {delivery.operation}")
        try:
            return Receipt(platform_id=await deed(delivery))
        except Exception as error:
            meaning = as_send_error(error, delivery.address)
            if not meaning.retry:
                self._progress.finish(delivery.id)
            raise meaning from None

    async def fetch(self, file: FileRef, limit: int) -> bytes:
        """The bytes of a file that rests at Telegram. Raises `SendError`s; `Refused` where too large or gone."""
        try:
            return await download(self._bot, self._request, file, limit)
        except SendError:
            raise
        except Exception as error:
            raise as_send_error(error) from None

    async def _post(self, delivery: Delivery) -> str | None:
        message = _message(delivery)
        return await self._send_parts(delivery, message, delivery.address, parts_of(message))

    async def _private(self, delivery: Delivery) -> str | None:
        """Telegram has no notes inside a chat that one person sees: it goes to the person's own chat."""
        message = _message(delivery)
        return await self._send_parts(delivery, message, delivery.person or delivery.address, parts_of(message))

    async def _send_parts(
        self, delivery: Delivery, message: Message, address: str, parts: list[Part], before: int = 0
    ) -> str | None:
        """Send what is not sent yet of `parts`; `before` parts of the delivery went another way (a file's caption)."""
        sent = self._progress.of(delivery.id)
        for number, part in enumerate(parts, before):
            if number < len(sent):
                continue
            last = number == before + len(parts) - 1
            said: dict[str, Any] = {
                "chat_id": _id(address),
                "text": part.text,
                "link_preview_options": _NO_PREVIEW_JSON,
            }
            if spans := part.spans:
                said["entities"] = spans
            if last and (markup := markup_of(message, _private_chat(address))):
                said["reply_markup"] = markup.to_dict()
            if number == 0 and (reply := _reply(delivery)):
                said["reply_parameters"] = reply.to_dict()
            if message.silent or number > 0:
                said["disable_notification"] = True
            if self._paid:
                said["allow_paid_broadcast"] = True
            done = await ask(self._request, self._bot, "sendMessage", said)
            sent.append(str(done["message_id"]))
        self._progress.finish(delivery.id)
        return sent[0] if sent else None

    async def _edit(self, delivery: Delivery) -> str | None:
        message = _message(delivery)
        part, markup = one_part(message), markup_of(message, private=False)
        assert markup is None or isinstance(markup, InlineKeyboardMarkup)
        await self._bot.edit_message_text(
            text=part.text,
            chat_id=_id(delivery.address),
            message_id=_id(delivery.target_id),
            entities=part.entities,
            reply_markup=markup,
            link_preview_options=_NO_PREVIEW,
        )
        return delivery.target_id

    async def _delete(self, delivery: Delivery) -> str | None:
        await self._bot.delete_message(chat_id=_id(delivery.address), message_id=_id(delivery.target_id))
        return delivery.target_id

    async def _answer(self, delivery: Delivery) -> None:
        content = delivery.content
        toast = content if isinstance(content, Toast) else Toast()
        if not delivery.person:
            raise Refused("an answer needs the press it answers")
        text = cut(outgoing(toast.text).strip(), _TOAST_LIMIT)
        await self._bot.answer_callback_query(delivery.person, text=text or None, show_alert=toast.alert)

    async def _file(self, delivery: Delivery) -> str | None:
        if not isinstance(delivery.content, Forwarded):
            raise Refused("no file in it")
        caption = Message(text=delivery.content.caption)
        parts = parts_of(caption, CAPTION_LIMIT)
        sent = self._progress.of(delivery.id)
        if not sent:
            sent.append(await self._send_file(delivery, delivery.content, parts[0]))
        return await self._send_parts(delivery, caption, delivery.address, parts[1:], before=1)

    async def _send_file(self, delivery: Delivery, forwarded: Forwarded, caption: Part) -> str:
        options: dict[str, Any] = {
            "chat_id": _id(delivery.address),
            "caption": caption.text or None,
            "reply_parameters": _reply(delivery),
            "allow_paid_broadcast": self._paid,
        }
        file = forwarded.attachment.file
        if file.channel == CAPABILITIES.channel:
            done = await resend(self._bot, forwarded.attachment, options)
        else:
            content = await self._source(file.channel).fetch(file, UPLOAD_LIMIT)
            done = await upload(self._bot, forwarded.attachment, content, options)
        return str(done.message_id)

    def _source(self, channel: str) -> FileSource:
        try:
            return self._files[channel]
        except KeyError:
            raise Refused(f"no source of files called {channel}") from None


def _message(delivery: Delivery) -> Message:
    if not isinstance(delivery.content, Message | Card):
        raise Refused(f"Telegram cannot show a {type(delivery.content).__name__}")
    return as_message(delivery.content)


def _id(text: str | None) -> int:
    try:
        return int(text or "")
    except ValueError:
        raise Refused("not an id of Telegram") from None


def _private_chat(address: str) -> bool:
    return not address.startswith("-")


def _reply(delivery: Delivery) -> ReplyParameters | None:
    """What it replies to, if anything. The message may be gone by then: it is sent all the same."""
    replied = delivery.reply_to or delivery.thread_id
    return ReplyParameters(_id(replied), allow_sending_without_reply=True) if replied else None
