"""Words are what can be seen."""

import pytest

from domain.text import is_seen


@pytest.mark.parametrize(
    "text", ["", " \n", "\u200b", "\u200d\u2060\ufeff", "\u202e\u2066\u2069", "\u00ad", "\u3164", "\x07"]
)
def test_what_cannot_be_seen_is_nothing(text: str) -> None:
    assert not is_seen(text)


@pytest.mark.parametrize("text", [".", "ok", "\u200bx", "👍", "ما", "١", "\u202eabc", "e\u0301"])
def test_a_single_sign_is_something(text: str) -> None:
    assert is_seen(text)
