"""Every answer and every update of the emulator, checked field by field against the published Bot API schema.

The schema is found through LIAISON_SHARED or the sibling folder ../shared; without it the module is skipped.
Unknown fields are refused, required ones must be there, and every value must be of one of the listed types.
"""

import json
import os
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox.telegram.calls import METHODS
from sandbox.telegram.groups import Group
from sandbox.telegram.methods.unsupported import UNSUPPORTED
from sandbox.telegram.pictures import sample_picture
from sandbox.telegram.server import TelegramServer, running

Json = dict[str, Any]


def _schema() -> Json:
    shared = Path(os.environ.get("LIAISON_SHARED") or Path(__file__).parents[2].parent / "shared")
    path = shared / "specs" / "telegram-bot-api.json"
    if not path.exists():
        pytest.skip("the Bot API schema is not beside the repository", allow_module_level=True)
    loaded: Json = json.loads(path.read_text())
    return loaded


SCHEMA = _schema()
# What the real server adds to the documented fields, and the emulator with it: none that clients need to know.
SINCE_THEN = {"can_send_welcome_messages"}  # required by Bot API 10.3; the schema is of 10.1
BASIC = {"Integer": int, "String": str, "Boolean": bool, "True": bool, "Float": (int, float)}


def fewest(options: list[list[str]]) -> list[str]:
    """The complaints of the type that fits best; none when one fits."""
    _, best = min((len(complaints), complaints) for complaints in options)
    return best


def problems(value: Any, kind: str, where: str) -> list[str]:
    """What is wrong with a value that should be of this schema type."""
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where}: {type(value).__name__} instead of {kind}"]
        inner = kind.removeprefix("Array of ")
        return [fault for number, item in enumerate(value) for fault in problems(item, inner, f"{where}[{number}]")]
    if kind in BASIC:
        basic = BASIC[kind]
        right = isinstance(value, basic) and (kind == "Boolean" or not isinstance(value, bool))  # type: ignore[arg-type]
        return [] if right else [f"{where}: {value!r} is no {kind}"]
    described = SCHEMA["types"][kind]
    if described.get("subtypes"):
        return fewest([problems(value, option, where) for option in described["subtypes"]])
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no {kind}"]
    return _object_problems(value, described.get("fields", []), where)


def _object_problems(value: Json, fields: list[Json], where: str) -> list[str]:
    known = {field["name"]: field for field in fields}
    found = [f"{where}: unknown field {name}" for name in value if name not in known and name not in SINCE_THEN]
    found += [f"{where}: {name} is missing" for name, field in known.items() if field["required"] and name not in value]
    for name, item in value.items():
        if name in known:
            found += fewest([problems(item, kind, f"{where}.{name}") for kind in known[name]["types"]])
    return found


def check_update(update: Json) -> None:
    """An update is one object of the schema with exactly one kind in it."""
    assert problems(update, "Update", "update") == []
    assert len(update) == 2


class Caller:
    """Calls methods and checks each answer; remembers which methods have answered."""

    def __init__(self, server: TelegramServer, client: aiohttp.ClientSession) -> None:
        self.server = server
        self.client = client
        self.answered: set[str] = set()

    async def __call__(self, name: str, /, **arguments: Any) -> Any:
        async with self.client.post(f"{self.server.base_url}{self.server.token}/{name}", json=arguments) as answer:
            body = await answer.json()
        assert body["ok"] is True, (name, arguments, body)
        found = [problems(body["result"], kind, name) for kind in SCHEMA["methods"][name]["returns"]]
        assert fewest(found) == []
        self.answered.add(name)
        return body["result"]

    async def refusal(self, name: str, /, **arguments: Any) -> tuple[int, str]:
        async with self.client.post(f"{self.server.base_url}{self.server.token}/{name}", json=arguments) as answer:
            body = await answer.json()
        assert body["ok"] is False
        assert body["error_code"] == answer.status
        return answer.status, body["description"]

    async def upload(self, name: str, field: str, content: bytes, filename: str, **arguments: Any) -> Any:
        form = aiohttp.FormData()
        form.add_field(field, content, filename=filename)
        for key, value in arguments.items():
            form.add_field(key, str(value))
        async with self.client.post(f"{self.server.base_url}{self.server.token}/{name}", data=form) as answer:
            body = await answer.json()
        assert body["ok"] is True, (name, arguments, body)
        assert problems(body["result"], SCHEMA["methods"][name]["returns"][0], name) == []
        self.answered.add(name)
        return body["result"]


