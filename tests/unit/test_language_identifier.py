"""The identifier's promises, on sentences written for these tests."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from understanding.language import CORE_LANGUAGES, History, Identifier, Verdict

SENTENCES = [
    ("pl", "Od rana nie leci woda w naszym bloku."),
    ("pl", "WODA NIE LECI"),
    ("pl", "kiedy przyjada naprawic dziure przy szkole"),
    ("pl", "siema, gdzie jest worek na smieci?"),
    ("en", "The street light in front of the clinic is broken again."),
    ("en", "pls fix the road asap"),
    ("uk", "У нашому будинку з ранку немає світла"),
    ("uk", "ДЯКУЮ ЗА ДОПОМОГУ"),
    ("ru", "Когда починят лифт в нашем подъезде?"),
    ("ru", "спасибо, всё работает"),
    ("ar", "لا يوجد ماء في الحي منذ الصباح"),
    ("ar", "شو صار بموضوع الكهربا؟"),
    ("ar", "عايز اعرف المستشفى فين"),
    ("ar", "ma3andnash mayya men embare7"),
    ("ar", "wein el mostashfa law sama7t"),
    ("ar", "shukran 7abibi allah ykhalik"),
    ("tl", "Wala pong tubig sa barangay namin simula kahapon"),
    ("tl", "Good morning po, pa-check naman ng street light dito sa amin"),
    ("tl", "grabe ang traffic sa kanto, please paki-report naman"),
    ("es", "No hay agua desde ayer en nuestra calle"),
    ("es", "cuando van a recoger la basura"),
    ("fr", "Il n'y a plus d'électricité dans notre immeuble"),
    ("fr", "merci pour votre aide, l'eau est revenue"),
    ("de", "Seit gestern ist die Straßenlaterne vor dem Haus kaputt"),
    ("de", "wann kommt endlich die muellabfuhr"),
    ("tr", "Sabahtan beri mahallede elektrik yok"),
    ("tr", "sular ne zaman gelecek acaba tesekkurler"),
    ("vi", "Từ sáng đến giờ khu phố tôi mất nước"),
    ("vi", "duong truoc nha toi bi ngap nuoc"),
    ("zh", "我们小区从早上开始停水了"),
    ("pt", "Desde ontem não temos água no bairro"),
    ("pt", "quando vão arrumar o buraco da rua?"),
    ("ur", "ہمارے محلے میں صبح سے پانی نہیں ہے"),
    ("fa", "از دیروز در محله ما آب قطع است"),
    ("so", "Biyo kama jiraan xaafaddeena ilaa shalay"),
    ("ht", "Nou pa gen dlo nan katye a depi yè"),
    ("hi", "हमारे मोहल्ले में सुबह से पानी नहीं आ रहा है"),
]


@pytest.fixture(scope="module")
def identifier() -> Identifier:
    return Identifier(CORE_LANGUAGES)


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_own_sentences(identifier: Identifier, lang: str, text: str) -> None:
    assert identifier.identify(text).lang == lang


@pytest.mark.parametrize(("lang", "text"), SENTENCES)
def test_capitals_change_nothing(identifier: Identifier, lang: str, text: str) -> None:
    if lang != "tr":  # a Turkish capital I stands for two letters
        assert identifier.identify(text.upper()).lang == lang


def test_hindustani_in_latin_letters_is_urdu_or_hindi(identifier: Identifier) -> None:
    text = "hamare mohalle mein subah se pani nahi aa raha"
    assert identifier.identify(text).lang in ("ur", "hi")
    assert identifier.identify(text, client_lang="hi").lang == "hi"
    assert identifier.identify(text, client_lang="ur").lang == "ur"


@pytest.mark.parametrize("text", ["ok", "👍", "12:30", "haha", "", "?!", "https://example.org/x"])
def test_no_language_gives_und_and_leaves_history(identifier: Identifier, text: str) -> None:
    history = History().updated(identifier.identify("Od rana nie leci woda"))
    verdict = identifier.identify(text, client_lang="pl", history=history)
    assert verdict.lang == "und"
    assert history.updated(verdict) == history


def test_filipino_is_reported_as_configured() -> None:
    text = "Wala pong tubig dito sa amin"
    assert Identifier(["en", "fil"]).identify(text).lang == "fil"
    assert Identifier(["en", "tl"]).identify(text, client_lang="fil").lang == "tl"
    assert Identifier(["fil", "tl"]).identify(text).lang == "fil"


def test_an_unconfigured_script_is_und() -> None:
    assert Identifier(["pl", "en"]).identify("нет воды с утра").lang == "und"


def test_a_language_outside_the_community_lowers_confidence(identifier: Identifier) -> None:
    assert identifier.identify("Non c'è acqua nel nostro quartiere da ieri mattina").confidence < 0.3
    assert identifier.identify("Nie ma wody w naszej dzielnicy od wczoraj rano").confidence > 0.95


def test_client_language_decides_the_doubtful_and_never_the_clear(identifier: Identifier) -> None:
    unsure = identifier.identify("animal")
    assert unsure.confidence < 0.9
    assert identifier.identify("animal", client_lang="es").lang == "es"
    assert identifier.identify("animal", client_lang="pt-BR").lang == "pt"
    assert identifier.identify("Od rana nie leci woda w kranie", client_lang="ru").lang == "pl"


def test_history_decides_the_doubtful_and_lets_a_change_through(identifier: Identifier) -> None:
    history = History()
    for text in ("No hay agua desde ayer", "cuando vuelve la luz"):
        history = history.updated(identifier.identify(text, history=history))
    assert identifier.identify("animal", history=history).lang == "es"
    changed = identifier.identify("Seit gestern ist die Lampe kaputt", history=history)
    assert changed.lang == "de"
    history = history.updated(changed)
    assert identifier.identify("wann kommt jemand", history=history).lang == "de"


def test_unknown_languages_work_from_stock_profiles() -> None:
    nordic = Identifier(["sv", "en"])
    assert nordic.identify("Vi har inget vatten i huset sedan i morse").lang == "sv"
    assert nordic.identify("There is no water in the house").lang == "en"


def test_one_language_community() -> None:
    assert Identifier(["pl"]).identify("nie ma wody").lang == "pl"
    assert Identifier(["ka"]).identify("წყალი არ არის").lang == "ka"


def test_no_languages_is_refused() -> None:
    with pytest.raises(ValueError):
        Identifier([])


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=400), client=st.none() | st.text(max_size=12), lang=st.sampled_from(CORE_LANGUAGES))
def test_any_text_gets_a_sound_answer(identifier: Identifier, text: str, client: str | None, lang: str) -> None:
    history = History(weights={lang: 0.9})
    verdict = identifier.identify(text, client_lang=client, history=history)
    assert verdict == identifier.identify(text, client_lang=client, history=history)
    assert verdict.lang == "und" or verdict.lang in CORE_LANGUAGES
    assert 0.0 <= verdict.confidence <= 1.0 + 1e-9
    if verdict.ranking:
        assert sum(share for _, share in verdict.ranking) == pytest.approx(1.0)
        assert verdict.ranking[0][0] == verdict.lang
        assert len({lang for lang, _ in verdict.ranking}) == len(verdict.ranking)


def test_two_identifiers_agree(identifier: Identifier) -> None:
    other = Identifier(CORE_LANGUAGES)
    texts = [text for _, text in SENTENCES]
    assert [identifier.identify(text) for text in texts] == [other.identify(text) for text in reversed(texts)][::-1]


def test_order_of_languages_does_not_matter(identifier: Identifier) -> None:
    other = Identifier(CORE_LANGUAGES[::-1])
    for lang, text in SENTENCES:
        assert other.identify(text).lang == lang
        assert other.identify(text).confidence == pytest.approx(identifier.identify(text).confidence)


@given(st.dictionaries(st.sampled_from(CORE_LANGUAGES), st.floats(0, 1), max_size=5))
def test_history_survives_json(weights: dict[str, float]) -> None:
    history = History(weights=weights)
    again = History.from_json(history.to_json())
    assert {k: pytest.approx(v, abs=1e-4) for k, v in weights.items()} == dict(again.weights)


@pytest.mark.parametrize("text", ["[]", "{", '{"pl": "x"}', '{"pl": -1}', '{"pl": true}', "1"])
def test_damaged_history_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        History.from_json(text)


def test_history_fades() -> None:
    polish = Verdict(lang="pl", confidence=1.0, ranking=(("pl", 1.0), ("en", 0.0)))
    english = Verdict(lang="en", confidence=1.0, ranking=(("en", 1.0), ("pl", 0.0)))
    history = History().updated(polish).updated(polish).updated(english)
    assert history.weights["en"] > history.weights["pl"] > 0
    for _ in range(20):
        history = history.updated(english)
    assert "pl" not in history.weights
    assert json.loads(history.to_json()) == {"en": 1.0}


def test_a_stray_message_hardly_moves_history() -> None:
    polish = Verdict(lang="pl", confidence=1.0, ranking=(("pl", 1.0), ("en", 0.0)))
    stray = Verdict(lang="en", confidence=0.01, ranking=(("en", 0.9), ("pl", 0.1)))
    assert History().updated(polish).updated(stray).weights["pl"] > 0.9
