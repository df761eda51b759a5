"""The public page and feed, asked over HTTP as a browser and a calendar do, and the files that are made to be sent."""

import base64
import hashlib
import re
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import icalendar
import pytest
from starlette.applications import Starlette

from bot.calendar_doors import calendar_doors
from bot.own_files import OwnFiles
from domain.content import FileRef
from domain.errors import Refused
from tests.dialogues.fair import form, named, plan
from tests.dialogues.town import Town


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """The town of the dialogues, its bot named."""
    async with Town.open(tmp_path) as town:
        await named(town)
        yield town


@pytest.fixture
async def web(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the town's web server."""
    app: Any = SimpleNamespace(
        db=town.db,
        catalogs=town.catalogs,
        make_context=town.context,
        now=lambda: town.now,
        meeting=SimpleNamespace(community=town.community),
    )
    transport = httpx.ASGITransport(app=Starlette(routes=calendar_doors(app)))
    async with httpx.AsyncClient(transport=transport, base_url="http://town.example") as client:
        yield client


async def test_the_page_speaks_every_language_and_runs_right_to_left(town: Town, web: httpx.AsyncClient) -> None:
    event = await plan(town)
    english = (await web.get("/events", headers={"Accept-Language": "en-GB,en;q=0.9"})).text
    assert '<html lang="en" dir="ltr">' in english
    assert "Repair fair" in english
    assert f"https://t.me/rivermouth_bot?start=e-{event.code}" in english
    arabic = await web.get("/events?lang=ar")
    assert '<html lang="ar" dir="rtl">' in arabic.text
    assert "معرض التصليح" in arabic.text
    assert "كل المناطق" in arabic.text
    assert (await web.get("/events", headers={"Accept-Language": "tl"})).text.count('lang="fil"') > 1


async def test_the_page_says_how_far_a_fundraiser_has_come(town: Town, web: httpx.AsyncClient) -> None:
    event, cora = await plan(town), town.staff("U_CORA")
    assert "🎯" not in (await web.get("/events?lang=en")).text
    await cora.commands(f"{event.code} goal 5000 PLN", command="programme")
    await cora.commands(f"{event.code} received 50 PLN Bakery Example", command="programme")
    page = (await web.get("/events?lang=pl")).text.replace("\u00a0", " ")
    assert "🎯 Cel zbiórki: 5 000 PLN · zadeklarowano: 50 PLN · otrzymano: 50 PLN" in page
    assert any("🎯 Goal: 5 000 PLN" in post.words.replace("\u00a0", " ") for post in town.channel("C_WASTE"))


async def test_what_somebody_typed_stays_text(town: Town, web: httpx.AsyncClient) -> None:
    await plan(town, title_en='<script>alert("x")</script>', text_en="<b>bold</b> & more", place='"><img src=x>')
    page = await web.get("/events?lang=en")
    assert "<script" not in page.text
    assert "<img" not in page.text
    assert "&lt;script&gt;" in page.text
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; more" in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")


async def test_topics_and_areas_narrow_it_and_unknown_ones_are_refused(town: Town, web: httpx.AsyncClient) -> None:
    await plan(town)
    assert "Repair fair" in (await web.get("/events?lang=en&area=harbour&topic=events")).text
    assert "Nothing is planned" in (await web.get("/events?lang=en&area=hills")).text
    assert "Nothing is planned" in (await web.get("/events?lang=en&topic=news")).text
    for wrong in ("area=nowhere", "topic=secrets", "area=%00"):
        assert (await web.get(f"/events?{wrong}")).status_code == 404
        assert (await web.get(f"/calendar.ics?{wrong}")).status_code == 404


async def test_the_feed_is_one_that_calendars_read(town: Town, web: httpx.AsyncClient) -> None:
    event = await plan(town, repeat="weekly", until="2026-12-04")
    answer = await web.get("/calendar.ics?lang=pl&area=harbour")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    entries = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(entry["summary"]) for entry in entries] == ["Targ napraw"] * 3
    assert [entry.decoded("dtstart").isoformat() for entry in entries] == [
        "2026-11-20T17:00:00+00:00", "2026-11-27T17:00:00+00:00", "2026-12-04T17:00:00+00:00",
    ]  # fmt: skip
    assert len({str(entry["uid"]) for entry in entries}) == 3
    assert str(entries[0]["url"]) == f"https://t.me/rivermouth_bot?start=e-{event.code}"
    before = {str(entry["uid"]) for entry in entries}

    await town.staff("U_CORA").fills_in(await form(town, str(event.id)), start="19:00", end="21:00")
    await town.pass_time(minutes=1)
    moved = icalendar.Calendar.from_ical((await web.get("/calendar.ics?lang=pl&area=harbour")).content).walk("VEVENT")
    assert {str(entry["uid"]) for entry in moved} == before, "what has moved moves in every calendar"
    assert [int(str(entry["sequence"])) for entry in moved] == [1, 1, 1]


async def test_however_many_ask_it_is_drawn_once_a_moment(town: Town, web: httpx.AsyncClient) -> None:
    await plan(town)
    first = (await web.get("/events?lang=en")).text
    await plan(town, title_en="Second fair")
    assert (await web.get("/events?lang=en")).text == first
    await town.pass_time(seconds=40)
    assert "Second fair" in (await web.get("/events?lang=en")).text


async def test_own_files_are_a_calendar_and_a_code_for_the_poster(town: Town) -> None:
    event = await plan(town)
    files = OwnFiles(town.db, town.context)
    body = await files.fetch(FileRef(channel="liaison", handle="ics:1:ar", name="x.ics"), 100_000)
    (entry,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert str(entry["summary"]) == "معرض التصليح"
    picture = await files.fetch(FileRef(channel="liaison", handle=f"qr:{event.id}", name="x.png"), 100_000)
    assert picture.startswith(b"\x89PNG")
    for wrong in ("ics:99:en", "ics:x:en", "qr:99", "qr:", "secrets:1"):
        with pytest.raises(Refused):
            await files.fetch(FileRef(channel="liaison", handle=wrong, name="x"), 100_000)


async def test_the_style_is_the_one_that_the_policy_allows(town: Town, web: httpx.AsyncClient) -> None:
    page = await web.get("/events")
    style = re.search(r"<style>(.*?)</style>", page.text, re.DOTALL)
    assert style is not None
    allowed = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{allowed}'" in page.headers["content-security-policy"]
