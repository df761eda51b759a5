"""Cards, messages, forms and home pages as Block Kit: within Slack's limits, shown literally, whatever is in them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.plain import outgoing
from channels.slack.blocks import escaped, fields
from channels.slack.compose import card_post, home_view, message_posts, one_post
from channels.slack.forms import form_view
from domain.content import Ask, Button, Card, Choice, Field, Form, Home, HomeSection, Message
from sandbox.slack.block_kit.check import message_characters, message_problems, view_problems

LONG = ["x" * 5000, "👩‍👩‍👧‍👦" * 800, "ش" * 3100, "&" * 2999, "word " * 700]
words = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ["", " ", "\n", "<!channel>", "*x* _y_ `z`", ":smile:", "\x00\ud800\x1b", "a" * 24, "b" * 75, "c" * 151]
    ),
    st.sampled_from(LONG),
)
keys = st.builds(
    Button,
    label=words,
    data=words,
    style=st.sampled_from(["plain", "primary", "danger"]),
    url=st.sampled_from([None, "https://town.example/x"]),
    confirm=st.one_of(st.none(), words),
)
values = st.builds(Field, label=words, value=words)
cards = st.builds(
    Card,
    title=words,
    fields=st.lists(values, max_size=3).map(tuple),
    quote=words,
    notes=st.lists(words, max_size=3).map(tuple),
    buttons=st.lists(keys, max_size=3).map(tuple),
    tone=st.sampled_from(["plain", "urgent", "done"]),
)
messages = st.builds(
    Message, text=words, lead=words, buttons=st.lists(st.lists(keys, max_size=3).map(tuple), max_size=3).map(tuple)
)
choices = st.lists(st.builds(Choice, label=words, value=words), max_size=4).map(tuple)
asks = st.builds(
    Ask,
    name=st.uuids().map(str),
    label=words,
    kind=st.sampled_from(["line", "text", "choice", "choices", "date", "time", "info"]),
    choices=choices,
    initial=st.one_of(words, st.sampled_from(["2026-12-01", "09:30", "25:00"])),
    hint=words,
    optional=st.booleans(),
    max_length=st.sampled_from([None, 0, 1, 100, 10_000]),
)
forms = st.builds(
    Form,
    name=st.just("reply"),
    about=st.just("17"),
    title=words,
    submit=words,
    cancel=words,
    asks=st.lists(asks, min_size=1, max_size=3).map(tuple),
)
homes = st.builds(
    Home,
    title=words,
    buttons=st.lists(keys, max_size=3).map(tuple),
    sections=st.lists(
        st.builds(HomeSection, heading=words, cards=st.lists(cards, max_size=2).map(tuple), empty=words), max_size=3
    ).map(tuple),
)


def no_markup_in(node: Any) -> None:
    """mrkdwn stands only where its text holds no markup but the bold label that we put there."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn":
            label, _, value = node["text"].partition("\n")
            assert label[0] == label[-1] == "*"
            assert not set("*_~`<>&@#|\\") & set(label[1:-1] + value), node
            assert "://" not in value
        for inner in node.values():
            no_markup_in(inner)
    elif isinstance(node, list):
        for inner in node:
            no_markup_in(inner)


@settings(max_examples=80, deadline=None)
@given(cards)
def test_any_card_is_accepted(card: Card) -> None:
    post = card_post(card, "Cancel")
    assert message_problems(post.blocks) == []
    assert message_characters(post.blocks) <= 13_200
    assert len(post.text) <= 4000
    no_markup_in(post.blocks)


@settings(max_examples=80, deadline=None)
@given(messages)
def test_any_message_is_accepted(message: Message) -> None:
    for post in [*message_posts(message, "Cancel"), one_post(message, "Cancel")]:
        assert message_problems(post.blocks) == []
        assert len(post.text) <= 4000
        no_markup_in(post.blocks)


@settings(max_examples=80, deadline=None)
@given(forms)
def test_any_form_is_accepted(form: Form) -> None:
    view = form_view(form)
    assert view_problems(view) == []
    no_markup_in(view)


