"""Two public doors: ``/calendar.ics``, a feed per topic and area, and ``/events``, a page for everybody."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import event_page
from bot.event_page import Chosen
from bot.parts import Parts
from broadcasts.calendar_out import calendar
from domain.community import Community
from handlers.context import Context
from handlers.events import fund, link
from storage import occasions
from storage.occasions import Coming

LISTED = 200  # occasions
FRESH = timedelta(seconds=30)  # an answer is drawn at most so often, however many ask
Drawing = Callable[[Context, Chosen, list[Coming], str], Awaitable[Response]]


def calendar_doors(app: Parts) -> list[Route]:
    """The feed and the page. Both read only, and answer what nobody can choose with 404."""
    doors = Doors(app)
    return [Route("/calendar.ics", doors.feed), Route("/events", doors.page)]


class Doors:
    """Draws answers and keeps them for a moment. What can be asked for is a short list, so there are few."""

    def __init__(self, app: Parts) -> None:
        self._app = app
        self._kept: dict[tuple[str, Chosen], tuple[datetime, Response]] = {}

    async def feed(self, request: Request) -> Response:
        """``/calendar.ics?topic=&area=&lang=``"""
        return await self._answer("feed", request, _feed)

    async def page(self, request: Request) -> Response:
        """``/events?topic=&area=&lang=``"""
        return await self._answer("page", request, _page)

    async def _answer(self, kind: str, request: Request, draw: Drawing) -> Response:
        community, now = self._app.meeting.community, self._app.now()
        chosen = chosen_by(request, community)
        if chosen is None:
            default = community.default_language
            return PlainTextResponse(self._app.catalogs.say(default, "event-page-unknown"), status_code=404)
        kept = self._kept.get((kind, chosen))
        if kept is not None and now - kept[0] < FRESH:
            return kept[1]
        response = await self._draw(chosen, draw)
        self._kept[kind, chosen] = (now, response)
        return response

    async def _draw(self, chosen: Chosen, draw: Drawing) -> Response:
        async with self._app.db.read() as tx:
            ctx = self._app.make_context(tx)
            areas = [chosen.area] if chosen.area else []
            found = await occasions.coming(tx, ctx.now, areas=areas, topic=chosen.topic, limit=LISTED)
            return await draw(ctx, chosen, found, await link.bot_name(tx))


def chosen_by(request: Request, community: Community) -> Chosen | None:
    """What a request asks for; None where it names a topic or an area that there is not."""
    topic, area = request.query_params.get("topic") or None, request.query_params.get("area") or None
    if topic and topic not in {one.id for one in community.topics}:
        return None
    if area and community.area(area) is None:
        return None
    wanted = [request.query_params.get("lang", ""), *_accepted(request.headers.get("accept-language", ""))]
    language = next((code for code in wanted if code in community.languages), community.default_language)
    return Chosen(language=language, topic=topic, area=area)


def _accepted(header: str) -> list[str]:
    """The languages of an Accept-Language header in its own order, Tagalog as Filipino."""
    codes = [part.split(";")[0].strip().split("-")[0].lower() for part in header[:200].split(",")]
    return [{"tl": "fil"}.get(code, code) for code in codes]


async def _feed(ctx: Context, chosen: Chosen, found: list[Coming], bot: str) -> Response:
    address = link.address(bot, link.SHOW, "{code}") if bot else ""
    name = ctx.say(
        chosen.language, "event-page-title", community=ctx.community.say(ctx.community.name, chosen.language)
    )
    body = calendar(found, ctx.community, chosen.language, ctx.now, link=address, name=name)
    headers = {"Cache-Control": "public, max-age=300", "X-Content-Type-Options": "nosniff"}
    return Response(body, media_type="text/calendar; charset=utf-8", headers=headers)


async def _page(ctx: Context, chosen: Chosen, found: list[Coming], bot: str) -> Response:
    funds = await fund.lines(ctx, {coming.event.id for coming in found}, chosen.language)
    html = event_page.draw(ctx, chosen, found, bot, funds)
    return Response(html, media_type="text/html; charset=utf-8", headers=event_page.HEADERS)
