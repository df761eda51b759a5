"""editMessageMedia: another file in the same message."""

import orjson

from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.markup import inline_markup
from sandbox.telegram.methods.attachments import media_item
from sandbox.telegram.methods.editing import CAPTIONED, change, editable

_EDITABLE = ("animation", "audio", "document", "photo", "video")
_KEPT = ("media_group_id", "has_protected_content", "effect_id", "quote", "external_reply")


@method("editMessageMedia")
def edit_message_media(call: Call) -> Message:
    """Replace the file and the caption of a message; in an album only by one of a fitting kind."""
    item = call.arguments.decoded("media", "input media")
    if isinstance(item, str):
        item = orjson.loads(item)
    if not isinstance(item, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    kind = str(item.get("type") or "").lower()
    if kind not in _EDITABLE:
        raise bad_request(f'Can\'t parse InputMedia: type "{kind}" is unsupported')
    keyboard = inline_markup(call.arguments)
    message = editable(call)
    if not any(name in message.content for name in (*CAPTIONED, "text")):
        raise bad_request("message can't be edited")
    if "media_group_id" in message.content and kind in ("document", "audio") and kind not in message.content:
        raise bad_request("message can't be edited")
    kept = {name: message.content[name] for name in _KEPT if name in message.content}
    return change(call, message, {**kept, **media_item(call, item)}, keyboard)
