"""Plans: the shipped ones are complete, every kind of defect is found with its line, and texts are filled plainly."""

import json
import random
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from alerts.playbooks.check import check, overdue
from alerts.playbooks.compare import length
from alerts.playbooks.placeholders import MissingVariable, fill, placeholders
from alerts.playbooks.plan import Kind, Part, Playbook
from alerts.playbooks.render import MissingText, needed, render
from bot.cli import main
from bot.configuration import ConfigurationError, read_community
from bot.configuration_playbooks import read_playbook, read_playbooks
from handlers.context import Context
from handlers.overdue_plans import point_out
from locales import Catalogs
from storage.engine import Database
from tests.unit.spreading_house import rows

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "config" / "playbooks"
TEMPLATES = ROOT.parent / "shared" / "data" / "alert-templates" / "fcc-wea-2025.json"
needs_templates = pytest.mark.skipif(not TEMPLATES.is_file(), reason="the shared templates are not beside the checkout")
COMMUNITY = read_community(ROOT / "config" / "community.toml")
DEPARTMENTS = [department.id for department in COMMUNITY.departments]
TOPICS = [topic.id for topic in COMMUNITY.topics]
TODAY = date(2026, 12, 1)
FLOOD = (PLANS / "flood.toml").read_text()
SHIPPED = read_playbooks(PLANS, COMMUNITY.languages)
FLOOD_PLAN = next(plan for plan in SHIPPED if plan.id == "flood")


def findings(playbook: Playbook, today: date = TODAY) -> list[tuple[str, str]]:
    """Key and language of every defect."""
    found = check(playbook, languages=COMMUNITY.languages, departments=DEPARTMENTS, topics=TOPICS, today=today)
    return [(finding.key, finding.language) for finding in found]


def changed(tmp_path: Path, there: str, instead: str) -> Playbook:
    """The flood plan with one change."""
    assert there in FLOOD
    path = tmp_path / "flood.toml"
    path.write_text(FLOOD.replace(there, instead, 1))
    return read_playbook(path, COMMUNITY.languages).playbook


def test_there_is_a_plan_for_each_of_the_usual_emergencies() -> None:
    assert {plan.id for plan in SHIPPED} == {
        "flood", "fire", "gas-leak", "power-cut", "water-contamination", "heat", "severe-storm", "missing-person",
        "evacuation", "disease-outbreak",
    }  # fmt: skip


@pytest.mark.parametrize("plan", SHIPPED, ids=lambda plan: str(plan.id))
def test_the_shipped_plans_have_no_defect(plan: Playbook) -> None:
    assert findings(plan) == []
    assert not plan.draft


@pytest.mark.parametrize("plan", SHIPPED, ids=lambda plan: str(plan.id))
def test_the_shipped_plans_follow_what_warnings_need(plan: Playbook) -> None:
    for language in COMMUNITY.languages:
        alert = {part: plan.words(Kind.ALERT, part)[language] for part in Part}
        assert alert[Part.HEADLINE].count("\n") == 0
        assert "!" not in "".join(alert.values())  # calm
        assert "{source}" in alert[Part.DESCRIPTION]
        assert "{number}" in alert[Part.INSTRUCTION]  # whom to call
        assert all(len(sentence) < 220 for sentence in alert[Part.INSTRUCTION].split(". "))