@settings(max_examples=40, deadline=None)
@given(homes)
def test_any_home_page_is_accepted(home: Home) -> None:
    view = home_view(home, "Cancel")
    assert view_problems(view) == []
    no_markup_in(view)


@given(st.text(max_size=200))
def test_values_of_a_card_read_as_they_are(value: str) -> None:
    drawn = fields([Field(label="Kind", value=value)])[0]["fields"][0]["text"]
    assert drawn.replace("*Kind*", "Kind") == f"Kind\n{outgoing(value).strip() or '—'}"


@given(st.text(max_size=300), st.integers(10, 60))
def test_a_fallback_holds_no_markup_and_keeps_its_limit(text: str, limit: int) -> None:
    written = escaped(text, limit)
    assert len(written) <= limit
    assert not set("<>") & set(written)
    assert written.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").count("&") == 0


def test_as_many_as_there_may_be_and_more() -> None:
    button = Button(label="x" * 100, data="s:x", confirm="y" * 400)
    many = tuple(button for _ in range(60))
    card = Card(
        title="t" * 200,
        fields=tuple(Field(label="l" * 900, value="v" * 2100) for _ in range(14)),
        quote="q" * 5000,
        notes=tuple("n" * 900 for _ in range(14)),
        buttons=many,
    )
    message = Message(text="m" * 50_000, lead="l" * 5000, buttons=tuple(many for _ in range(60)))
    home = Home(title="h", buttons=many, sections=tuple(HomeSection(heading="h", cards=(card,) * 9) for _ in range(9)))
    asks = tuple(Ask(name=f"a{number}", label="l" * 3000, hint="h" * 3000) for number in range(130))
    form = Form(name="f", about="1", title="t" * 99, submit="s" * 99, cancel="c" * 99, asks=asks)

    assert message_problems(card_post(card, "Cancel").blocks) == []
    for post in message_posts(message, "Cancel"):
        assert message_problems(post.blocks) == []
    assert view_problems(home_view(home, "Cancel")) == []
    assert view_problems(form_view(form)) == []


def test_a_card_as_it_looks() -> None:
    card = Card(
        title="K4T-7M2 · complaint",
        fields=(Field(label="Area", value="Riverside 4"), Field(label="Resident", value="*Ola*")),
        quote="The lamp is <b>dark</b>",
        notes=("1 photo",),
        buttons=(Button(label="Claim", data="s:claim:17", style="primary"),),
        tone="urgent",
    )
    post = card_post(card, "Cancel")
    assert [block["type"] for block in post.blocks] == ["header", "section", "rich_text", "context", "actions"]
    assert post.blocks[0]["text"] == {"type": "plain_text", "text": "🔴 K4T-7M2 · complaint", "emoji": False}
    assert [field["type"] for field in post.blocks[1]["fields"]] == ["mrkdwn", "plain_text"]
    assert post.text == "🔴 K4T-7M2 · complaint\nThe lamp is &lt;b&gt;dark&lt;/b&gt;"


def test_labels_are_alike_also_above_a_bar_and_a_percentage() -> None:
    drawn = fields([Field(label="Progress", value="██████░░░░ 61 %"), Field(label="Left", value="12")])[0]["fields"]
    assert [one["text"] for one in drawn] == ["*Progress*\n██████░░░░ 61 %", "*Left*\n12"]


def test_a_long_list_of_choices_comes_in_groups() -> None:
    many = tuple(Choice(label=f"Area {number}", value=str(number)) for number in range(250))
    form = Form(
        name="f",
        about="1",
        title="T",
        submit="S",
        cancel="C",
        asks=(Ask(name="a", label="A", kind="choice", choices=many),),
    )
    groups = form_view(form)["blocks"][0]["element"]["option_groups"]
    assert [group["label"]["text"] for group in groups] == ["1–100", "101–200", "201–250"]


def test_what_a_form_is_about_is_an_id() -> None:
    with pytest.raises(ValueError):
        form_view(Form(name="f", about="x" * 3000, title="T", submit="S", cancel="C", asks=()))
