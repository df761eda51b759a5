"""Answers, events and interactions beside Slack's own samples: nothing invented, types equal, the main keys there."""

import json
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from sandbox.slack import Member, SlackWorkspace
from sandbox.slack.deliveries import Ack, EnvelopeKind
from tests.contract.slack_emulator_forms import card, reply_form

Json = dict[str, Any]

_BESIDE_THE_SAMPLES = {
    # Keys of real answers that the samples (what one SDK maps, placeholders only) leave out at some places.
    "auto_type", "blocks", "channels", "client_msg_id", "context_enterprise_id", "context_team_id", "edited", "fields",
    "groups", "ims", "is_member", "is_user_deleted", "members", "message", "parent_conversation", "private",
    "properties", "public", "reactions", "response_urls", "subscribed", "team", "user_id", "values",
}  # fmt: skip


def samples() -> Json:
    shared = Path(os.environ.get("LIAISON_SHARED") or Path(__file__).parents[3] / "shared")
    path = shared / "specs" / "slack-samples.json"
    if not path.exists():
        pytest.skip(f"no samples of real answers at {path}")
    loaded: Json = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def keys(node: Any) -> Iterator[str]:
    """Every key that occurs anywhere in a sample."""
    if isinstance(node, dict):
        for key, entry in node.items():
            yield key
            yield from keys(entry)
    elif isinstance(node, list):
        for entry in node:
            yield from keys(entry)


def differences(ours: Any, sample: Any, where: str, known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Keys that this sample does not have anywhere, and values of another JSON type than the sample's there."""
    known = known or frozenset(keys(sample)) | _BESIDE_THE_SAMPLES
    if isinstance(ours, dict) and isinstance(sample, dict):
        for key, entry in ours.items():
            if key in sample:
                yield from differences(entry, sample[key], f"{where}.{key}", known)
            elif key not in known and not key[:1].isupper():  # C0…, U0…: maps by id
                yield f"{where}.{key}: unknown"
    elif isinstance(ours, list) and isinstance(sample, list):
        for entry in ours:
            yield from differences(entry, sample[0], f"{where}[]", known) if sample else iter(())
    elif ours is not None and kind(ours) != kind(sample):
        yield f"{where}: {kind(ours)} instead of {kind(sample)}"


def kind(value: Any) -> str:
    names = {bool: "boolean", int: "number", float: "number", str: "string", dict: "object", list: "array"}
    return names.get(type(value), "null")


class Recorder:
    """A carrier that keeps what the app would get."""

    def __init__(self) -> None:
        self.payloads: list[tuple[EnvelopeKind, Json]] = []

    async def deliver(self, kind: EnvelopeKind, payload: Json, *, attempt: int, reason: str, wait: float) -> Ack:
        self.payloads.append((kind, json.loads(json.dumps(payload))))
        return Ack(ok=True)


@pytest.fixture
async def workspace() -> AsyncIterator[SlackWorkspace]:
    ready = SlackWorkspace.create()
    ready.add_channel("waste")
    async with ready.serving():
        yield ready


@pytest.fixture
def vera(workspace: SlackWorkspace) -> Member:
    return workspace.add_member("vera", "Vera Example", channels=["waste"])


def check(name: str, answer: Any, required: str = "") -> None:
    """An answer of a Web API method against its sample."""
    data = dict(answer.data)
    data.pop("response_metadata", None)
    data.pop("warning", None)
    assert list(differences(data, samples()["api"][name], name)) == []
    for path in required.split():
        node: Any = data
        for step in path.split("."):
            node = node[int(step)] if step.isdigit() else node[step]


async def test_answers_about_messages(workspace: SlackWorkspace, vera: Member) -> None:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    posted = await client.chat_postMessage(channel="waste", text="x", blocks=card())
    channel, ts = posted["channel"], posted["ts"]
    check("chat.postMessage", posted, "ts channel message.bot_profile.icons message.blocks message.team")
    vera.post("waste", "reply", thread_ts=ts)
    check("chat.update", await client.chat_update(channel=channel, ts=ts, text="y"), "text message.edited.ts")
    await client.reactions_add(channel=channel, timestamp=ts, name="eyes")
    check("reactions.get", await client.reactions_get(channel=channel, timestamp=ts), "message.reactions.0.users")
    check(
        "conversations.replies", await client.conversations_replies(channel=channel, ts=ts), "messages.1.parent_user_id"
    )
    history = await client.conversations_history(channel=channel)
    check("conversations.history", history, "messages.0.reply_users has_more")
    await client.pins_add(channel=channel, timestamp=ts)
    check("pins.list", await client.pins_list(channel=channel), "items.0.created")
    check("chat.getPermalink", await client.chat_getPermalink(channel=channel, message_ts=ts), "permalink")
    check("chat.postEphemeral", await client.chat_postEphemeral(channel=channel, user=vera.id, text="x"), "message_ts")
    check("chat.delete", await client.chat_delete(channel=channel, ts=ts), "ts")
    later = int(workspace.clock.now()) + 100
    check("chat.scheduleMessage", await client.chat_scheduleMessage(channel=channel, text="x", post_at=later))
    check("chat.scheduledMessages.list", await client.chat_scheduledMessages_list(), "scheduled_messages.0.id")


async def test_answers_about_places_and_people(workspace: SlackWorkspace, vera: Member) -> None:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    group = workspace.add_group("leads", members=["vera"])
    channel = workspace.channel("waste").id
    check("auth.test", await client.auth_test(), "url team user team_id user_id bot_id")
    check(
        "conversations.info",
        await client.conversations_info(channel=channel, include_num_members=True),
        "channel.topic",
    )
    check("conversations.list", await client.conversations_list(types="public_channel,im"), "channels.0.purpose")
    check("conversations.members", await client.conversations_members(channel=channel), "members")
    check("conversations.create", await client.conversations_create(name="floods"), "channel.name_normalized")
    check("conversations.setTopic", await client.conversations_setTopic(channel=channel, topic="x"))
    check("conversations.open", await client.conversations_open(users=vera.id, return_im=True), "channel.id")
    check("users.conversations", await client.users_conversations(), "channels")
    check("users.info", await client.users_info(user=vera.id, include_locale=True), "user.profile.real_name user.tz")
    check("users.list", await client.users_list(), "members.0.profile.display_name")
    check("users.lookupByEmail", await client.users_lookupByEmail(email="vera@example.org"), "user.id")
    check("users.profile.get", await client.users_profile_get(user=vera.id), "profile.email")
    check("users.getPresence", await client.users_getPresence(user=vera.id), "presence")
    listed = await client.usergroups_list(include_users=True, include_count=True)
    check("usergroups.list", listed, "usergroups.0.handle usergroups.0.users")
    check("usergroups.users.list", await client.usergroups_users_list(usergroup=group.id), "users")
    check("team.info", await client.team_info(), "team.domain")
    check("bots.info", await client.bots_info(), "bot.app_id")
    check("emoji.list", await client.emoji_list(), "emoji")
    bookmark = await client.bookmarks_add(channel_id=channel, title="Plan", type="link", link="https://example.org")
    check("bookmarks.add", bookmark, "bookmark.id")


async def test_answers_about_files_and_views(workspace: SlackWorkspace, vera: Member) -> None:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    channel = workspace.channel("waste").id
    uploaded = await client.files_upload_v2(channel=channel, filename="a.png", content=b"x", alt_txt="a bin")
    file_id = uploaded["files"][0]["id"]
    check("files.getUploadURLExternal", await client.files_getUploadURLExternal(filename="a", length=1), "upload_url")
    check("files.info", await client.files_info(file=file_id), "file.url_private file.shares file.mimetype")
    check("files.list", await client.files_list(), "files.0.id paging.total")
    opened = await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=reply_form())
    check("views.open", opened, "view.state.values view.hash view.root_view_id")
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    check("views.publish", await client.views_publish(user_id=vera.id, view=home), "view.id")
    web = AsyncWebClient(token=workspace.app_token, base_url=workspace.api_url)
    check("apps.connections.open", await web.apps_connections_open(app_token=workspace.app_token), "url")