@pytest_asyncio.fixture
async def call() -> AsyncGenerator[Caller, None]:
    async with running() as server, aiohttp.ClientSession() as client:
        yield Caller(server, client)


def test_every_method_of_the_schema_is_answered_or_refused_by_name() -> None:
    documented = {name.lower() for name in SCHEMA["methods"]}
    assert documented - set(METHODS) == set()
    assert set(METHODS) - documented == set()


async def test_unsupported_methods_say_so(call: Caller) -> None:
    for name in UNSUPPORTED:
        assert await call.refusal(name) == (400, "Bad Request: method is not supported by the sandbox")


async def test_every_supported_method_answers_in_shape(call: Caller) -> None:
    anna = call.server.resident("Anna", last_name="Nowak", username="anna_n", language_code="pl")
    anna.start()
    square = call.server.group("Market Square", owner=anna, kind="supergroup", with_bot=False)
    square.add_bot(administrator=True)
    await _messages(call, anna.user.id)
    await _media(call, anna.user.id)
    await _editing(call, anna.user.id)
    await _group(call, square, anna.user.id)
    await _profile(call, anna.user.id)
    await _receiving(call)
    supported = {method.name for method in METHODS.values()} - set(UNSUPPORTED)
    assert supported - call.answered == set()


async def _messages(call: Caller, chat: int) -> None:
    text = await call("sendMessage", chat_id=chat, text="<b>hi</b> https://example.org", parse_mode="HTML")
    reply: Json = {"message_id": text["message_id"], "quote": "hi"}
    keyboard = {"keyboard": [[{"text": "Here", "request_location": True}]], "resize_keyboard": True}
    await call(
        "sendMessage", chat_id=chat, text="re", reply_parameters=reply, reply_markup=keyboard, protect_content=True
    )
    await call("sendChatAction", chat_id=chat, action="typing")
    await call("sendLocation", chat_id=chat, latitude=52.2, longitude=21.0, horizontal_accuracy=10.5)
    await call("sendVenue", chat_id=chat, latitude=52.2, longitude=21.0, title="Hall", address="Square 1")
    await call("sendContact", chat_id=chat, phone_number="+15550001", first_name="Omar")
    await call("sendDice", chat_id=chat)
    poll = await call(
        "sendPoll", chat_id=chat, question="When?", options=[{"text": "Now"}, "Later"], is_anonymous=False
    )
    call.server.resident_behind(chat).vote(call.server.bot.chats[chat].messages[poll["message_id"]], 1)
    await call("stopPoll", chat_id=chat, message_id=poll["message_id"])
    await call("copyMessage", chat_id=chat, from_chat_id=chat, message_id=text["message_id"])
    await call("copyMessages", chat_id=chat, from_chat_id=chat, message_ids=[text["message_id"]])
    await call("forwardMessages", chat_id=chat, from_chat_id=chat, message_ids=[text["message_id"]])
    forwarded = await call("forwardMessage", chat_id=chat, from_chat_id=chat, message_id=text["message_id"])
    assert forwarded["forward_origin"]["sender_user"]["id"] == call.server.bot.id
    await call("setMessageReaction", chat_id=chat, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
    await call("deleteMessage", chat_id=chat, message_id=forwarded["message_id"])
    await call("deleteMessages", chat_id=chat, message_ids=[forwarded["message_id"], text["message_id"]])


async def _media(call: Caller, chat: int) -> None:
    photo = await call.upload("sendPhoto", "photo", sample_picture(), "a.png", chat_id=chat, caption="*x*")
    file_id = photo["photo"][-1]["file_id"]
    await call("sendPhoto", chat_id=chat, photo=file_id, has_spoiler=True)
    for name, field, filename in (
        ("sendDocument", "document", "plan.pdf"),
        ("sendVideo", "video", "v.mp4"),
        ("sendAnimation", "animation", "a.gif"),
        ("sendAudio", "audio", "a.mp3"),
        ("sendVoice", "voice", "v.ogg"),
        ("sendVideoNote", "video_note", "n.mp4"),
        ("sendSticker", "sticker", "s.webp"),
    ):
        await call.upload(name, field, b"some bytes", filename, chat_id=chat, duration=3)
    await call("sendMediaGroup", chat_id=chat, media=[{"type": "photo", "media": file_id, "caption": "one"}] * 2)
    shown = await call("getFile", file_id=file_id)
    async with call.client.get(f"{call.server.base_file_url}{call.server.token}/{shown['file_path']}") as answer:
        assert await answer.read() == sample_picture()
    await call(
        "editMessageMedia",
        chat_id=chat,
        message_id=photo["message_id"],
        media={"type": "photo", "media": file_id, "caption": "again"},
    )
    await call("editMessageCaption", chat_id=chat, message_id=photo["message_id"], caption="changed")


async def _editing(call: Caller, chat: int) -> None:
    buttons = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}, {"text": "B", "url": "https://example.org"}]]}
    sent = await call("sendMessage", chat_id=chat, text="one", reply_markup=buttons)
    await call("editMessageText", chat_id=chat, message_id=sent["message_id"], text="two", reply_markup=buttons)
    query = call.server.resident_behind(chat).click("A")
    await call("answerCallbackQuery", callback_query_id=query.id, text="ok")
    await call("editMessageReplyMarkup", chat_id=chat, message_id=sent["message_id"])
    place = await call("sendLocation", chat_id=chat, latitude=1, longitude=2, live_period=60)
    moved = {"chat_id": chat, "message_id": place["message_id"]}
    await call("editMessageLiveLocation", **moved, latitude=1.5, longitude=2)
    await call("stopMessageLiveLocation", **moved)
    await call("pinChatMessage", chat_id=chat, message_id=sent["message_id"])
    await call("getChat", chat_id=chat)
    await call("unpinChatMessage", chat_id=chat)
    await call("unpinAllChatMessages", chat_id=chat)