@pytest.mark.parametrize(
    ("there", "instead", "key", "language"),
    [
        ('ar = "الفيضان. زال الخطر"\n', "", "playbook-language-missing", "ar"),
        ('ar = "الفيضان. زال الخطر"', 'ar = "الفيضان. زال الخطر {place}"', "playbook-placeholder-extra", "ar"),
        ("Lugar: {place}. May panganib", "May panganib", "playbook-placeholder-missing", "fil"),
        ("Place: {place}. The danger", "Place: {place. The danger", "playbook-brace", "en"),
        ('en = "Flood. The danger is over"', f'en = "{"x" * 121}"', "playbook-too-long", "en"),
        ('"shelter", "number"', '"shelter"', "playbook-variable-undeclared", ""),
        ('"shelter", "number"', '"shelter", "number", "moon"', "playbook-variable-unused", ""),
        ('owner = "safety"', "", "playbook-owner-missing", ""),
        ('owner = "safety"', 'owner = "saefty"', "playbook-department-unknown", ""),
        ('"water", "roads"', '"water", "rowds"', "playbook-department-unknown", ""),
        ('departments = ["safety", "water", "roads", "social"]', "", "playbook-nobody-told", ""),
        ('responders = ["volunteering"]', 'responders = ["volunteers"]', "playbook-topic-unknown", ""),
        ("review = 2027-09-30", "", "playbook-review-missing", ""),
        ("review = 2027-09-30", "review = 2026-11-30", "playbook-review-past", ""),
        ("review = 2027-09-30", "review = 2027-09-30\nexpires = 2026-11-30", "playbook-expired", ""),
        (', "Settle who sends the next message, and at what time."]', "]", "playbook-checklist-short", "en"),
    ],
)
def test_each_defect_is_found(tmp_path: Path, there: str, instead: str, key: str, language: str) -> None:
    assert (key, language) in findings(changed(tmp_path, there, instead))


def test_a_missing_part_and_an_essential_that_nobody_says(tmp_path: Path) -> None:
    parts = tomllib.loads(FLOOD)["all_clear"]["instruction"]
    text = "\n".join(line for line in FLOOD.splitlines() if not any(words in line for words in parts.values()))
    (tmp_path / "a.toml").write_text(text)
    assert ("playbook-part-missing", "") in findings(read_playbook(tmp_path / "a.toml", COMMUNITY.languages).playbook)
    (tmp_path / "b.toml").write_text(FLOOD.replace("{source}", "we"))
    found = findings(read_playbook(tmp_path / "b.toml", COMMUNITY.languages).playbook)
    assert found.count(("playbook-essential-missing", "pl")) == len(Kind)


def test_a_translation_that_was_forgotten_is_found(tmp_path: Path) -> None:
    arabic = tomllib.loads(FLOOD)["all_clear"]["description"]["ar"]
    english = tomllib.loads(FLOOD)["all_clear"]["description"]["en"]
    assert ("playbook-untranslated", "en") not in findings(changed(tmp_path, "review", "review"))
    plan = changed(tmp_path, english, arabic)
    assert [key for key, _ in findings(plan)] == []  # only the language that comes first is compared with
    polish = tomllib.loads(FLOOD)["all_clear"]["description"]["pl"]
    assert findings(changed(tmp_path, english, polish)) == [("playbook-untranslated", "en")]


def test_whoever_fills_in_a_variable_is_told_what_is_wanted() -> None:
    for plan in SHIPPED:
        asked = set(plan.variables) - {"source", "place", "until", "number"}
        assert set(plan.labels) == asked, plan.id
        assert all(set(words) == set(COMMUNITY.languages) for words in plan.labels.values())
    assert FLOOD_PLAN.label("shelter", "en") == "Where people can stay, with the address"
    assert FLOOD_PLAN.label("moon", "en") == "moon"


def test_the_review_is_due_the_day_after() -> None:
    plan = FLOOD_PLAN
    assert plan.review is not None
    assert not overdue(plan, plan.review)
    assert overdue(plan, date(2027, 10, 1))


MISTAKES = [
    ('urgency = "Immediate"', 'urgency = "Imediate"', '"Imediate" is not known (did you mean "Immediate"?)'),
    ('categories = ["Met", "Safety"]', 'categories = ["Weather"]', '"Weather" is not known'),
    ("review = 2027-09-30", 'review = "2027-09-30"', "must be a date without quotation marks"),
    ("lasts_hours = 12", "lasts_hours = -1", "must be a number from 0.25 to 744"),
    ('reach = "areas"', 'reach = "all"', '"all" is not known; there are areas, everyone'),
    ('"shelter", "number"', '"Shelter!", "number"', '"Shelter!" is not a name'),
    ("[labels]\nshelter", "[labels]\nshlter", "is not one of the plan's variables"),
    ("[alert.headline]", "[alert.headlin]", 'no such key here (did you mean "headline"?)'),
    ('fil = "Baha. Lumayo', 'tl = "Baha. Lumayo', "is not one of the languages of this community"),
    ("[alert.headline]", "[alarm.headline]", "no such key here"),
    ('owner = "safety"', 'ownr = "safety"', 'no such key here (did you mean "owner"?)'),
]


