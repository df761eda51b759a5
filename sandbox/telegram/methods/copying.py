"""copyMessage(s) and forwardMessage(s)."""

from collections.abc import Callable
from typing import Any

from sandbox.telegram.access import Access, chat_of, find_message
from sandbox.telegram.arguments import whole_number
from sandbox.telegram.calls import Call, Outcome, method
from sandbox.telegram.chats import Message
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.methods.editing import CAPTIONED
from sandbox.telegram.posting import Envelope, caption_fields, envelope, origin_of, post, read_text

_MAX_IDS = 100
_SERVICE = ("new_chat_members", "left_chat_member", "pinned_message", "migrate_to_chat_id", "migrate_from_chat_id")
_NEVER_COPIED = frozenset(
    ("forward_origin", "quote", "external_reply", "media_group_id", "has_protected_content", "effect_id")
)


@method("copyMessage", sends=True)
def copy_message(call: Call) -> Outcome:
    """Send a message's content anew, without its sender; a caption may be replaced."""
    source = _source(call, "message to copy")
    where = envelope(call)
    content = _copied(source)
    if "caption" in call.arguments.values and any(name in content for name in CAPTIONED):
        content = {name: value for name, value in content.items() if name not in ("caption", "caption_entities")}
        content |= caption_fields(read_text(call, "caption", "caption_entities"))
    message = post(call, where, content)
    return Outcome({"message_id": message.id}, messages=(message,))


@method("copyMessages", sends=True)
def copy_messages(call: Call) -> Outcome:
    """Copy up to 100 messages; those that are not there are skipped, albums stay albums."""
    drop = ("caption", "caption_entities") if call.arguments.flag("remove_caption") else ()
    return _several(call, lambda message: {name: value for name, value in _copied(message).items() if name not in drop})


@method("forwardMessage", sends=True)
def forward_message(call: Call) -> Message:
    """Forward a message with its origin."""
    source = _source(call, "message to forward")
    where = envelope(call)
    if source.content.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    return post(call, where, _forwarded(source))


@method("forwardMessages", sends=True)
def forward_messages(call: Call) -> Outcome:
    """Forward up to 100 messages; those that are not there are skipped, albums stay albums."""
    return _several(call, _forwarded)


def _source(call: Call, what: str) -> Message:
    chat = chat_of(call, Access.READ, "from_chat_id")
    message = find_message(chat, call.arguments.integer("message_id"), what)
    if any(name in message.content for name in _SERVICE):
        raise bad_request("message can't be copied" if what.endswith("copy") else "message can't be forwarded")
    return message


def _copied(message: Message) -> Json:
    return {name: value for name, value in message.content.items() if name not in _NEVER_COPIED}


def _forwarded(message: Message) -> Json:
    return {"forward_origin": origin_of(message), **_copied(message)}


def message_ids(call: Call) -> list[int]:
    """The message identifiers of a call: 1-100 positive numbers. Raises 400 otherwise."""
    ids: Any = call.arguments.decoded("message_ids", "message_ids")
    if ids is None:
        raise bad_request("Message identifiers are not specified")
    if not isinstance(ids, list):
        raise bad_request("Expected an Array of message identifiers")
    if len(ids) > _MAX_IDS:
        raise bad_request("Too many message identifiers specified")
    numbers = [whole_number(number) for number in ids]
    if any(number <= 0 for number in numbers):
        raise bad_request("Invalid message identifier specified")
    if not numbers:
        raise bad_request("Message identifiers are not specified")
    return numbers


def _several(call: Call, content_of: Callable[[Message], Json]) -> Outcome:
    source = chat_of(call, Access.READ, "from_chat_id")
    numbers = message_ids(call)
    where = envelope(call)
    found = [message for number in numbers if (message := source.messages.get(number)) is not None]
    if not found:
        raise bad_request(f"there are no messages to {'forward' if call.method == 'forwardMessages' else 'copy'}")
    albums: dict[str, str] = {}
    sent = [_one(call, where, message, content_of(message), albums) for message in found]
    return Outcome([{"message_id": message.id} for message in sent], messages=tuple(sent))


def _one(call: Call, where: Envelope, message: Message, content: Json, albums: dict[str, str]) -> Message:
    album = message.content.get("media_group_id")
    if album is not None:
        content = {**content, "media_group_id": albums.setdefault(album, call.bot.next_album_id())}
    return post(call, where, content)
