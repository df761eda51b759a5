"""What a careful importer says of valid messages, and the command that prints it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from alerts.cap.judge import judge
from alerts.cap.read import Reading, read
from alerts.cap.remark import Verdict, verdict
from bot import cap_check as checking
from bot.cli import main
from tests.unit.cap_messages import FLOOD

REFERENCE = "<references>crisis@brzegowice.example,flood-0,2026-03-01T17:00:00+01:00</references><info>"


def remarks(text: str, *held: str) -> list[str]:
    """The keys of everything said of `text` while the messages `held` are at hand."""
    alerts = [read(message.encode()).alert for message in held]
    found = judge(read(text.encode()), {alert.name for alert in alerts if alert is not None})
    return [remark.key for remark in found]


def test_a_plain_alert_needs_no_remark() -> None:
    assert remarks(FLOOD) == []


ODDITIES = [
    (">Actual<", ">Test<", "cap-status"),
    (">Actual<", ">Exercise<", "cap-status"),
    (">Actual<", ">System<", "cap-status"),
    (">Actual<", ">Draft<", "cap-status"),
    (">Public<", ">Restricted<", "cap-scope"),
    (">Alert<", ">Update<", "cap-references-none"),
    (">Alert<", ">Cancel<", "cap-references-none"),
    (">Alert<", ">Ack<", "cap-reply"),
    (">flood-1<", ">flood 1<", "cap-name-unfit"),
    ("Powódź", "Powódź - test", "cap-says-test"),
    ("</certainty>", "</certainty><eventCode><valueName>SAME</valueName><value>RMT</value></eventCode>",
     "cap-says-test"),
    ("Powódź", " ", "cap-event-empty"),
    ("<headline>Rzeka wyleje dziś w nocy</headline>", "", "cap-no-text"),
    ("<expires>2026-03-02T06:00:00+01:00</expires>", "", "cap-no-expires"),
    ("2026-03-02T06", "2026-03-01T06", "cap-expires-before-sent"),
    ("<expires>", "<onset>2026-03-03T06:00:00+01:00</onset><expires>", "cap-expires-before-onset"),
    ("<polygon>51.635,18.933 51.637,18.947 51.631,18.949 51.635,18.933</polygon>", "<polygon/>", "cap-area-in-words"),
    ("</area>", "<ceiling>500</ceiling></area>", "cap-ceiling-alone"),
    ("<info>", REFERENCE, "cap-references-not-held"),
    ("<info>", "<references>flood-0</references><info>", "cap-references-form"),
    ("<info>", REFERENCE.replace("17:00", "19:00"), "cap-references-later"),
    ("<info>", REFERENCE.replace("flood-0", "flood-1").replace("17:00", "18:00"), "cap-references-itself"),
    ("</info>", '</info><x:more xmlns:x="urn:x">1</x:more>', "cap-foreign"),
    ("<sent>", '<sent xmlns:x="urn:x" x:y="1">', "cap-foreign"),
    ("<area>", "<resource><resourceDesc>a</resourceDesc><mimeType>b</mimeType><derefUri>"
     + "A" * 70_000 + "</derefUri></resource><area>", "cap-embedded-large"),
]  # fmt: skip


@pytest.mark.parametrize(("there", "instead", "key"), ODDITIES)
def test_each_oddity_is_shown_to_a_person(there: str, instead: str, key: str) -> None:
    assert there in FLOOD
    text = FLOOD.replace(there, instead, 1)
    assert key in remarks(text)
    assert verdict(judge(read(text.encode()))) is Verdict.WARN


def test_blocks_that_are_missing_or_doubled_are_shown() -> None:
    head, rest = FLOOD.split("<info>")
    block = "<info>" + rest.split("</info>")[0] + "</info>"
    assert remarks(head + "</alert>") == ["cap-no-info"]
    assert remarks(f"{head}{block}{block}</alert>") == ["cap-block-twice"]
    without_area = block.split("<area>")[0] + "</info>"
    assert remarks(f"{head}{without_area}</alert>") == ["cap-no-area"]


def test_what_a_message_refers_to_is_known_when_it_is_held() -> None:
    earlier = FLOOD.replace("flood-1", "flood-0").replace("18:00:00+01:00", "16:00:00-00:00")
    update = FLOOD.replace(">Alert<", ">Update<").replace("<info>", REFERENCE)
    assert remarks(update) == ["cap-references-not-held"]
    assert remarks(update, earlier) == []


FINE = [
    "Risk of avalanches after the latest snowfall",
    "Free rapid tests at the health centre",
    "Contest cancelled because of the storm",
    "Drilling on Mill Street: water is cut off",
    "Exercise caution on icy roads",
    "Missile test zone closed to ships",
]
REHEARSED = [
    "TEST: flood warning",
    "Required Weekly Test",
    "Simulacro Nacional 2026",
    "Ćwiczenia: powódź w Porcie Rzecznym",
    "緊急地震速報(訓練)",
    "اختبار صفارات الإنذار",
    "Probealarm der Sirenen",
    "Essai des sirènes",
    "Pagsasanay sa lindol",
]


@pytest.mark.parametrize("headline", FINE)
def test_words_that_only_look_like_a_test(headline: str) -> None:
    assert remarks(FLOOD.replace("Rzeka wyleje dziś w nocy", headline)) == []


@pytest.mark.parametrize("headline", REHEARSED)
def test_rehearsals_are_heard_in_many_languages(headline: str) -> None:
    assert remarks(FLOOD.replace("Rzeka wyleje dziś w nocy", headline)) == ["cap-says-test"]


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("THIS IS ONLY A TEST - ESTO ES UNA PRUEBA", True),
        ("This message was created for testing and evaluation purposes only.", True),
        ("To są tylko ćwiczenia. To tylko test.", True),
        ("Ceci est un exercice.", True),
        ("People with a positive test must stay at home.", False),
        ("Have your well tested before you drink from it.", False),
    ],
)
def test_a_description_takes_a_phrase(description: str, said: bool) -> None:
    text = FLOOD.replace("<area>", f"<description>{description}</description><area>")
    assert ("cap-says-test" in remarks(text)) is said


def cap_check(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    """Exit code and lines of `liaison cap check`."""
    result = CliRunner().invoke(main, ["cap", "check", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()]


def test_the_command_prints_one_line_a_file_and_says_the_worst_in_its_exit_code(tmp_path: Path) -> None:
    good, odd, bad = (tmp_path / name for name in ("good.xml", "odd.xml", "bad.xml"))
    good.write_text(FLOOD)
    odd.write_text(FLOOD.replace(">Actual<", ">Test<").replace("flood-1", "flood-2"))
    bad.write_text(FLOOD.replace("<scope>Public</scope>", ""))
    code, lines = cap_check(str(good), str(odd))
    assert code == 0
    assert [line["verdict"] for line in lines] == ["accept", "accept-warn"]
    assert lines[0] == {"file": str(good), "verdict": "accept", "reasons": []}
    assert lines[1]["reasons"] == ["The status is Test: this is not for residents."]
    assert cap_check("--strict", str(odd))[0] == 1
    code, lines = cap_check(str(bad), str(tmp_path / "none.xml"), str(tmp_path), str(good))
    assert code == 1
    assert [line["verdict"] for line in lines] == ["reject", "reject", "reject", "accept"]
    assert lines[0]["reasons"] == ["Line 2: <alert> has no <scope>, which is required."]


def test_reasons_come_in_the_language_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(FLOOD.replace(">Actual<", ">Draft<"))
    _, (line,) = cap_check("--language", "pl", str(tmp_path / "a.xml"))
    assert line["reasons"] == ["Status to Draft: to nie jest dla mieszkańców."]


def test_the_same_message_twice_is_pointed_out(tmp_path: Path) -> None:
    for name in ("a.xml", "b.xml"):
        (tmp_path / name).write_text(FLOOD)
    _, lines = cap_check(str(tmp_path / "a.xml"), str(tmp_path / "b.xml"))
    assert [line["verdict"] for line in lines] == ["accept", "accept-warn"]


def test_a_message_in_the_same_folder_is_at_hand(tmp_path: Path) -> None:
    earlier = FLOOD.replace("flood-1", "flood-0").replace("18:00:00", "17:00:00")
    (tmp_path / "update.xml").write_text(FLOOD.replace(">Alert<", ">Update<").replace("<info>", REFERENCE))
    assert cap_check(str(tmp_path / "update.xml"))[1][0]["verdict"] == "accept-warn"
    (tmp_path / "earlier.cap").write_text(earlier)
    assert cap_check(str(tmp_path / "update.xml"))[1][0]["verdict"] == "accept"


def test_a_file_name_of_any_bytes_is_printed(tmp_path: Path) -> None:
    (tmp_path / "odd\udcff.xml").write_text(FLOOD)
    code, lines = cap_check(str(tmp_path / "odd\udcff.xml"))
    assert code == 0
    assert str(lines[0]["file"]).endswith("odd\\udcff.xml")


def test_a_folder_is_looked_through_once_however_many_files_refer_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (tmp_path / f"{number}.xml").write_text(FLOOD.replace("flood-1", f"old-{number}"))
    updates = [tmp_path / f"update-{number}.xml" for number in range(40)]
    for number, path in enumerate(updates):
        text = FLOOD.replace("flood-1", f"new-{number}").replace(">Alert<", ">Update<")
        path.write_text(text.replace("<info>", REFERENCE))
    reads: list[bytes] = []

    def counted(data: bytes) -> Reading:
        reads.append(data)
        return read(data)

    monkeypatch.setattr(checking, "read", counted)
    assert [checked.verdict for checked in checking.check_files(updates)] == [Verdict.WARN] * 40
    assert len(reads) == 40 * 3  # each given file twice, each file beside them once
