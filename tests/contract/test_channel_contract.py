"""What every channel promises, tried with the real library against the platform's local stand-in."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from channels.plain import outgoing
from domain.content import Attachment, Button, Card, Content, Field, FileRef, Forwarded, Message, Toast
from domain.delivery import Delivery, Operation
from domain.errors import Blocked, Gone, InDoubt, NotSent, PlatformDown, RateLimited, Refused, Revoked
from domain.inbound import ResidentEdited, ResidentPressed, ResidentWrote
from tests.contract.channel_bench import BENCHES, Bench, Shelf

HOSTILE = [
    "<!channel> <!here> <@U00000001> <#C00000001> <https://evil.example|bank>",
    "*bold* _italic_ ~struck~ `code` ```block``` > quote",
    "<b>bold</b> <a href='https://evil.example'>bank</a> [bank](https://evil.example) __x__ ||spoiler||",
    "@everyone @channel @here @general #general :smile: &lt;!channel&gt; &amp; &",
    "https://evil.example/path?x=1&y=2 mailto:a@b.example www.example.org",
    "{x.__class__} %s %(x)s ${HOME} $(reboot) `reboot` '; DROP TABLE cases; --",
    "\u202egnp.exe\u202c a\u200bb zero\u200dwidth \u2066isolate\u2069",
    "السلام عليكم، مصباح الشارع مكسور قرب K4T-7M2 منذ 3 أيام",
    "Zażółć gęślą jaźń — 👩‍👩‍👧‍👦 🇵🇱 é",
    "/status K4T-7M2",
    "first line\n\nthird line\ttabbed",
]


@pytest.fixture(params=sorted(BENCHES))
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    async with BENCHES[request.param]() as built:
        yield built


_count = iter(range(1, 1_000_000))


def delivery(bench: Bench, content: Content | None, **options: Any) -> Delivery:
    made = {"address": bench.address, "operation": Operation.POST, **options}
    return Delivery(id=next(_count), channel=bench.channel, content=content, **made)


async def test_a_message_arrives_and_the_receipt_names_it(bench: Bench) -> None:
    receipt = await bench.sender.send(delivery(bench, Message(text="The lamp is being mended.", lead="K4T-7M2")))

    assert bench.shown() == ["K4T-7M2\nThe lamp is being mended."]
    assert receipt.platform_id


async def test_an_edit_changes_the_message_in_place(bench: Bench) -> None:
    receipt = await bench.sender.send(delivery(bench, Message(text="queued")))

    await bench.sender.send(
        delivery(bench, Message(text="sent"), operation=Operation.EDIT, target_id=receipt.platform_id)
    )

    assert bench.shown() == ["sent"]


async def test_an_edit_of_what_is_not_there_is_gone(bench: Bench) -> None:
    edit = delivery(bench, Message(text="sent"), operation=Operation.EDIT, target_id=bench.missing_message)
    with pytest.raises(Gone):
        await bench.sender.send(edit)


async def test_a_deleted_message_is_gone(bench: Bench) -> None:
    receipt = await bench.sender.send(delivery(bench, Message(text="oops")))
    take_back = delivery(bench, None, operation=Operation.DELETE, target_id=receipt.platform_id)

    await bench.sender.send(take_back)

    assert bench.shown() == []
    with pytest.raises(Gone):
        await bench.sender.send(take_back)


async def test_a_reply_shows_what_it_answers(bench: Bench) -> None:
    written = bench.write("The lamp is broken")

    await bench.sender.send(delivery(bench, Message(text="Thank you"), reply_to=written))

    assert bench.replied_to() == written


async def test_a_pressed_button_comes_back_with_its_data(bench: Bench) -> None:
    rows = ((Button(label="Yes", data="r:yes:17"), Button(label="No", data="r:no:17", style="danger")),)
    async with bench.listen():
        receipt = await bench.sender.send(delivery(bench, Message(text="Solved?", buttons=rows)))
        await bench.press("No")
        pressed = await bench.event(ResidentPressed)

    assert pressed.data == "r:no:17"
    assert pressed.message_id == receipt.platform_id
    assert pressed.sender.address == bench.address
    answer = delivery(bench, Toast(text="Thank you"), operation=Operation.ANSWER, person=pressed.press_id)
    await bench.sender.send(answer)


async def test_a_resident_is_heard_and_their_edits_too(bench: Bench) -> None:
    async with bench.listen():
        written = bench.write("The lamp <b>is</b> broken & dark")
        wrote = await bench.event(ResidentWrote, message_id=written)
        bench.edit(written, "The lamp is broken since Monday")
        edited = await bench.event(ResidentEdited, message_id=written)

    assert (wrote.text, wrote.sender.address) == ("The lamp <b>is</b> broken & dark", bench.address)
    assert edited.text == "The lamp is broken since Monday"
    assert wrote.sent_at.tzinfo is not None


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_arrives_as_itself(bench: Bench, text: str) -> None:
    await bench.sender.send(delivery(bench, Message(text=text)))

    assert bench.shown() == [bench.reads(text)]
    assert bench.pings() == 0


async def test_a_card_shows_the_residents_words_as_they_are(bench: Bench) -> None:
    for text in HOSTILE:
        fields = (Field(label="From", value=text.splitlines()[0]), Field(label="Area", value="Riverside"))
        card = Card(title="K4T-7M2", fields=fields, quote=text, notes=(f"note {text}",), tone="urgent")
        await bench.sender.send(delivery(bench, card))
        assert bench.reads(text) in bench.shown()[-1]
    assert bench.pings() == 0


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(min_size=1, max_size=300).filter(lambda text: outgoing(text).strip()))
async def test_no_text_comes_out_other_than_as_itself(bench: Bench, text: str) -> None:
    before = len(bench.shown())
    await bench.sender.send(delivery(bench, Message(text=f"|{text}|")))

    assert bench.shown()[before:] == [bench.reads(f"|{text}|")]
    assert bench.pings() == 0


async def test_a_long_text_arrives_whole_and_in_order(bench: Bench) -> None:
    text = "".join(f"Sentence {number} about the lamp 👩‍👩‍👧‍👦. " for number in range(900))

    await bench.sender.send(
        delivery(bench, Message(text=text, lead="Lead", buttons=((Button(label="OK", data="r:k"),),)))
    )

    shown = bench.shown()
    assert len(shown) > 1
    assert unnumbered(shown) == f"Lead\n{text}".split()


async def test_a_second_try_goes_on_where_the_first_stopped(bench: Bench) -> None:
    text = "".join(f"Sentence {number} about the lamp. " for number in range(900))
    long = delivery(bench, Message(text=text))
    bench.fail("limited", retry_after=1, after=1)
    with pytest.raises(RateLimited):
        await bench.sender.send(long)

    await bench.sender.send(long)

    assert unnumbered(bench.shown()) == text.split()


def unnumbered(shown: list[str]) -> list[str]:
    """The words of several messages without "(1/3) " before each."""
    return " ".join(re.sub("^\u2068\\(\\d+/\\d+\\)\u2069\n", "", part) for part in shown).split()


async def test_a_rate_limit_names_its_seconds(bench: Bench) -> None:
    bench.fail("limited", retry_after=7)

    with pytest.raises(RateLimited) as caught:
        await bench.sender.send(delivery(bench, Message(text="hello")))

    assert caught.value.retry_after == 7
    assert bench.shown() == []


@pytest.mark.parametrize("status", [500, 502])
async def test_a_server_error_is_the_platforms_trouble(bench: Bench, status: int) -> None:
    bench.fail("down", status=status)

    with pytest.raises(PlatformDown):
        await bench.sender.send(delivery(bench, Message(text="hello")))

    assert bench.shown() == []


@pytest.mark.parametrize(("fault", "arrived"), [("drop_before", []), ("drop_after", ["hello"])])
async def test_a_cut_connection_leaves_doubt(bench: Bench, fault: str, arrived: list[str]) -> None:
    bench.fail(fault)

    with pytest.raises(InDoubt):
        await bench.sender.send(delivery(bench, Message(text="hello")))

    assert bench.shown() == arrived


async def test_without_a_connection_nothing_was_sent(bench: Bench) -> None:
    sender = await bench.unreachable()

    with pytest.raises(NotSent):
        await sender.send(delivery(bench, Message(text="hello")))


async def test_a_revoked_token_stops_the_channel(bench: Bench) -> None:
    bench.revoke()

    with pytest.raises(Revoked) as caught:
        await bench.sender.send(delivery(bench, Message(text="hello")))

    assert caught.value.scope == "channel"


async def test_a_resident_who_is_gone_is_blocked(bench: Bench) -> None:
    bench.refuse_resident()

    with pytest.raises(Blocked) as caught:
        await bench.sender.send(delivery(bench, Message(text="hello")))

    assert caught.value.scope == "chat"


async def test_an_unknown_address_is_refused(bench: Bench) -> None:
    with pytest.raises(Refused):
        await bench.sender.send(delivery(bench, Message(text="hello"), address=bench.missing_address))


async def test_content_that_the_channel_cannot_show_is_refused(bench: Bench) -> None:
    with pytest.raises(Refused):
        await bench.sender.send(delivery(bench, Toast(text="hello")))


@pytest.mark.parametrize(
    ("name", "mime", "kind"),
    [("lamp.txt", "text/plain", "document"), ("../../مصباح <x>.txt", "text/plain", "document")],
)
async def test_a_file_of_another_channel_is_passed_on(bench: Bench, name: str, mime: str, kind: Any) -> None:
    bench.files["elsewhere"] = Shelf(b"lamp report")
    file = FileRef(channel="elsewhere", handle="1", name=name, mime=mime)
    forwarded = Forwarded(attachment=Attachment(kind=kind, file=file), caption="From <!channel> *K4T-7M2*")

    await bench.sender.send(delivery(bench, forwarded, operation=Operation.FILE))

    assert bench.file_contents() == [b"lamp report"]
    assert bench.shown() == ["From <!channel> *K4T-7M2*"]
    assert bench.pings() == 0


async def test_a_residents_file_can_be_fetched(bench: Bench) -> None:
    async with bench.listen():
        bench.upload("lamp.txt", b"lamp report")
        while True:
            event = await bench.event(ResidentWrote, text="")
            if event.attachments:
                break

    file = event.attachments[0].file
    assert file.name == "lamp.txt"
    assert await bench.source.fetch(file, 1_000_000) == b"lamp report"
    with pytest.raises(Refused):
        await bench.source.fetch(file, 5)
    with pytest.raises(Refused):
        await bench.source.fetch(replace(file, handle="https://evil.example/lamp.txt"), 1_000_000)
    bench.lose_files()
    with pytest.raises(Refused):
        await bench.source.fetch(file, 1_000_000)


async def test_what_cannot_be_stored_comes_again(bench: Bench) -> None:
    async with bench.listen():
        bench.inbox.broken = True
        written = bench.write("do not lose this")
        await asyncio.sleep(0.2)
        assert "do not lose this" not in "".join(row.payload for row in bench.inbox.rows)
        bench.inbox.broken = False
        event = await bench.event(ResidentWrote, message_id=written)

    assert event.text == "do not lose this"
