"""Telegram's updates as they come: which ones are asked for, and under which keys each is kept.

Nothing here reads what an update says (`channels.telegram.inbound` does): taking one in must not wait for that.
"""

from typing import Any

from channels.raw import RawUpdate, fingerprint, to_json

CHANNEL = "telegram"
# What getUpdates and setWebhook are told to deliver: the kinds that `inbound.parse` turns into events.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


def raw_update(payload: Any) -> RawUpdate:
    """The update with the keys it is stored under. Never raises, whatever `payload` is."""
    return RawUpdate(
        channel=CHANNEL, dedupe=dedupe_key(payload), conversation=conversation_key(payload), payload=to_json(payload)
    )


def dedupe_key(payload: Any) -> str:
    """The update's own id; a fingerprint where it has none."""
    number = payload.get("update_id") if isinstance(payload, dict) else None
    if isinstance(number, int) and not isinstance(number, bool):
        return f"u{number}"
    return fingerprint(payload)


def conversation_key(payload: Any) -> str:
    """The chat an update belongs to, so that events of one chat keep their order."""
    chat = _find(payload, "chat") or _find(payload, "from")
    number = chat.get("id") if isinstance(chat, dict) else None
    return f"{CHANNEL}:{number}" if isinstance(number, int) else f"{CHANNEL}:-"


def _find(payload: Any, name: str) -> Any:
    """`name` inside the update's one event, or inside the message of its button press."""
    for event in payload.values() if isinstance(payload, dict) else ():
        if isinstance(event, dict):
            message = event.get("message")
            inner = message.get(name) if isinstance(message, dict) else None
            if found := event.get(name) or inner:
                return found
    return None
