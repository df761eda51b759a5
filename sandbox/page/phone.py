"""What one resident's phone shows, as JSON for the page."""

from typing import Any

from sandbox.page.town import Town, Townsman, hue
from sandbox.telegram.chats import Message

Json = dict[str, Any]
LAST = 150  # messages on the screen


def town_shown(town: Town) -> Json:
    """Residents, staff and the bot's name."""
    return {
        "name": town.name,
        "zone": town.zone,
        "staff_dir": "rtl" if town.rtl else "ltr",
        "bot": town.telegram.bot.user.first_name,
        "workspace": town.slack.team_name,
        "languages": [{"code": one.code, "name": one.name} for one in town.languages],
        "residents": [_resident(number, townsman) for number, townsman in town.people.items()],
        "staff": [
            {"id": member.id, "name": member.user.real_name, "title": member.user.title}
            for member in town.slack.members()
        ],
    }


def _resident(number: int, townsman: Townsman) -> Json:
    newest = max((message.id for message in townsman.resident.replies), default=0)
    return {
        "id": number,
        "name": townsman.name,
        "language": townsman.language.code,
        "hue": hue(townsman.name),
        "unread": newest > townsman.read,
    }


def phone_shown(town: Town, townsman: Townsman) -> Json:
    """The chat as the resident sees it now; looking at it reads it."""
    resident = townsman.resident
    chat = resident.chat
    shown = [message for message in resident.messages if not message.deleted][-LAST:]
    townsman.read = max((message.id for message in shown if message.outgoing), default=townsman.read)
    keyboard = chat.keyboard() or {}
    typing = chat.action is not None and town.telegram.network.now() - chat.action[1] < 5
    return {
        "id": resident.user.id,
        "name": townsman.name,
        "language": townsman.language.code,
        "dir": "rtl" if townsman.language.rtl else "ltr",
        "blocked": chat.blocked,
        "typing": typing,
        "menu": _menu(town, townsman),
        "messages": [_message(message) for message in shown],
        "examples": [] if shown else list(townsman.language.examples),
        "keyboard": [[_key(button) for button in row] for row in keyboard.get("keyboard", [])],
    }


def _menu(town: Town, townsman: Townsman) -> list[Json]:
    """The commands as the client shows them: of its own language, else the ones for everybody."""
    commands = town.telegram.bot.commands
    language = townsman.resident.user.language_code or ""
    for scope in ("all_private_chats", "default"):
        for code in (language, ""):
            for (kept_scope, kept_code), listed in commands.items():
                if scope in kept_scope and kept_code == code:
                    return listed
    return []


def _key(button: Json | str) -> Json:
    if isinstance(button, str):
        return {"label": button, "location": False}
    return {"label": button["text"], "location": bool(button.get("request_location"))}


def _message(message: Message) -> Json:
    content = message.content
    rows = (message.inline_keyboard or {}).get("inline_keyboard", [])
    contact = content.get("contact")
    text = message.text or (f"☎ {contact['first_name']} {contact['phone_number']}" if contact else "")
    text = text or content.get("sticker", {}).get("emoji", "")
    reply = message.reply_to
    return {
        "id": message.id,
        "mine": not message.outgoing,
        "text": text,
        "entities": content.get("entities") or content.get("caption_entities") or [],
        "date": message.date,
        "edited": message.edit_date is not None,
        "deleted": message.deleted,
        "reply": None if reply is None or reply.deleted else {"id": reply.id, "text": reply.text or "📎"},
        "place": content.get("location") or (content.get("venue") or {}).get("location"),
        "file": _file(content),
        "buttons": [[{"label": b["text"], "url": b.get("url")} for b in row] for row in rows],
    }


def _file(content: Json) -> Json | None:
    if "photo" in content:
        return _file_of(content["photo"][-1], "photo.jpg", "image/jpeg")
    for kind, name, mime in (
        ("voice", "voice.ogg", "audio/ogg"),
        ("audio", "audio.mp3", "audio/mpeg"),
        ("video", "video.mp4", "video/mp4"),
        ("document", "document", "application/octet-stream"),
    ):
        if kind in content:
            return _file_of(content[kind], name, mime)
    return None


def _file_of(shown: Json, name: str, mime: str) -> Json:
    return {
        "url": f"api/telegram-file/{shown['file_id']}",
        "name": shown.get("file_name", name),
        "mime": shown.get("mime_type", mime),
    }
