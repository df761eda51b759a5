"""sendMessage, and the "typing…" of sendChatAction."""

from sandbox.telegram.access import Access, chat_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.entities import FormattedText
from sandbox.telegram.entities.utf16 import utf16_slice
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.posting import envelope, message_text, post, text_fields

ACTION_SECONDS = 5.0
_ACTIONS = {
    "cancel": "cancel",
    "typing": "typing",
    "record_video": "record_video",
    "upload_video": "upload_video",
    "record_audio": "record_voice",
    "record_voice": "record_voice",
    "upload_audio": "upload_voice",
    "upload_voice": "upload_voice",
    "upload_photo": "upload_photo",
    "upload_document": "upload_document",
    "choose_sticker": "choose_sticker",
    "pick_up_location": "find_location",
    "find_location": "find_location",
    "record_video_note": "record_video_note",
    "upload_video_note": "upload_video_note",
}


@method("sendMessage", sends=True)
def send_message(call: Call) -> Message:
    """Send a text of 1-4096 characters."""
    text = message_text(call)
    return post(call, envelope(call), {**text_fields(text), **link_preview(call, text)})


def link_preview(call: Call, text: FormattedText) -> Json:
    """The link_preview_options that a message shows: those asked for, with the text's first link as URL."""
    shown = _preview_options(call)
    options = shown.get("link_preview_options", {})
    first = None if not text.entities or options.get("is_disabled") or "url" in options else _first_link(text)
    return {"link_preview_options": {**options, "url": first}} if first else shown


def _first_link(text: FormattedText) -> str | None:
    for entity in text.entities:
        if entity["type"] == "text_link":
            return str(entity["url"])
        if entity["type"] == "url":
            url = utf16_slice(text.text, entity["offset"], entity["length"])
            if any(mark in url for mark in "/?#"):
                return url
    return None


def _preview_options(call: Call) -> Json:
    options = call.arguments.decoded("link_preview_options", "link preview options")
    if options is None:
        disabled = call.arguments.flag("disable_web_page_preview")
        return {"link_preview_options": {"is_disabled": True}} if disabled else {}
    if not isinstance(options, dict):
        raise bad_request("Object expected as link preview options")
    names = ("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text")
    kept = {name: options[name] for name in names if options.get(name)}
    return {"link_preview_options": kept} if kept else {}


@method("sendChatAction")
def send_chat_action(call: Call) -> bool:
    """Show an action for 5 seconds or until the bot's next message."""
    action = _ACTIONS.get(call.arguments.text("action").lower())
    if action is None:
        raise bad_request("Wrong parameter action in request")
    chat = chat_of(call, Access.WRITE)
    chat.action = None if action == "cancel" else (action, call.network.now() + ACTION_SECONDS)
    call.network.changes.note("action", call.bot.id, chat.id)
    return True