async def _group(call: Caller, square: Group, anna: int) -> None:
    omar = call.server.resident("Omar", language_code="ar")
    square.join(omar.user)
    where = {"chat_id": square.chat.id}
    who = {**where, "user_id": omar.user.id}
    await call("getChat", **where)
    await call("getChatMemberCount", **where)
    await call("getChatAdministrators", **where)
    await call("getChatMember", **who)
    await call("getChatMember", **where, user_id=anna)
    await call("restrictChatMember", **who, permissions={"can_send_messages": False})
    await call("getChatMember", **who)
    await call("promoteChatMember", **who, can_delete_messages=True)
    await call("getChatMember", **who)
    await call("banChatMember", **who)
    await call("getChatMember", **who)
    await call("unbanChatMember", **who)
    await call("setChatTitle", **where, title="Square")
    await call("setChatDescription", **where, description="Where we meet")
    await call("setChatPermissions", **where, permissions={"can_send_messages": True})
    await call("exportChatInviteLink", **where)
    link = await call("createChatInviteLink", **where, name="Square", member_limit=5, expire_date=2_000_000_000)
    await call("editChatInviteLink", **where, invite_link=link["invite_link"], creates_join_request=True)
    await call("revokeChatInviteLink", **where, invite_link=link["invite_link"])
    await call("sendMessage", **where, text="@anna_n /help #news $EUR +48 601 222 333 a@example.org")
    await call("leaveChat", **where)


