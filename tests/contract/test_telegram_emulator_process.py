"""The emulator as a process of its own, driven over HTTP: what crash tests and benchmarks do."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from sandbox.telegram.network import DEFAULT_TOKEN

Json = Any
ROOT = Path(__file__).parents[2]


class Remote:
    """The control interface of a running emulator."""

    def __init__(self, address: str, client: aiohttp.ClientSession) -> None:
        self.address = address
        self.client = client

    async def ask(self, method: str, path: str, body: Json = None, status: int = 200) -> Json:
        async with self.client.request(method, f"{self.address}/control/{path}", json=body) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def call(self, name: str, **arguments: Json) -> tuple[int, Json]:
        async with self.client.post(f"{self.address}/bot{DEFAULT_TOKEN}/{name}", json=arguments) as answer:
            return answer.status, await answer.json()


@pytest_asyncio.fixture
async def remote() -> AsyncGenerator[Remote, None]:
    arguments = ("-m", "sandbox.telegram", "--enforce", "--rate", "5", "--chat-rate", "0", "--seed", "3")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    address = (await asyncio.wait_for(process.stdout.readline(), 20)).decode().strip()
    try:
        async with aiohttp.ClientSession() as client:
            yield Remote(address, client)
    finally:
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 5) == 0


async def test_people_write_press_and_read_from_outside(remote: Remote) -> None:
    person = (await remote.ask("POST", "users", {"first_name": "Anna", "language_code": "pl"}))["id"]
    await remote.ask("POST", f"users/{person}/start", {"payload": "x"})
    buttons = {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}
    status, _ = await remote.call("sendMessage", chat_id=person, text="Well?", reply_markup=buttons)
    assert status == 200
    pressing = asyncio.create_task(remote.ask("POST", f"users/{person}/press", {"button": "Yes", "wait": 5}))
    _, updates = await remote.call("getUpdates", timeout=5, offset=-1)
    while "callback_query" not in updates["result"][-1]:
        _, updates = await remote.call("getUpdates", timeout=1, offset=-1)
    query = updates["result"][-1]["callback_query"]["id"]
    await remote.call("answerCallbackQuery", callback_query_id=query, text="fine")
    assert (await pressing)["text"] == "fine"
    messages = await remote.ask("GET", f"users/{person}/messages")
    assert [(message["text"], message["outgoing"]) for message in messages] == [("/start x", False), ("Well?", True)]
    journal = await remote.ask("GET", "journal")
    assert [(line["chat_id"], line["text"], line["method"]) for line in journal] == [(person, "Well?", "sendMessage")]


async def test_rates_are_enforced_and_faults_switched(remote: Remote) -> None:
    await remote.ask("POST", "writes", [{"id": 100 + number, "text": "hello"} for number in range(10)])
    answers = [await remote.call("sendMessage", chat_id=100 + number, text="x") for number in range(10)]
    assert [status for status, _ in answers].count(200) == 5
    refused = next(body for status, body in answers if status == 429)
    assert refused["parameters"] == {"retry_after": 1}
    await remote.ask("POST", "rates", None)
    fault = await remote.ask("POST", "faults", {"kind": "server_error", "method": "sendMessage"})
    async with remote.client.post(f"{remote.address}/bot{DEFAULT_TOKEN}/sendMessage", json={"chat_id": 100}) as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
    assert len(await remote.ask("GET", "faults")) == 1
    await remote.ask("DELETE", f"faults/{fault['id']}")
    assert (await remote.call("sendMessage", chat_id=100, text="x"))[0] == 200
    summary = await remote.ask("GET", "journal/summary")
    assert (summary["messages"], summary["chats"]) == (6, 5)
    state = await remote.ask("GET", "state")
    assert (state["users"], state["bots"][0]["pending_updates"], state["bots"][0]["refused_by_rates"]) == (10, 10, 5)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("users/1/write", {"text": "x"}),
        ("faults", {"kind": "earthquake"}),
        ("users", {"first_name": "A", "shoe_size": 42}),
    ],
)
async def test_nonsense_is_told_as_such(remote: Remote, path: str, body: Json) -> None:
    assert "error" in await remote.ask("POST", path, body, status=400)
