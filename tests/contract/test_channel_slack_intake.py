"""Slack's ways in, Socket Mode and HTTP alike: staff's deeds, forms at once, forgeries, broken connections."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from starlette.applications import Starlette

from channels.slack.directory import SlackDirectory
from channels.slack.forms import SlackForms
from channels.slack.http import events_route
from channels.slack.probe import probe
from channels.slack.scopes import METHODS
from channels.slack.socket import SocketListener
from domain.content import Ask, Button, Card, Choice, Field, Form, Home, HomeSection, Message
from domain.delivery import Delivery, Operation
from domain.errors import Gone
from domain.inbound import (
    MembershipChanged,
    ResidentWrote,
    StaffCommanded,
    StaffFilled,
    StaffOpenedHome,
    StaffPressed,
    StaffWrote,
)
from sandbox.serving import serve
from sandbox.slack import AppManifest
from sandbox.slack.signing import signed_headers
from tests.contract.channel_bench import SlackBench, background, literal, slack_bench

MANIFEST = Path(__file__).parents[2] / "config" / "slack-manifest.yaml"
FORM = Form(
    name="reply",
    about="case:17",
    title="Answer",
    submit="Send",
    cancel="Cancel",
    asks=(
        Ask(name="to", label="Goes to Ola in Polish", kind="info"),
        Ask(name="text", label="Answer", kind="text", initial="Dear Ola,"),
        Ask(name="department", label="Department", kind="choice", choices=(Choice(label="Waste", value="waste"),)),
        Ask(
            name="areas",
            label="Areas",
            kind="choices",
            optional=True,
            choices=tuple(Choice(label=f"Area {number}", value=f"a{number}") for number in range(130)),
        ),
        Ask(name="day", label="Day", kind="date", initial="2026-12-01"),
        Ask(name="hour", label="Hour", kind="time", optional=True),
    ),
)


async def until(condition: Any, seconds: float = 5.0) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.005)


@asynccontextmanager
async def over_http(bench: SlackBench) -> AsyncIterator[None]:
    route = events_route("/slack/events", bench.app(), signing_secret=bench.workspace.signing_secret)
    async with serve(Starlette(routes=[route])) as address:
        await bench.workspace.use_http(f"{address}/slack/events")
        yield


@pytest.fixture(params=["socket", "http"])
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[SlackBench]:
    """A workspace with our own manifest, two members at the waste desk, and the app listening."""
    async with slack_bench(AppManifest.read(MANIFEST)) as bench:
        bench.workspace.add_channel("waste", members=["olivia"])
        listening = bench.listen() if request.param == "socket" else over_http(bench)
        async with listening:
            yield bench


def waste(bench: SlackBench) -> str:
    return bench.workspace.channel("waste").id


def card(*keys: Button) -> Card:
    fields = (Field(label="Kind", value="complaint"), Field(label="Resident", value="*Ola* <!channel>"))
    return Card(title="K4T-7M2", fields=fields, quote="The lamp is <b>dark</b>", notes=("1 photo",), buttons=keys)


async def post(bench: SlackBench, content: Any, **options: Any) -> str:
    wanted = {"address": waste(bench), "operation": Operation.POST, **options}
    receipt = await bench.sender.send(Delivery(id=hash(str(content)), channel="slack", content=content, **wanted))
    return str(receipt.platform_id)


async def test_staff_press_a_button_on_a_card(desk: SlackBench) -> None:
    ts = await post(desk, card(Button(label="Claim", data="s:claim:17", style="primary", confirm="Really?")))

    outcome = await desk.resident.press("waste", ts, "b1")

    assert outcome.ok
    pressed = await desk.event(StaffPressed)
    assert (pressed.user, pressed.data) == (desk.resident.id, "s:claim:17")
    assert (pressed.channel_id, pressed.message_id, pressed.thread_id) == (waste(desk), ts, None)


async def test_staff_write_in_a_thread_and_speak_to_the_bot(desk: SlackBench) -> None:
    ts = await post(desk, card())
    note = desk.resident.post("waste", "Who knows <this> & *that*?", thread_ts=ts)
    told = desk.resident.mention_bot("waste", "Dear Ola, tomorrow.", thread_ts=ts)

    wrote = await desk.event(StaffWrote, message_id=note.ts)
    assert (wrote.text, wrote.thread_id, wrote.mentions_bot) == ("Who knows <this> & *that*?", ts, False)
    spoken = await desk.event(StaffWrote, message_id=told.ts)
    assert (spoken.text, spoken.mentions_bot) == ("Dear Ola, tomorrow.", True)

    desk.resident.edit("waste", note.ts, "Who knows?")
    changed = await desk.event(StaffWrote, message_id=note.ts, edited=True)
    assert changed.text == "Who knows?"
    desk.resident.delete("waste", note.ts)
    gone = await desk.event(StaffWrote, message_id=note.ts, deleted=True)
    assert gone.thread_id == ts


async def test_the_apps_own_messages_are_no_news(desk: SlackBench) -> None:
    ts = await post(desk, card())
    await post(desk, Message(text="internal"), thread_id=ts)
    await post(desk, card(Button(label="Claim", data="s:claim")), operation=Operation.EDIT, target_id=ts)
    desk.resident.post("waste", "after")
    await desk.event(StaffWrote, text="after")

    assert len([row for row in desk.inbox.rows if '"message"' in row.payload]) == 1


async def test_a_form_opens_at_once_and_comes_back_filled(desk: SlackBench) -> None:
    desk.forms["s:form:reply:17"] = FORM
    ts = await post(desk, card(Button(label="Reply", data="s:form:reply:17")))

    assert (await desk.resident.press("waste", ts, "b1")).ok

    assert desk.resident.modal is not None
    assert desk.resident.modal["title"]["text"] == "Answer"
    assert [row for row in desk.inbox.rows if "block_actions" in row.payload] == []
    await desk.resident.fill("answer", "Tomorrow <!channel>", block_id="text")
    await desk.resident.fill("answer", "waste", block_id="department")
    await desk.resident.fill("answer", ["a3", "a129"], block_id="areas")
    outcome = await desk.resident.submit()
    assert outcome.ok, desk.resident.modal_errors
    assert desk.resident.modal is None
    filled = await desk.event(StaffFilled)
    assert (filled.user, filled.form, filled.about) == (desk.resident.id, "reply", "case:17")
    assert filled.values == {
        "text": "Tomorrow <!channel>",
        "department": "waste",
        "areas": "a3\na129",
        "day": "2026-12-01",
        "hour": "",
    }


async def test_a_button_for_which_there_is_no_form_is_an_ordinary_press(desk: SlackBench) -> None:
    ts = await post(desk, card(Button(label="Reply", data="s:form:reply:99")))

    await desk.resident.press("waste", ts, "b1")

    assert (await desk.event(StaffPressed)).data == "s:form:reply:99"


async def test_a_form_that_cannot_be_opened_is_stored_as_a_press(desk: SlackBench) -> None:
    desk.forms["s:form:reply:17"] = FORM
    desk.workspace.faults.add("error", method="views.open", error="expired_trigger_id", times=1)
    ts = await post(desk, card(Button(label="Reply", data="s:form:reply:17")))

    await desk.resident.press("waste", ts, "b1")

    assert (await desk.event(StaffPressed)).data == "s:form:reply:17"


async def test_slash_commands(desk: SlackBench) -> None:
    desk.forms["s:form:/liaison flood"] = FORM

    assert (await desk.resident.command("/liaison", "find payload K4T-7M2", channel="waste")).ok
    assert (await desk.resident.command("/liaison", "flood", channel="waste")).ok

    commanded = await desk.event(StaffCommanded)
    assert (commanded.command, commanded.text) == ("liaison", "find payload K4T-7M2")
    assert commanded.channel_id == waste(desk)
    assert desk.resident.modal is not None


async def test_the_home_page(desk: SlackBench) -> None:
    desk.resident.open_home()
    opened = await desk.event(StaffOpenedHome)
    assert opened.user == desk.resident.id
    cards = tuple(card(Button(label="Open", data=f"s:open:{number}")) for number in range(60))
    home = Home(
        title="My cases",
        buttons=(Button(label="Mine", data="s:home:mine"),),
        sections=(HomeSection(heading="Waste", cards=cards), HomeSection(heading="Roads", empty="Nothing waits.")),
    )

    await desk.sender.send(Delivery(id=1, channel="slack", address=opened.user, operation=Operation.HOME, content=home))

    assert desk.resident.home is not None
    assert len(desk.resident.home["blocks"]) <= 100
    await desk.resident.press_home("b1")
    assert (await desk.event(StaffPressed, data="s:home:mine")).channel_id == ""
    assert desk.pings() == 0


async def test_members_come_and_go(desk: SlackBench) -> None:
    vera = desk.workspace.add_member("vera")
    vera.join("waste")
    await desk.event(MembershipChanged, user=vera.id, joined=True, channel_id=waste(desk))
    vera.leave("waste")
    await desk.event(MembershipChanged, user=vera.id, joined=False)


async def test_a_private_note_reaches_one_person_wherever_they_are(desk: SlackBench) -> None:
    vera = desk.workspace.add_member("vera")
    note = Message(text="Only the waste desk may do that.")

    await post(desk, note, operation=Operation.PRIVATE, person=desk.resident.id)
    await post(desk, note, operation=Operation.PRIVATE, person=vera.id)

    assert [literal(message) for message in desk.resident.read("waste") if message.get("is_ephemeral")] == [note.text]
    assert [literal(message) for message in vera.read_dm()] == [note.text]


async def test_every_method_called_has_its_scope_written_down(desk: SlackBench) -> None:
    await test_a_form_opens_at_once_and_comes_back_filled(desk)
    directory = SlackDirectory(desk.client)
    await directory.channels()
    await directory.members(waste(desk))
    await directory.users()
    await directory.groups()

    called = {name for name in desk.workspace.journal.calls if name != "apps.connections.open"}
    assert called <= set(METHODS)
    assert not desk.workspace.journal.errors.get("missing_scope")


async def test_repeated_envelopes_are_stored_once() -> None:
    async with slack_bench() as bench:
        bench.workspace.faults.add("envelope_duplicate", probability=0.7)
        async with bench.listen():
            for number in range(30):
                bench.write(f"message {number}")
            for number in range(30):
                await bench.event(ResidentWrote, text=f"message {number}")

    assert len(bench.inbox.rows) == 30


# -- connections that break -------------------------------------------------------------------------------------------


async def test_a_refused_address_is_not_tried_for_ever() -> None:
    async with slack_bench() as bench, bench.listen() as listener:
        bench.workspace.faults.add("socket_refuse", times=2)
        await bench.workspace.sockets.refresh()
        await asyncio.sleep(0.3)
        bench.write("still there?")
        await bench.event(ResidentWrote, text="still there?")
        await back(listener)


async def test_a_connection_that_plays_dead_is_renewed() -> None:
    async with slack_bench() as bench:
        listener = SocketListener(
            bench.app(), bench.app_client, connections=2, check_every=0.05, patience=3, ping_interval=0.1
        )
        async with background(listener.run()):
            await back(listener)
            bench.workspace.sockets.silence()
            while await listener.connected():
                await asyncio.sleep(0.01)
            await back(listener)
            bench.write("still there?")
            await bench.event(ResidentWrote, text="still there?")
            assert listener.seconds_since_envelope() < 5


async def test_slack_down_and_up_again() -> None:
    async with slack_bench() as bench, bench.listen() as listener:
        await bench.workspace.take_down()
        await asyncio.sleep(0.3)
        bench.workspace.bring_up()
        await back(listener)
        bench.write("still there?")
        await bench.event(ResidentWrote, text="still there?")


async def back(listener: SocketListener) -> None:
    async with asyncio.timeout(15):
        while await listener.connected() < 2:
            await asyncio.sleep(0.02)


# -- forged and broken requests ---------------------------------------------------------------------------------------


@asynccontextmanager
async def endpoint() -> AsyncIterator[tuple[SlackBench, Any]]:
    async with slack_bench() as bench:
        secret = bench.workspace.signing_secret
        route = events_route("/slack/events", bench.app(), signing_secret=secret, max_bytes=10_000)
        async with serve(Starlette(routes=[route])) as address, aiohttp.ClientSession() as session:

            async def send(body: bytes, headers: dict[str, str] | None = None, kind: str = "application/json") -> int:
                signed = signed_headers(secret, time.time(), body)
                all_headers = {**signed, "Content-Type": kind, **(headers or {})}
                async with session.post(f"{address}/slack/events", data=body, headers=all_headers) as response:
                    return response.status

            yield bench, send


EVENT = json.dumps(
    {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": "T1",
        "event": {
            "type": "message",
            "channel": "D1",
            "channel_type": "im",
            "user": "U1",
            "ts": "1.000001",
            "text": "hi",
        },
    }
).encode()


async def test_a_signed_request_is_stored_once_however_often_it_is_replayed() -> None:
    async with endpoint() as (bench, send):
        headers = signed_headers(bench.workspace.signing_secret, time.time(), EVENT)
        assert await send(EVENT, headers) == 200
        assert await send(EVENT, headers) == 200
        assert [row.dedupe for row in bench.inbox.rows] == ["e:Ev1"]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": ""},
        {"X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": "abc"},
        {"X-Slack-Request-Timestamp": "1"},
        {"X-Slack-Request-Timestamp": "-5"},
        {"X-Slack-Request-Timestamp": "9" * 400},
    ],
)
async def test_a_forged_request_is_refused(headers: dict[str, str]) -> None:
    async with endpoint() as (bench, send):
        assert await send(EVENT, headers) == 401
    assert bench.inbox.rows == []


async def test_an_old_request_is_refused() -> None:
    async with endpoint() as (bench, send):
        old = signed_headers(bench.workspace.signing_secret, time.time() - 301, EVENT)
        assert await send(EVENT, old) == 401
    assert bench.inbox.rows == []


async def test_bodies_that_are_too_large_or_unreadable() -> None:
    async with endpoint() as (bench, send):
        assert await send(b"x" * 10_001) == 413
        assert await send(b"{broken") == 400
        assert await send(b"\xff\xfe") == 401
        assert await send(b"payload=%7Bbroken", kind="application/x-www-form-urlencoded") == 400
    assert bench.inbox.rows == []


async def test_a_command_that_says_payload_is_not_lost() -> None:
    body = urlencode({"command": "/liaison", "text": "payload", "user_id": "U1", "trigger_id": "1.2"}).encode()
    async with endpoint() as (bench, send):
        assert await send(body, kind="application/x-www-form-urlencoded") == 200
        assert (await bench.event(StaffCommanded)).text == "payload"


async def test_what_could_not_be_stored_is_not_acknowledged() -> None:
    async with endpoint() as (bench, send):
        bench.inbox.broken = True
        assert await send(EVENT) == 503


# -- directory, probe -------------------------------------------------------------------------------------------------


async def test_the_directory_reads_the_workspace_through_pages_and_limits() -> None:
    async with slack_bench() as bench:
        for number in range(205):
            bench.workspace.add_member(f"m{number}", channels=[])
        bench.workspace.add_channel("waste", members=["m1", "m2"])
        bench.workspace.add_channel("secret", is_private=True, members=["m1"])
        bench.workspace.add_group("duty", members=["m3"])
        bench.workspace.faults.add("ratelimited", method="users.list", retry_after=3, times=1)
        bench.workspace.faults.add("status", method="conversations.list", times=1)
        slept: list[float] = []

        async def sleep(seconds: float) -> None:
            slept.append(seconds)

        directory = SlackDirectory(bench.client, sleep=sleep)
        channels = await directory.channels()
        users = await directory.users()
        groups = await directory.groups()

        assert {"waste", "secret", "general"} <= set(channels)
        assert len([user for user in users if not user.bot]) == 206
        assert len(await directory.members(channels["waste"])) == 3
        assert await directory.group_members(groups["duty"]) == {bench.workspace.member("m3").id}
        assert slept == [1.0, 3.0]


async def test_the_probe_says_what_is_missing() -> None:
    async with slack_bench(AppManifest.read(MANIFEST)) as bench:
        bench.workspace.add_channel("waste")
        bench.workspace.add_channel("roads", with_bot=False)
        findings = await probe(bench.client, channels=["#waste", "#roads", "#nowhere"], app_client=bench.app_client)
        said = {(finding.level, finding.code, finding.values.get("channel", "")) for finding in findings}

        assert said == {
            ("ok", "token-valid", ""),
            ("ok", "scopes-complete", ""),
            ("ok", "channel-joined", "#waste"),
            ("error", "channel-not-joined", "#roads"),
            ("error", "channel-unknown", "#nowhere"),
            ("ok", "app-token-valid", ""),
        }
        bench.revoke()
        assert [finding.code for finding in await probe(bench.client, channels=[])] == ["token-refused"]


async def test_a_form_with_a_spent_trigger_is_gone() -> None:
    async with slack_bench() as bench:
        with pytest.raises(Gone):
            await SlackForms(bench.client).open_form("1.2.3", FORM)