async def test_events_and_interactions(workspace: SlackWorkspace, vera: Member) -> None:
    recorder = Recorder()
    workspace.deliveries.carrier = recorder
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    posted = await client.chat_postMessage(channel="waste", text="card", blocks=card())
    asked = vera.mention_bot("waste", "look", thread_ts=posted["ts"])
    vera.edit("waste", asked.ts, "look again")
    vera.react("waste", asked.ts, "eyes")
    vera.delete("waste", asked.ts)
    vera.upload("waste", "a.txt", b"a")
    vera.open_home()
    otto = workspace.add_member("otto")
    otto.join("waste")
    otto.leave("waste")
    workspace.add_group("leads")
    workspace.set_group_members("leads", ["vera"])
    vera.rename_channel("waste", "rubbish")
    vera.archive_channel("rubbish")
    await workspace.settled()
    found = {_sample_name(payload["event"]): payload for _, payload in recorder.payloads}
    assert set(found) >= {
        "MessagePayload", "AppMentionPayload", "MessageChangedPayload", "MessageDeletedPayload", "ReactionAddedPayload",
        "MessageFileSharePayload", "FileSharedPayload", "AppHomeOpenedPayload", "MemberJoinedChannelPayload",
        "MemberLeftChannelPayload", "SubteamMembersChangedPayload", "ChannelRenamePayload", "ChannelArchivePayload",
        "MessageChannelJoinPayload", "MessageChannelNamePayload",
    }  # fmt: skip
    for name, payload in found.items():
        assert list(differences(payload, samples()["events"][name], name)) == []


def _sample_name(event: Json) -> str:
    kind = event.get("subtype") or event["type"]
    kind = f"message_{kind}" if event.get("subtype") and not kind.startswith("message_") else kind
    return "".join(part.title() for part in kind.split("_")) + "Payload"


async def test_interactions_have_their_shape(workspace: SlackWorkspace, vera: Member) -> None:
    client = AsyncWebClient(token=workspace.bot_token, base_url=workspace.api_url)
    posted = await client.chat_postMessage(channel="waste", text="card", blocks=card())
    recorder = Recorder()
    workspace.deliveries.carrier = recorder
    await vera.press("waste", posted["ts"], "claim")
    await vera.message_shortcut("waste", posted["ts"], "make_case")
    await vera.command("/liaison", "help", channel="waste")
    form = reply_form() | {"notify_on_close": True}
    await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=form)
    await vera.fill("text", "x")
    await vera.submit()
    await client.views_open(trigger_id=workspace.triggers.give(vera.id), view=form)
    await vera.close_modal()
    names = ("BlockAction", "MessageShortcut", "SlashCommand", "ViewSubmission", "ViewClosed")
    assert len(recorder.payloads) == len(names)
    for name, (_, payload) in zip(names, recorder.payloads, strict=True):
        payload.get("view", {}).pop("state", None)
        payload.pop("is_enterprise_install")  # "false" in a command's form, false in JSON
        assert list(differences(payload, samples()["interactions"][f"{name}Payload"], name)) == []
