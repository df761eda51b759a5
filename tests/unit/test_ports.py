"""A port that another program has: one sentence, or another port, never a traceback."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner

from bot import cli_run
from bot.cli import main
from bot.supervise import NoCure
from bot.web import serve_web, web_app


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield int(other.getsockname()[1])


async def well() -> dict[str, Any]:
    return {"ok": True}


async def test_the_health_page_says_which_setting_to_change(taken: int) -> None:
    with pytest.raises(NoCure, match=rf"127\.0\.0\.1:{taken} .*LIAISON_HTTP_PORT"):
        await serve_web(web_app(well), "127.0.0.1", taken, asyncio.Event())


async def test_the_health_page_answers_until_told_to_stop() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    stop = asyncio.Event()
    serving = asyncio.create_task(serve_web(web_app(well), "127.0.0.1", port, stop))
    async with asyncio.timeout(20):
        while True:
            try:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                break
            except ConnectionRefusedError:
                await asyncio.sleep(0.02)
    writer.write(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert (await reader.read()).startswith(b"HTTP/1.1 200")
    writer.close()
    stop.set()
    await asyncio.wait_for(serving, 5)


def test_the_sandbox_takes_a_free_port_unless_one_was_named(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_run, "SANDBOX_PORT", taken)
    assert cli_run._usual_port() == 0
    answer = CliRunner().invoke(main, ["sandbox", "--port", str(taken)])
    assert (answer.exit_code, answer.output) == (
        2, "✗ Another program already uses this port: choose another one with --port.\n"
    )  # fmt: skip
