"""[[volunteers.…]] in community.toml: skills, the welcome, training material; mistakes with their line."""

from pathlib import Path

import pytest

from bot.configuration import ConfigurationError, read_community
from domain.volunteering import DEFAULT_SKILLS
from tests.unit.test_configuration_reading import SMALL

MORE = """
[[volunteers.skills]]
id = "driving"

[[volunteers.skills]]
id = "gardening"
name = { en = "gardening", pl = "ogród" }

[[volunteers.welcome]]
after_days = 2
text = { en = "Hello", pl = "Cześć" }

[[volunteers.training]]
title = { en = "Spades", pl = "Łopaty" }
url = "https://rivermouth.example/spades"
skills = ["gardening"]
"""


def read(tmp_path: Path, text: str) -> object:
    path = tmp_path / "community.toml"
    path.write_text(text, "utf-8")
    return read_community(path).volunteering


def test_what_is_left_out_is_usual(tmp_path: Path) -> None:
    assert read(tmp_path, SMALL).skills == DEFAULT_SKILLS  # type: ignore[attr-defined]


def test_skills_welcome_and_training_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, SMALL + MORE)
    assert [skill.id for skill in found.skills] == ["driving", "gardening"]  # type: ignore[attr-defined]
    assert found.welcome[0].text["pl"] == "Cześć"  # type: ignore[attr-defined]
    assert found.training[0].skills == ("gardening",)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('id = "driving"', 'id = "gardening"\nname = { en = "x", pl = "y" }', "used by another skill"),
        ('id = "driving"', 'id = "flying"', '"name" is missing'),
        ('skills = ["gardening"]', 'skills = ["cooking"]', '"cooking" is not one of the skills'),
        ("after_days = 2", "after_days = -1", "a number from 0 to 365"),
        ('pl = "Cześć" ', 'de = "Hallo" ', "has no text in pl"),
        ('url = "https', 'url = "ftp', "is not a web address"),
        ("[[volunteers.welcome]]", "[[volunteers.welcom]]", "no such key"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        read(tmp_path, SMALL + MORE.replace(old, new, 1))
    assert any(sentence in problem for problem in refused.value.problems), refused.value.problems
