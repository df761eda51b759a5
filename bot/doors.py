"""The doors: every route under which something is pushed to us rather than fetched, and the server they hang on."""

import asyncio
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.calendar_doors import calendar_doors
from bot.figures import health
from bot.parts import Parts
from bot.web import serve_web, web_app
from channels.slack.http import events_route
from channels.telegram.webhook import webhook_route

TELEGRAM, SLACK = "/telegram", "/slack/events"


def doors(app: Parts) -> list[Route]:
    """All routes beside ``/health``: one list a subject."""
    return [*_telegram(app), *_slack(app), *calendar_doors(app)]


async def serve(app: Parts, stop: asyncio.Event) -> None:
    """Serve the health page and the doors until told to stop."""

    async def figures() -> dict[str, Any]:
        shown: dict[str, Any] = orjson.loads(orjson.dumps(await health(app), default=str))
        return shown

    await serve_web(web_app(figures, doors(app)), app.connections.http_host, app.connections.http_port, stop)


def _telegram(app: Parts) -> list[Route]:
    telegram = app.connections.telegram
    if not telegram.webhook_url:
        return []
    return [
        webhook_route(
            TELEGRAM, secret=telegram.webhook_secret, store=app.intake.store, refused=app.refusals.at("telegram")
        )
    ]


def _slack(app: Parts) -> list[Route]:
    """Slack's door answers 503 (so: come again) until we know who we are there."""
    secret, refused = app.connections.slack.signing_secret, app.refusals.at("slack")
    if app.connections.slack.app_token:
        return []
    opened: list[Route] = []

    async def receive(request: Request) -> Response:
        me = app.meeting.slack_me
        if me is None:
            return Response(status_code=503, headers={"Retry-After": "5"})
        if not opened:
            opened.append(events_route(SLACK, app.slack_app(me), signing_secret=secret, refused=refused))
        answer: Response = await opened[0].endpoint(request)
        return answer

    return [Route(SLACK, receive, methods=["POST"])]
