"""The configuration of the organisation: the shipped town is right, and every mistake gets a sentence with its line."""

from datetime import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.configuration import ConfigurationError, read_community
from bot.configuration_hours import parse_hours
from bot.configuration_lines import Lines
from domain.community import Community, Hours

TOWN = Path(__file__).parents[2] / "config" / "community.toml"
SMALL = """\
[community]
name = { en = "Rivermouth", pl = "Ujście" }
languages = ["en", "pl"]
default_language = "en"
staff_language = "en"
time_zone = "Europe/Warsaw"
front_desk = "front"
office_hours = "mon-fri 8:00-16:00"
holidays = [2026-12-25, "2026-12-26"]

[emergency]
number = "112"
[emergency.words]
en = ["fire"]
pl = ["pożar"]

[[departments]]
id = "front"
channel = "#front"
name = { en = "Front desk", pl = "Biuro" }
description = { en = "Everything", pl = "Wszystko" }

[[departments]]
id = "waste"
channel = "#waste"
lead = "U0ANNA"
hours = "tue 10:00-18:00"
[departments.name]
en = "Waste"
pl = "Odpady"
[departments.description]
en = "Bins"
pl = "Kosze"
[departments.examples]
en = [
  "bin",
  "rubbish",
]

[[areas]]
id = "old-town"
name = { en = "Old Town", pl = "Stare Miasto" }
polygon = [[51.1, 17.0], [51.2, 17.0], [51.2, 17.1]]

[roles]
admins = ["U0ANNA", "S0GROUP"]
"""


def read(tmp_path: Path, text: str) -> Community:
    path = tmp_path / "community.toml"
    path.write_text(text, "utf-8")
    return read_community(path)


