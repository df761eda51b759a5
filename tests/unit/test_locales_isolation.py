"""No value disturbs the sentence that it stands in: isolates, also against hostile names."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import Catalogs
from locales.isolation import FSI, LRI, PDI, RLI, clean, has_rtl, isolate

OPENERS, EMBEDDINGS = {FSI, LRI, RLI}, set("\u202a\u202b\u202c\u202d\u202e")
NASTY = st.text(
    st.sampled_from(
        "ab 1ابשЖ😀\n\r\t\u2028\u0085\x00\x1b\u200f\u200e\u200d\ud800" + "".join(OPENERS | EMBEDDINGS) + PDI
    )
)
ANY = NASTY | st.text()


def balanced(line: str) -> bool:
    depth = 0
    for char in line:
        depth += (char in OPENERS) - (char == PDI)
        if depth < 0:
            return False
    return depth == 0


@given(ANY)
def test_what_is_clean_cannot_break_out(text: str) -> None:
    cleaned = clean(text)
    assert not EMBEDDINGS & set(cleaned)
    assert all(char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in cleaned)
    assert all(balanced(line) for line in cleaned.split("\n"))
    cleaned.encode("utf-8")


@given(ANY)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert clean(text) == text


@given(ANY)
def test_every_line_of_an_isolated_value_is_closed_in_itself(text: str) -> None:
    """UAX #9: an isolate ends with its paragraph, so every line needs its own pair."""
    for line in isolate(clean(text)).split("\n"):
        assert balanced(line)
        assert not line.strip() or (line.startswith(FSI) and line.endswith(PDI))


@pytest.fixture(scope="module")
def framed(tmp_path_factory: pytest.TempPathFactory) -> Catalogs:
    folder: Path = tmp_path_factory.mktemp("catalogs")
    for language, text in {"en": "t-a = Case { $x } is open.", "ar": "t-a = الطلب { $x } مفتوح."}.items():
        (folder / language).mkdir()
        (folder / language / "t.ftl").write_text(text, "utf-8")
    return Catalogs(folder=folder)


@given(value=ANY)
def test_the_sentence_around_a_value_is_untouched(framed: Catalogs, value: str) -> None:
    for language, head, tail in (("en", "Case ", " is open."), ("ar", "الطلب ", " مفتوح.")):
        said = framed.say(language, "t-a", x=value)
        assert said.startswith(head)
        assert said.endswith(tail)
        inner = said[len(head) : len(said) - len(tail)]
        assert all(balanced(line) for line in inner.split("\n"))
        if language == "ar" or has_rtl(clean(value)):
            assert all(line.startswith(FSI) for line in inner.split("\n") if line.strip())


def test_references_and_names_stand_between_isolates_in_arabic() -> None:
    said = Catalogs().say("ar", "resident-added", reference="K4T-7M2", department="Waste")
    assert f"{FSI}K4T-7M2{PDI}" in said
    assert f"{FSI}Waste{PDI}" in said


def test_an_arabic_name_stands_between_isolates_in_english_and_a_latin_one_does_not() -> None:
    catalogs = Catalogs()
    assert f"{FSI}أميرة{PDI}" in catalogs.say("en", "desk-thread-resident-wrote", name="أميرة")
    assert catalogs.say("en", "desk-thread-resident-wrote", name="Zofia") == "Zofia wrote:"


def test_a_composed_sentence_can_be_a_value_of_another() -> None:
    inner = Catalogs().say("ar", "when-today", time="14:00")
    outer = Catalogs().say("ar", "resident-status-due", when=inner)
    assert f"{FSI}{inner}{PDI}" in outer


def test_a_hostile_name_cannot_turn_the_line_around() -> None:
    said = Catalogs().say("en", "desk-thread-resident-wrote", name="Eve\u202egpj.exe\u2069\u2066")
    assert said == "Evegpj.exe wrote:"
