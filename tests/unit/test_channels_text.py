"""Text, file names and secrets that every channel handles the same way."""

import io
import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.filename import safe_name
from channels.plain import cut, incoming, outgoing, storable, utf16
from channels.progress import Progress
from channels.raw import from_json, to_json
from channels.secrets import HIDDEN, SecretFilter, scrub
from channels.slack.wording import plain_text

TOKEN = f"123456789:{'Example' * 5}"


@given(st.text())
def test_what_leaves_is_clean_and_otherwise_itself(text: str) -> None:
    clean = outgoing(text)
    clean.encode()
    assert outgoing(clean) == clean
    assert all(char in "\n\t" or not (char < " " or "\x7f" <= char <= "\x9f") for char in clean)


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert outgoing(text) == incoming(text) == text


def test_control_characters_go_and_broken_ones_are_marked() -> None:
    assert outgoing("a\x00b\x1b[31mc\r\nd\te\ud800f\x9b") == "ab[31mc\nd\te\ufffdf"
    assert incoming("a\x00b\ud800c\x1b") == "a\ufffdb\ufffdc\x1b"
    assert storable({"a\x00": ["\ud800", 1, None]}) == {"a\ufffd": ["\ufffd", 1, None]}


@given(st.text(), st.integers(2, 50))
def test_cut_keeps_within_the_limit_and_the_beginning(text: str, limit: int) -> None:
    short = cut(text, limit)
    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_cut_does_not_tear_a_family_apart() -> None:
    family = "👩‍👩‍👧‍👦"
    assert cut(f"{'x' * 20} {family}", 25) == f"{'x' * 20}…"
    assert utf16(family) == 11


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("map.png", "map.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\map.png", "map.png"),
        ('a"b\r\nX-Header: 1.png', "a_b X-Header_ 1.png"),
        ("\u202egnp.exe", "_gnp.exe"),
        ("مصباح.jpg", "مصباح.jpg"),
        ("", "file"),
        ("...", "file"),
        ("/", "file"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
    ],
)
def test_file_names_are_made_harmless(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    "text",
    [
        f"POST https://api.telegram.org/bot{TOKEN}/sendMessage",
        f"error with {TOKEN}",
        "token xoxb-1111111111-2222222222-abcdefABCDEF",
        "token xapp-1-A0APP00001-123-abcdef",
        "token xoxe.xoxp-1-abcdefgh",
        "wss://host/link/?ticket=abc-def-123&app_id=1",
        "password is hunter2!",
    ],
)
def test_secrets_are_hidden(text: str) -> None:
    hidden = scrub(text, ["hunter2!"])
    assert HIDDEN in hidden
    for secret in (TOKEN, "xoxb-", "xapp-", "xoxe.", "abc-def-123", "hunter2!"):
        assert secret not in hidden


@pytest.mark.parametrize("text", ["K4T-7M2 at 12:30", "id 123456789", "https://town.example/page?x=1", "xoxo-kisses"])
def test_what_is_no_secret_stays(text: str) -> None:
    assert scrub(text) == text


def test_the_filter_cleans_messages_arguments_and_tracebacks() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(SecretFilter(["hunter2"]))
    logger = logging.Logger("test")
    logger.addHandler(handler)

    logger.warning("calling %s", f"https://x/bot{TOKEN}/getMe")
    logger.warning("bad format %d", "x")
    try:
        raise RuntimeError(f"failed with {TOKEN} and hunter2")
    except RuntimeError:
        logger.exception("trouble")

    text = stream.getvalue()
    assert "RuntimeError: failed with" in text
    assert TOKEN not in text
    assert "hunter2" not in text


@given(st.text(alphabet="<>&|@#!ablt;^ \nhttps:/."))
def test_any_slack_text_can_be_read(text: str) -> None:
    assert isinstance(plain_text(text), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_escaped_text_reads_as_what_was_typed(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert plain_text(escaped) == text


@pytest.mark.parametrize("text", ['{"a":"\\ud800"}', '{"a":NaN}', '{"a":1e400}', b'{"a":"\xff"}'])
def test_lenient_json_survives_the_store(text: str | bytes) -> None:
    assert from_json(to_json(from_json(text))).keys() == {"a"}


def test_json_too_deep_is_no_json() -> None:
    with pytest.raises(ValueError):
        from_json("[" * 200_000)


def test_progress_remembers_the_unfinished_only() -> None:
    progress = Progress(limit=2)
    progress.of(1).append("a")
    progress.of(2).append("b")
    progress.finish(1)
    progress.of(3)
    progress.of(4)
    assert (progress.of(1), progress.of(2)) == ([], [])
