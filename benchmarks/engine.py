"""The delivery engine against what people use today, on a local Bot API in a process of its own.

python -m benchmarks.engine drain|cpu|emergency|kills|memory|faults       each within about a minute
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from benchmarks.bench import Api, bot_api, database, folder, queue, run, start, states, table
from benchmarks.bot_api_server import MARKED

GUARD = 1.04


async def drain() -> None:
    """Goals 1 and 3: the share of the platform's limit that is used, and 429s, at 30/s and at 1000/s."""
    rows: list[list[object]] = []
    async with bot_api() as api:
        for rate, delay, seconds in ((1000, "20,60", 12), (30, "40,60", 14)):
            rows.append(await _drained(api, "engine", rate, delay, seconds, rate=rate))
            rows.append(await _drained(api, "loop", rate, delay, 8))
            if rate == 30:
                rows.append(await _drained(api, "gather", rate, delay, 12))
    head = ["limit", "sender", "messages/s", "% of limit", "% of guarded rate", "429s", "too early", "fullest second"]
    table("Drain at the platform's limit", head, rows)


async def _drained(api: Api, mode: str, limit: int, delay: str, seconds: float, **task: object) -> list[object]:
    with folder() as at:
        url = await database(at / "b.db", 30_000) if mode == "engine" else ""
        api.set(limit=limit, delay=delay)
        await run(mode=mode, api=api.url, db=url, seconds=seconds, **task)
        seen = api.stats()
    per_second = float(seen["median_rate"])
    share, guarded = 100 * per_second / limit, 100 * per_second / (limit / GUARD)
    refused, early = seen["refused"], seen["early"]
    return [f"{limit}/s", mode, per_second, share, guarded, refused, early, seen["worst_window"]]


async def cpu() -> None:
    """Goals 2, 3 and 7: CPU of a delivered message, intent and outcome on disk, 64 in flight, no added latency."""
    variants: dict[str, dict[str, object]] = {
        "bare python-telegram-bot call, our transport": {"mode": "bare", "count": 3000},
        "the same call in a process that has all of Liaison's engine loaded": {"mode": "bare-same", "count": 3000},
        "engine, NORMAL": {"mode": "engine", "durability": "NORMAL", "count": 3000},
        "engine, FULL (the default)": {"mode": "engine", "count": 3000},
        "engine, FULL, with the whole Telegram channel": {"mode": "engine-full", "count": 3000},
        "engine without intents, NORMAL": {"mode": "no-intent", "durability": "NORMAL", "count": 3000},
        "bare call, the library's own transport": {"mode": "stock", "count": 500},
    }
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in variants}
    async with bot_api() as api:
        for _ in range(3):
            for name, task in variants.items():
                with folder() as at:
                    url = await database(at / "b.db", 4000)
                    api.set()
                    found[name].append(await run(api=api.url, db=url, in_flight=64, **task))
    first, *_ = variants
    base = statistics.median(one["cpu_us"] for one in found[first])
    rows: list[list[object]] = []
    for name, runs in found.items():
        micros = statistics.median(one["cpu_us"] for one in runs)
        wall = statistics.median(one["per_second"] for one in runs)
        rows.append([name, micros, micros / base, 1e6 / micros, wall])
    head = ["sender", "CPU us a message", "x bare", "messages per CPU second", "messages/s on the clock"]
    table("CPU of a delivered message (medians of 3, interleaved)", head, rows)


async def emergency() -> None:
    """Goal 5: an alert committed by another process while 1,000,000 lower rows wait."""
    rows: list[list[object]] = []
    async with bot_api() as api:
        for rate, delay, alert, trials in ((30, "40,60", 60, 6), (1000, "20,60", 1000, 8)):
            with folder() as at:
                path = at / "b.db"
                url = await database(path, 1_000_000)
                api.set(limit=rate, delay=delay)
                child = await start(mode="engine", api=api.url, db=url, rate=rate, seconds=120)
                try:
                    firsts, alls = await _alerts(api, path, alert, trials)
                finally:
                    child.kill()
                    await child.wait()
                ideal = alert / (rate / GUARD)
                seen = api.stats()
            first, worst = 1000 * statistics.median(firsts), 1000 * max(firsts)
            rows.append([f"{rate}/s", alert, first, worst, statistics.median(alls) / (alert / rate), max(alls) / ideal,
                         seen["refused"]])  # fmt: skip
    head = [
        "limit",
        "people",
        "first, median ms",
        "first, worst ms",
        "all, x k/rate",
        "worst, x k/guarded rate",
        "429s",
    ]
    table("An emergency behind 1,000,000 queued rows", head, rows)


