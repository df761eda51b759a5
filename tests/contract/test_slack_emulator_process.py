"""The workspace as a process of its own, driven over its control API."""

import asyncio
import base64
import sys
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from tests.contract.slack_emulator_forms import card, reply_form

Json = dict[str, Any]


class Desk:
    """A client of the control API."""

    def __init__(self, address: str, session: aiohttp.ClientSession) -> None:
        self.address = address
        self._session = session

    async def post(self, what: str, status: int = 200, **body: Any) -> Json:
        async with self._session.post(f"{self.address}/control/{what}", json=body) as response:
            found: Json = await response.json()
            assert response.status == status, found
            return found

    async def get(self, what: str, **query: str) -> Json:
        async with self._session.get(f"{self.address}/control/{what}", params=query) as response:
            found: Json = await response.json()
            return found

    async def clear(self, what: str) -> None:
        async with self._session.delete(f"{self.address}/control/{what}") as response:
            assert response.status == 200


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox.slack", "--channel", "waste", "--member", "vera:waste", "--retry-delays", "0.1",
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        async with asyncio.timeout(20):
            address = (await process.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession() as session:
            yield Desk(address, session)
    finally:
        process.terminate()
        async with asyncio.timeout(10):
            assert await process.wait() == 0


async def test_a_whole_exchange_from_another_process(desk: Desk) -> None:
    state = await desk.get("state")
    client = AsyncWebClient(token=state["bot_token"], base_url=f"{desk.address}/api/")
    posted = await client.chat_postMessage(channel="waste", text="card", blocks=card())
    await desk.post("post", member="vera", channel="waste", text="mine", thread_ts=posted["ts"])
    await desk.post("members", name="otto", channels=["waste"])
    await desk.post("upload", member="otto", channel="waste", filename="a.txt", base64=base64.b64encode(b"a").decode())
    thread = await desk.get("read", member="vera", channel="waste", thread_ts=posted["ts"])
    assert [one["text"] for one in thread["messages"]] == ["card", "mine"]
    pressed = await desk.post("press", member="vera", channel="waste", ts=posted["ts"], action_id="claim")
    assert (pressed["ok"], pressed["error"]) == (False, "dispatch_failed")
    await desk.post("press", 404, member="vera", channel="waste", ts=posted["ts"], action_id="nothing")
    journal = await desk.get("journal")
    assert [one["text"] for one in journal["posts"]] == ["card"]


async def test_faults_and_settings_over_http(desk: Desk) -> None:
    state = await desk.get("state")
    client = AsyncWebClient(token=state["bot_token"], base_url=f"{desk.address}/api/")
    client.retry_handlers.clear()
    await desk.post("faults", kind="drop_after", method="chat.postMessage", times=1)
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel="waste", text="accepted, unanswered")
    assert [one["text"] for one in (await desk.get("journal"))["posts"]] == ["accepted, unanswered"]
    await desk.post("faults", 400, kind="earthquake")
    await desk.post("down", down=True)
    async with aiohttp.ClientSession() as session, session.get(f"{desk.address}/api/auth.test") as response:
        assert response.status == 503
    await desk.post("down", down=False)
    await client.auth_test()
    await desk.clear("journal")
    assert (await desk.get("journal"))["posts"] == []
    changed = await desk.get("changes", after="0", wait="1")
    assert changed["version"] > 0
    settings = await desk.post("settings", retry_delays=[0.5, 1], limits_enforced=True)
    assert (settings["retry_delays"], settings["limits_enforced"]) == ([0.5, 1.0], True)


async def test_forms_over_http(desk: Desk) -> None:
    await desk.post("fill", 404, member="vera", action_id="text", value="x")
    assert await desk.get("modal", member="vera") == {"view": None, "errors": {}}
    state = await desk.get("state")
    vera = next(one["id"] for one in state["members"] if one["name"] == "vera")
    client = AsyncWebClient(token=state["bot_token"], base_url=f"{desk.address}/api/")
    view = {"type": "home", "blocks": reply_form()["blocks"]}
    await client.views_publish(user_id=vera, view=view)
    home = await desk.get("home", member="vera")
    assert home["view"]["blocks"][0]["type"] == "input"