@pytest.mark.parametrize(("there", "instead", "said"), MISTAKES)
def test_mistakes_in_the_file_are_named_with_their_line(tmp_path: Path, there: str, instead: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        changed(tmp_path, there, instead)
    line = FLOOD.replace(there, instead, 1).splitlines().index(instead) + 1 if instead in FLOOD else None
    found = [problem for problem in caught.value.problems if said in problem]
    assert found, caught.value.problems
    assert found[0].startswith(f"{tmp_path / 'flood.toml'}:")
    if line is not None:
        assert f":{line}:" in found[0]


def test_files_that_are_no_plans(tmp_path: Path) -> None:
    for name, data in (("a.toml", b"= 1"), ("b.toml", b"\xff\xfe")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ConfigurationError):
            read_playbook(tmp_path / name, COMMUNITY.languages)
    with pytest.raises(ConfigurationError):
        read_playbooks(tmp_path, COMMUNITY.languages)
    assert read_playbooks(tmp_path / "none", COMMUNITY.languages) == ()


# Rendering

VALUES: dict[str, Any] = {
    "source": {"pl": "Urząd Miasta", "ar": "البلدية", "fil": "Lungsod", "en": "Town Hall"},
    "place": "Port",
    "until": "18:00",
    "shelter": "Szkoła nr 3",
    "number": "112",
}


def test_a_message_is_rendered_in_every_language() -> None:
    plan = FLOOD_PLAN
    assert needed(plan, Kind.ALERT) == ("source", "place", "until", "shelter", "number")
    rendered = render(plan, Kind.ALERT, COMMUNITY.languages, VALUES)
    assert set(rendered) == set(COMMUNITY.languages)
    assert rendered["en"].description == (
        "Town Hall warns: water is rising fast and may flood homes, cellars and roads. Place: Port. "
        "The danger lasts until: 18:00."
    )
    assert "\u2068Port\u2069" in rendered["ar"].description  # keeps its own direction among Arabic words


def test_an_update_says_what_to_do_in_the_words_of_the_alert() -> None:
    plan = FLOOD_PLAN
    update = render(plan, Kind.UPDATE, ["en"], {**VALUES, "news": "The dam holds."})["en"]
    assert update.instruction == render(plan, Kind.ALERT, ["en"], VALUES)["en"].instruction
    assert "The dam holds." in update.description


def test_a_correction_stands_alone() -> None:
    values = {**VALUES, "wrong": "all schools are closed", "right": "only School 3 is closed"}
    correction = render(FLOOD_PLAN, Kind.CORRECTION, ["en"], values)["en"]
    alert = render(FLOOD_PLAN, Kind.ALERT, ["en"], VALUES)["en"]
    assert (correction.headline, correction.instruction) == (alert.headline, alert.instruction)
    assert "This is right: only School 3 is closed." in correction.description


def test_what_is_missing_is_named_and_nothing_is_rendered() -> None:
    plan = FLOOD_PLAN
    with pytest.raises(MissingVariable) as variables:
        render(plan, Kind.ALERT, COMMUNITY.languages, {**VALUES, "place": " ", "shelter": {"en": "School"}})
    assert variables.value.names == ("place", "shelter")
    with pytest.raises(MissingText) as texts:
        render(plan, Kind.ALERT, ["en", "uk", "de"], VALUES)
    assert texts.value.languages == ("de", "uk")


def test_markup_and_braces_in_a_value_are_plain_text() -> None:
    nasty = "<b>{source}</b> *bold* _x_ [a](http://b) & {until} \\1 \u202egnp\u0000"
    said = fill("Place: {place}.", {"place": nasty, "source": "X", "until": "Y"})
    assert said == "Place: <b>{source}</b> *bold* _x_ [a](http://b) & {until} \\1 gnp."


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text().map(lambda text: f"x{text}")))
def test_filling_needs_all_values_and_changes_nothing_else(values: dict[str, str]) -> None:
    text = "1 {a} 2 {b} 3 {a} {"
    if {"a", "b"} <= set(values):
        said = fill(text, values)
        assert said.startswith("1 ")
        assert said.endswith(" {")
        assert "\n" not in said
        assert fill(text, dict.fromkeys(values, "x")) == "1 x 2 x 3 x {"
    else:
        with pytest.raises(MissingVariable) as caught:
            fill(text, values)
        assert set(caught.value.names) == {"a", "b"} - set(values)
    assert placeholders(text) == {"a", "b"}
    assert length("{a} {a}") == 41


