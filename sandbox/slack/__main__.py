"""`python -m sandbox.slack`: the workspace as a process of its own. The first line it prints is its address.

    python -m sandbox.slack --port 0 --manifest config/slack-manifest.yaml --channel waste --member vera:waste
    -> http://127.0.0.1:43127

The Web API is below /api/, the control API (sandbox.slack.control) below /control/. It ends on SIGTERM or SIGINT.
"""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from starlette.routing import Mount, Router

from sandbox.serving import serve
from sandbox.slack.control import Control
from sandbox.slack.emulator import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET, SlackWorkspace
from sandbox.slack.manifest import AppManifest


def _arguments(given: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox.slack", description="A Slack workspace on loopback.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--manifest", type=Path, help="app manifest; without it the app may do all")
    parser.add_argument("--channel", action="append", default=[], metavar="NAME", help="a channel with the app in it")
    parser.add_argument("--private-channel", action="append", default=[], metavar="NAME")
    parser.add_argument("--member", action="append", default=[], metavar="NAME[:CHANNEL,…]")
    parser.add_argument("--bot-token", default=BOT_TOKEN)
    parser.add_argument("--app-token", default=APP_TOKEN)
    parser.add_argument("--signing-secret", default=SIGNING_SECRET)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--retry-delays", default="0,60,300", help="seconds before each repetition of an event")
    parser.add_argument("--request-url", default="", help="deliver over HTTP to this URL instead of Socket Mode")
    return parser.parse_args(given)


def _workspace(options: argparse.Namespace) -> SlackWorkspace:
    manifest = AppManifest.read(options.manifest) if options.manifest else AppManifest.permissive()
    workspace = SlackWorkspace.create(
        manifest,
        bot_token=options.bot_token,
        app_token=options.app_token,
        signing_secret=options.signing_secret,
        seed=options.seed,
    )
    workspace.deliveries.retry_delays = tuple(float(one) for one in options.retry_delays.split(",") if one)
    for name in options.channel:
        workspace.add_channel(name)
    for name in options.private_channel:
        workspace.add_channel(name, is_private=True)
    for entry in options.member:
        name, _, places = entry.partition(":")
        workspace.add_member(name, channels=[place for place in places.split(",") if place])
    return workspace


async def run(options: argparse.Namespace) -> None:
    """Serve until a signal asks to stop."""
    workspace = _workspace(options)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    routes = [Mount("/control", routes=Control(workspace).routes()), Mount("", app=workspace.asgi())]
    async with serve(Router(routes), host=options.host, port=options.port) as address:
        workspace.base_url = address
        sys.stdout.write(f"{address}\n")
        sys.stdout.flush()
        if options.request_url:
            await workspace.use_http(options.request_url, verify=False)
        await stop.wait()
        await workspace.stop()


if __name__ == "__main__":
    asyncio.run(run(_arguments(sys.argv[1:])))
