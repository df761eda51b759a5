"""The real python-telegram-bot runs unchanged against the emulator: sending, editing, buttons, long poll, refusals."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
import pytest_asyncio
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import (
    BadRequest,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from sandbox.telegram.faults import Fault
from sandbox.telegram.server import TelegramServer, running

BUTTONS = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Yes", callback_data="y"), InlineKeyboardButton("No", callback_data="n")]]
)


@pytest_asyncio.fixture
async def telegram() -> AsyncGenerator[TelegramServer, None]:
    async with running() as server:
        yield server


@pytest_asyncio.fixture
async def bot(telegram: TelegramServer) -> AsyncGenerator[Bot, None]:
    async with Bot(
        telegram.token,
        base_url=telegram.base_url,
        base_file_url=telegram.base_file_url,
        request=HTTPXRequest(connection_pool_size=8),
    ) as ready:
        yield ready


async def test_a_message_goes_both_ways(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna", language_code="pl")
    anna.start("poster-12")
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "/start poster-12"
    assert update.message.from_user is not None
    assert update.message.from_user.language_code == "pl"

    sent = await bot.send_message(
        anna.user.id, "Dzień <b>dobry</b> 🌞 <i>tam</i>", parse_mode="HTML", reply_markup=BUTTONS
    )
    assert [(e.type, e.offset, e.length) for e in sent.entities] == [("bold", 6, 5), ("italic", 15, 3)]
    assert anna.messages[-1].text == "Dzień dobry 🌞 tam"
    assert [line.text for line in telegram.journal.to(anna.user.id)] == ["Dzień dobry 🌞 tam"]


async def test_an_offset_confirms_and_nothing_else_does(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    for word in ("one", "two", "three"):
        anna.write(word)
    first = await bot.get_updates(limit=2)
    again = await bot.get_updates(limit=2)
    assert [u.update_id for u in first] == [u.update_id for u in again]
    rest = await bot.get_updates(offset=first[-1].update_id + 1)
    assert [u.message.text for u in rest if u.message] == ["three"]
    assert [u.message.text for u in await bot.get_updates(offset=-1) if u.message] == ["three"]
    assert await bot.get_updates(offset=rest[-1].update_id + 1) == ()


async def test_an_edit_replaces_text_and_keyboard(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    sent = await bot.send_message(anna.user.id, "one", reply_markup=BUTTONS)
    await bot.edit_message_text("two", anna.user.id, sent.message_id)
    assert (anna.messages[-1].text, anna.messages[-1].inline_keyboard) == ("two", None)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("two", anna.user.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("two", anna.user.id, 4711)


async def test_a_press_gets_its_answer_once(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    await bot.send_message(anna.user.id, "Really?", reply_markup=BUTTONS)
    pressed = asyncio.create_task(anna.press("Yes"))
    await asyncio.sleep(0)
    update = (await bot.get_updates(offset=-1, timeout=2))[-1]
    assert update.callback_query is not None
    assert update.callback_query.data == "y"
    await update.callback_query.answer("noted", show_alert=True)
    answer = await pressed
    assert (answer.text, answer.show_alert) == ("noted", True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(update.callback_query.id)


@pytest.mark.parametrize(
    ("text", "mode", "refusal"),
    [
        ("", None, "Message text is empty"),
        (" \n ", None, "Text must be non-empty"),
        ("x" * 4097, None, "Message is too long"),
        ("🎉" * 2049, None, "Message is too long"),
        ("<b>x", "HTML", "can't find end tag corresponding to start tag"),
        ("a.b", "MarkdownV2", "is reserved and must be escaped"),
    ],
)
async def test_wrong_texts_are_refused(telegram: TelegramServer, bot: Bot, text: str, mode: str, refusal: str) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    with pytest.raises(BadRequest, match=refusal):
        await bot.send_message(anna.user.id, text, parse_mode=mode)
    assert len(telegram.journal) == 0


async def test_4096_characters_count_after_parsing_in_utf16(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    sent = await bot.send_message(anna.user.id, "<b>" + "🎉" * 2048 + "</b>", parse_mode="HTML")
    assert sent.entities[0].length == 4096


async def test_chats_that_cannot_be_written_to(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(999, "hello")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await bot.send_message(anna.user.id, "hello")
    anna.start()
    anna.block()
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(anna.user.id, "hello")
    updates = await bot.get_updates()
    assert updates[-1].my_chat_member is not None
    assert updates[-1].my_chat_member.new_chat_member.status == "kicked"
    anna.write("I am back")
    await bot.send_message(anna.user.id, "welcome")


async def test_long_data_in_a_button_is_refused(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    for data, fits in (("ż" * 32, True), ("ż" * 32 + "x", False)):
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("x", callback_data=data)]])
        if fits:
            await bot.send_message(anna.user.id, "ok", reply_markup=markup)
        else:
            with pytest.raises(BadRequest, match="Button_data_invalid"):
                await bot.send_message(anna.user.id, "no", reply_markup=markup)


async def test_wrong_tokens_and_methods(telegram: TelegramServer, bot: Bot) -> None:
    for token in ("123456789:wrong-token-of-nobody", "nonsense"):
        with pytest.raises(InvalidToken):
            async with Bot(token, base_url=telegram.base_url):
                pytest.fail("let in")
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("noSuchMethod")


async def test_a_second_poller_ends_the_first(telegram: TelegramServer, bot: Bot) -> None:
    async with Bot(telegram.token, base_url=telegram.base_url) as other:
        first = asyncio.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.1)
        second = asyncio.create_task(other.get_updates(timeout=10))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        telegram.resident("Anna").write("hello")
        assert len(await second) == 1


async def test_faults_strike_as_told(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    telegram.faults.add(Fault(kind="too_many_requests", method="sendMessage", retry_after=7, count=1))
    with pytest.raises(RetryAfter) as limited:
        await bot.send_message(anna.user.id, "a")
    assert limited.value._retry_after.total_seconds() == 7
    for kind, error in (("drop_before", NetworkError), ("server_error", TelegramError), ("empty_body", TelegramError)):
        telegram.faults.add(Fault(kind=kind, method="sendMessage", count=1))
        with pytest.raises(error):
            await bot.send_message(anna.user.id, kind)
    assert [line.text for line in telegram.journal] == ["empty_body"]
    await bot.send_message(anna.user.id, "fine")


async def test_a_message_dropped_after_it_was_accepted_is_there(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    telegram.faults.add(Fault(kind="drop_after", count=1))
    with pytest.raises((NetworkError, TimedOut)):
        await bot.send_message(anna.user.id, "in doubt")
    assert anna.messages[-1].text == "in doubt"
    assert len(telegram.journal) == 1


async def test_a_whole_application_polls_and_answers(telegram: TelegramServer) -> None:
    application = (
        Application.builder()
        .token(telegram.token)
        .base_url(telegram.base_url)
        .base_file_url(telegram.base_file_url)
        .build()
    )

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text(f"You said {update.message.text}", reply_markup=BUTTONS, do_quote=True)

    async def pressed(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("thanks")
        await update.callback_query.edit_message_text(f"Chosen: {update.callback_query.data}")

    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.add_handler(CallbackQueryHandler(pressed))
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        omar = telegram.resident("عمر", language_code="ar")
        asked = omar.write("مرحبا")
        reply = await omar.expect("You said مرحبا")
        assert reply.reply_to is asked
        assert (await omar.press("No")).text == "thanks"
        await omar.expect("Chosen: n")
        await application.updater.stop()
        await application.stop()
    assert len(telegram.bot.updates) == 0
