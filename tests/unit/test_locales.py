"""Catalogs: fallback, plurals, dates, strictness; every message of every language can be said."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from locales import Catalogs, format_age, format_date, format_number, format_when
from tests.architecture.catalog_files import LANGUAGES, catalog

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)  # a Saturday, 10:00 in Warsaw
INVISIBLE = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


@pytest.fixture
def catalogs() -> Catalogs:
    return Catalogs()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for language, text in {
        "en": "demo-a = English a\ndemo-b = English b\ndemo-c = English { $name }\n",
        "pl": "demo-a = Polskie a\ndemo-b = Polskie b\n",
        "fil": "demo-a = Tagalog a\n",
    }.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "demo.ftl").write_text(text, "utf-8")
    return tmp_path


def test_a_missing_key_falls_back_to_the_default_language_and_then_to_english(small: Path) -> None:
    catalogs = Catalogs("pl", folder=small)
    assert catalogs.say("fil", "demo-a") == "Tagalog a"
    assert catalogs.say("fil", "demo-b") == "Polskie b"
    assert catalogs.say("fil", "demo-c", name="x") == "English x"
    assert catalogs.say("pl-PL", "demo-a") == "Polskie a"
    assert catalogs.say("xx", "demo-a") == "Polskie a"


def test_an_unknown_key_raises_when_strict_and_is_logged_else(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(KeyError, match="demo-nothing"):
        Catalogs(folder=small).say("en", "demo-nothing")
    with pytest.raises(KeyError):
        Catalogs(folder=small).say("en", "nosubject")
    assert Catalogs(folder=small, strict=False).say("en", "demo-nothing") == "demo-nothing"
    assert "demo-nothing" in caplog.text


def test_a_placeholder_without_its_value_raises_when_strict(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(KeyError, match="demo-c"):
        Catalogs(folder=small).say("en", "demo-c")
    assert Catalogs(folder=small, strict=False).say("en", "demo-c").startswith("English")
    assert "demo-c" in caplog.text


def test_no_path_leads_out_of_the_folder(small: Path) -> None:
    (small.parent / "secret.ftl").write_text("secret-a = hidden", "utf-8")
    catalogs = Catalogs(folder=small, strict=False)
    assert catalogs.say("..", "secret-a") == "secret-a"
    assert catalogs.say("en", "../../secret-a") == "../../secret-a"


def test_languages_keys_and_direction(catalogs: Catalogs) -> None:
    assert set(catalogs.languages()) >= {"ar", "en", "fil", "pl"}
    assert catalogs.keys("pl") == frozenset(catalog("pl"))
    assert catalogs.has("ar", "resident-help")
    assert not catalogs.has("ar", "resident-nothing")
    directions = {code: catalogs.direction(code) for code in ("ar", "he", "ar-EG", "pl", "nonsense", "")}
    assert directions == {"ar": "rtl", "he": "rtl", "ar-EG": "rtl", "pl": "ltr", "nonsense": "ltr", "": "ltr"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_said_with_any_number(catalogs: Catalogs, language: str) -> None:
    for key, message in catalog(language).items():
        for count in (0, 1, 2, 5, 11, 100):
            said = catalogs.say(language, key, **dict.fromkeys(message.placeholders, count))
            assert said.strip(), key
            assert "{" not in said.replace("{place}", ""), key  # plans explain how their own variables are written


@pytest.mark.parametrize(
    ("language", "expected"),
    {
        "en": {0: "no open matters", 1: "one open matter:", 2: "2 open matters:", 5: "5 open matters:"},
        "pl": {
            0: "Nie masz otwartych spraw", 1: "Masz jedną otwartą sprawę:", 2: "Masz 2 otwarte sprawy:",
            5: "Masz 5 otwartych spraw:", 12: "Masz 12 otwartych spraw:", 22: "Masz 22 otwarte sprawy:",
        },
        "ar": {
            0: "ليس لديك طلبات", 1: "لديك طلب مفتوح واحد:", 2: "لديك طلبان مفتوحان:", 3: "لديك 3 طلبات مفتوحة:",
            11: "لديك 11 طلبًا مفتوحًا:", 100: "لديك 100 طلب مفتوح:",
        },
        "fil": {0: "Wala po kayong bukas", 1: "May 1 po", 4: "May 4 po"},
    }.items(),
)  # fmt: skip
def test_numbers_take_their_form(catalogs: Catalogs, language: str, expected: dict[int, str]) -> None:
    for count, words in expected.items():
        assert words in catalogs.say(language, "resident-cases", count=count), count


ONE_IS_MANY = [code for code in LANGUAGES if len({Locale.parse(code).plural_form(n) for n in (1, 32)}) == 1]


@pytest.mark.parametrize("language", ONE_IS_MANY)
def test_a_form_for_many_numbers_names_the_number(catalogs: Catalogs, language: str) -> None:
    """Filipino's "one" is also 2, 3, 5, 32: a form that names no number would tell two people of one seat."""
    for key, message in catalog(language).items():
        for name, variants in message.choices:
            if "one" in variants:
                rest = dict.fromkeys(message.placeholders - {name}, "x")
                four, two = (catalogs.say(language, key, **rest, **{name: n}) for n in (34, 32))
                assert ("34" in four) == ("32" in two), key


