"""Run the emulator as a process of its own: `python -m sandbox.telegram --port 0 --rate 30 --enforce`.

The first line on standard output is the address; the process ends on SIGTERM or SIGINT. See control.py for what can
be done to it while it runs.
"""

import argparse
import asyncio
import signal
import sys

from sandbox.telegram.limits import Rates
from sandbox.telegram.network import DEFAULT_TOKEN
from sandbox.telegram.options import Options
from sandbox.telegram.server import running


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox.telegram", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--token", default=DEFAULT_TOKEN, help="token of the one bot")
    parser.add_argument("--enforce", action="store_true", help="answer 429 above the rates")
    parser.add_argument("--rate", type=int, default=30, help="messages a second over all chats, 0 for no such limit")
    parser.add_argument("--chat-rate", type=int, default=1, help="messages a second in one chat, 0 for no such limit")
    parser.add_argument(
        "--group-rate", type=int, default=20, help="messages a minute in one group, 0 for no such limit"
    )
    parser.add_argument("--burst", type=int, default=1, help="messages that one chat may get at once")
    parser.add_argument("--auto-chats", action="store_true", help="every positive chat id is an existing chat")
    parser.add_argument("--message-limit", type=int, default=None, help="messages kept per chat; 0 keeps none")
    parser.add_argument("--journal", choices=("all", "counts"), default="all")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def _options(arguments: argparse.Namespace) -> Options:
    rates = Rates(
        per_second=arguments.rate or None,
        per_chat_second=arguments.chat_rate or None,
        per_group_minute=arguments.group_rate or None,
        burst=arguments.burst,
    )
    return Options(
        auto_chats=arguments.auto_chats,
        message_limit=arguments.message_limit,
        journal=arguments.journal,
        seed=arguments.seed,
        rates=rates if arguments.enforce else None,
    )


async def _run(arguments: argparse.Namespace) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    async with running(_options(arguments), token=arguments.token, host=arguments.host, port=arguments.port) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    asyncio.run(_run(_arguments()))
