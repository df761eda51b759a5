"""Files that Liaison makes itself at the moment they are sent: nothing personal rests on disk for them."""

import asyncio
from collections.abc import Awaitable, Callable

import orjson

from bot import event_files
from broadcasts.chart import bar_chart
from broadcasts.paper import Block, paper
from broadcasts.table import csv_file
from broadcasts.web_page import web_page
from domain.content import FileRef
from domain.errors import NotFound, Refused
from handlers import broadcast_report, safety_list, survey_figures, survey_report
from handlers.context import Context
from handlers.programmes import figures as programme_figures
from handlers.programmes import report as programme_report
from handlers.volunteers import certificate as volunteer_certificate
from storage import broadcasts, erasure, events, residents, surveys
from storage.engine import Database, Tx

Maker = Callable[[Context, int, str], Awaitable[bytes]]  # (ctx, number, language or empty)


class OwnFiles:
    """A `FileSource`: ``<kind>:<number>[:<language>]`` is what the maker of that kind makes of it (`MAKERS`)."""

    def __init__(self, db: Database, make_context: Callable[[Tx], Context]) -> None:
        self._db, self._make_context = db, make_context

    async def fetch(self, file: FileRef, limit: int) -> bytes:
        """The file's bytes. Raises Refused for an unknown handle or one over `limit` bytes."""
        kind, number, language = (*file.handle.split(":"), "", "")[:3]
        if kind not in MAKERS or not number.isdigit():
            raise Refused(f"no such file: {kind}")
        async with self._db.read() as tx:
            try:
                body = await MAKERS[kind](self._make_context(tx), int(number), language)
            except NotFound as error:
                raise Refused(f"no such file: {error}") from None
        if len(body) > limit:
            raise Refused("the file is larger than the platform takes")
        return body


async def export(ctx: Context, resident_id: int, _language: str) -> bytes:
    """Everything that is kept about a resident, as JSON."""
    return orjson.dumps(await erasure.everything_about(ctx.tx, resident_id), option=orjson.OPT_INDENT_2)


async def survey_chart(ctx: Context, survey_id: int, _language: str) -> bytes:
    """A survey's results as a picture."""
    survey = await surveys.get(ctx.tx, survey_id)
    panels = await survey_figures.bars(ctx, survey)
    if not panels:
        raise Refused("nothing to draw")
    rtl = ctx.catalogs.direction(ctx.community.staff_language) == "rtl"
    return await asyncio.to_thread(bar_chart, survey_report.title_of(ctx, survey), panels, rtl=rtl)


async def survey_table(ctx: Context, survey_id: int, _language: str) -> bytes:
    """A survey's results as CSV."""
    return csv_file(await survey_figures.rows(ctx, await surveys.get(ctx.tx, survey_id)))


async def certificate(ctx: Context, resident_id: int, _language: str) -> bytes:
    """A volunteer's certificate of hours, as PDF."""
    try:
        resident = await residents.get(ctx.tx, resident_id)
    except LookupError:
        raise Refused("no such resident") from None
    title, blocks = await volunteer_certificate.title_and_blocks(ctx, resident)
    rtl = ctx.catalogs.direction(resident.language) == "rtl"
    return await asyncio.to_thread(paper, title, blocks, rtl=rtl)


async def programme_page(ctx: Context, event_id: int, _language: str) -> bytes:
    """The report of a programme as a web page."""
    title, blocks = await _report(ctx, event_id)
    language = ctx.community.default_language
    return web_page(title, blocks, language=language, rtl=ctx.catalogs.direction(language) == "rtl")


async def programme_pdf(ctx: Context, event_id: int, _language: str) -> bytes:
    """The report of a programme as PDF."""
    title, blocks = await _report(ctx, event_id)
    rtl = ctx.catalogs.direction(ctx.community.default_language) == "rtl"
    return await asyncio.to_thread(paper, title, blocks, rtl=rtl)


async def _report(ctx: Context, event_id: int) -> tuple[str, list[Block]]:
    event = await events.get(ctx.tx, event_id)
    return programme_report.blocks(ctx, event, await programme_figures.evaluation(ctx, event))


async def silent_ones(ctx: Context, check_id: int, _language: str) -> bytes:
    """Who has not answered a safety check, as CSV: so that somebody can knock on their doors."""
    return csv_file([row async for row in safety_list.rows(ctx, check_id)])


async def broadcast_chart(ctx: Context, broadcast_id: int, _language: str) -> bytes:
    """How a broadcast was delivered, as a picture."""
    title, panels = await broadcast_report.panels(ctx, await broadcasts.get(ctx.tx, broadcast_id))
    rtl = ctx.catalogs.direction(ctx.community.staff_language) == "rtl"
    return await asyncio.to_thread(bar_chart, title, panels, rtl=rtl)


async def broadcast_table(ctx: Context, broadcast_id: int, part: str) -> bytes:
    """How a broadcast ended for every recipient, as CSV; of many, table number `part`."""
    number = int(part) if part.isdigit() else 0
    return csv_file([row async for row in broadcast_report.rows(ctx, broadcast_id, number)])


MAKERS: dict[str, Maker] = {
    "broadcast-chart": broadcast_chart,
    "broadcast-table": broadcast_table,
    "programme-page": programme_page,
    "programme-pdf": programme_pdf,
    "export": export,
    "safety-silent": silent_ones,
    "survey-chart": survey_chart,
    "survey-table": survey_table,
    "certificate": certificate,
    "ics": event_files.calendar_file,
    "qr": event_files.poster,
}
