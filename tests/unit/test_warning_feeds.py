"""Feeds of official warnings on a real server: what is new becomes a draft once, and no server can do us harm."""

import gzip
import random
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from alerts.cap.bounded import MAX_BYTES
from alerts.cap.feed import Feed, read_feed
from alerts.cap.remark import Refused
from bot.configuration import ConfigurationError, read_community
from bot.warning_feeds import ALARM_AFTER, WarningFeeds
from channels import warning_feed
from domain.broadcast import Broadcast
from domain.community import Broadcasting, WarningFeed
from handlers.context import Context
from locales import Catalogs
from storage import broadcasts
from storage.engine import Database, Tx
from tests.unit.cap_messages import FLOOD

CONFIG = Path(__file__).parents[2] / "config" / "community.toml"
COMMUNITY = read_community(CONFIG)
REFERENCE = "<references>crisis@brzegowice.example,flood-1,2026-03-01T18:00:00+01:00</references><info>"
UPDATE = (
    FLOOD.replace("flood-1", "flood-2")
    .replace("18:00:00", "18:05:00")
    .replace(">Alert<", ">Update<")
    .replace("<info>", REFERENCE)
    .replace("dziś w nocy", "o świcie")
)


def atom(*links: str) -> str:
    """A feed of these messages, the newest first."""
    entries = "".join(
        f'<entry><id>{link}</id><link rel="alternate" type="text/html" href="/page"/>'
        f'<link type="application/cap+xml" href="{link}"/></entry>'
        for link in links
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="/feed"/>{entries}</feed>'


@dataclass
class Publisher:
    """A publisher's server: pages by path, and how often each was asked for."""

    pages: dict[str, Any] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    agents: set[str] = field(default_factory=set)
    address: str = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """The page of that path; 304 for whoever has it."""
        self.asked[request.path] += 1
        self.agents.add(request.headers["User-Agent"])
        page = self.pages.get(request.path)
        if page is None:
            return web.Response(status=404)
        if not isinstance(page, str | bytes):
            response: web.StreamResponse = page(request)
            return response
        etag = f'"{hash(page)}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        data = page.encode() if isinstance(page, str) else page
        return web.Response(body=data, headers={"ETag": etag})


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    """A running server on loopback."""
    found = Publisher()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", found.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    found.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield found
    await runner.cleanup()


@dataclass
class Watch:
    """A community that watches one feed, with a clock that the test turns."""

    db: Database
    feed: WarningFeed
    now: datetime = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
    alarms: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """A new process on the same database."""
        casting = Broadcasting(sender="brzegowice.example", feeds=(self.feed,))
        self.feeds = WarningFeeds(self.db, self._context, lambda: self.now, casting, self._alarm)

    async def after(self, minutes: int = 5) -> list[Broadcast]:
        """Let time pass and look; what there is then."""
        self.now += timedelta(minutes=minutes)
        await self.feeds.poll()
        async with self.db.read() as tx:
            return await broadcasts.recent(tx)

    def _context(self, tx: Tx) -> Context:
        catalogs = Catalogs(COMMUNITY.default_language)
        return Context(
            tx=tx, now=self.now, community=COMMUNITY, catalogs=catalogs, capabilities={}, rng=random.Random(7)
        )

    async def _alarm(self, kind: str, about: str, **values: Any) -> None:
        self.alarms.append({"kind": kind, "about": about, **values})


@pytest.fixture
def watch(db: Database, publisher: Publisher) -> Watch:
    """Watching the publisher's /feed."""
    return Watch(db, WarningFeed(address=f"{publisher.address}/feed"))


async def test_what_is_new_becomes_a_draft_once_even_after_a_restart(watch: Watch, publisher: Publisher) -> None:
    publisher.pages |= {"/feed": atom("/flood-1.cap"), "/flood-1.cap": FLOOD}
    (draft,) = await watch.after()
    assert draft.author == "feed"
    assert draft.plan.wordings[0].headline == "Rzeka wyleje dziś w nocy"
    assert await watch.after() == [draft]
    assert publisher.asked == {"/feed": 2, "/flood-1.cap": 1}
    assert publisher.agents == {"Liaison (brzegowice.example)"}
    watch.restart()
    assert await watch.after() == [draft]


async def test_an_update_that_comes_with_its_alert_changes_the_draft(watch: Watch, publisher: Publisher) -> None:
    publisher.pages |= {"/feed": atom("/2.cap", "/1.cap"), "/1.cap": FLOOD, "/2.cap": UPDATE}
    (draft,) = await watch.after()
    assert draft.version == 2
    assert draft.plan.wordings[0].headline == "Rzeka wyleje o świcie"


async def test_a_feed_is_asked_as_often_as_configured_whoever_asks(watch: Watch, publisher: Publisher) -> None:
    publisher.pages |= {"/feed": atom("/1.cap"), "/1.cap": FLOOD}
    await watch.after()
    await watch.after(minutes=1)
    watch.restart()
    await watch.after(minutes=1)
    assert publisher.asked["/feed"] == 1
    await watch.after(minutes=5)
    assert publisher.asked["/feed"] == 2


async def test_what_could_not_be_fetched_is_tried_again(watch: Watch, publisher: Publisher) -> None:
    publisher.pages |= {"/feed": atom("/1.cap")}
    assert await watch.after() == []
    publisher.pages["/1.cap"] = FLOOD
    assert len(await watch.after()) == 1


async def test_a_message_that_is_no_warning_does_not_hold_up_the_others(watch: Watch, publisher: Publisher) -> None:
    bad = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    publisher.pages |= {"/feed": atom("/bad.cap", "/1.cap"), "/bad.cap": bad, "/1.cap": FLOOD}
    assert len(await watch.after()) == 1
    await watch.after()
    assert publisher.asked["/bad.cap"] == 1  # it will not get better


async def test_rss_and_a_single_message(watch: Watch, publisher: Publisher) -> None:
    rss = "<rss version='2.0'><channel><link>/</link><item><link>/1.cap</link></item></channel></rss>"
    publisher.pages |= {"/feed": rss, "/1.cap": FLOOD}
    assert len(await watch.after()) == 1
    publisher.pages["/feed"] = FLOOD.replace("flood-1", "flood-9")
    assert len(await watch.after()) == 2


async def test_hosts_that_nobody_named_are_not_asked(watch: Watch, publisher: Publisher, db: Database) -> None:
    elsewhere = publisher.address.replace("127.0.0.1", "localhost")
    publisher.pages |= {"/feed": atom(f"{elsewhere}/1.cap", "/moved.cap", "file:///etc/passwd"), "/1.cap": FLOOD}
    publisher.pages["/moved.cap"] = lambda _: web.Response(status=302, headers={"Location": f"{elsewhere}/1.cap"})
    assert await watch.after() == []
    assert publisher.asked == {"/feed": 1, "/moved.cap": 1}
    watch.feed = replace(watch.feed, hosts=("localhost",))
    watch.restart()
    assert len(await watch.after()) == 1


async def test_documents_that_are_too_large_or_too_slow_are_given_up(
    watch: Watch, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = gzip.compress(b" " * (MAX_BYTES * 20))
    publisher.pages["/feed"] = lambda _: web.Response(body=bomb, headers={"Content-Encoding": "gzip"})
    for _ in range(ALARM_AFTER + 2):
        assert await watch.after() == []
    address = watch.feed.address
    assert watch.alarms == [{"kind": "feed", "about": address, "address": address, "reason": "too large"}]
    monkeypatch.setattr(warning_feed, "SECONDS", 0.2)

    class Slow(web.Response):
        async def prepare(self, request: web.BaseRequest) -> Any:
            import asyncio

            await asyncio.sleep(1)
            return await super().prepare(request)

    publisher.pages |= {"/feed": lambda _: Slow()}
    assert await watch.after() == []


async def test_a_loop_of_redirects_ends(watch: Watch, publisher: Publisher) -> None:
    publisher.pages["/feed"] = lambda _: web.Response(status=302, headers={"Location": "/feed"})
    await watch.after()
    assert publisher.asked["/feed"] == warning_feed.REDIRECTS + 1


async def test_a_failing_feed_is_told_of_once_and_again_after_it_worked(watch: Watch, publisher: Publisher) -> None:
    for _ in range(ALARM_AFTER + 2):
        await watch.after()
    assert [alarm["reason"] for alarm in watch.alarms] == ["status 404"]
    publisher.pages["/feed"] = atom()
    await watch.after()
    publisher.pages["/feed"] = "<html/>"
    for _ in range(ALARM_AFTER):
        await watch.after()
    assert [alarm["reason"] for alarm in watch.alarms] == ["status 404", "cap-no-feed"]


# Reading feeds

RSS = "<rss><channel><item>{}</item></channel></rss>"


@pytest.mark.parametrize(
    ("document", "links"),
    [
        (atom("a.cap", "http://x.example/b.cap", "a.cap"), ("http://h.example/f/a.cap", "http://x.example/b.cap")),
        (RSS.format("<enclosure url='/e.xml' type='application/cap+xml'/><link>/p</link>"),
         ("http://h.example/e.xml",)),
        (RSS.format("<enclosure url='/e.mp3' type='audio/mpeg'/><link> /p </link>"),
         ("http://h.example/p",)),
        (atom("javascript:alert(1)", "ftp://x/y"), ()),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><link rel='edit' href='/x'/></entry></feed>", ()),
    ],
)  # fmt: skip
def test_links_of_feeds(document: str, links: tuple[str, ...]) -> None:
    assert read_feed(document.encode(), "http://h.example/f/") == Feed(links=links)


@pytest.mark.parametrize("document", ["", "x", "<html/>", "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss/>", "<feed/>"])
def test_what_is_no_feed(document: str) -> None:
    with pytest.raises(Refused):
        read_feed(document.encode(), "http://h.example/")


def test_feeds_are_configured_beside_broadcasts(tmp_path: Path) -> None:
    path = tmp_path / "community.toml"
    text = CONFIG.read_text()
    feed = '[[broadcasts.feeds]]\naddress = "https://a.example/feed"\nminutes = 2\nhosts = ["b.example"]\n'
    assert "[timings]" in text
    path.write_text(text.replace("[timings]", f"{feed}[timings]", 1))
    (found,) = read_community(path).broadcasting.feeds
    assert found == WarningFeed(address="https://a.example/feed", minutes=2, hosts=("b.example",))
    path.write_text(
        text.replace("[timings]", f"{feed.replace('https', 'ftp').replace('b.example', 'B example')}[timings]", 1)
    )
    with pytest.raises(ConfigurationError) as caught:
        read_community(path)
    assert any("is not a web address" in problem for problem in caught.value.problems)
    assert any('"B example" is not the name of a computer' in problem for problem in caught.value.problems)
