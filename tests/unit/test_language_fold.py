"""Folding and silence: what counts as language before any profile is asked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from understanding.language.fold import MAX_CHARACTERS, fold, plain
from understanding.language.script import script_of
from understanding.language.silence import is_silent, spoken


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("WODA NIE LECI!!!", "woda nie leci"),
        ("Zobacz https://example.org/dziura?x=1 tam", "zobacz tam"),
        ("pisz na biuro@example.org proszę", "pisz na proszę"),
        ("@jan_kowalski dzięki", "dzięki"),
        ("/start cześć", "cześć"),
        ("ul. Długa 12/3, o 17:30", "ul długa o"),
        ("nieeeee ma", "niee ma"),
        ("İSTANBUL", "istanbul"),
        ("ma3lesh 7abibi", "ma3lesh 7abibi"),
        ("B12 A1 2024", ""),
        ("we’re l‘eau", "we're l'eau"),
        ("مَرْحَبًا", "مرحبا"),
        ("मुझे पानी चाहिए", "मुझे पानी चाहिए"),
        ("我1978年来", "我 年来"),
    ],
)
def test_fold_keeps_words_only(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=2000))
def test_fold_is_stable_and_short(text: str) -> None:
    once = fold(text)
    assert len(once) <= MAX_CHARACTERS
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyząćęłńóśźż ", max_size=80))
def test_capitals_fold_to_the_same(text: str) -> None:
    assert fold(text.upper()) == fold(text)


@pytest.mark.parametrize(
    "text", ["ok", "OK!", "👍👍", "haha", "Hahahahaaa", "xDDD", "12:30", "…", "", " \t\n", "ههههه", "hmmm", "B12/3"]
)
def test_no_language(text: str) -> None:
    assert is_silent(fold(text))


@pytest.mark.parametrize("text", ["tak", "oo", "ja", "nie", "да", "水", "لا", "не", "oui", "haa"])
def test_short_words_are_language(text: str) -> None:
    assert not is_silent(fold(text))


def test_laughter_is_left_out_of_what_is_heard() -> None:
    assert spoken("hahaha woda nie leci lol") == "woda nie leci"
    assert spoken("haha") == "haha"


@pytest.mark.parametrize(
    ("word", "bare"), [("łódź", "lodz"), ("được", "duoc"), ("straße", "strase"), ("ışık", "isik"), ("woda", "woda")]
)
def test_plain_is_what_a_bare_keyboard_types(word: str, bare: str) -> None:
    assert plain(word) == bare


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("woda", "latin"),
        ("нет воды", "cyrillic"),
        ("немає води в zoom", "cyrillic"),
        ("لا ماء", "arabic"),
        ("我们没有水 wifi", "han"),
        ("水がありません", "kana"),
        ("12 ;", None),
        ("", None),
    ],
)
def test_script(text: str, script: str | None) -> None:
    assert script_of(fold(text)) == script
