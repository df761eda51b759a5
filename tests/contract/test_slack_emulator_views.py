"""Modals and App Homes: triggers, stacks, hashes, state, and every response_action."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from sandbox.slack import AppManifest, Member, NotOnScreenError, SlackWorkspace
from sandbox.slack.input_state import NotOfferedError
from tests.contract.slack_emulator_forms import reply_form


@pytest.fixture
async def workspace() -> AsyncIterator[SlackWorkspace]:
    ready = SlackWorkspace.create()
    async with ready.serving():
        yield ready


@pytest.fixture
def vera(workspace: SlackWorkspace) -> Member:
    return workspace.add_member("vera")


@pytest.fixture
async def app(workspace: SlackWorkspace) -> AsyncIterator[AsyncApp]:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    app = AsyncApp(client=client)
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    handler = AsyncSocketModeHandler(app, workspace.app_token, web_client=web)
    await handler.connect_async()
    yield app
    await handler.close_async()


@pytest.fixture
def client(workspace: SlackWorkspace) -> AsyncWebClient:
    return AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)


async def error_of(call: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        await call
    return str(caught.value.response["error"])


def titled(title: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": title}}
    return {"type": "modal", "title": {"type": "plain_text", "text": title}, "blocks": [*blocks, section], **more}


def title_of(view: dict[str, Any] | None) -> str:
    return str(view["title"]["text"]) if view else ""


async def test_a_trigger_opens_one_view_within_three_seconds(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    trigger = workspace.triggers.give(vera.id)
    await client.views_open(trigger_id=trigger, view=titled("One"))
    assert await error_of(client.views_open(trigger_id=trigger, view=titled("Two"))) == "exchanged_trigger_id"
    late = workspace.triggers.give(vera.id)
    workspace.clock.advance(3.1)
    assert await error_of(client.views_open(trigger_id=late, view=titled("Late"))) == "expired_trigger_id"
    assert await error_of(client.views_open(trigger_id="1.2.x", view=titled("None"))) == "invalid_trigger_id"
    assert title_of(vera.modal) == "One"


async def test_bad_views_say_why(workspace: SlackWorkspace, client: AsyncWebClient, vera: Member) -> None:
    with pytest.raises(SlackApiError) as caught:
        await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=titled("x" * 25))
    answer = caught.value.response
    assert answer["error"] == "invalid_arguments"
    assert (
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
        in (answer["response_metadata"]["messages"])
    )
    assert vera.modal is None


async def test_a_refused_view_does_not_use_the_trigger_up(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    trigger = workspace.triggers.give(vera.id)
    await error_of(client.views_open(trigger_id=trigger, view=titled("x" * 25)))
    await client.views_open(trigger_id=trigger, view=titled("Short"))
    assert title_of(vera.modal) == "Short"


async def test_two_views_can_be_pushed_and_no_more(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    root = (await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=titled("1")))["view"]["id"]
    ids = [root]
    for number in "23":
        trigger = workspace.triggers.give(vera.id, ids[-1])
        pushed = (await client.views_push(trigger_id=trigger, view=titled(number)))["view"]
        assert (pushed["previous_view_id"], pushed["root_view_id"]) == (ids[-1], root)
        ids.append(pushed["id"])
    trigger = workspace.triggers.give(vera.id, ids[-1])
    assert await error_of(client.views_push(trigger_id=trigger, view=titled("4"))) == "push_limit_reached"
    await vera.close_modal()
    assert title_of(vera.modal) == "2"
    await vera.close_modal(everything=True)
    assert vera.modal is None
    with pytest.raises(NotOnScreenError):
        await vera.submit()


async def test_hashes_guard_against_races(workspace: SlackWorkspace, client: AsyncWebClient, vera: Member) -> None:
    opened = (await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=titled("1")))["view"]
    await client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("2"))
    stale = client.views_update(view_id=opened["id"], hash=opened["hash"], view=titled("3"))
    assert await error_of(stale) == "hash_conflict"
    assert title_of(vera.modal) == "2"
    home: dict[str, Any] = {"type": "home", "blocks": [{"type": "divider"}]}
    first = (await client.views_publish(user_id=vera.id, view=home))["view"]
    await client.views_publish(user_id=vera.id, view=home, hash=first["hash"])
    assert await error_of(client.views_publish(user_id=vera.id, view=home, hash=first["hash"])) == "hash_conflict"


async def test_views_are_found_by_a_unique_external_id(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    otto = workspace.add_member("otto")
    view = titled("1", external_id="case-1")
    await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=view)
    again = client.views_open(trigger_id=workspace.triggers.give(otto.id), view=view)
    assert await error_of(again) == "duplicate_external_id"
    await client.views_update(external_id="case-1", view=titled("2", external_id="case-1"))
    assert title_of(vera.modal) == "2"
    assert await error_of(client.views_update(external_id="case-2", view=titled("3"))) == "not_found"


async def test_what_was_typed_survives_an_update_under_the_same_ids(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    opened = (await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=reply_form()))["view"]
    await vera.fill("text", "half a sentence")
    await client.views_update(view_id=opened["id"], view=reply_form("changed"))
    assert vera.modal is not None
    assert vera.modal["state"]["values"]["words"]["text"]["value"] == "half a sentence"
    other = reply_form()
    other["blocks"][0]["block_id"] = "other"
    await client.views_update(view_id=opened["id"], view=other)
    assert vera.modal["state"]["values"] == {"other": {"text": {"type": "plain_text_input", "value": None}}}


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ({}, ["Under"]),
        ({"response_action": "clear"}, []),
        ({"response_action": "update", "view": titled("New")}, ["Under", "New"]),
        ({"response_action": "push", "view": titled("New")}, ["Under", "Reply", "New"]),
        ({"response_action": "update", "view": titled("x" * 25)}, ["Under", "Reply"]),
        ({"response_action": "errors", "errors": {"nowhere": "?"}}, ["Under", "Reply"]),
    ],
)
async def test_the_apps_answer_to_a_form_is_carried_out(
    workspace: SlackWorkspace,
    client: AsyncWebClient,
    app: AsyncApp,
    vera: Member,
    answer: dict[str, Any],
    titles: list[str],
) -> None:
    @app.view("reply_form")
    async def submitted(ack: Any) -> None:
        await ack(**answer)

    under = (await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=titled("Under")))["view"]
    await client.views_push(trigger_id=workspace.triggers.give(vera.id, under["id"]), view=reply_form())
    await vera.fill("text", "x")
    await vera.submit()
    seen: list[str] = []
    while vera.modal:
        seen.insert(0, title_of(vera.modal))
        await vera.close_modal()
    assert seen == titles


async def test_closing_is_told_when_asked_for(
    workspace: SlackWorkspace, client: AsyncWebClient, app: AsyncApp, vera: Member
) -> None:
    closed: list[bool] = []

    @app.view_closed("form")
    async def gone(ack: Any, body: dict[str, Any]) -> None:
        await ack()
        closed.append(body["is_cleared"])

    view = titled("Form", callback_id="form", notify_on_close=True)
    for everything in (False, True):
        await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=view)
        assert (await vera.close_modal(everything=everything)).ok
    assert closed == [False, True]


async def test_menus_pickers_and_buttons_inside_a_modal(
    workspace: SlackWorkspace, client: AsyncWebClient, app: AsyncApp, vera: Member
) -> None:
    actions: list[dict[str, Any]] = []

    @app.action("area")
    async def area(ack: Any, action: dict[str, Any], body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        actions.append(action)
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=titled("Chosen"))

    options = [{"text": {"type": "plain_text", "text": name}, "value": name.lower()} for name in ("North", "South")]
    menu = {
        "type": "actions",
        "block_id": "where",
        "elements": [{"type": "static_select", "action_id": "area", "options": options}],
    }
    await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=titled("Area", menu))
    with pytest.raises(NotOfferedError):
        await vera.fill("area", "west")
    outcome = await vera.fill("area", "South")
    assert outcome is not None
    assert outcome.ok
    assert actions[0]["selected_option"]["value"] == "south"
    await workspace.changes.until(lambda: title_of(vera.modal) == "Chosen")
    with pytest.raises(NotOnScreenError):
        await vera.press_modal("area")


async def test_external_menus_ask_the_app(
    workspace: SlackWorkspace, client: AsyncWebClient, app: AsyncApp, vera: Member
) -> None:
    @app.options("street")
    async def street(ack: Any, payload: dict[str, Any]) -> None:
        names = [name for name in ("Mill Lane", "Mill Road", "High Street") if payload["value"] in name]
        await ack(options=[{"text": {"type": "plain_text", "text": name}, "value": name} for name in names])

    block = {
        "type": "input",
        "block_id": "place",
        "label": {"type": "plain_text", "text": "Street"},
        "element": {"type": "external_select", "action_id": "street", "min_query_length": 2},
    }
    view = titled("Street", block, submit={"type": "plain_text", "text": "OK"})
    await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=view)
    assert [one["value"] for one in await vera.suggestions("street", "Mill")] == ["Mill Lane", "Mill Road"]
    await vera.fill("street", "Mill Road")
    assert vera.modal is not None
    assert vera.modal["state"]["values"]["place"]["street"]["selected_option"]["value"] == "Mill Road"


async def test_a_home_needs_its_tab(vera: Member) -> None:
    workspace = SlackWorkspace.create(AppManifest(home_tab=False))
    otto = workspace.add_member("otto")
    async with workspace.serving() as api_url:
        client = AsyncWebClient(token=workspace.bot_token, base_url=api_url)
        view: dict[str, Any] = {"type": "home", "blocks": []}
        assert await error_of(client.views_publish(user_id=otto.id, view=view)) == "not_enabled"


async def test_response_urls_work_five_times_within_half_an_hour(workspace: SlackWorkspace, vera: Member) -> None:
    channel = workspace.channel("general").id
    path = workspace.triggers.response(vera.id, channel)
    respond = AsyncWebhookClient(f"{workspace.base_url}/actions/{path}")
    answers = [await respond.send(text=str(number)) for number in range(6)]
    assert [one.status_code for one in answers] == [200] * 5 + [404]
    assert [one["text"] for one in vera.read("general")] == list("01234")
    late = AsyncWebhookClient(f"{workspace.base_url}/actions/{workspace.triggers.response(vera.id, channel)}")
    workspace.clock.advance(30 * 60 + 1)
    assert (await late.send(text="too late")).status_code == 404


async def test_a_response_url_replaces_and_deletes_its_message(
    workspace: SlackWorkspace, client: AsyncWebClient, vera: Member
) -> None:
    workspace.channel("general").members[workspace.bot_user.id] = None
    posted = await client.chat_postMessage(channel="general", text="before")
    path = workspace.triggers.response(vera.id, posted["channel"], message_ts=posted["ts"])
    respond = AsyncWebhookClient(f"{workspace.base_url}/actions/{path}")
    await respond.send(text="after", replace_original=True)
    assert [one["text"] for one in vera.read("general")] == ["after"]
    await respond.send(text="for all", response_type="in_channel")
    await respond.send(delete_original=True)
    assert [one["text"] for one in vera.read("general")] == ["for all"]
