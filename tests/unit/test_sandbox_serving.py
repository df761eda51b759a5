"""The in-loop server: up when the block is entered, gone (quickly) when it is left."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator

import aiohttp
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from sandbox.serving import listen, serve


async def _hello(_: Request) -> PlainTextResponse:
    return PlainTextResponse("hello")


async def _for_ever(_: Request) -> PlainTextResponse:
    await asyncio.Event().wait()
    return PlainTextResponse("never")


APP = Starlette(routes=[Route("/", _hello), Route("/hang", _for_ever)])


async def test_two_servers_answer_on_ports_of_their_own() -> None:
    async with serve(APP) as one, serve(APP) as two, aiohttp.ClientSession() as client:
        assert one != two
        for address in (one, two):
            async with client.get(f"{address}/") as answer:
                assert await answer.text() == "hello"


async def test_leaving_cuts_an_open_request_and_frees_the_port() -> None:
    async with aiohttp.ClientSession() as client:
        async with serve(APP, grace=0.1) as address:
            hanging = asyncio.create_task(client.get(f"{address}/hang"))
            await asyncio.sleep(0.05)
            begun = time.monotonic()
        assert time.monotonic() - begun < 10  # it hangs for ever
        with pytest.raises(aiohttp.ClientError):
            (await hanging).raise_for_status()
        with pytest.raises(aiohttp.ClientConnectorError):
            await client.get(f"{address}/")
    listen(port=int(address.rsplit(":", 1)[1])).close()


async def test_a_taken_port_is_refused_at_once() -> None:
    taken = listen()
    try:
        with pytest.raises(OSError):
            async with serve(APP, port=taken.getsockname()[1]):
                pytest.fail("two servers on one port")
    finally:
        taken.close()


async def test_a_failed_start_up_is_raised_to_the_caller() -> None:
    @contextlib.asynccontextmanager
    async def broken(_: Starlette) -> AsyncGenerator[None, None]:
        raise ValueError("no database")
        yield

    with pytest.raises(RuntimeError, match="start-up failed"):
        async with serve(Starlette(lifespan=broken)):
            pytest.fail("served by an application that never started")
