"""A Bot API that does next to nothing, fast: takes sendMessage, keeps the platform's limit, and counts.

It runs as a process of its own, so that its CPU is not the client's. It speaks just enough HTTP/1.1 for keep-alive
clients. `GET /stats` returns what arrived, `GET /set?delay=20,60&limit=30&blocked=0.1&error=0.01&cut=0.005` changes its
ways and forgets what was counted.

python -m benchmarks.bot_api_server        prints its port
"""

import asyncio
import json
import random
import re
import sys
import time
from collections import Counter, deque
from itertools import pairwise
from urllib.parse import parse_qsl, urlsplit

_CHAT = re.compile(rb'"chat_id": ?"?(-?\d+)|chat_id=(-?\d+)')
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
MARKED = 10**9  # chats from here on are timed one by one


class Platform:
    """What the server does and what it saw. Times are time.monotonic(), which all processes of a machine share."""

    def __init__(self) -> None:
        self.rng = random.Random(1)
        self.set({})

    def set(self, ways: dict[str, str]) -> None:
        low, high = ways.get("delay", "0,0").split(",")
        self.delay = (float(low) / 1000, float(high) / 1000)
        self.limit = int(ways.get("limit", 0))
        self.blocked, self.error, self.cut = (float(ways.get(name, 0)) for name in ("blocked", "error", "cut"))
        self.window: deque[float] = deque()
        self.times: list[float] = []
        self.chats: Counter[int] = Counter()
        self.marked: dict[int, float] = {}
        self.refused = self.cuts = self.errors = self.blocks = self.early = 0
        self.quiet_until = 0.0

    def stats(self) -> dict[str, object]:
        times = self.times
        gaps = [b - a for a, b in pairwise(times)]
        return {
            "accepted": len(times),
            "first": times[0] if times else None,
            "last": times[-1] if times else None,
            "refused": self.refused,
            "early": self.early,
            "cuts": self.cuts,
            "errors": self.errors,
            "blocks": self.blocks,
            "chats": len(self.chats),
            "repeats": sum(self.chats.values()) - len(self.chats),
            "worst_window": self._worst_window(),
            "longest_gap": max(gaps, default=0.0),
            "marked": self.marked,
            "median_rate": self._steady_rate(),
        }

    def _worst_window(self) -> int:
        window: deque[float] = deque()
        worst = 0
        for at in self.times:
            window.append(at)
            while window[0] <= at - 1.0:
                window.popleft()
            worst = max(worst, len(window))
        return worst

    def _steady_rate(self) -> float:
        """Messages a second between the first and the last second."""
        if len(self.times) < 2:
            return 0.0
        return (len(self.times) - 1) / (self.times[-1] - self.times[0])

    def answer(self, chat: int) -> bytes | None:
        """The body to answer with; None to cut the line."""
        now = time.monotonic()
        if now < self.quiet_until:
            self.early += 1
        if self.limit and not self._permitted(now):
            self.refused += 1
            self.quiet_until = now + 1.0
            return _body(429, {"error_code": 429, "description": "Too Many Requests: retry after 1",
                               "parameters": {"retry_after": 1}})  # fmt: skip
        draw = self.rng.random()
        if draw < self.blocked:
            self.blocks += 1
            return _body(403, {"error_code": 403, "description": "Forbidden: bot was blocked by the user"})
        if draw < self.blocked + self.error:
            self.errors += 1
            return _body(500, {"error_code": 500, "description": "Internal Server Error: restart"})
        self.times.append(now)
        self.chats[chat] += 1
        if chat >= MARKED:
            self.marked.setdefault(chat, now)
        if draw < self.blocked + self.error + self.cut:
            self.cuts += 1
            return None
        who = {"id": chat, "type": "private", "first_name": "A"}
        message = {"message_id": len(self.times), "date": 1_800_000_000, "chat": who, "text": "x"}
        return _body(200, {"result": message})

    def _permitted(self, now: float) -> bool:
        window = self.window
        while window and window[0] <= now - 1.0:
            window.popleft()
        if len(window) >= self.limit:
            return False
        window.append(now)
        return True


def _body(status: int, content: dict[str, object]) -> bytes:
    text = json.dumps({"ok": status == 200, **content}).encode()
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(text)}\r\n\r\n"
    return head.encode() + text


class Connection(asyncio.Protocol):
    """One keep-alive connection, one request at a time."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform
        self.buffer = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while True:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            found = _LENGTH.search(self.buffer, 0, end)
            length = int(found[1]) if found else 0
            if len(self.buffer) < end + 4 + length:
                return
            head, body = self.buffer[:end], self.buffer[end + 4 : end + 4 + length]
            self.buffer = self.buffer[end + 4 + length :]
            self.handle(head, body)

    def handle(self, head: bytes, body: bytes) -> None:
        path = head.split(b" ", 2)[1].decode()
        if path.startswith(("/stats", "/set")):
            if path.startswith("/set"):
                self.platform.set(dict(parse_qsl(urlsplit(path).query)))
            text = json.dumps(self.platform.stats()).encode()
            self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(text) + text)
            return
        chat = _CHAT.search(body)
        answer = self.platform.answer(int(chat[1] or chat[2]) if chat else 0)
        low, high = self.platform.delay
        if high:
            delay = self.platform.rng.uniform(low, high)
            asyncio.get_running_loop().call_later(delay, self.reply, answer)
        else:
            self.reply(answer)

    def reply(self, answer: bytes | None) -> None:
        if answer is None:
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(answer)


async def main() -> None:
    platform = Platform()
    server = await asyncio.get_running_loop().create_server(
        lambda: Connection(platform), (sys.argv[1:] or ["127.0.0.1"])[0], 0
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
