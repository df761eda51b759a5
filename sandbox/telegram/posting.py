"""How a bot's message gets into a chat: reply target, keyboards, protection, then a number and a place."""

from dataclasses import dataclass

from sandbox.telegram.access import Access, chat_behind, chat_of
from sandbox.telegram.calls import Call
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities import FormattedText, formatted, utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.markup import read_markup

MAX_TEXT = 4096
MAX_CAPTION = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What goes with the content of a message."""

    chat: Chat
    reply_to: Message | None
    extra: Json
    inline_keyboard: Json | None
    keyboard: Json | None


def read_text(call: Call, name: str = "text", entities: str = "entities") -> FormattedText:
    """The formatted text of an argument, by `parse_mode` or by its list of entities."""
    return format_text(
        call,
        call.arguments.text(name),
        call.arguments.text("parse_mode"),
        call.arguments.decoded(entities, "message entities"),
    )


def format_text(call: Call, text: str, parse_mode: str, listed: object) -> FormattedText:
    """Read a text; people mentioned by id must be known to the bot."""
    return formatted(text, parse_mode, listed, lambda user_id: _known(call, user_id))


def _known(call: Call, user_id: int) -> Json | None:
    user = call.network.users.get(user_id)
    return None if user is None else user.shown()


def message_text(call: Call) -> FormattedText:
    """The text of a message: 1-4096 characters after entity parsing. Raises 400 when empty or too long."""
    if not call.arguments.text("text"):
        raise bad_request("Message text is empty")
    text = read_text(call)
    if not text.text:
        raise bad_request("Text must be non-empty")
    if text.length > MAX_TEXT:
        raise bad_request("message is too long")
    return text


def caption_fields(text: FormattedText) -> Json:
    """Caption fields of a message, none when empty; 0-1024 characters after entity parsing."""
    if text.length > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not text.text:
        return {}
    fields: Json = {"caption": text.text}
    if text.entities:
        fields["caption_entities"] = text.entities
    return fields


def text_fields(text: FormattedText) -> Json:
    """Text fields of a message."""
    return {"text": text.text, "entities": text.entities} if text.entities else {"text": text.text}


def envelope(call: Call) -> Envelope:
    """Read where a message goes and what goes with it, refusing what Telegram refuses."""
    arguments = call.arguments
    if arguments.given("business_connection_id"):
        raise bad_request("business connection not found")
    inline, keyboard = read_markup(arguments)
    chat = chat_of(call, Access.WRITE)
    if keyboard is not None and chat.type == "channel":
        raise bad_request("inline keyboard expected")
    reply_to, quoted = _reply(call, chat)
    extra = dict(quoted)
    if arguments.flag("protect_content"):
        extra["has_protected_content"] = True
    if arguments.given("message_effect_id") and chat.private:
        extra["effect_id"] = arguments.text("message_effect_id")
    if arguments.integer("message_thread_id") > 0 and chat.private:
        raise bad_request("message thread not found")
    return Envelope(chat=chat, reply_to=reply_to, extra=extra, inline_keyboard=inline, keyboard=keyboard)


def _reply(call: Call, chat: Chat) -> tuple[Message | None, Json]:
    arguments = call.arguments
    parameters = arguments.decoded("reply_parameters", "reply parameters")
    if parameters is None:
        wanted = arguments.integer("reply_to_message_id")
        parameters = {
            "message_id": wanted,
            "allow_sending_without_reply": arguments.flag("allow_sending_without_reply"),
        }
        if wanted <= 0:
            return None, {}
    if not isinstance(parameters, dict):
        raise bad_request("Object expected as reply parameters")
    if not parameters:
        return None, {}
    if "message_id" not in parameters:
        raise bad_request('Can\'t find field "message_id"')
    return _target(call, chat, parameters)


def _target(call: Call, chat: Chat, parameters: Json) -> tuple[Message | None, Json]:
    where = parameters.get("chat_id")
    source = chat if where in (None, "") else chat_behind(call, where, Access.READ)
    message = source.messages.get(int(parameters["message_id"]))
    if message is None:
        if parameters.get("allow_sending_without_reply"):
            return None, {}
        raise bad_request("message to be replied not found")
    quote = _quote(call, parameters, message)
    if source is chat:
        return message, quote
    return None, {"external_reply": _external(message), **quote}


def _quote(call: Call, parameters: Json, message: Message) -> Json:
    if not parameters.get("quote"):
        return {}
    wanted = format_text(
        call, str(parameters["quote"]), str(parameters.get("quote_parse_mode") or ""), parameters.get("quote_entities")
    )
    place = message.text.find(wanted.text)
    if place < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = utf16_length(message.text[:place])
    quote: Json = {"text": wanted.text, "position": position, "is_manual": True}
    return {"quote": {**quote, "entities": wanted.entities} if wanted.entities else quote}


def _external(message: Message) -> Json:
    external: Json = {"origin": origin_of(message)}
    if not message.chat.private:
        external |= {"chat": message.chat.shown(), "message_id": message.id}
    kinds = ("animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice", "contact", "dice")
    external |= {
        name: message.content[name] for name in (*kinds, "location", "poll", "venue") if name in message.content
    }
    return external


def origin_of(message: Message) -> Json:
    """The Bot API object MessageOrigin of a message that is forwarded or answered from elsewhere."""
    if "forward_origin" in message.content:
        return dict(message.content["forward_origin"])
    if message.sender is not None:
        return {"type": "user", "date": message.date, "sender_user": message.sender.shown()}
    assert message.sender_chat is not None
    return {
        "type": "channel",
        "date": message.date,
        "chat": message.sender_chat.shown(),
        "message_id": message.id,
    }


def post(call: Call, where: Envelope, content: Json) -> Message:
    """Put the bot's message into the chat."""
    bot, chat = call.bot, where.chat
    channel = chat.type == "channel"
    message = Message(
        id=bot.next_message_id(chat),
        chat=chat,
        date=call.network.date(),
        sender=None if channel else bot.user,
        sender_chat=chat if channel else None,
        content={**where.extra, **content} if where.extra else content,
        reply_to=where.reply_to,
        inline_keyboard=where.inline_keyboard,
        keyboard=where.keyboard,
    )
    chat.action = None
    return bot.keep(message)
