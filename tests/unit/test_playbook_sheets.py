"""Template files of others: the seven known defects of the shared one, and their like in any shape of file."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alerts.playbooks.sheet import UnreadableSheet, check_sheet, line_of, read_sheet

TEMPLATES = Path(__file__).parents[3] / "shared" / "data" / "alert-templates" / "fcc-wea-2025.json"
needs_templates = pytest.mark.skipif(not TEMPLATES.is_file(), reason="the shared templates are not beside the checkout")
TODAY = date(2026, 12, 1)


def sheet(*templates: dict[str, Any]) -> str:
    """A template file."""
    return json.dumps({"templates": {f"t{i}": template for i, template in enumerate(templates)}}, indent=1)


def sheet_findings(text: str) -> list[tuple[str, str, str]]:
    """Template, language and key of every defect."""
    found = check_sheet(read_sheet(text), TODAY)
    return [(str(f.where[0]), f.language, f.key.removeprefix("playbook-")) for f in found]


@needs_templates
def test_the_seven_known_defects_are_found_and_no_other() -> None:
    text = TEMPLATES.read_text()
    found = list(check_sheet(read_sheet(text), TODAY))
    assert {
        (f.where[0], f.language, f.key.removeprefix("playbook-placeholder-"), f.values["names"]) for f in found
    } == {
        ("severe-thunderstorm-warning", "ko", "missing", "{SENDING_AGENCY}"),
        ("fire-warning", "ko", "missing", "{SENDING_AGENCY}"),
        ("test-alert", "it", "missing", "{SENDING_AGENCY}"),
        ("hazardous-materials-warning", "de", "missing", "{LOCATION}, {TIME}"),
        ("hazardous-materials-warning", "ru", "missing", "{TIME}"),
        ("911-outage-alert", "ar", "extra", "{TIME}"),
        ("911-outage-alert", "tl", "extra", "{TIME}"),
    }
    lines = text.splitlines()
    for finding in found:
        line = line_of(text, finding.where)
        assert line is not None
        assert lines[line - 1].strip().startswith(f'"{finding.language}":')


GOOD = {"en": "{A}: Flood in {B}.", "pl": "{A}: Powódź: {B}."}


@pytest.mark.parametrize(
    ("template", "defects"),
    [
        ({"texts": GOOD}, []),
        ({"texts": {**GOOD, "pl": "{A}: Powódź."}}, [("t1", "pl", "placeholder-missing")]),
        ({"texts": {**GOOD, "pl": "{A} {B} {C}"}}, [("t1", "pl", "placeholder-extra")]),
        ({"texts": {**GOOD, "pl": "{A} { B }"}}, [("t1", "pl", "placeholder-missing"), ("t1", "pl", "brace")]),
        ({"texts": {"en": GOOD["en"]}}, [("t1", "pl", "language-missing")]),
        ({"texts": {**GOOD, "pl": " "}}, [("t1", "pl", "language-missing")]),
        ({"texts": {**GOOD, "pl": GOOD["pl"] + "x" * 1100}}, [("t1", "pl", "too-long")]),
        ({"texts": GOOD, "placeholders": ["A", "B", "C"]},
         [("t1", "en", "placeholder-missing"), ("t1", "pl", "placeholder-missing")]),
        ({"texts": GOOD, "expires": "2026-11-30"}, [("t1", "", "expired")]),
        ({"texts": GOOD, "expires": "2026-12-01T00:00:00+01:00"}, []),
        ({"texts": GOOD, "expires": "soon"}, [("t1", "", "day-unreadable")]),
        ({"texts": GOOD, "review_date": "2020-01-01"}, [("t1", "", "review-past")]),
        ({"texts": {"en": {"headline": "Flood", "instruction": "Go up"}, "pl": {"headline": "Powódź"}}},
         [("t1", "", "part-missing"), ("t1", "pl", "language-missing")]),
    ],
)  # fmt: skip
def test_defects_of_the_same_kinds_elsewhere(template: dict[str, Any], defects: list[tuple[str, str, str]]) -> None:
    found = [defect for defect in sheet_findings(sheet({"texts": GOOD}, template)) if defect[0] == "t1"]
    assert sorted(found) == sorted(defects)


def test_other_shapes_of_template_files_are_read() -> None:
    assert sheet_findings(json.dumps({"flood": GOOD, "_source": {"what": "x"}})) == []
    assert sheet_findings(json.dumps([{"id": "flood", "texts": {**GOOD, "pl": "?"}}])) == [
        ("flood", "pl", "placeholder-missing")
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "5", "nonsense", '{"templates": 5}', "[" * 100_000, '{"a": {"b": 1}}']
)
def test_what_is_no_template_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableSheet):
        read_sheet(text)
