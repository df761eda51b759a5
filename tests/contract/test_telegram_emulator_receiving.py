"""Getting updates: webhooks in order and again after failures, expiry, allowed kinds, update faults."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import BadRequest, Conflict
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from sandbox.serving import serve
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer, running
from tests.waiting import until

Json = dict[str, Any]


class Clock:
    """Unix seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest_asyncio.fixture
async def telegram(clock: Clock) -> AsyncGenerator[TelegramServer, None]:
    async with running(Options(clock=clock, conflict_pause=0.05, webhook_backoff=0.02)) as server:
        yield server


@pytest_asyncio.fixture
async def bot(telegram: TelegramServer) -> AsyncGenerator[Bot, None]:
    async with Bot(telegram.token, base_url=telegram.base_url, base_file_url=telegram.base_file_url) as ready:
        yield ready


class Hook:
    """A webhook that answers what it is told and keeps what it got."""

    def __init__(self) -> None:
        self.got: list[Json] = []
        self.secrets: list[str | None] = []
        self.answer: Callable[[Json], Response] = lambda _: Response(status_code=200)
        self.busy = 0
        self.most_busy = 0

    async def __call__(self, request: Request) -> Response:
        update = await request.json()
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        await asyncio.sleep(0.005)
        self.busy -= 1
        self.got.append(update)
        self.secrets.append(request.headers.get("x-telegram-bot-api-secret-token"))
        return self.answer(update)

    async def expect(self, count: int) -> None:
        await until(lambda: len(self.got) >= count)


@contextlib.asynccontextmanager
async def hooked() -> AsyncGenerator[tuple[Hook, str], None]:
    hook = Hook()
    async with serve(Starlette(routes=[Route("/hook", hook.__call__, methods=["POST"])])) as address:
        yield hook, f"{address}/hook"


async def test_a_webhook_gets_updates_in_order_with_the_secret(telegram: TelegramServer, bot: Bot) -> None:
    async with hooked() as (hook, url):
        anna, omar = telegram.resident("Anna"), telegram.resident("Omar")
        anna.write("before")
        await bot.set_webhook(url, secret_token="s3cret", max_connections=2)
        for number in range(10):
            anna.write(f"a{number}")
            omar.write(f"o{number}")
        await hook.expect(21)
        assert set(hook.secrets) == {"s3cret"}
        for who, words in ((anna, ["before", *(f"a{n}" for n in range(10))]), (omar, [f"o{n}" for n in range(10)])):
            assert [u["message"]["text"] for u in hook.got if u["message"]["from"]["id"] == who.user.id] == words
        assert hook.most_busy == 2
        with pytest.raises(Conflict, match="while webhook is active"):
            await bot.get_updates()
        async with asyncio.timeout(20):
            while (await bot.get_webhook_info()).pending_update_count:
                await asyncio.sleep(0.02)


async def test_a_failing_webhook_is_tried_again(telegram: TelegramServer, bot: Bot) -> None:
    async with hooked() as (hook, url):
        hook.answer = lambda _: Response(status_code=500 if len(hook.got) < 3 else 200)
        await bot.set_webhook(url)
        anna = telegram.resident("Anna")
        anna.write("first")
        anna.write("second")
        await hook.expect(4)
        assert [u["message"]["text"] for u in hook.got] == ["first", "first", "first", "second"]
        info = await bot.get_webhook_info()
        assert info.last_error_message == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_method_in_the_answer_is_carried_out(telegram: TelegramServer, bot: Bot) -> None:
    async with hooked() as (hook, url):
        anna = telegram.resident("Anna")
        hook.answer = lambda _: JSONResponse({"method": "sendMessage", "chat_id": anna.user.id, "text": "at once"})
        await bot.set_webhook(url)
        anna.write("hello")
        await anna.expect("at once")
    assert len(telegram.journal) == 1


