"""Parse modes: the documented examples, the server's refusals, and properties over any text.

Offsets and lengths are in UTF-16 code units (Bot API, MessageEntity).
"""

import html
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.telegram.entities import formatted, utf16_length
from sandbox.telegram.entities.detected import detect
from sandbox.telegram.entities.html import parse_html
from sandbox.telegram.entities.markdown import parse_markdown
from sandbox.telegram.entities.markdown_v2 import parse_markdown_v2
from sandbox.telegram.entities.markup_error import MarkupError
from sandbox.telegram.errors import ApiError

Entity = tuple[Any, ...]


def units(text: str, entity: dict[str, Any]) -> str:
    """The part of a text that an entity marks, cut in UTF-16 as clients do."""
    raw = text.encode("utf-16-le")
    return raw[entity["offset"] * 2 : (entity["offset"] + entity["length"]) * 2].decode("utf-16-le")


def marked(text: str, entities: list[dict[str, Any]]) -> list[Entity]:
    extra = ("url", "language", "user_id", "custom_emoji_id")
    return [(e["type"], units(text, e), *(e[name] for name in extra if name in e)) for e in entities]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>bold</b>, <strong>bold</strong>", "bold, bold", [("bold", "bold"), ("bold", "bold")]),
        ("<i>a</i><em>b</em>", "ab", [("italic", "a"), ("italic", "b")]),
        ("<u>a</u><ins>b</ins>", "ab", [("underline", "a"), ("underline", "b")]),
        ("<s>a</s><strike>b</strike><del>c</del>", "abc", [("strikethrough", x) for x in "abc"]),
        ('<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>', "ab", [("spoiler", "a"), ("spoiler", "b")]),
        (
            "<b>bold <i>italic 🎉 <s>gone</s></i> end</b>",
            "bold italic 🎉 gone end",
            [("bold", "bold italic 🎉 gone end"), ("italic", "italic 🎉 gone"), ("strikethrough", "gone")],
        ),
        ('<a href="http://www.example.com/">URL</a>', "URL", [("text_link", "URL", "http://www.example.com/")]),
        ("<a href='example.com'>x</a>", "x", [("text_link", "x", "http://example.com/")]),
        ('<a href="tg://user?id=123">who</a>', "who", [("text_mention", "who", 123)]),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            "👍",
            [("custom_emoji", "👍", "5368324170671202286")],
        ),
        ("<code>x &lt; y</code>", "x < y", [("code", "x < y")]),
        ('<pre><code class="language-python">x = 1</code></pre>', "x = 1", [("pre", "x = 1", "python")]),
        ("<pre>plain</pre>", "plain", [("pre", "plain")]),
        ("<blockquote>q\nr</blockquote>", "q\nr", [("blockquote", "q\nr")]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", "q")]),
        ("&amp; &quot; &#8364; &#x20AC; &nbsp; &", '& " € € &nbsp; &', []),
        ("<B>loud</b>", "loud", [("bold", "loud")]),
        ("<b></b>x", "x", []),
    ],
)
def test_html(source: str, text: str, entities: list[Entity]) -> None:
    read, found = parse_html(source)
    assert (read, marked(read, found)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("🏟<abac>", 'Unsupported start tag "abac" at byte offset 4'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<i>a</i ", "Unclosed end tag at byte offset 4"),
        ('<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<b =x>a</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    ],
)
def test_html_refusals(source: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=re.escape(reason)):
        parse_html(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*bold \\*text*", "bold *text", [("bold", "bold *text")]),
        (
            "_it_ __under__ ~gone~ ||hid||",
            "it under gone hid",
            [("italic", "it"), ("underline", "under"), ("strikethrough", "gone"), ("spoiler", "hid")],
        ),
        (
            "*bold _italic ~gone ||x||~ __u___ end*",
            "bold italic gone x u end",
            [
                ("bold", "bold italic gone x u end"),
                ("italic", "italic gone x u"),
                ("strikethrough", "gone x"),
                ("spoiler", "x"),
                ("underline", "u"),
            ],
        ),
        ("[inline](http://www.example.com/)", "inline", [("text_link", "inline", "http://www.example.com/")]),
        ("[who](tg://user?id=123)", "who", [("text_mention", "who", 123)]),
        ("![👍](tg://emoji?id=5368324170671202286)", "👍", [("custom_emoji", "👍", "5368324170671202286")]),
        ("`code *not bold*`", "code *not bold*", [("code", "code *not bold*")]),
        ("```python\nx = 1```", "x = 1", [("pre", "x = 1", "python")]),
        ("```\nplain```", "plain", [("pre", "plain")]),
        (">one\n>two\nthree", "one\ntwo\nthree", [("blockquote", "one\ntwo\n")]),
        (">one\n>two||", "one\ntwo", [("expandable_blockquote", "one\ntwo")]),
        ("a\\.b\\!", "a.b!", []),
        ("🎉*x*", "🎉x", [("bold", "x")]),
    ],
)
def test_markdown_v2(source: str, text: str, entities: list[Entity]) -> None:
    read, found = parse_markdown_v2(source)
    assert (read, marked(read, found)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a.b", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("1 - 2", "Character '-' is reserved"),
        ("*x", "Can't find end of Bold entity at byte offset 0"),
        ("ż_x", "Can't find end of Italic entity at byte offset 2"),
        ("[x](http://a", "Can't find end of a URL at byte offset 4"),
        ("![x](http://a)", "Invalid tg://emoji or tg://time URL specified"),
        ("|x|", "Character '|' is reserved"),
        ("x>y", "Character '>' is reserved"),
    ],
)
def test_markdown_v2_refusals(source: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=re.escape(reason)):
        parse_markdown_v2(source)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("*b* _i_ `c`", "b i c", [("bold", "b"), ("italic", "i"), ("code", "c")]),
        ("[x](http://a.pl/b)", "x", [("text_link", "x", "http://a.pl/b")]),
        ("snake\\_case", "snake_case", []),
        ("```py\nx```", "x", [("pre", "x", "py")]),
        ("a.b (c)!", "a.b (c)!", []),
    ],
)
def test_old_markdown(source: str, text: str, entities: list[Entity]) -> None:
    read, found = parse_markdown(source)
    assert (read, marked(read, found)) == (text, entities)


