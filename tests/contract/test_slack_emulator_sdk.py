"""The real slack_sdk client against the local workspace: what works, and what Slack would refuse."""

import asyncio
import queue
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web import WebClient
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack import AppManifest, Member, SlackWorkspace
from tests.contract.slack_emulator_forms import card


@pytest.fixture
async def workspace() -> AsyncIterator[SlackWorkspace]:
    ready = SlackWorkspace.create()
    ready.add_channel("waste")
    async with ready.serving():
        yield ready


@pytest.fixture
def vera(workspace: SlackWorkspace) -> Member:
    return workspace.add_member("vera", "Vera Example", channels=["waste"])


@pytest.fixture
def client(workspace: SlackWorkspace, vera: Member) -> AsyncWebClient:
    return AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)


async def refusal(call: Any) -> dict[str, Any]:
    """The answer of a call that must be refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    data: dict[str, Any] = caught.value.response.data
    return data


async def test_auth_test_names_the_bot_and_its_scopes(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    answer = await client.auth_test()
    assert answer["bot_id"] == workspace.bot_user.bot_id
    assert "chat:write" in answer.headers["x-oauth-scopes"].split(",")


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-wrong", "invalid_auth")])
async def test_wrong_tokens_are_refused(workspace: SlackWorkspace, token: str, error: str) -> None:
    client = AsyncWebClient(token=token, base_url=workspace.api_url)
    assert (await refusal(client.auth_test()))["error"] == error


async def test_post_update_delete_and_read_back(client: AsyncWebClient, vera: Member) -> None:
    posted = await client.chat_postMessage(channel="#waste", text="first", blocks=card())
    channel = posted["channel"]
    assert posted["message"]["blocks"][0]["block_id"] == "words"
    await client.chat_update(channel=channel, ts=posted["ts"], text="second")
    history = (await client.conversations_history(channel=channel))["messages"]
    assert history[0]["text"] == "second"
    assert history[0]["blocks"] == posted["message"]["blocks"]
    assert history[0]["edited"]["user"] == posted["message"]["user"]
    await client.chat_delete(channel=channel, ts=posted["ts"])
    assert vera.read("waste") == []
    assert (await refusal(client.chat_update(channel=channel, ts=posted["ts"], text="x")))["error"] == (
        "message_not_found"
    )


async def test_threads_count_their_replies(client: AsyncWebClient, vera: Member) -> None:
    root = await client.chat_postMessage(channel="waste", text="root")
    vera.post("waste", "mine", thread_ts=root["ts"])
    await client.chat_postMessage(channel="waste", text="ours", thread_ts=root["ts"])
    replies = (await client.conversations_replies(channel=root["channel"], ts=root["ts"]))["messages"]
    assert [one["text"] for one in replies] == ["root", "mine", "ours"]
    assert replies[0]["reply_count"] == 2
    assert replies[0]["latest_reply"] == replies[2]["ts"]
    assert len((await client.conversations_history(channel=root["channel"]))["messages"]) == 1
    assert (await refusal(client.chat_postMessage(channel="waste", text="x", thread_ts="1.1")))["error"] == (
        "thread_not_found"
    )


async def test_the_app_touches_only_its_own_messages(client: AsyncWebClient, vera: Member) -> None:
    message = vera.post("waste", "mine")
    update = client.chat_update(channel=message.channel, ts=message.ts, text="yours")
    assert (await refusal(update))["error"] == "cant_update_message"
    delete = client.chat_delete(channel=message.channel, ts=message.ts)
    assert (await refusal(delete))["error"] == "cant_delete_message"


async def test_channels_that_the_bot_may_not_use(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    workspace.add_channel("secret", is_private=True, with_bot=False)
    workspace.add_channel("old").archived = True
    assert (await refusal(client.chat_postMessage(channel="nowhere", text="x")))["error"] == "channel_not_found"
    assert (await refusal(client.chat_postMessage(channel="secret", text="x")))["error"] == "channel_not_found"
    assert (await refusal(client.chat_postMessage(channel="old", text="x")))["error"] == "is_archived"
    general = workspace.channel("general").id
    assert (await refusal(client.conversations_history(channel=general)))["error"] == "not_in_channel"
    assert (await refusal(client.conversations_history(channel="#waste")))["error"] == "channel_not_found"


async def test_posting_outside_needs_chat_write_public() -> None:
    workspace = SlackWorkspace.create(AppManifest(scopes=frozenset({"chat:write"})))
    async with workspace.serving() as api_url:
        client = AsyncWebClient(token=workspace.bot_token, base_url=api_url)
        assert (await refusal(client.chat_postMessage(channel="general", text="x")))["error"] == "not_in_channel"
        missing = await refusal(client.users_list())
        assert (missing["error"], missing["needed"], missing["provided"]) == (
            "missing_scope",
            "users:read",
            "chat:write",
        )
        assert (await refusal(client.conversations_list(types="im")))["needed"] in {"im:read", "channels:read"}


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({}, "no_text"),
        ({"text": ""}, "no_text"),
        ({"text": "x", "blocks": "not json"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [{"type": "banner"}]}, "invalid_blocks"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({"text": "x", "blocks": [{"type": "markdown", "text": "a" * 6_700}] * 2}, "msg_blocks_too_long"),
        ({"text": "x", "attachments": [{"text": "a"}] * 101}, "too_many_attachments"),
        ({"text": "x", "metadata": {"event_type": "case"}}, "invalid_metadata_format"),
    ],
)
async def test_bad_messages_are_refused(client: AsyncWebClient, arguments: dict[str, Any], error: str) -> None:
    assert (await refusal(client.chat_postMessage(channel="waste", **arguments)))["error"] == error


async def test_invalid_blocks_say_where(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3001}}
    answer = await refusal(client.chat_postMessage(channel="waste", text="x", blocks=[block]))
    expected = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == [expected]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {expected}"]
    assert workspace.journal.posts == []


async def test_long_texts_are_cut_in_posts_and_refused_in_updates(client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel="waste", text="a" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    assert "message_truncated" in posted["response_metadata"]["warnings"]
    update = client.chat_update(channel=posted["channel"], ts=posted["ts"], text="a" * 4_001)
    assert (await refusal(update))["error"] == "msg_too_long"


async def test_metadata_comes_back_only_when_asked_for(client: AsyncWebClient) -> None:
    metadata = {"event_type": "case", "event_payload": {"reference": "AB12"}}
    posted = await client.chat_postMessage(channel="waste", text="x", metadata=metadata)
    plain = await client.conversations_history(channel=posted["channel"])
    asked = await client.conversations_history(channel=posted["channel"], include_all_metadata=True)
    assert "metadata" not in plain["messages"][0]
    assert asked["messages"][0]["metadata"] == metadata


async def test_pings_are_counted_and_escaped_text_pings_nobody(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    await client.chat_postMessage(channel="waste", text="&lt;!channel&gt; and &lt;@U123&gt;", blocks=card())
    assert workspace.journal.pings == []
    text = {"type": "mrkdwn", "text": f"<!here> {vera.mention}"}
    await client.chat_postMessage(channel="waste", text="<!channel>", blocks=[{"type": "section", "text": text}])
    assert {(one.kind, one.where) for one in workspace.journal.pings} == {
        ("channel", "chat.postMessage:text"),
        ("here", "chat.postMessage:blocks"),
        ("user", "chat.postMessage:blocks"),
    }
    workspace.journal.clear()
    await client.chat_postMessage(channel="waste", text="@vera", link_names=True)
    assert [(one.kind, one.target) for one in workspace.journal.pings] == [("user", vera.id)]


async def test_ephemerals_are_for_one_person_and_not_kept(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    otto = workspace.add_member("otto", channels=["waste"])
    stranger = workspace.add_member("stella")
    answer = await client.chat_postEphemeral(channel="waste", user=vera.id, text="only you")
    assert [one["text"] for one in vera.read("waste")] == ["only you"]
    assert otto.read("waste") == []
    channel = workspace.channel("waste").id
    assert (await client.conversations_history(channel=channel))["messages"] == []
    update = client.chat_update(channel=channel, ts=answer["message_ts"], text="x")
    assert (await refusal(update))["error"] == "message_not_found"
    outside = client.chat_postEphemeral(channel="waste", user=stranger.id, text="x")
    assert (await refusal(outside))["error"] == "user_not_in_channel"


async def test_the_journal_knows_whether_links_would_unfurl(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    await client.chat_postMessage(channel="waste", text="https://example.org")
    await client.chat_postMessage(channel="waste", text="x", unfurl_links=False, unfurl_media=False)
    assert [one.unfurls for one in workspace.journal.posts] == [True, False]


async def test_a_member_who_left_is_deactivated_and_slackbot_is_no_bot(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    workspace.deactivate("vera")
    people = {one["id"]: one for one in (await client.users_list())["members"]}
    assert people[vera.id]["deleted"] is True
    assert (people["USLACKBOT"]["is_bot"], people[workspace.bot_user.id]["is_bot"]) == (False, True)
    assert (await refusal(client.conversations_open(users=vera.id)))["error"] == "user_disabled"


async def test_files_upload_v2_shares_real_bytes_in_a_thread(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    root = await client.chat_postMessage(channel="waste", text="root")
    await client.files_upload_v2(
        channel=root["channel"],
        thread_ts=root["ts"],
        initial_comment="photo",
        filename="bin.png",
        content=b"\x89PNG data",
    )
    shared = vera.thread("waste", root["ts"])[1]
    assert (shared["text"], shared["files"][0]["mimetype"]) == ("photo", "image/png")
    assert vera.download(shared["files"][0]["id"]) == b"\x89PNG data"
    info = await client.files_info(file=shared["files"][0]["id"])
    async with aiohttp.ClientSession() as session:
        url = info["file"]["url_private"]
        async with session.get(url, headers={"Authorization": f"Bearer {workspace.bot_token}"}) as response:
            assert await response.read() == b"\x89PNG data"
        async with session.get(url) as response:
            assert (response.status, response.content_type) == (200, "text/html")


async def test_several_files_go_out_as_one_message(client: AsyncWebClient, vera: Member) -> None:
    uploads = [{"filename": "a.txt", "content": "a"}, {"filename": "b.txt", "content": "bb"}]
    channel = (await client.chat_postMessage(channel="waste", text="x"))["channel"]
    await client.files_upload_v2(channel=channel, file_uploads=uploads)
    assert [one["name"] for one in vera.read("waste")[1]["files"]] == ["a.txt", "b.txt"]


async def test_a_members_upload_can_be_downloaded_by_the_app(client: AsyncWebClient, vera: Member) -> None:
    message = vera.upload("waste", "plan.pdf", b"%PDF", comment="the plan")
    listed = await client.files_list(channel=message.channel)
    assert [one["id"] for one in listed["files"]] == message.files
    assert (await refusal(client.files_delete(file=message.files[0])))["error"] == "cant_delete_file"


async def test_reactions_pins_and_permalinks(client: AsyncWebClient, vera: Member) -> None:
    posted = await client.chat_postMessage(channel="waste", text="x")
    where = {"channel": posted["channel"], "timestamp": posted["ts"]}
    await client.reactions_add(name="eyes", **where)
    assert (await refusal(client.reactions_add(name="eyes", **where)))["error"] == "already_reacted"
    vera.react("waste", posted["ts"], "eyes")
    found = await client.reactions_get(**where)
    assert found["message"]["reactions"][0]["count"] == 2
    await client.pins_add(**where)
    assert (await refusal(client.pins_add(**where)))["error"] == "already_pinned"
    link = await client.chat_getPermalink(channel=posted["channel"], message_ts=posted["ts"])
    assert posted["ts"].replace(".", "") in link["permalink"]


async def test_lists_come_in_pages(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    for number in range(7):
        workspace.add_channel(f"area-{number}")
    names: list[str] = []
    async for page in await client.conversations_list(limit=3):
        names += [one["name"] for one in page["channels"]]
    assert names == ["general", "waste", *[f"area-{number}" for number in range(7)]]
    assert (await refusal(client.conversations_list(cursor="nonsense")))["error"] == "invalid_cursor"


async def test_people_groups_and_direct_messages(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    group = workspace.add_group("leads", members=["vera"])
    assert (await client.usergroups_users_list(usergroup=group.id))["users"] == [vera.id]
    assert (await client.users_lookupByEmail(email="vera@example.org"))["user"]["id"] == vera.id
    assert (await refusal(client.users_info(user="U0NOBODY")))["error"] == "user_not_found"
    opened = await client.conversations_open(users=vera.id)
    await client.chat_postMessage(channel=opened["channel"]["id"], text="one")
    await client.chat_postMessage(channel=vera.id, text="two")
    assert [one["text"] for one in vera.read_dm()] == ["one", "two"]


async def test_channels_are_made_joined_and_left(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    made = await client.conversations_create(name="floods")
    channel = made["channel"]["id"]
    await client.conversations_invite(channel=channel, users=[vera.id])
    assert (await client.conversations_members(channel=channel))["members"] == [workspace.bot_user.id, vera.id]
    assert (await refusal(client.conversations_invite(channel=channel, users=[vera.id])))["error"] == (
        "already_in_channel"
    )
    await client.conversations_setTopic(channel=channel, topic="river")
    assert (await client.conversations_info(channel=channel))["channel"]["topic"]["value"] == "river"
    await client.conversations_kick(channel=channel, user=vera.id)
    await client.conversations_archive(channel=channel)
    assert (await refusal(client.conversations_archive(channel=channel)))["error"] == "already_archived"
    assert (await refusal(client.conversations_create(name="floods")))["error"] == "name_taken"
    assert (await refusal(client.conversations_create(name="Big Floods")))["error"] == "invalid_name_specials"
    joined = await client.conversations_join(channel=workspace.channel("general").id)
    assert joined["channel"]["is_member"] is True


async def test_unknown_methods_are_never_a_success(client: AsyncWebClient) -> None:
    assert (await refusal(client.api_call("canvases.create")))["error"] == "unknown_method"
    assert (await refusal(client.api_call("files.upload")))["error"] == "method_deprecated"


async def test_forms_json_and_query_are_all_read(workspace: SlackWorkspace, vera: Member) -> None:
    url = f"{workspace.api_url}chat.postMessage"
    bearer = {"Authorization": f"Bearer {workspace.bot_token}"}
    body = {"channel": "waste", "text": "hello"}
    async with aiohttp.ClientSession() as session:
        async with session.post(url, data={**body, "token": workspace.bot_token}) as response:
            assert (await response.json())["ok"]
        async with session.post(url, json=body, headers=bearer) as response:
            assert (await response.json())["warning"] == "missing_charset"
        async with session.get(url, params={**body, "token": workspace.bot_token}) as response:
            assert (await response.json())["ok"]
        async with session.post(url, json={**body, "token": workspace.bot_token}) as response:
            assert (await response.json())["error"] == "not_authed"
        async with session.post(url, data="{", headers={**bearer, "Content-Type": "application/json"}) as response:
            assert (await response.json())["error"] == "invalid_json"
    assert len(vera.read("waste")) == 3


async def test_the_sdks_own_retry_handler_obeys_retry_after(client: AsyncWebClient, workspace: SlackWorkspace) -> None:
    client.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=1))
    workspace.faults.add("ratelimited", method="chat.postMessage", retry_after=1, times=1)
    before = workspace.clock.monotonic()
    await client.chat_postMessage(channel="waste", text="patience")
    assert workspace.clock.monotonic() - before >= 1
    assert workspace.journal.calls["chat.postMessage"] == 2
    assert len(workspace.journal.posts) == 1


async def test_enforced_limits_allow_a_burst_then_one_a_second(
    client: AsyncWebClient, workspace: SlackWorkspace
) -> None:
    workspace.limits.enforced = True
    for number in range(workspace.limits.post_burst):
        await client.chat_postMessage(channel="waste", text=str(number))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel="waste", text="too fast")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "1"
    workspace.clock.advance(1)
    await client.chat_postMessage(channel="waste", text="better")


async def test_scheduled_messages_wait_for_their_time(
    client: AsyncWebClient, workspace: SlackWorkspace, vera: Member
) -> None:
    post_at = int(workspace.clock.now()) + 60
    await client.chat_scheduleMessage(channel="waste", text="later", post_at=post_at)
    assert workspace.post_due() == 0
    workspace.clock.advance(61)
    assert workspace.post_due() == 1
    assert [one["text"] for one in vera.read("waste")] == ["later"]
    past = client.chat_scheduleMessage(channel="waste", text="x", post_at=post_at)
    assert (await refusal(past))["error"] == "time_in_past"


async def test_the_synchronous_client_and_its_own_socket_client_work_too(
    workspace: SlackWorkspace, vera: Member
) -> None:
    heard: queue.Queue[str] = queue.Queue()

    def run() -> tuple[SocketModeClient, str]:
        web = WebClient(token=workspace.bot_token, base_url=workspace.api_url)
        bot = str(web.auth_test()["user_id"])
        app_web = WebClient(token=workspace.app_token, base_url=workspace.api_url)
        sockets = SocketModeClient(app_token=workspace.app_token, web_client=app_web)

        def listen(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
            client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))
            heard.put(request.payload["event"]["text"])

        sockets.socket_mode_request_listeners.append(listen)
        sockets.connect()
        return sockets, bot

    sockets, bot = await asyncio.to_thread(run)
    try:
        assert bot == workspace.bot_user.id
        vera.post("waste", "hello, threads")
        await workspace.settled()
        assert await asyncio.to_thread(heard.get, True, 5) == "hello, threads"
        assert workspace.journal.lost_events == []
    finally:
        await asyncio.to_thread(sockets.close)