def test_numbers_are_written_with_western_digits_everywhere(catalogs: Catalogs) -> None:
    for language in LANGUAGES:
        assert "3" in catalogs.say(language, "resident-cases", count=3)
        assert "14:05" in format_when(language, NOW + timedelta(hours=4, minutes=5), NOW, WARSAW)


@pytest.mark.parametrize(
    ("language", "hours", "said"),
    [
        ("en", 4, "today at 14:00"), ("en", 24, "tomorrow at 10:00"), ("en", -24, "yesterday at 10:00"),
        ("en", 48, "Monday at 10:00"), ("en", 24 * 6, "Friday at 10:00"), ("en", 24 * 7, "28 November at 10:00"),
        ("en", 24 * 60, "20 January 2027 at 10:00"), ("en", -48, "19 November at 10:00"),
        ("en", 13.99, "today at 23:59"), ("en", 14, "tomorrow at 00:00"),
        ("pl", 24, "jutro o 10:00"), ("pl", 72, "we wtorek o 10:00"),
        ("pl", 24 * 7, "28 listopada o 10:00"), ("ar", 48, "يوم الاثنين الساعة 10:00"),
        ("ar", 24 * 7, "يوم 28 نوفمبر الساعة 10:00"), ("fil", 48, "Lunes, 10:00"),
        ("fil", 24 * 7, "28 Nobyembre, 10:00"), ("xx", 24, "tomorrow at 10:00"),
    ],
)  # fmt: skip
def test_instants_as_people_say_them(language: str, hours: float, said: str) -> None:
    assert format_when(language, NOW + timedelta(hours=hours), NOW, WARSAW).translate(INVISIBLE) == said


def test_the_community_s_clock_counts_also_across_the_end_of_summer_time() -> None:
    before = datetime(2026, 10, 24, 21, 30, tzinfo=UTC)  # 23:30 summer time; the next night the clock goes back
    assert format_when("en", before + timedelta(hours=1), before, WARSAW) == "tomorrow at 00:30"
    assert format_when("en", before + timedelta(hours=12), before, WARSAW) == "tomorrow at 10:30"


@pytest.mark.parametrize(("language", "said"), [("en", "2.5"), ("pl", "2,5"), ("ar", "2.5"), ("fil", "2.5")])
def test_numbers_have_the_mark_of_the_language(language: str, said: str) -> None:
    assert format_number(language, 2.5) == said
    assert format_number(language, 3.0) == "3"
    assert format_number(language, Decimal(4), least=2) == said.replace("2", "4").replace("5", "00")


def test_days_and_ages() -> None:
    today = date(2026, 11, 21)
    assert format_date("pl", date(2026, 12, 24), today) == "24 grudnia"
    assert format_date("pl", date(2027, 1, 1), today) == "1 stycznia 2027"
    ages = {0: "under a minute", 59: "under a minute", 60: "1 min", 3599: "59 min", 7200: "2 h", 86400: "1 day"}
    assert {seconds: format_age("en", timedelta(seconds=seconds)) for seconds in ages} == ages
    assert format_age("en", timedelta(seconds=-5)) == "under a minute"
    assert format_age("pl", timedelta(days=5)) == "5 dni"


def test_dates_among_the_values_are_shown_in_the_catalogs_zone(small: Path) -> None:
    catalogs = Catalogs(folder=small, zone=WARSAW)
    assert catalogs.say("en", "demo-c", name=NOW) == "English 21 November 2026, 10:00"
    assert catalogs.say("en", "demo-c", name=date(2026, 5, 3)) == "English 3 May 2026"


def test_a_subject_is_read_when_it_is_first_needed(small: Path) -> None:
    catalogs = Catalogs(folder=small)
    (small / "en" / "late.ftl").write_text("late-a = here", "utf-8")
    assert catalogs.say("en", "late-a") == "here"
    (small / "en" / "late.ftl").write_text("late-a = changed", "utf-8")
    assert catalogs.say("en", "late-a") == "here"


def test_a_subject_of_two_words_has_a_file_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "desk.ftl").write_text("desk-card = a card\ndesk-surveyor = a person\n", "utf-8")
    (folder / "desk-survey.ftl").write_text("desk-survey-help = help\n", "utf-8")
    catalogs = Catalogs(folder=tmp_path)
    assert [catalogs.say("en", key) for key in ("desk-card", "desk-surveyor", "desk-survey-help")] == [
        "a card",
        "a person",
        "help",
    ]
    assert catalogs.has("en", "desk-survey-help")
    assert catalogs.keys("en") == {"desk-card", "desk-surveyor", "desk-survey-help"}
