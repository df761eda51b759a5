"""Every word comes from a catalog, and every catalog says the same things."""

import ast
import re

import pytest
from babel import Locale

from locales import Catalogs
from locales.isolation import has_rtl
from tests.architecture.catalog_files import LANGUAGES, SUBJECTS, catalog, messages
from tests.architecture.catalog_use import VARYING, calls, is_said, sources

ENGLISH = catalog("en")
OTHERS = [language for language in LANGUAGES if language != "en"]
PLURAL = frozenset({"zero", "one", "two", "few", "many", "other"})
COMMAND = re.compile(r"(?<![\w/])/[a-z]+")


def test_the_four_languages_are_there() -> None:
    assert {"en", "pl", "ar", "fil"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_begins_with_its_subject_and_stands_once(language: str) -> None:
    for subject in SUBJECTS:
        keys = [message.key for message in messages(language, subject)]
        assert [key for key in keys if not key.startswith(f"{subject}-")] == []
        assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


@pytest.mark.parametrize("language", OTHERS)
def test_keys_are_those_of_english_in_the_same_order(language: str) -> None:
    assert list(catalog(language)) == list(ENGLISH)


@pytest.mark.parametrize("language", OTHERS)
def test_placeholders_are_those_of_english(language: str) -> None:
    other = catalog(language)
    differing = {
        key: (message.placeholders, other[key].placeholders)
        for key, message in ENGLISH.items()
        if message.placeholders != other[key].placeholders
    }
    assert differing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_empty(language: str) -> None:
    empty = [key for key, m in catalog(language).items() if not m.text.strip() and not m.placeholders]
    assert empty == []


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_was_left_in_english(language: str) -> None:
    """A sentence of more than two words that reads as in English was forgotten."""
    same = [
        key
        for key, message in catalog(language).items()
        if message.text == ENGLISH[key].text and len(re.findall(r"[^\W\d_]{2,}", message.text)) > 2
    ]
    assert same == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_are_complete(language: str) -> None:
    """Where a number decides the form, every form that CLDR knows for the language is written."""
    needed = frozenset(Locale.parse(language).plural_form.tags) | {"other"}
    for key, message in catalog(language).items():
        for name, variants in message.choices:
            plural = variants & PLURAL
            if plural - {"other"}:
                assert plural == needed, f"{language}: {key}: ${name} has {sorted(plural)}, needs {sorted(needed)}"


@pytest.mark.parametrize("language", OTHERS)
def test_choices_by_word_are_those_of_english(language: str) -> None:
    other = catalog(language)
    for key, message in ENGLISH.items():
        words = [(name, variants - PLURAL) for name, variants in message.choices if not variants & (PLURAL - {"other"})]
        theirs = [(name, v - PLURAL) for name, v in other[key].choices if not v & (PLURAL - {"other"})]
        assert words == theirs, key


def test_commands_in_right_to_left_catalogs_are_isolated() -> None:
    """A slash between Arabic and Latin letters moves to the wrong end unless U+2066 stands before it."""
    for key, message in catalog("ar").items():
        for match in COMMAND.finditer(message.text):
            assert message.text[match.start() - 1] == "\u2066", f"{key}: {match[0]}"
        assert message.text.count("\u2066") == message.text.count("\u2069"), key


def test_lines_in_right_to_left_catalogs_have_a_direction_of_their_own() -> None:
    """UAX #9, P2: isolates are passed over, so a line of placeholders alone would run from left to right."""
    catalogs = Catalogs()
    for key, message in catalog("ar").items():
        for line in catalogs.say("ar", key, **dict.fromkeys(message.placeholders, "x")).split("\n"):
            outside = re.sub("\u2068x\u2069|\u2066[^\u2069]*\u2069", "", line)
            assert not line or has_rtl(outside), f"{key}: {line}"


def test_every_key_that_code_says_exists() -> None:
    undefined = [said for said in calls() if said.key is not None and "*" not in said.key and said.key not in ENGLISH]
    assert undefined == []


def test_every_varying_key_is_registered_and_exists() -> None:
    unregistered = [s for s in calls() if s.key and "*" in s.key and s.key.partition("*")[0] not in VARYING]
    assert unregistered == []
    assert [f"{head}{end}" for head, ends in VARYING.items() for end in ends if f"{head}{end}" not in ENGLISH] == []


def test_every_call_gives_the_placeholders_of_its_key() -> None:
    wrong = [
        (said, ENGLISH[said.key].placeholders)
        for said in calls()
        if said.key in ENGLISH and said.values is not None and not ENGLISH[said.key].placeholders <= said.values
    ]
    assert wrong == []


def test_every_key_is_said_somewhere() -> None:
    assert [key for key in ENGLISH if not is_said(key)] == []


def test_every_finding_of_a_probe_has_its_words() -> None:
    """The probes name their findings by code; each has a sentence, and its values are the sentence's placeholders."""
    found = 0
    for where, module in sources("channels"):
        for call in finding_calls(module) if where.endswith("/probe.py") else ():
            found += 1
            key = f"check-{where.split('/')[1]}-{call.args[1].value}"  # type: ignore[attr-defined]
            assert key in ENGLISH, where
            assert ENGLISH[key].placeholders == {keyword.arg for keyword in call.keywords}, key
    assert found > 10


def finding_calls(module: ast.Module) -> list[ast.Call]:
    """Calls of a probe's `_finding(level, code, **values)`."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    return [call for call in calls if getattr(call.func, "id", "") == "_finding"]


def test_every_remark_on_warnings_and_plans_has_its_words() -> None:
    """Remarks and findings name their sentence; their values are its placeholders."""
    found = 0
    for where, module in sources("alerts", "bot"):
        for call in remark_calls(module):
            found += 1
            key = call.args[0].value  # type: ignore[attr-defined]
            assert key in ENGLISH, where
            assert ENGLISH[key].placeholders == {keyword.arg for keyword in call.keywords}, key
    assert found > 60


def remark_calls(module: ast.Module) -> list[ast.Call]:
    """Calls of `refuse(key, …)`, `warn(key, …)`, `found(key, …)`, `UnreadableSheet(key, …)` that name a key."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call) and node.args]
    names = {"refuse", "warn", "found", "UnreadableSheet"}
    remarks = [call for call in calls if getattr(call.func, "id", "") in names]
    return [call for call in remarks if str(getattr(call.args[0], "value", "")).startswith(("cap-", "playbook-"))]


def test_the_scan_sees_what_the_code_says() -> None:
    """A scan that finds nothing would let everything pass."""
    keys = {said.key for said in calls()}
    assert {"resident-receipt-more", "desk-card-title", "resident-state-*"} <= keys
    assert len(keys) > 100