async def test_updates_wait_for_whoever_comes_after_the_webhook(telegram: TelegramServer, bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/nobody-listens")
    telegram.resident("Anna").write("hello")
    async with asyncio.timeout(20):
        while not (info := await bot.get_webhook_info()).last_error_message:
            await asyncio.sleep(0.02)
    assert (info.pending_update_count, info.last_error_message) == (1, "Connection refused")
    await bot.delete_webhook()
    (update,) = await bot.get_updates()
    assert update.message is not None
    assert update.message.text == "hello"


async def test_an_application_fed_by_a_webhook_answers(telegram: TelegramServer) -> None:
    application = Application.builder().token(telegram.token).base_url(telegram.base_url).build()

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_text("got it")

    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with hooked() as (hook, url):

        def forward(update: Json) -> Response:
            application.update_queue.put_nowait(Update.de_json(update, application.bot))
            return Response()

        hook.answer = forward
        async with application:
            await application.start()
            await application.bot.set_webhook(url)
            anna = telegram.resident("Anna")
            anna.write("hello")
            await anna.expect("got it")
            await application.stop()


async def test_updates_and_presses_expire(telegram: TelegramServer, bot: Bot, clock: Clock) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    sent = telegram.bot.chats[anna.user.id].messages[1]
    query = anna.send_query(sent, "x")
    clock.now += 149
    assert len(await bot.get_updates()) == 2
    clock.now += 2
    assert [bool(u.message) for u in await bot.get_updates()] == [True]
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query.id)
    clock.now += 86_400
    assert await bot.get_updates() == ()


async def test_a_message_cannot_be_deleted_after_48_hours(telegram: TelegramServer, bot: Bot, clock: Clock) -> None:
    anna = telegram.resident("Anna")
    anna.start()
    young, old = [await bot.send_message(anna.user.id, word) for word in ("young", "old")]
    clock.now += 48 * 3600 - 1
    assert await bot.delete_message(anna.user.id, young.message_id)
    clock.now += 1
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(anna.user.id, old.message_id)
    assert [message.text for message in anna.messages] == ["/start", "old"]


async def test_only_the_allowed_kinds_are_queued(telegram: TelegramServer, bot: Bot) -> None:
    anna = telegram.resident("Anna")
    await bot.get_updates(allowed_updates=["message"])
    first = anna.write("one")
    anna.edit(first, "two")
    anna.block()
    assert [bool(u.message) for u in await bot.get_updates()] == [True]
    await bot.get_updates(allowed_updates=[])
    anna.unblock()
    anna.react(first, "👍")
    assert [u.my_chat_member is not None for u in await bot.get_updates()] == [False, True]


async def raw_updates(telegram: TelegramServer, **arguments: int) -> list[Json]:
    async with aiohttp.ClientSession() as client:
        async with client.post(f"{telegram.base_url}{telegram.token}/getUpdates", json=arguments) as answer:
            updates: list[Json] = (await answer.json())["result"]
            return updates


async def test_updates_come_twice_even_after_their_confirmation(telegram: TelegramServer) -> None:
    telegram.faults.add(Fault(kind="duplicate_updates", count=1))
    telegram.resident("Anna").write("one")
    first = await raw_updates(telegram, limit=1)
    second = await raw_updates(telegram, offset=first[0]["update_id"] + 1)
    assert first == second
    assert await raw_updates(telegram, offset=first[0]["update_id"] + 1) == []


async def test_updates_come_out_of_order(telegram: TelegramServer) -> None:
    telegram.faults.add(Fault(kind="reorder_updates"))
    anna = telegram.resident("Anna")
    for number in range(20):
        anna.write(str(number))
    got = [update["update_id"] for update in await raw_updates(telegram)]
    assert got != sorted(got)
    assert len(set(got)) == 20


async def test_a_poison_update_stands_among_good_ones(telegram: TelegramServer, bot: Bot) -> None:
    telegram.faults.add(Fault(kind="malformed_updates", count=1))
    anna = telegram.resident("Anna")
    anna.write("one")
    anna.write("two")
    updates = await raw_updates(telegram)
    assert len(updates) == 3
    assert [update["message"]["text"] for update in (updates[0], updates[2])] == ["one", "two"]
    assert len({update["update_id"] for update in updates}) == 3
    telegram.bot.updates.inject({"message": {"text": 7}})
    assert (await raw_updates(telegram))[-1]["message"] == {"text": 7}


async def test_a_repeated_offset_is_held_as_the_server_does(clock: Clock) -> None:
    async with running(Options(slow_repeats=True)) as telegram:
        anna = telegram.resident("Anna")
        for number in range(3):
            anna.write(str(number))
        assert len(await raw_updates(telegram)) == 3
        assert len(await raw_updates(telegram)) == 1