async def _profile(call: Caller, chat: int) -> None:
    await call("getMe")
    commands = [{"command": "start", "description": "Begin"}]
    for scope in ({"type": "default"}, {"type": "chat", "chat_id": chat}, {"type": "all_private_chats"}):
        await call("setMyCommands", commands=commands, scope=scope, language_code="pl")
        assert await call("getMyCommands", scope=scope, language_code="pl") == commands
    await call("deleteMyCommands", language_code="pl")
    for name, field in (("Name", "name"), ("Description", "description"), ("ShortDescription", "short_description")):
        await call(f"setMy{name}", **{field: "Słowa"}, language_code="pl")
        assert await call(f"getMy{name}", language_code="pl") == {field: "Słowa"}
    await call("setMyDefaultAdministratorRights", rights={"can_manage_chat": True})
    await call("getMyDefaultAdministratorRights")
    await call("getMyDefaultAdministratorRights", for_channels=True)
    await call("setChatMenuButton", menu_button={"type": "commands"})
    await call("getChatMenuButton")
    await call("getChatMenuButton", chat_id=chat)
    await call("getUserProfilePhotos", user_id=chat)


async def _receiving(call: Caller) -> None:
    for update in await call("getUpdates", limit=100):
        check_update(update)
    await call("setWebhook", url="http://127.0.0.1:9/hook", allowed_updates=["message"])
    await call("getWebhookInfo")
    await call("deleteWebhook", drop_pending_updates=True)
    await call("close")
    await call("logOut")


async def test_every_kind_of_update_is_in_shape(call: Caller) -> None:
    everything = ["message_reaction", "chat_member", "poll", "poll_answer", "message", "edited_message", "channel_post"]
    more = ["callback_query", "my_chat_member", "edited_channel_post"]
    await call("getUpdates", allowed_updates=everything + more)
    anna = call.server.resident("Anna", last_name="Nowak", username="anna_n", language_code="pl")
    first = anna.start("payload")
    for sent in (
        anna.write("/help @liaison_sandbox_bot https://example.org 🎉", reply_to=first),
        anna.send_photo(caption="see #hole"),
        *anna.send_album([sample_picture(200, 100), sample_picture(100, 200)], caption="two"),
        anna.send_voice(),
        anna.send_video(),
        anna.send_document(b"%PDF-", "plan.pdf"),
        anna.send_sticker(),
        anna.send_location(52.2, 21.0),
        anna.send_venue(52.2, 21.0, "Hall", "Square 1"),
        anna.send_contact(),
        anna.send_contact("+15550002", "Omar"),
        anna.attach("animation", b"GIF89a", name="a.gif"),
        anna.attach("audio", b"ID3", name="a.mp3", title="Song", performer="Band", duration=60),
        anna.attach("video_note", b"mp4", length=240),
        anna.attach("document", None, name="gone.bin", size=30_000_000),
    ):
        assert sent.id > first.id
    anna.edit(first, "/start again")
    anna.react(first, "👍")
    await call(
        "sendMessage",
        chat_id=anna.user.id,
        text="?",
        reply_markup={"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]},
    )
    anna.click("A")
    anna.block()
    anna.unblock()
    square = call.server.group("Market Square", owner=anna)
    anna.write("/help", chat=square.chat)
    square.join(call.server.resident("Omar").user)
    square.upgrade()
    square.remove_bot()
    news = call.server.group("News", owner=anna, kind="channel", username="town_news")
    anna_post = news.post("Water is off")
    anna_post.content = {**anna_post.content}
    anna.edit(anna_post, "Water is on")
    updates = await call("getUpdates")
    kinds = {kind for update in updates for kind in update if kind != "update_id"}
    assert kinds >= set(everything + more) - {"poll", "poll_answer"}
    for update in updates:
        check_update(update)
