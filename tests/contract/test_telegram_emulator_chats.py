"""Files, albums, replies, groups, channels and commands through the real python-telegram-bot."""

from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox.telegram.faults import Fault
from sandbox.telegram.files import DOWNLOAD_LIMIT
from sandbox.telegram.pictures import picture_size, sample_picture
from sandbox.telegram.residents import Resident
from sandbox.telegram.server import TelegramServer, running


@pytest_asyncio.fixture
async def telegram() -> AsyncGenerator[TelegramServer, None]:
    async with running() as server:
        yield server


@pytest_asyncio.fixture
async def bot(telegram: TelegramServer) -> AsyncGenerator[Bot, None]:
    async with Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as ready:
        yield ready


@pytest_asyncio.fixture
async def anna(telegram: TelegramServer) -> Resident:
    resident = telegram.resident("Anna", language_code="pl-PL")
    resident.start()
    return resident


async def test_a_photo_comes_with_sizes_and_its_bytes(bot: Bot, anna: Resident) -> None:
    picture = sample_picture(400, 300)
    anna.send_photo(picture, caption="hole in the road")
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.caption == "hole in the road"
    assert [(size.width, size.height) for size in message.photo] == [(90, 67), (400, 300)]
    file = await message.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == picture


async def test_an_album_is_separate_messages_of_one_group(bot: Bot, anna: Resident) -> None:
    anna.send_album([sample_picture(100, 100), sample_picture(100, 100)], caption="both")
    one, two = [update.message for update in (await bot.get_updates())[1:]]
    assert one is not None
    assert two is not None
    assert one.media_group_id == two.media_group_id is not None
    assert (one.caption, two.caption) == ("both", None)


async def test_files_that_cannot_be_fetched(bot: Bot, anna: Resident) -> None:
    big = anna.attach("document", b"x", name="big.bin", size=DOWNLOAD_LIMIT + 1)
    gone = anna.attach("voice", None, duration=5)
    for file_id, refusal in (
        (big.content["document"]["file_id"], "File is too big"),
        (gone.content["voice"]["file_id"], "temporarily unavailable"),
        ("AAAAAAAAAAAAAAAAAAAA", "Invalid file_id"),
    ):
        with pytest.raises(BadRequest, match=refusal):
            await bot.get_file(file_id)


async def test_the_bot_sends_files_and_uses_them_again(bot: Bot, anna: Resident) -> None:
    sent = await bot.send_document(anna.user.id, b"plan", filename="../../plan.pdf", caption="the plan")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("plan.pdf", "application/pdf")
    again = await bot.send_document(anna.user.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id
    with pytest.raises(BadRequest, match="Can't use file of type document as photo"):
        await bot.send_photo(anna.user.id, sent.document.file_id)
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(anna.user.id, b"no picture")
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_voice(anna.user.id, b"")


async def test_albums_of_the_bot(telegram: TelegramServer, bot: Bot, anna: Resident) -> None:
    album = await bot.send_media_group(
        anna.user.id, [InputMediaPhoto(sample_picture()), InputMediaPhoto(sample_picture())]
    )
    assert len({message.media_group_id for message in album}) == 1
    assert len(telegram.journal) == 2
    with pytest.raises(BadRequest, match="can't be mixed"):
        await bot.send_media_group(anna.user.id, [InputMediaPhoto(sample_picture()), InputMediaDocument(b"x")])


async def test_replies_and_quotes(bot: Bot, anna: Resident) -> None:
    asked = anna.write("Where is the market? And when 🎉?")
    reply = await bot.send_message(anna.user.id, "Here", reply_parameters=ReplyParameters(asked.id, quote="when 🎉?"))
    assert reply.reply_to_message is not None
    assert reply.quote is not None
    assert (reply.reply_to_message.message_id, reply.quote.position) == (asked.id, 25)
    answer = anna.write("Thanks", reply_to=anna.messages[-1])
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.text == "Here"
    assert update.message.message_id == answer.id
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(anna.user.id, "lost", reply_to_message_id=4711)
    await bot.send_message(anna.user.id, "anyway", reply_to_message_id=4711, allow_sending_without_reply=True)


async def test_a_reply_keyboard_asks_for_place_and_contact(bot: Bot, anna: Resident) -> None:
    keys: list[list[KeyboardButton | str]] = [
        [KeyboardButton("Here", request_location=True), KeyboardButton("Me", request_contact=True)],
        ["Skip"],
    ]
    await bot.send_message(anna.user.id, "Where?", reply_markup=ReplyKeyboardMarkup(keys, resize_keyboard=True))
    for words in ("Here", "Me", "Skip"):
        anna.tap(words)
    place, contact, skip = [update.message for update in await bot.get_updates(offset=-3)]
    assert place is not None
    assert place.location is not None
    assert contact is not None
    assert contact.contact is not None
    assert contact.contact.user_id == anna.user.id
    assert skip is not None
    assert skip.text == "Skip"
    await bot.send_message(anna.user.id, "Done", reply_markup=ReplyKeyboardRemove())
    with pytest.raises(LookupError):
        anna.tap("Skip")


async def test_an_edit_is_a_new_update_of_the_same_message(bot: Bot, anna: Resident) -> None:
    first = anna.write("Lamp is brokn")
    anna.edit(first, "Lamp is broken")
    updates = await bot.get_updates(offset=-2)
    assert updates[0].message is not None
    assert updates[1].edited_message is not None
    assert updates[1].edited_message.message_id == updates[0].message.message_id
    assert updates[1].edited_message.text == "Lamp is broken"
    assert updates[1].edited_message.edit_date is not None


async def test_in_a_group_the_bot_hears_what_concerns_it(telegram: TelegramServer, bot: Bot, anna: Resident) -> None:
    square = telegram.group("Market Square", owner=anna)
    await bot.get_updates(offset=-1)
    sent = await bot.send_message(square.chat.id, "Hello")
    anna.write("talking among ourselves", chat=square.chat)
    anna.write("hey @Liaison_Sandbox_Bot look", chat=square.chat)
    anna.write("/help", chat=square.chat)
    anna.write("/help@other_bot", chat=square.chat)
    anna.write("yes", reply_to=square.chat.messages[sent.message_id], chat=square.chat)
    heard = [update.message.text for update in (await bot.get_updates())[1:] if update.message]
    assert heard == ["hey @Liaison_Sandbox_Bot look", "/help", "yes"]
    square.set_bot("administrator")
    anna.write("an administrator hears all", chat=square.chat)
    last = (await bot.get_updates(offset=-1))[0].message
    assert last is not None
    assert last.text == "an administrator hears all"


async def test_a_group_moves_and_throws_the_bot_out(telegram: TelegramServer, bot: Bot, anna: Resident) -> None:
    square = telegram.group("Market Square", owner=anna)
    old = square.chat.id
    new = square.upgrade()
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old, "hello")
    assert moved.value.new_chat_id == new.id
    assert (await bot.send_message(new.id, "hello")).message_id == 2
    square.remove_bot()
    with pytest.raises(Forbidden, match="kicked from the supergroup chat"):
        await bot.send_message(new.id, "hello")
    member = (await bot.get_updates())[-1].my_chat_member
    assert member is not None
    assert member.new_chat_member.status == "kicked"


