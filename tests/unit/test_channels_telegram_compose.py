"""Messages for Telegram: plain text in parts that fit, the lead bold to the letter, buttons within bounds."""

from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup, ReplyKeyboardMarkup

from channels.plain import outgoing, utf16
from channels.telegram.compose import CAPTION_LIMIT, TEXT_LIMIT, as_message, markup_of, one_part, parts_of
from domain.content import Button, Card, Field, Message

texts = st.one_of(
    st.text(max_size=200),
    st.tuples(st.text(min_size=1, max_size=30), st.integers(1, 900)).map(lambda pair: pair[0] * pair[1]),
)


def in_bold(text: str, start: int, length: int) -> str:
    units = text.encode("utf-16-le")
    return units[2 * start : 2 * (start + length)].decode("utf-16-le")


@settings(max_examples=150, deadline=None)
@given(text=texts, lead=st.text(max_size=60))
def test_parts_fit_and_together_are_the_message(text: str, lead: str) -> None:
    parts = parts_of(Message(text=text, lead=lead))

    assert all(utf16(part.text) <= TEXT_LIMIT for part in parts)
    whole = " ".join(part.text.split("\n", 1)[1] if len(parts) > 1 else part.text for part in parts)
    expected = f"{outgoing(lead).strip()}\n{outgoing(text).strip()}"
    assert sorted("".join(whole.split())) == sorted("".join(expected.split())) or len(parts) > 1
    first = parts[0]
    assert in_bold(first.text, first.bold_from, first.bold) == outgoing(lead).strip()


@settings(max_examples=50, deadline=None)
@given(text=texts)
def test_a_caption_and_what_follows_fit(text: str) -> None:
    first, *rest = parts_of(Message(text=text), CAPTION_LIMIT)
    assert utf16(first.text) <= CAPTION_LIMIT
    assert all(utf16(part.text) <= TEXT_LIMIT for part in rest)


@settings(max_examples=50, deadline=None)
@given(text=texts, lead=texts)
def test_an_edit_is_one_part(text: str, lead: str) -> None:
    part = one_part(Message(text=text, lead=lead))
    assert utf16(part.text) <= TEXT_LIMIT
    assert part.bold <= utf16(part.text)


def test_six_hundred_families_take_two_messages() -> None:
    parts = parts_of(Message(text="👩‍👩‍👧‍👦" * 600))
    assert len(parts) == 2
    for part in parts:
        assert part.text.split("\n", 1)[1].replace("👩‍👩‍👧‍👦", "") == ""


def test_buttons_come_in_rows_of_eight_at_most() -> None:
    row = tuple(Button(label=f"{number}", data=f"r:{number}") for number in range(11))
    keyboard = markup_of(Message(text="?", buttons=(row,), ask_place="Here"), private=True)
    assert isinstance(keyboard, InlineKeyboardMarkup)
    assert [len(keys) for keys in keyboard.inline_keyboard] == [8, 3]


def test_styles_and_links_of_buttons() -> None:
    row = (Button(label="No", data="r:no", style="danger"), Button(label="Page", data="", url="https://town.example"))
    keyboard = markup_of(Message(text="?", buttons=(row,)), private=True)
    assert isinstance(keyboard, InlineKeyboardMarkup)
    first, second = keyboard.inline_keyboard[0]
    assert (first.style, first.callback_data, first.url) == ("danger", "r:no", None)
    assert (second.callback_data, second.url) == (None, "https://town.example")


def test_a_place_is_asked_for_in_private_chats_only() -> None:
    message = Message(text="Where?", ask_place="Share my location")
    keyboard = markup_of(message, private=True)
    assert isinstance(keyboard, ReplyKeyboardMarkup)
    assert keyboard.keyboard[0][0].request_location
    assert markup_of(message, private=False) is None


def test_a_card_reads_as_a_message() -> None:
    card = Card(title="K4T-7M2", fields=(Field(label="Area", value="Riverside"),), quote="dark", notes=("1 photo",))
    assert as_message(card) == Message(lead="K4T-7M2", text="Area: Riverside\n\ndark\n\n1 photo")
