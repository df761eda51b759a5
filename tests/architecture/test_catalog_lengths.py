"""What the platforms refuse is not written: limits of the Bot API and of Slack's Block Kit."""

import pytest

from locales import Catalogs
from tests.architecture.catalog_files import LANGUAGES, catalog

TOWN = "Miasto Nowe Brzegowice"  # a name of usual length
# Bot API: setMyCommands, setMyDescription, setMyShortDescription; answerCallbackQuery shows up to 200 characters.
# Block Kit: a view's title, submit and close have 24 characters, a button's text 75, a label 2000.
LIMITS = {
    "resident-command-": 256,
    "resident-profile-description": 512,
    "resident-profile-short": 120,
    "resident-button-": 200,
    "desk-form-cancel": 24,
    "desk-button-": 75,
    "desk-home-filter-": 75,
}


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_where_they_are_shown(language: str) -> None:
    catalogs = Catalogs()
    for key, message in catalog(language).items():
        limit = next((most for head, most in LIMITS.items() if key.startswith(head)), None)
        if key.startswith("desk-") and key.endswith(("-title", "-submit")) and key.split("-")[1] not in OTHER_TITLES:
            limit = 24
        if limit is not None:
            said = catalogs.say(language, key, **dict.fromkeys(message.placeholders, TOWN))
            assert utf16(said) <= limit, f"{language}: {key}: {utf16(said)} of {limit}"


OTHER_TITLES = {"card", "home", "queue"}  # no titles of forms
