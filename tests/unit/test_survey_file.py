"""A survey as a file, and `liaison survey`: every mistake with its line; draft, open, close, results."""

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.configuration import ConfigurationError, read_community
from bot.survey_file import read_survey
from domain.survey import QuestionKind

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "examples" / "survey.toml"
COMMUNITY = ROOT / "config" / "community.toml"
WHO = "U0BRZEG0001"


def test_the_example_in_the_documents_is_sound() -> None:
    survey = read_survey(EXAMPLE, read_community(COMMUNITY))
    assert survey.anonymous
    assert [question.kind for question in survey.questions] == [
        QuestionKind.SCALE,
        QuestionKind.CHOICE,
        QuestionKind.TEXT,
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('to = "why"', 'to = "nowhere"', "leads to nowhere"),
        ('then = "end"', 'then = "mark"', "leads back to itself"),
        ('kind = "text"', 'kind = "essay"', "is not a kind of question"),
        ("high = 5", "high = 50", "do not fit"),
        ('answers = ["1", "2"]', 'answers = ["9"]', "has no answer 9"),
        ("optional = true", "optional = 1", "must be true or false"),
        ('id = "again"', 'id = "mark"', "used twice"),
        ('id = "why"', 'id = "why"\nhint = "x"', "no such key"),
        ("anonymous = true", "anonymous = true\n[", "not valid TOML"),
        ('ar = "نعم", ', "", "has no text in ar"),
    ],
)
def test_mistakes_have_their_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    path = tmp_path / "survey.toml"
    text = EXAMPLE.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ConfigurationError) as refused:
        read_survey(path, read_community(COMMUNITY))
    assert any(sentence in problem for problem in refused.value.problems), refused.value.problems
    assert all(str(path) in problem for problem in refused.value.problems)


def test_a_file_that_is_not_there_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_survey(tmp_path / "none.toml", read_community(COMMUNITY))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run `liaison …` on an empty database."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/liaison.db")
    monkeypatch.setenv("LIAISON_CONFIG", str(COMMUNITY))
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["survey", *words])
        return result.exit_code, result.output

    return call


def test_a_survey_lives_on_the_command_line(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert run("check", str(EXAMPLE))[0] == 0
    assert run("import", str(EXAMPLE), "--as", "U0STRANGER") == (
        2,
        "✗ U0STRANGER is neither a coordinator nor an admin in the configuration: nothing was done\n",
    )
    assert "Draft 1" in run("import", str(EXAMPLE), "--as", WHO)[1]
    assert "draft" in run("list")[1]
    assert "no area of the configuration" in run("open", "1", "--as", WHO, "--area", "nowhere")[1]
    assert run("results", "1", "--as", WHO)[0] == 2
    assert run("open", "1", "--as", WHO, "--days", "5") == (0, "Survey 1 is open for 5 days.\n")
    assert run("open", "1", "--as", WHO)[0] == 2
    assert "once it has ended" in run("results", "1", "--as", WHO)[1]
    assert run("close", "1", "--as", WHO)[0] == 0
    assert run("close", "1", "--as", WHO)[0] == 2
    code, words = run("results", "1", "--as", WHO, "--csv", str(tmp_path / "r.csv"), "--chart", str(tmp_path / "r.png"))
    assert (code, "Fewer than 5" in words) == (0, True)
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (tmp_path / "r.png").exists()
    assert "nothing that may be shown" in words
    assert "there is no survey 9" in run("close", "9", "--as", WHO)[1]
    with sqlite3.connect(tmp_path / "liaison.db") as db:
        assert db.execute("SELECT state FROM surveys").fetchall() == [("closed",)]