def test_old_markdown_refuses_an_open_entity() -> None:
    with pytest.raises(MarkupError, match="Can't find end of the entity starting at byte offset 5"):
        parse_markdown("snake_case")


def test_recognised_in_plain_text() -> None:
    text = "🎉 /start@x_bot @anna #dziura $EUR a@b.pl https://x.pl/a?b=1. town.example/x +48 601 222 333, 1/2"
    assert marked(text, detect(text)) == [
        ("bot_command", "/start@x_bot"),
        ("mention", "@anna"),
        ("hashtag", "#dziura"),
        ("cashtag", "$EUR"),
        ("email", "a@b.pl"),
        ("url", "https://x.pl/a?b=1"),
        ("url", "town.example/x"),
        ("phone_number", "+48 601 222 333"),
    ]


@pytest.mark.parametrize(
    ("source", "entities"),
    [
        ("<b>a<code>b</code>c</b>", [("bold", "a"), ("code", "b"), ("bold", "c")]),
        ("<code><i>x</i></code>", [("code", "x")]),
        ("<b>a<b>b</b></b>", [("bold", "ab")]),
        ("<blockquote>a<b>b</b></blockquote>", [("blockquote", "ab"), ("bold", "b")]),
        ("<i><b>x</b></i>", [("bold", "x"), ("italic", "x")]),
    ],
)
def test_what_may_stand_inside_what(source: str, entities: list[Entity]) -> None:
    read = formatted(source, "HTML", None, lambda _: None)
    assert marked(read.text, read.entities) == entities


@pytest.mark.parametrize("mode", ["HTML", "MarkdownV2", "Markdown", "html", ""])
def test_outer_space_goes_and_entities_move_along(mode: str) -> None:
    source = {"html": " \n <b>ż</b>🎉 ", "": " \n ż🎉 "}.get(mode.lower(), " \n *ż*🎉 ")
    read = formatted(source, mode, None, lambda _: None)
    assert (read.text, read.length) == ("ż🎉", 3)
    assert [(e["offset"], e["length"]) for e in read.entities] == ([(0, 1)] if mode else [])


def test_control_characters_and_overrides_are_cleaned() -> None:
    read = formatted("a\x00b\r\n\u202ec\x07", "", [{"type": "bold", "offset": 0, "length": 7}], lambda _: None)
    assert (read.text, marked(read.text, read.entities)) == ("a b\nc", [("bold", "a b\nc")])


def test_an_unknown_mode_and_an_oversized_source_are_refused() -> None:
    with pytest.raises(ApiError, match="unsupported parse_mode"):
        formatted("x", "rtf", None, lambda _: None)
    with pytest.raises(ApiError, match="text is too long"):
        formatted("x" * 32_769, "", None, lambda _: None)


def test_a_mention_of_somebody_unknown_is_only_text() -> None:
    source = '<a href="tg://user?id=7">who</a>'
    assert formatted(source, "HTML", None, lambda _: None).entities == []
    user = {"id": 7, "is_bot": False, "first_name": "Anna"}
    (entity,) = formatted(source, "HTML", None, lambda _: user).entities
    assert (entity["type"], entity["user"]) == ("text_mention", user)


any_text = st.text(st.characters(codec="utf-8"), max_size=60)


@given(any_text)
def test_escaped_html_comes_back_as_it_was(text: str) -> None:
    read, entities = parse_html(html.escape(text, quote=False))
    assert (read, entities) == (text, [])


@given(any_text)
def test_escaped_markdown_v2_comes_back_as_it_was(text: str) -> None:
    escaped = re.sub(r"([_*\[\]()~`>#+\-=|{}.!\\])", r"\\\1", text)
    assert parse_markdown_v2(escaped) == (text, [])


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "code", ""]), any_text), max_size=8))
def test_html_marks_exactly_what_stands_between_its_tags(pieces: list[tuple[str, str]]) -> None:
    kinds = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "code": "code"}
    words = [(tag, html.escape(text, quote=False)) for tag, text in pieces]
    source = "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in words)
    read, entities = parse_html(source)
    assert read == "".join(text for _, text in pieces)
    assert marked(read, entities) == [(kinds[tag], text) for tag, text in pieces if tag and text]


@given(any_text, st.sampled_from(["HTML", "MarkdownV2", "Markdown", ""]))
def test_any_text_is_read_or_refused_and_entities_stay_inside(text: str, mode: str) -> None:
    try:
        read = formatted(text, mode, None, lambda _: None)
    except ApiError as refusal:
        refused = refusal.description
        assert refused.startswith("Bad Request: can't parse entities: ")
        return
    assert read.length == utf16_length(read.text) == len(read.text.encode("utf-16-le")) // 2
    for entity in read.entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= read.length
        assert units(read.text, entity)


entity_places = st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=4)


@given(any_text, entity_places)
def test_listed_entities_are_cut_to_the_text_or_refused(text: str, places: list[tuple[int, int]]) -> None:
    listed = [{"type": "bold", "offset": offset, "length": length} for offset, length in places]
    try:
        read = formatted(text, "", listed, lambda _: None)
    except ApiError as refusal:
        refused = refusal.description
        assert "in the middle of a UTF-16 symbol" in refused
        return
    for entity in read.entities:
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= read.length
        units(read.text, entity)
