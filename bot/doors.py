"""The doors: every route under which something is pushed to us rather than fetched, and the server they hang on."""

import asyncio
from typing import TYPE_CHECKING, Any

import orjson
from starlette.routing import Route

from bot.figures import health
from bot.web import serve_web, web_app
from channels.slack.http import events_route
from channels.telegram.webhook import webhook_route

if TYPE_CHECKING:
    from bot.app import App


def doors(app: "App") -> list[Route]:
    """All routes beside ``/health``: one list a subject."""
    return [*_telegram(app), *_slack(app)]


async def serve(app: "App", stop: asyncio.Event) -> None:
    """Serve the health page and the doors until told to stop. Slack's door needs its identity first."""
    if not app.connections.slack.app_token:
        await app.meeting.know_slack(stop)

    async def figures() -> dict[str, Any]:
        shown: dict[str, Any] = orjson.loads(orjson.dumps(await health(app), default=str))
        return shown

    await serve_web(web_app(figures, doors(app)), app.connections.http_host, app.connections.http_port, stop)


def _telegram(app: "App") -> list[Route]:
    telegram = app.connections.telegram
    if not telegram.webhook_url:
        return []
    return [webhook_route("/telegram", secret=telegram.webhook_secret, store=app.store)]


def _slack(app: "App") -> list[Route]:
    slack, me = app.connections.slack, app.meeting.slack_me
    if slack.app_token or me is None:
        return []
    return [events_route("/slack/events", app.slack_app(me), signing_secret=slack.signing_secret)]
