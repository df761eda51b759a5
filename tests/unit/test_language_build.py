"""The pieces that build the shipped data, and what the shipped data reach on the development rows (when present)."""

import json
import os
from pathlib import Path

import pytest

from understanding.language import CORE_LANGUAGES, Identifier, profiles, words
from understanding.language.build import arabizi, hindustani, ngrams, sources, vocabulary, weights
from understanding.language.build.sources import Row
from understanding.language.identifier import DATA
from understanding.language.inventory import OTHER_LANGUAGES

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("LIAISON_SHARED", ROOT.parent / "shared"))
ROWS = SHARED / "data" / "langid" / "dev.csv"


def test_langdetect_is_imported_in_one_file() -> None:
    importing = [
        path.name
        for folder in ("bot", "broadcasts", "channels", "delivery", "domain", "handlers", "understanding")
        for path in (ROOT / folder).rglob("*.py")
        if any(
            line.startswith(("import langdetect", "from langdetect"))
            for line in path.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert importing == ["profiles.py"]


def test_every_profile_has_its_word_list() -> None:
    names = {*CORE_LANGUAGES, *OTHER_LANGUAGES, "ar-latn", "hi-latn"}
    assert {path.name.removesuffix(".json.gz") for path in (DATA / "profiles").glob("*.gz")} == names
    assert {path.name.removesuffix(".bin.gz") for path in (DATA / "words").glob("*.gz")} == names


def test_a_word_list_gives_back_frequencies(tmp_path: Path) -> None:
    path = tmp_path / "xx.bin.gz"
    path.write_bytes(words.pack({"woda": 0.5, "łódź": 0.01, "rzadkie": 1e-6}))
    listed = words.read(path)
    assert listed is not None
    scores = {word: listed.score(words.hash_of(word)) for word in ("woda", "łódź", "lodz", "rzadkie", "inne")}
    assert scores["woda"] > scores["łódź"] > scores["lodz"] > scores["rzadkie"] > scores["inne"] == 0
    assert words.read(tmp_path / "absent") is None


def test_a_profile_is_read_by_langdetects_loader() -> None:
    documents = [
        ngrams.profile(name, ngrams.foundation(name, {word: 1.0}), {}, 0.1)
        for name, word in (("xa", "woda"), ("xb", "agua"))
    ]
    assert json.loads(documents[0])["freq"]["wod"] > 0
    table = profiles.NgramTable(documents)
    polish, spanish = table.scores(["woda"])
    assert polish > spanish > 0


@pytest.mark.parametrize("kept", [None, 0])
def test_left_out_rows_leave_no_trace(kept: int | None) -> None:
    rows = [
        Row(text="woda", lang="pl", also="", kind="chat", source="tatoeba", fold=0),
        Row(text="prąd", lang="pl", also="", kind="chat", source="tatoeba", fold=1),
        Row(text="gaz", lang="pl", also="", kind="chat", source="nus-sms", fold=1),
    ]
    found = vocabulary.row_shares(rows, kept)["pl"]
    assert set(found) == ({"woda", "prąd"} if kept is None else {"prąd"})


def test_twins_fall_into_one_fold(tmp_path: Path) -> None:
    path = tmp_path / "dev.csv"
    path.write_text("text,lang,source,kind,also\nŁódź!,pl,x,word,\nlodz,pl,x,word,\n", encoding="utf-8")
    first, second = sources.read_rows(path)
    assert first.fold == second.fold


def test_spellings_look_like_what_people_type() -> None:
    assert "kif" in set(arabizi.spellings("كيف"))
    assert any("7" in spelling for spelling in arabizi.spellings("حبيبي"))
    assert list(arabizi.spellings("woda")) == []
    assert {"karna", "larka", "zindagi", "pani"} <= {
        spelling for word in ("करना", "लड़का", "ज़िंदगी", "पानी") for spelling in hindustani.spellings(word)
    }
    assert list(arabizi.spellings("حبيبي")) == list(arabizi.spellings("حبيبي"))


def test_weights_favour_the_voice_that_knows(tmp_path: Path) -> None:
    texts = {"pl": ["od rana nie ma wody", "dziura w drodze"], "en": ["there is no water", "a hole in the road"]}
    rows = [
        Row(text=text, lang=lang, also="", kind="chat", source="tatoeba", fold=0)
        for lang, found in texts.items()
        for text in found
    ]
    document = json.loads(weights.fit(rows, [DATA]))
    assert len(document["words"]) == len(document["ngrams"]) == 5
    assert all(weight > 0 for weight in document["words"] + document["ngrams"])


@pytest.mark.skipif(not ROWS.is_file(), reason="the development set is not beside the repository")
def test_rows_of_sources_that_no_profile_was_built_from() -> None:
    identifier = Identifier(CORE_LANGUAGES)
    rows = [
        row
        for row in sources.read_rows(ROWS)
        if row.source not in sources.OPEN_SOURCES and row.lang in (*CORE_LANGUAGES, "und")
    ]
    right = [identifier.identify(row.text).lang in (row.lang, row.also or row.lang) for row in rows]
    assert len(rows) > 1500
    assert sum(right) / len(right) > 0.975