async def test_a_public_channel(telegram: TelegramServer, bot: Bot, anna: Resident) -> None:
    news = telegram.group("News", owner=anna, kind="channel", username="town_news")
    sent = await bot.send_message("@town_news", "Water is off")
    assert sent.sender_chat is not None
    assert (sent.from_user, sent.sender_chat.username) == (None, "town_news")
    news.post("Posted by people")
    post = (await bot.get_updates(offset=-1))[0].channel_post
    assert post is not None
    assert post.text == "Posted by people"
    news.set_bot("member")
    with pytest.raises(BadRequest, match="Need administrator rights"):
        await bot.send_message("@town_news", "again")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message("@nobody_here", "x")


async def test_commands_by_scope_and_language(bot: Bot, anna: Resident, telegram: TelegramServer) -> None:
    general, polish, hers = ([BotCommand("help", words)] for words in ("Help", "Pomoc", "Dla Anny"))
    await bot.set_my_commands(general)
    await bot.set_my_commands(polish, scope=BotCommandScopeAllPrivateChats(), language_code="pl")
    assert [command["description"] for command in anna.commands] == ["Pomoc"]
    assert [c["description"] for c in telegram.resident("Omar", language_code="ar").commands] == ["Help"]
    await bot.set_my_commands(hers, scope=BotCommandScopeChat(anna.user.id))
    assert [command["description"] for command in anna.commands] == ["Dla Anny"]
    assert list(await bot.get_my_commands(scope=BotCommandScopeChat(anna.user.id))) == hers
    await bot.delete_my_commands(scope=BotCommandScopeChat(anna.user.id))
    assert [command["description"] for command in anna.commands] == ["Pomoc"]
    with pytest.raises(BadRequest, match="Bot_command_invalid"):
        await bot.set_my_commands([("Help!", "no")])


async def test_typing_is_seen_until_the_message_comes(bot: Bot, anna: Resident) -> None:
    await bot.send_chat_action(anna.user.id, "typing")
    assert anna.sees_typing == "typing"
    await bot.send_message(anna.user.id, "there")
    assert anna.sees_typing is None


async def test_deleting_pinning_forwarding_and_copying(bot: Bot, anna: Resident) -> None:
    asked = anna.write("keep this")
    await bot.pin_chat_message(anna.user.id, asked.id)
    chat = await bot.get_chat(anna.user.id)
    assert chat.pinned_message is not None
    assert chat.pinned_message.text == "keep this"
    forwarded = await bot.forward_message(anna.user.id, anna.user.id, asked.id)
    assert forwarded.forward_origin is not None
    copied = await bot.copy_message(anna.user.id, anna.user.id, asked.id)
    assert anna.chat.messages[copied.message_id].content == {"text": "keep this"}
    assert await bot.delete_message(anna.user.id, asked.id)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(anna.user.id, asked.id)
    with pytest.raises(BadRequest, match="Message to copy not found"):
        await bot.copy_message(anna.user.id, anna.user.id, asked.id)


async def test_a_fault_can_be_meant_for_one_chat(telegram: TelegramServer, bot: Bot, anna: Resident) -> None:
    omar = telegram.resident("Omar")
    omar.start()
    telegram.faults.add(Fault(kind="blocked", chat_id=anna.user.id))
    with pytest.raises(Forbidden):
        await bot.send_message(anna.user.id, "x")
    await bot.send_message(omar.user.id, "x")
    telegram.faults.clear()
    await bot.send_message(anna.user.id, "x")


async def test_a_picture_keeps_its_size_in_every_format() -> None:
    assert picture_size(sample_picture(31, 17)) == (31, 17)
    assert picture_size(b"GIF89a\x05\x00\x07\x00") == (5, 7)
    assert picture_size(b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x10\x00\x20\x03") == (32, 16)
    assert picture_size(b"RIFF\x00\x00\x00\x00WEBPVP8X" + bytes(8) + b"\x09\x00\x00\x13\x00\x00") == (10, 20)
    assert picture_size(b"%PDF-1.7") is None
