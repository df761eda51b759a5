"""The HTTP variant: signed requests to a request URL, answered by the real slack-bolt behind Starlette."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.serving import serve
from sandbox.slack import Member, SlackWorkspace
from sandbox.slack.signing import signature
from tests.contract.slack_emulator_forms import card, reply_form
from tests.waiting import until


@dataclass
class Town:
    workspace: SlackWorkspace
    app: AsyncApp
    client: AsyncWebClient
    vera: Member
    requests: list[dict[str, str]]
    answers: list[Response]


@pytest.fixture
async def town() -> AsyncIterator[Town]:
    workspace = SlackWorkspace.create()
    workspace.add_channel("waste")
    vera = workspace.add_member("vera", channels=["waste"])
    async with workspace.serving() as api_url:
        client = AsyncWebClient(token=workspace.bot_token, base_url=api_url)
        app = AsyncApp(client=client, signing_secret=workspace.signing_secret)
        handler = AsyncSlackRequestHandler(app)
        requests: list[dict[str, str]] = []
        answers: list[Response] = []

        async def endpoint(request: Request) -> Response:
            requests.append(dict(request.headers))
            if answers:
                return answers.pop(0)
            return await handler.handle(request)

        web = Starlette(routes=[Route("/slack/events", endpoint, methods=["POST"])])
        async with serve(web) as address:
            await workspace.use_http(f"{address}/slack/events")
            yield Town(workspace, app, client, vera, requests, answers)


def test_signatures_are_those_of_the_sdk() -> None:
    body, timestamp = b'{"type":"event_callback"}', "1790000000"
    expected = SignatureVerifier("secret").generate_signature(timestamp=timestamp, body=body)
    assert signature("secret", timestamp, body) == expected


async def test_a_url_that_does_not_answer_the_challenge_is_refused(town: Town) -> None:
    town.answers.append(PlainTextResponse("hello"))
    with pytest.raises(ValueError, match="challenge"):
        await town.workspace.use_http(town.workspace.deliveries.carrier.url)  # type: ignore[attr-defined]


async def test_events_commands_and_forms_go_over_http(town: Town) -> None:
    heard: list[str] = []

    @town.app.event("message")
    async def hear(event: dict[str, Any]) -> None:
        heard.append(event["text"])

    @town.app.command("/liaison")
    async def liaison(ack: Any) -> None:
        await ack("three cases")

    @town.app.action("reply")
    async def reply(ack: Any, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=reply_form())

    @town.app.view("reply_form")
    async def submitted(ack: Any) -> None:
        await ack(response_action="errors", errors={"words": "not so fast"})

    town.vera.post("waste", "hello")
    await town.workspace.settled()
    await until(lambda: heard)
    assert heard == ["hello"]
    assert (await town.vera.command("/liaison", channel="waste")).ok
    assert town.vera.read("waste")[-1]["text"] == "three cases"

    posted = await town.client.chat_postMessage(channel="waste", text="card", blocks=card())
    assert (await town.vera.press("waste", posted["ts"], "reply")).ok
    await town.workspace.changes.until(lambda: town.vera.modal)
    await town.vera.fill("text", "x")
    await town.vera.submit()
    assert town.vera.modal_errors == {"words": "not so fast"}


async def test_a_failing_url_gets_retries_that_say_so(town: Town) -> None:
    @town.app.event("message")
    async def hear(event: dict[str, Any]) -> None:
        assert event["text"] == "again, please"

    town.workspace.deliveries.retry_delays = (0.0, 0.0, 0.0)
    town.answers += [PlainTextResponse("no", status_code=500), PlainTextResponse("no", status_code=502)]
    town.requests.clear()
    town.vera.post("waste", "again, please")
    await town.workspace.settled()
    retries = [(one.get("x-slack-retry-num"), one.get("x-slack-retry-reason")) for one in town.requests]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]


async def test_no_retry_means_no_retry(town: Town) -> None:
    town.workspace.deliveries.retry_delays = (0.0, 0.0, 0.0)
    town.answers.append(PlainTextResponse("no", status_code=500, headers={"X-Slack-No-Retry": "1"}))
    town.requests.clear()
    town.vera.post("waste", "once only")
    await town.workspace.settled()
    assert len(town.requests) == 1
    assert len(town.workspace.journal.lost_events) == 1


async def test_a_wrong_secret_is_refused_by_the_app(town: Town) -> None:
    town.workspace.deliveries.retry_delays = ()
    town.workspace.deliveries.carrier.signing_secret = "forged"  # type: ignore[attr-defined]
    town.vera.post("waste", "trust me")
    await town.workspace.settled()
    assert town.workspace.journal.lost_events[0].reason == "http_error"
