"""Cutting long texts: nothing is lost, nothing is too long, nothing is torn."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from delivery.enqueue import fit
from delivery.split import length, numbered, split
from domain.content import Attachment, Button, FileRef, Forwarded, Message
from domain.delivery import Draft, Lane, Operation
from tests.unit.delivery_house import CAN

FAMILY = "👨‍👩‍👧‍👦"
PIECES = ["word ", "Zdanie. ", "جملة. ", "\n\n", "\n", FAMILY, "🇵🇱", "e\u0301", "👍🏽", "x"]
texts = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(["word ", "Zdanie. ", "جملة. ", "\n\n", "\n", FAMILY, "🇵🇱", "e\u0301", "👍🏽", "x"]),
        max_size=200,
    ).map("".join),
)


@given(text=texts, limit=st.integers(2, 120), utf16=st.booleans())
@example(text=FAMILY * 600, limit=4096, utf16=True)
@example(text="😀" * 4097, limit=4096, utf16=True)
def test_the_parts_are_the_text_and_each_fits(text: str, limit: int, utf16: bool) -> None:
    parts = split(text, limit, utf16=utf16)
    assert "".join(parts) == text
    assert all(length(part, utf16) <= limit for part in parts)
    assert all(parts) or parts == [""]


@given(text=texts, limit=st.integers(60, 120))
def test_no_character_is_torn_from_what_clings_to_it(text: str, limit: int) -> None:
    for part in split(text, limit, utf16=True)[1:]:
        first = part[0]
        assert first != "\u200d"
        assert not unicodedata.combining(first) or len(text) > limit  # a run longer than a part has no better place
        part.encode("utf-16-le")  # a lone surrogate could not be


def test_a_cut_falls_at_the_nicest_place() -> None:
    text = "Erste Zeile ist kurz.\n\nZweiter Absatz hat Worte. Und einen Satz, der weiter geht"
    assert split(text, 40, utf16=True)[0] == "Erste Zeile ist kurz.\n\n"
    assert split("One sentence here. Another one follows now", 30, utf16=True)[0] == "One sentence here. "
    assert split("هذه جملة أولى؟ وهذه جملة ثانية طويلة", 25, utf16=True)[0] == "هذه جملة أولى؟ "
    assert split("no sentence end in this long line", 20, utf16=True)[0] == "no sentence end in "


def test_flags_families_and_skin_tones_stay_whole() -> None:
    for cluster in (FAMILY, "🇵🇱", "👍🏽", "e\u0301"):
        for lead in range(12):
            parts = split("x" * lead + cluster * 20, 30, utf16=True)
            for part in parts[:-1]:
                assert part.endswith(cluster), (cluster, lead)


@given(text=st.text(alphabet=st.sampled_from("ab \u2067\u2069\u202b\u202c.ي"), min_size=200, max_size=600))
def test_numbered_parts_close_the_directions_they_open(text: str) -> None:
    parts = numbered(text, 120, utf16=True)
    assert all(length(part, True) <= 120 for part in parts)
    deep = depth = 0
    for char in text:
        depth += 1 if char in "\u2067\u202b" else -1 if char in "\u2069\u202c" and depth else 0
        deep = max(deep, depth)
    for part in parts if deep <= 16 else []:
        depth = 0
        for char in part:
            depth += 1 if char in "\u2067\u2068\u202b" else -1 if char in "\u2069\u202c" and depth else 0
        assert depth == 0


def test_the_number_stands_isolated_above_each_part() -> None:
    parts = numbered("كلمة " * 100, 200, utf16=True)
    assert [part.split("\n")[0] for part in parts] == [
        f"\u2068({at}/{len(parts)})\u2069" for at in range(1, len(parts) + 1)
    ]
    assert numbered("short", 200, utf16=True) == ["short"]


def test_nesting_without_end_is_still_sent() -> None:
    parts = numbered("\u202e" * 5000, 4096, utf16=True)
    assert len(parts) == 2


def draft(content: Message | Forwarded, **values: object) -> Draft:
    return Draft(**{"channel": "telegram", "address": "7", "lane": Lane.REPLY, "content": content, **values})  # type: ignore[arg-type]


def test_the_first_part_keeps_the_anchor_and_the_last_its_buttons() -> None:
    buttons = ((Button(label="ok", data="x"),),)
    long = Message(text="a word " * 1500, lead="Lead", buttons=buttons)
    parts = fit(draft(long, anchor="a", reply_to="3", report=True, case_id=4), {"telegram": CAN})
    assert len(parts) == 3
    contents = [part.content for part in parts if isinstance(part.content, Message)]
    assert [content.lead for content in contents] == ["Lead", "", ""]
    assert [content.buttons for content in contents] == [(), (), buttons]
    assert [(part.anchor, part.reply_to) for part in parts] == [("a", "3"), (None, None), (None, None)]
    assert all(part.report and part.case_id == 4 for part in parts)
    assert all(length(content.lead + content.text, True) + 2 <= 4096 for content in contents)


def test_a_lead_longer_than_a_message_loses_nothing() -> None:
    lead = "L" * 5000
    parts = fit(draft(Message(text="body", lead=lead)), {"telegram": CAN})
    joined = "".join(part.content.text.split("\n", 1)[1] for part in parts if isinstance(part.content, Message))
    assert joined == f"{lead}\n\nbody"


def test_a_caption_that_is_too_long_follows_its_file() -> None:
    file = FileRef(channel="slack", handle="u", name="a.jpg")
    forwarded = Forwarded(attachment=Attachment(kind="photo", file=file), caption="c" * 1500)
    first, second = fit(draft(forwarded, operation=Operation.FILE, anchor="a"), {"telegram": CAN})
    assert isinstance(first.content, Forwarded)
    assert (first.content.caption, first.anchor, first.operation) == ("", "a", Operation.FILE)
    assert second.content == Message(text="c" * 1500)
    assert second.operation is Operation.POST


def test_what_fits_or_has_no_known_channel_is_left_alone() -> None:
    short = draft(Message(text="x"))
    assert fit(short, {"telegram": CAN}) == [short]
    unknown = draft(Message(text="x" * 9999))
    assert fit(unknown, {}) == [unknown]


def test_a_limit_without_room_is_refused() -> None:
    with pytest.raises(ValueError):
        split("abc", 1, utf16=True)