async def _alerts(api: Api, path: Any, alert: int, trials: int) -> tuple[list[float], list[float]]:
    while api.stats()["accepted"] < 60:
        await asyncio.sleep(0.2)
    firsts, alls = [], []
    rng = random.Random(2)
    for trial in range(trials):
        await asyncio.sleep(rng.uniform(0.3, 0.9))
        chat = MARKED + trial * 10_000
        await asyncio.to_thread(queue, path, alert, lane=0, first_chat=chat)
        committed = time.monotonic()
        while True:
            await asyncio.sleep(0.3)
            arrived = [at for key, at in api.stats()["marked"].items() if chat <= int(key) < chat + 10_000]
            if len(arrived) == alert:
                break
        firsts.append(min(arrived) - committed)
        alls.append(max(arrived) - committed)
    return firsts, alls


async def kills() -> None:
    """Goal 6: kill -9 at random moments at 800/s, then compare what arrived with what was due."""
    rows: list[list[object]] = []
    async with bot_api() as api:
        rows.extend([await _killed(api, 20, hold=False), await _killed(api, 5, hold=True)])
    head = [
        "policy",
        "kills",
        "W",
        "lost",
        "repeats",
        "repeats a kill",
        "worst kill",
        "in doubt, listed",
        "of these not sent",
    ]
    table("kill -9 at 800/s", head, rows)


async def _killed(api: Api, times: int, *, hold: bool) -> list[object]:
    w, count, rng = 64, 9000, random.Random(5)
    with folder() as at:
        path = at / "b.db"
        url = await database(path, count)
        api.set(delay="30,50")
        task = {"mode": "engine", "api": api.url, "db": url, "rate": 800, "in_flight": w, "hold": hold}
        worst = before = 0
        for _ in range(times):
            had = api.stats()["accepted"]
            child = await start(**task)
            while api.stats()["accepted"] == had:
                await asyncio.sleep(0.02)
            await asyncio.sleep(rng.uniform(0, 0.5))
            child.kill()
            await child.wait()
            await asyncio.sleep(0.1)  # what was on the wire arrives
            repeats = api.stats()["repeats"]
            worst, before = max(worst, repeats - before), repeats
        child = await start(**task)
        while states(path).keys() & {"queued", "sending"}:
            await asyncio.sleep(0.3)
        child.kill()
        await child.wait()
        seen, rows = api.stats(), states(path)
    doubts = rows.get("doubt", 0)
    missing = count - int(seen["chats"])
    lost = missing - min(missing, doubts)
    repeats = int(seen["repeats"])
    worst = max(worst, repeats - before)
    return ["hold" if hold else "resend", times, w, lost, repeats, repeats / times, worst, doubts, missing]


async def memory() -> None:
    """Goal 8: resident memory against the size of the backlog and of the drain."""
    rows: list[list[object]] = []
    bare_end = 0.0
    async with bot_api() as api:
        for name, backlog, task in (
            ("bare call", 0, {"mode": "bare"}),
            ("engine", 10_000, {"mode": "engine"}),
            ("engine", 100_000, {"mode": "engine"}),
            ("engine", 1_000_000, {"mode": "engine"}),
        ):
            with folder() as at:
                url = await database(at / "b.db", backlog) if backlog else ""
                api.set()
                told = await run(api=api.url, db=url, in_flight=64, count=9_900, **task)
            end = float(told["rss_end"])
            bare_end = bare_end or end
            rows.append([name, f"{backlog:,}", told["rss_tenth"], end, end / bare_end])
    table("Memory, MiB", ["sender", "backlog", "at 10 % of the drain", "at its end", "x bare"], rows)


async def faults() -> None:
    """Goal 12: 10 % blocked, 1 % 500s, 0.5 % of the answers cut after the message was accepted."""
    count = 6000
    async with bot_api() as api:
        with folder() as at:
            path = at / "b.db"
            url = await database(path, count)
            api.set(blocked=0.1, error=0.01, cut=0.005, delay="5,15")
            told = await run(mode="engine-full", api=api.url, db=url, rate=1000, count=count, seconds=50)
            seen, rows = api.stats(), states(path)
    head = ["deliveries", "ended", "sent", "blocked", "in doubt", "500s", "answers cut", "repeats", "messages/s"]
    ended = sum(rows.get(state, 0) for state in ("sent", "blocked", "failed", "doubt"))
    row = [count, ended, rows.get("sent", 0), rows.get("blocked", 0), rows.get("doubt", 0), seen["errors"],
           seen["cuts"], seen["repeats"], told["per_second"]]  # fmt: skip
    table("A platform full of faults", head, [list(row)])


BENCHMARKS: dict[str, Callable[[], Awaitable[None]]] = {
    "drain": drain, "cpu": cpu, "emergency": emergency, "kills": kills, "memory": memory, "faults": faults,
}  # fmt: skip

if __name__ == "__main__":
    for wanted in sys.argv[1:] or list(BENCHMARKS):
        asyncio.run(BENCHMARKS[wanted]())  # type: ignore[arg-type]
