"""The two lists from which people learn the commands name all of them, in every language."""

import re
from pathlib import Path

import pytest
import yaml

from handlers import liaison_command
from handlers.commands import NAMES
from locales import Catalogs

MANIFEST = yaml.safe_load((Path(__file__).parents[2] / "config" / "slack-manifest.yaml").read_text("utf-8"))
CATALOGS = Catalogs("en")
LANGUAGES = ("en", "pl", "ar", "fil")


def named(text: str) -> list[str]:
    """The commands at the beginnings of the lines, in their order."""
    return re.findall(r"^[\u2066-\u2069\u200f\s]*/([a-z]+)", text, re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_resident_is_told_of_every_command(language: str) -> None:
    text = CATALOGS.say(language, "resident-help", community="Rivermouth", number="112")
    assert sorted(named(text)) == sorted(set(NAMES) - {"start", "help"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_staff_are_told_of_every_command(language: str) -> None:
    text = CATALOGS.say(language, "desk-help")
    slash = {command["command"].removeprefix("/") for command in MANIFEST["features"]["slash_commands"]}
    assert set(named(text)) == slash
    words = set(re.findall(r"/liaison ([a-z]+)", text))
    assert words == set(liaison_command.COMMANDS)


def test_the_hint_in_slack_names_the_words_that_there_are() -> None:
    hint = next(c["usage_hint"] for c in MANIFEST["features"]["slash_commands"] if c["command"] == "/liaison")
    assert set(re.findall(r"[a-z]+", hint)) == set(liaison_command.COMMANDS)
