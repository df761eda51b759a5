"""Telegram's ways in: polling and webhook, against the local Bot API server and hostile requests."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from channels.raw import from_json
from channels.telegram.inbound import BotIdentity, parse
from channels.telegram.menu import Menu, set_menu
from channels.telegram.poller import Poller, PollState
from channels.telegram.probe import probe
from channels.telegram.webhook import SECRET_HEADER, announce_webhook, webhook_route
from domain.inbound import ResidentWrote
from sandbox.serving import serve
from sandbox.telegram.faults import Fault
from sandbox.telegram.options import Options
from sandbox.telegram.server import running
from tests.contract.channel_bench import Inbox, background, telegram_bench

ME = BotIdentity(id=1, username="town_bot")


async def until(condition: Any, seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


class Scripted:
    """A Bot API whose getUpdates answers are written down beforehand; afterwards it has nothing new."""

    def __init__(self, *answers: tuple[int, bytes]) -> None:
        self.answers = list(answers)
        self.questions: list[dict[str, Any]] = []

    async def answer(self, request: Request) -> Response:
        if not request.url.path.endswith("/getUpdates"):
            return Response(b'{"ok":true,"result":true}')
        self.questions.append(await request.json())
        if self.answers:
            status, body = self.answers.pop(0)
            return Response(body, status)
        await asyncio.sleep(0.02)
        return Response(b'{"ok":true,"result":[]}')

    def app(self) -> Starlette:
        return Starlette(routes=[Route("/{path:path}", self.answer, methods=["POST"])])


@asynccontextmanager
async def polling(api: Scripted, inbox: Inbox, **options: Any) -> AsyncIterator[list[PollState]]:
    states: list[PollState] = []

    async def report(state: PollState, reason: str) -> None:
        states.append(state)

    async with serve(api.app()) as address:
        options = {"longest_pause": 0.05, "refused_pause": 0.05, "timeout": 1, **options}
        poller = Poller("7:token", store=inbox, report=report, api_url=address, **options)
        async with background(poller.run()):
            yield states


def update(number: int, text: str = "hello") -> str:
    return (
        f'{{"update_id":{number},"message":{{"message_id":{number},"date":1700000000,'
        f'"chat":{{"id":5,"type":"private"}},"from":{{"id":5,"is_bot":false,"first_name":"Ola"}},"text":"{text}"}}}}'
    )


def batch(*updates: str) -> tuple[int, bytes]:
    return 200, f'{{"ok":true,"result":[{",".join(updates)}]}}'.encode()


async def test_the_offset_moves_only_after_storing() -> None:
    api, inbox = Scripted(batch(update(10), update(11)), batch(update(10), update(11))), Inbox(broken=True)
    async with polling(api, inbox) as states:
        await until(lambda: states == [PollState.DOWN])
        assert inbox.rows == []
        inbox.broken = False
        await until(lambda: len(api.questions) > 3)

    offsets = [question.get("offset") for question in api.questions]
    assert offsets[:3] == [None, None, 12]
    assert [row.dedupe for row in inbox.rows] == ["u10", "u11"]
    assert states == [PollState.DOWN, PollState.OK]


@pytest.mark.parametrize(
    "poison",
    [
        '{"update_id":10}',
        '{"update_id":10,"message":null}',
        '{"update_id":10,"message":{"text":"\\ud800"}}',
        '{"update_id":10,"message":{"date":"x","chat":[]}}',
        '{"update_id":10,"message":{"message_id":1e999}}',
        '{"update_id":10,"poll":{"a":NaN}}',
        '{"update_id":10,"brand_new":{"id":"9"}}',
    ],
)
async def test_a_poison_update_stops_nothing(poison: str) -> None:
    api, inbox = Scripted(batch(update(9), poison, update(11))), Inbox()
    async with polling(api, inbox):
        await until(lambda: len(api.questions) > 1)

    assert [row.dedupe for row in inbox.rows] == ["u9", "u10", "u11"]
    assert api.questions[1]["offset"] == 12


async def test_an_update_that_is_no_json_is_set_aside_and_the_rest_comes_through() -> None:
    bad = '{"update_id":10,"message":{"text":"broken\x01\x02}}'
    api = Scripted(
        batch(update(9), bad, update(11)), batch(update(9)), batch(bad, update(11)), batch(bad), batch(update(11))
    )
    inbox = Inbox()
    async with polling(api, inbox):
        await until(lambda: len(inbox.rows) == 3)

    assert [question["limit"] for question in api.questions[:5]] == [100, 1, 100, 1, 100]
    assert [row.dedupe[:1] for row in inbox.rows] == ["u", "h", "u"]
    assert "broken" in inbox.rows[1].payload


@pytest.mark.parametrize(
    ("status", "body", "state"),
    [
        (409, b'{"ok":false,"error_code":409,"description":"Conflict: terminated by other"}', PollState.CONFLICT),
        (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}', PollState.REVOKED),
        (404, b'{"ok":false,"error_code":404,"description":"Not Found"}', PollState.REVOKED),
        (502, b"<html>Bad Gateway</html>", PollState.DOWN),
        (200, b"<html>captive portal</html>", PollState.DOWN),
        (200, b'{"ok":true}', PollState.DOWN),
        (429, b'{"ok":false,"error_code":429,"parameters":{"retry_after":1}}', PollState.DOWN),
    ],
)
async def test_trouble_is_reported_once_and_outlived(status: int, body: bytes, state: PollState) -> None:
    api, inbox = Scripted((status, body), (status, body), batch(update(10))), Inbox()
    async with polling(api, inbox) as states:
        await until(lambda: inbox.rows)
        await until(lambda: states == [state, PollState.OK])


async def test_duplicated_and_malformed_updates_of_a_real_server_are_stored_once() -> None:
    async with running(Options(seed=1)) as server:
        server.faults.add(Fault(kind="duplicate_updates", probability=0.5))
        server.faults.add(Fault(kind="malformed_updates", probability=0.3))
        ola, inbox = server.resident("Ola"), Inbox()
        poller = Poller(server.token, store=inbox, api_url=server.address, timeout=1)
        async with background(poller.run()):
            for number in range(100):
                ola.write(f"message {number}")
            await until(lambda: len(inbox.rows) >= 100)

    assert len({row.dedupe for row in inbox.rows}) == len(inbox.rows)
    for row in inbox.rows:
        from_json(row.payload)


async def test_two_pollers_conflict_and_lose_nothing() -> None:
    async with running(Options(seed=1, conflict_pause=0.1)) as server:
        ola, inbox, states = server.resident("Ola"), Inbox(), []

        async def report(state: PollState, reason: str) -> None:
            states.append(state)

        options: dict[str, Any] = {"api_url": server.address, "timeout": 1, "refused_pause": 0.1}
        first = Poller(server.token, store=inbox, report=report, **options)
        second = Poller(server.token, store=inbox, report=report, **options)
        async with background(first.run()), background(second.run()):
            await until(lambda: PollState.CONFLICT in states)
            for number in range(10):
                ola.write(f"message {number}")
            texts = [f"message {number}" for number in range(10)]
            await until(lambda: {wrote(row) for row in inbox.rows} >= set(texts))


def wrote(row: Any) -> str:
    event = parse(from_json(row.payload), ME)
    return event.text if isinstance(event, ResidentWrote) else ""


# -- webhook ----------------------------------------------------------------------------------------------------------

SECRET = "a-secret-token"


@asynccontextmanager
async def webhook(inbox: Inbox) -> AsyncIterator[Any]:
    route = webhook_route("/telegram", secret=SECRET, store=inbox, max_bytes=10_000)
    async with serve(Starlette(routes=[route])) as address, aiohttp.ClientSession() as session:

        async def post(body: bytes, secret: str | None = SECRET) -> int:
            headers = {SECRET_HEADER: secret} if secret is not None else {}
            async with session.post(f"{address}/telegram", data=body, headers=headers) as response:
                return response.status

        yield post


async def test_a_webhook_stores_before_it_answers() -> None:
    inbox = Inbox()
    async with webhook(inbox) as post:
        assert await post(update(10).encode()) == 200
        assert [row.dedupe for row in inbox.rows] == ["u10"]
        assert await post(update(10).encode()) == 200
        assert len(inbox.rows) == 1
        inbox.broken = True
        assert await post(update(11).encode()) == 503


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", "ü"])
async def test_a_forged_webhook_is_refused(secret: str | None) -> None:
    inbox = Inbox()
    async with webhook(inbox) as post:
        assert await post(update(10).encode(), secret) == 403
    assert inbox.rows == []


async def test_a_webhook_body_is_capped_and_nonsense_is_kept() -> None:
    inbox = Inbox()
    async with webhook(inbox) as post:
        assert await post(b"x" * 10_001) == 413
        assert await post(b"\xff\xfenot json") == 200
    assert len(inbox.rows) == 1
    assert inbox.rows[0].dedupe.startswith("h")


async def test_telegram_pushes_to_the_announced_webhook_again_until_it_is_stored() -> None:
    inbox = Inbox(broken=True)
    async with telegram_bench() as bench:
        bench.server.network.options = replace(bench.server.network.options, webhook_backoff=0.05)
        async with serve(Starlette(routes=[webhook_route("/telegram", secret=SECRET, store=inbox)])) as address:
            await announce_webhook(bench.bot, f"{address}/telegram", secret=SECRET)
            bench.write("pushed")
            await asyncio.sleep(0.1)
            assert inbox.rows == []
            inbox.broken = False
            await until(lambda: "pushed" in [wrote(row) for row in inbox.rows])
            await bench.bot.delete_webhook()


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(ValueError):
        webhook_route("/telegram", secret="", store=Inbox())


# -- the rest of the Bot API ------------------------------------------------------------------------------------------


async def test_the_menu_is_set_per_language() -> None:
    async with telegram_bench() as bench:
        menus = {
            "en": Menu(commands=[("status", "Where is my case?")], description="Hello", about="Town"),
            "fil": Menu(commands=[("status", "Nasaan ang aking kaso?")]),
        }
        await set_menu(bench.bot, menus, "en")

        assert [command.description for command in await bench.bot.get_my_commands()] == ["Where is my case?"]
        filipino = await bench.bot.get_my_commands(language_code="tl")
        assert [command.description for command in filipino] == ["Nasaan ang aking kaso?"]


async def test_the_probe_names_the_bot_and_a_refused_token() -> None:
    async with telegram_bench() as bench:
        assert [finding.code for finding in await probe(bench.bot)][:1] == ["token-valid"]
        bench.revoke()
        assert [(finding.level, finding.code) for finding in await probe(bench.bot)] == [("error", "token-refused")]