# The command


def run(*arguments: str) -> tuple[int, str]:
    """Exit code and output of `liaison playbooks`."""
    result = CliRunner().invoke(main, ["playbooks", *arguments, "--config", str(ROOT / "config" / "community.toml")])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.output


def test_the_plans_are_listed() -> None:
    code, output = run("list")
    assert code == 0
    assert "flood\tFlood\tsafety\t2027-09-30\t" in output
    assert len(output.splitlines()) == 10


def test_defects_are_printed_with_file_line_and_place(tmp_path: Path) -> None:
    path = tmp_path / "flood.toml"
    path.write_text(FLOOD.replace("Place: {place}. The danger", "The danger", 1))
    code, output = run("check", str(path))
    line = next(i for i, text in enumerate(path.read_text().splitlines(), 1) if "homes, cellars" in text)
    assert code == 1
    assert output.splitlines()[0] == (
        f"{path}:{line}: alert.description.en: {{place}} is missing; the other languages have it."
    )
    code, output = run("check", "--json", str(path))
    assert json.loads(output.splitlines()[0])["problem"] == "placeholder-missing"
    assert run("check", str(tmp_path / "none.json"))[0] == 1
    assert run("check", str(tmp_path / "none.toml"))[0] == 1


def test_templates_become_drafts_and_nothing_is_overwritten(tmp_path: Path) -> None:
    source = tmp_path / "sheet.json"
    texts = {"en": '{SENDING_AGENCY}: "flood"\nuntil {TIME}', "tl": "{SENDING_AGENCY}: baha {TIME}", "ko": "홍수"}
    source.write_text(json.dumps({"templates": {"Flash Flood!": {"cap_category": "Met", "texts": texts}}}))
    folder = tmp_path / "drafts"
    assert run("import", str(source), "--into", str(folder))[0] == 0
    (path,) = folder.iterdir()
    plan = read_playbook(path, COMMUNITY.languages).playbook
    assert plan.draft
    assert plan.id == "flash-flood"
    assert plan.words(Kind.ALERT, Part.DESCRIPTION) == {
        "en": '{source}: "flood"\nuntil {until}',
        "fil": "{source}: baha {until}",
    }
    assert ("playbook-language-missing", "pl") in findings(plan)
    path.write_text("kept = true")
    assert "exists already" in run("import", str(source), "--into", str(folder))[1]
    assert path.read_text() == "kept = true"
    assert run("import", str(path))[0] == 2


# Reviews


async def test_an_overdue_plan_is_pointed_out_to_its_owner_once_a_week(db: Database) -> None:
    async def look(day: int) -> int:
        async with db.write() as tx:
            now = datetime(2027, 10, day, 9, tzinfo=UTC)
            catalogs = Catalogs(COMMUNITY.default_language)
            ctx = Context(
                tx=tx, now=now, community=COMMUNITY, catalogs=catalogs, capabilities={}, rng=random.Random(1),
                playbooks=(FLOOD_PLAN, replace(FLOOD_PLAN, id="later", review=date(2028, 1, 1))),
            )  # fmt: skip
            return await point_out(ctx)

    assert [await look(day) for day in (4, 5, 10, 11, 12)] == [1, 0, 0, 1, 0]  # 4 and 11 October are Mondays
    found = await rows(db, "address", "content")
    safety = COMMUNITY.department("safety")
    assert safety is not None
    assert [address for address, _ in found] == [safety.channel] * 2
    assert "The plan “Flood” was due for review on 30 September" in str(found[0][1])
