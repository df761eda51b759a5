"""editMessageText, editMessageCaption, editMessageReplyMarkup: what a bot may change about its own messages."""

from sandbox.telegram.access import Access, message_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.markup import inline_markup
from sandbox.telegram.methods.texts import link_preview
from sandbox.telegram.posting import caption_fields, message_text, read_text, text_fields

CAPTIONED = ("photo", "video", "animation", "document", "audio", "voice")
_TEXT_FIELDS = frozenset(("text", "entities", "link_preview_options"))
_CAPTION_FIELDS = frozenset(("caption", "caption_entities", "show_caption_above_media"))
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


def editable(call: Call) -> Message:
    """The message to edit. Raises 400 message to edit not found, message can't be edited."""
    message = message_of(call, "message to edit", Access.EDIT)
    own = message.sender is call.bot.user or (message.sender is None and message.chat.type == "channel")
    if not own or "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def change(call: Call, message: Message, content: Json, keyboard: Json | None) -> Message:
    """Replace content and inline keyboard. Raises 400 message is not modified."""
    if content == message.content and keyboard == message.inline_keyboard:
        raise bad_request(_NOT_MODIFIED)
    if content != message.content:
        message.edit_date = call.network.date()
        message.edits += 1
    message.content = content
    message.inline_keyboard = keyboard
    if message.edit_date is None:
        message.edit_date = call.network.date()
    call.network.changes.note("edited", call.bot.id, message.chat.id, message.id)
    return message


@method("editMessageText")
def edit_message_text(call: Call) -> Message:
    """Replace the text of a text message; the keyboard goes unless it is given again."""
    text = message_text(call)
    keyboard = inline_markup(call.arguments)
    message = editable(call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    kept = {name: value for name, value in message.content.items() if name not in _TEXT_FIELDS}
    return change(call, message, {**kept, **text_fields(text), **link_preview(call, text)}, keyboard)


@method("editMessageCaption")
def edit_message_caption(call: Call) -> Message:
    """Replace or remove a caption."""
    caption = caption_fields(read_text(call, "caption", "caption_entities"))
    keyboard = inline_markup(call.arguments)
    message = editable(call)
    if not any(name in message.content for name in CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    if caption and call.arguments.flag("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    kept = {name: value for name, value in message.content.items() if name not in _CAPTION_FIELDS}
    return change(call, message, {**kept, **caption}, keyboard)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(call: Call) -> Message:
    """Replace or remove the inline keyboard."""
    keyboard = inline_markup(call.arguments)
    message = editable(call)
    return change(call, message, message.content, keyboard)