def problems(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as raised:
        read(tmp_path, text)
    return [problem.replace(f"{tmp_path}/", "") for problem in raised.value.problems]


def line_of(text: str, words: str) -> int:
    return next(i for i, line in enumerate(text.splitlines(), start=1) if words in line)


class TestTheShippedTown:
    def test_it_is_complete(self) -> None:
        town = read_community(TOWN)
        assert {"pl", "ar", "fil", "en"} == set(town.languages)
        assert len(town.departments) >= 10
        assert len(town.areas) >= 6
        for department in town.departments:
            for words in (department.name, department.description):
                assert set(words) == set(town.languages), department.id
            for language in town.languages:
                assert 8 <= len(department.examples[language]) <= 10, (department.id, language)
            assert department.lead
        assert sum(d.emergency for d in town.departments) == 1
        assert all(len(town.emergency.words[language]) >= 20 for language in town.languages)
        assert all(len(area.polygon) >= 3 and set(area.name) == set(town.languages) for area in town.areas)
        assert town.roles.admins
        assert town.roles.approvers - town.roles.coordinators, "somebody approves who does not write"

    def test_no_example_is_claimed_by_two_departments(self) -> None:
        """A word that two departments name tells the router nothing."""
        town = read_community(TOWN)
        for language in town.languages:
            claims: dict[str, list[str]] = {}
            for department in town.departments:
                for example in department.examples[language]:
                    claims.setdefault(example.casefold(), []).append(department.id)
            assert {word: ids for word, ids in claims.items() if len(ids) > 1} == {}, language

    def test_every_language_names_the_same_number_of_examples(self) -> None:
        for department in read_community(TOWN).departments:
            assert len({len(examples) for examples in department.examples.values()}) == 1, department.id


class TestReading:
    def test_everything_arrives(self, tmp_path: Path) -> None:
        town = read(tmp_path, SMALL)
        front, waste = town.departments
        assert town.name == {"en": "Rivermouth", "pl": "Ujście"}
        assert str(town.time_zone) == "Europe/Warsaw"
        assert town.holidays == {"2026-12-25", "2026-12-26"}
        assert len(front.hours) == 5
        assert waste.hours == (Hours(weekday=1, opens=time(10), closes=time(18)),)
        assert waste.examples == {"en": ("bin", "rubbish")}
        assert (front.lead, waste.lead) == (None, "U0ANNA")
        assert town.areas[0].polygon[0] == (51.1, 17.0)
        assert town.roles.admins == {"U0ANNA", "S0GROUP"}
        assert town.timings.reopen_days == 14
        assert town.emergency.words["pl"] == ("pożar",)

    def test_a_missing_file_says_where_its_name_comes_from(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigurationError, match=r"there is no such file\. LIAISON_CONFIG"):
            read_community(tmp_path / "none.toml")

    def test_a_byte_order_mark_does_no_harm(self, tmp_path: Path) -> None:
        assert read(tmp_path, "\ufeff" + SMALL).front_desk == "front"

    def test_broken_toml_names_its_line(self, tmp_path: Path) -> None:
        assert "line 2" in problems(tmp_path, "[community]\nname = \n")[0]
        assert problems(tmp_path, "[community]\nlanguages = [\n")[0].startswith("community.toml:2: ")

    def test_an_empty_file_is_one_problem(self, tmp_path: Path) -> None:
        assert problems(tmp_path, "") == ["community.toml: there is no [community] table."]


MISTAKES = [
    # what stands there, what is written instead, the line that is named (its words afterwards), what is said
    ('channel = "#waste"', 'chanel = "#waste"', "chanel", 'no such key here (did you mean "channel"?)'),
    ('channel = "#waste"', "", "[[departments]]", '"channel" is missing'),
    ('channel = "#waste"', 'channel = "waste"', 'channel = "waste"', '"waste" is not a Slack channel'),
    ('channel = "#waste"', 'channel = "#front"', None, '"#front" is used by another department'),
    ('id = "waste"', 'id = "front"', None, '"front" is used by another department'),
    ('id = "waste"', 'id = "Waste!"', "Waste!", '"Waste!" is not an id'),
    ('"Europe/Warsaw"', '"Europe/Warsav"', "Warsav", '(did you mean "Europe/Warsaw"?)'),
    ('["en", "pl"]', '["en", "pl", "xx"]', "xx", '"xx" is not a language that Liaison speaks'),
    ('["en", "pl"]', '["en", "pl", "en"]', "languages", 'names "en" twice'),
    ('["en", "pl"]', "[]", "languages", "must name at least one language"),
    ('front_desk = "front"', 'front_desk = "frnt"', "frnt", '"frnt" is not known (did you mean "front"?)'),
    ('staff_language = "en"', 'staff_language = "eng"', "eng", '"eng" is not known (did you mean "en"?)'),
    ('staff_language = "en"', "staff_language = 5", "= 5", "must be a text in quotation marks"),
    ('pl = "Odpady"', "", "[departments.name]", "has no text in pl"),
    ('pl = "Odpady"', 'pl = "Odpady"\nde = "Müll"', "Müll", "is not one of the languages of this community"),
    ('pl = "Odpady"', 'pl = " "', 'pl = " "', "must be a text in quotation marks that is not empty"),
    ('lead = "U0ANNA"', 'lead = "Anna"', "Anna", '"Anna" is not a Slack user id'),
    ('"tue 10:00-18:00"', '"tue 18:00-10:00"', "18:00-10:00", "ends before it begins"),
    ('"tue 10:00-18:00"', '"tuesday at ten"', "at ten", "is not understood; write it like"),
    ('"tue 10:00-18:00"', '"xyz 10:00-18:00"', "xyz", '"xyz" is not a day'),
    ('"tue 10:00-18:00"', '"tue 10:00-25:00"', "25:00", '"25:00" is not a time of day'),
    ('"tue 10:00-18:00"', '"tue 10:00-18:00, mon-wed 9:00-11:00"', "mon-wed", "says tue twice"),
    ('"2026-12-26"', '"26.12.2026"', "26.12", '"26.12.2026" is not a date'),
    ('number = "112"', "", "[emergency]", '"number" is missing'),
    ('number = "112"', 'number = "call us"', "call us", "is not a phone number"),
    ('pl = ["pożar"]', "", "[emergency.words]", "has no emergency words in pl"),
    ('en = ["fire"]', 'en = "fire"', 'en = "fire"', "must be a list of texts"),
    ("[[51.1, 17.0], [51.2, 17.0], [51.2, 17.1]]", "[[51.1, 17.0]]", "polygon", "must be three or more points"),
    ("[51.2, 17.1]]", "[151.2, 17.1]]", "polygon", "must be three or more points"),
    ('"S0GROUP"', '"@admins"', "@admins", '"@admins" is not the id of a Slack user'),
    ("[roles]", "[timings]\nreopen_days = 9999\n[roles]", "9999", "must be a number from 0 to 365"),
    ("[roles]", "[privacy]\nclosed_cases_days = 14\n[roles]", "= 14", "must be a number from 15 to 3650"),
    ("[roles]", "[privacy]\nupdates_days = 1\n[roles]", "= 1", "must be a number from 2 to 8"),
    ("[roles]", "[timings]\nreopen_days = true\n[roles]", "= true", "must be a number"),
    ("[roles]", "[rolls]", "[rolls]", 'no such key here (did you mean "roles"?)'),
    ("[[departments]]\nid", "[[departments]]\nemergency = 'yes'\nid", "emergency = 'yes'", "must be true or false"),
    ('id = "old-town"', 'id = "old-town"\ncolour = "red"', "colour", "no such key here"),
]


@pytest.mark.parametrize(("there", "instead", "line", "said"), MISTAKES)
def test_every_mistake_is_named_with_its_line(
    tmp_path: Path, there: str, instead: str, line: str | None, said: str
) -> None:
    assert there in SMALL
    text = SMALL.replace(there, instead) if SMALL.count(there) == 1 else instead.join(SMALL.rsplit(there, 1))
    found = [problem for problem in problems(tmp_path, text) if said in problem]
    assert len(found) == 1, problems(tmp_path, text)
    assert found[0].endswith(".")
    if line is not None and not line.startswith("[[dep") and line != "[emergency.words]":
        assert found[0].startswith(f"community.toml:{line_of(text, line)}: ")


def test_all_mistakes_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = SMALL.replace("Europe/Warsaw", "Nowhere").replace('"#waste"', '"waste"').replace("polygon", "polygone")
    lines = [int(problem.split(":")[1]) for problem in problems(tmp_path, text)]
    assert len(lines) == 3
    assert lines == sorted(lines)


def test_more_examples_than_the_router_uses_are_refused(tmp_path: Path) -> None:
    text = SMALL.replace('"bin",', ", ".join(f'"bin {i}"' for i in range(10)) + ",")
    assert ["has 11 entries; at most 10 are used" in p for p in problems(tmp_path, text)] == [True]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_toml_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Any value in any place: the reader either reads it or says what is wrong."""
    lines = SMALL.splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    key = lines[at].partition(" = ")[0]
    value = data.draw(
        st.sampled_from(["1", "1.5", "true", '""', "[]", "{}", "[1]", "[[]]", '["x"]', "2026-01-01", "nan"])
    )
    lines[at] = data.draw(st.sampled_from(["", f"{key} = {value}"])) if " = " in lines[at] else lines[at]
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text("\n".join(lines), "utf-8")
    said: list[str] = ["Nothing."]
    try:
        read_community(path)
    except ConfigurationError as error:
        said = error.problems
    assert said
    assert all(problem.endswith(".") for problem in said)


def test_lines_are_found_behind_long_strings_arrays_and_dotted_keys() -> None:
    lines = Lines(
        'a = """\nb = 1\n[c]\n"""\nd.e = [\n  "x", # ]\n  "y]",\n]\n[[t]]\nk = 1\n[[t]]\nk = 2\n[t.s]\n"q r" = 3\n'
        "l = '''\nk = 9'''\nm = 1\n"
    )
    assert [lines.of(p) for p in (("a",), ("b",), ("c",), ("d", "e"))] == [1, None, None, 5]
    assert [lines.of(p) for p in (("t", 0), ("t", 0, "k"), ("t", 1, "k"), ("t", 1, "s", "q r"))] == [9, 10, 12, 14]
    assert lines.of(("t", 1, "s", "m")) == 17
    assert lines.of(("t", 1, "s", "l", 4)) == 15


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("always", {}),
        ("mon-fri 8:00-16:00", dict.fromkeys(range(5), 1)),
        ("fri-mon 8.00-16.00", dict.fromkeys((4, 5, 6, 0), 1)),
        ("Mon 8:00-12:00; Mon 13:00\u201316:00", {0: 2}),
        ("sunday 0:00-24:00", {6: 1}),
    ],
)
def test_hours_as_people_write_them(text: str, days: dict[int, int]) -> None:
    hours = parse_hours(text)
    assert {day: sum(h.weekday == day for h in hours) for day in {h.weekday for h in hours}} == days


def test_topics_have_the_usual_names_or_their_own(tmp_path: Path) -> None:
    path = tmp_path / "community.toml"
    path.write_text(SMALL, "utf-8")
    assert [topic.id for topic in read_community(path).topics] == [
        "alerts",
        "events",
        "news",
        "volunteering",
        "surveys",
    ]

    path.write_text(SMALL + '\n[[topics]]\nid = "choir"\nname = { en = "Choir", pl = "Chór" }\n', "utf-8")
    assert [topic.id for topic in read_community(path).topics] == ["alerts", "choir"]


def test_a_topic_without_names_or_twice_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "community.toml"
    path.write_text(
        SMALL + '\n[[topics]]\nid = "choir"\n\n[[topics]]\nid = "events"\n[[topics]]\nid = "events"\n', "utf-8"
    )
    with pytest.raises(ConfigurationError) as refused:
        read_community(path)
    assert len(refused.value.problems) == 2
    assert 'topics[1]: "name" is missing' in refused.value.problems[0]
    assert 'topics[3].id: "events" is used by another topic already' in refused.value.problems[1]
