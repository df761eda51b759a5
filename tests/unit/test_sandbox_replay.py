"""A recording becomes residents who write at their moments; a bad file is refused with the line to mend."""

import asyncio
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bot.cli_run import sandbox
from sandbox.page.phone import phone_shown, town_shown
from sandbox.page.recording import BadRecording, Spoken, parse_recording, read_recording
from sandbox.page.replay import replay
from sandbox.page.town import Plan, Town, found, languages_of
from sandbox.slack import AppManifest, SlackWorkspace
from sandbox.telegram.options import Options
from sandbox.telegram.server import TelegramServer
from tests.waiting import until

EXERCISE = Path(__file__).parents[2] / "config" / "exercise.csv"


class Hours:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def town() -> Town:
    plan = Plan(
        name="Made-up Town",
        zone="Europe/Warsaw",
        languages=languages_of([("pl", "Polski", False, ()), ("ar", "العربية", True, ())]),
        desks=(),
        workers=(),
        neighbours=(),
    )
    slack = SlackWorkspace.create(
        AppManifest.parse({"display_information": {"name": "Any"}, "features": {"bot_user": {"display_name": "any"}}})
    )
    return found(plan, TelegramServer(Options()), slack)


def spoken(text: str, sender: str, seconds: float, lang: str = "pl") -> Spoken:
    return Spoken(text=text, sender=sender, lang=lang, seconds=seconds)


async def test_several_senders_become_phones_that_write_at_their_moments(town: Town) -> None:
    hours, moments = Hours(), []

    async def sleep(seconds: float) -> None:
        await hours.sleep(seconds)
        moments.append(round(hours.now - 100.0, 6))

    recording = [
        spoken("woda", "Ola Zmyślona", 0),
        spoken("ماء", "سامي التجربة", 30, "ar"),
        spoken("x", "Ola Zmyślona", 60),
    ]
    assert await replay(town, recording, speed=10, now=lambda: hours.now, sleep=sleep) == 3
    assert moments == [0, 3, 6]
    phones = {one["name"]: one["language"] for one in town_shown(town)["residents"]}
    assert phones == {"Ola Zmyślona": "pl", "سامي التجربة": "ar"}
    said = {one.name: [message.text for message in one.resident.messages] for one in town.people.values()}
    assert said == {"Ola Zmyślona": ["woda", "x"], "سامي التجربة": ["ماء"]}


async def test_a_name_that_somebody_bears_is_that_persons_phone(town: Town) -> None:
    ola = town.move_in("Ola Zmyślona", "pl")
    hours = Hours()
    await replay(town, [spoken("woda", " Ola  Zmyślona", 5)], speed=1, now=lambda: hours.now, sleep=hours.sleep)
    assert [one.name for one in town.people.values()] == ["Ola Zmyślona"]
    assert ola.resident.messages[-1].text == "woda"


@pytest.mark.parametrize(("code", "direction"), [("uk", "ltr"), ("fa", "rtl"), ("ar", "rtl")])
async def test_a_language_that_the_town_does_not_speak_has_a_phone_too(town: Town, code: str, direction: str) -> None:
    townsman = town.move_in("Iryna Vyhadana", code)
    shown = phone_shown(town, townsman)
    assert (shown["language"], shown["dir"]) == (code, direction)


def test_the_order_is_that_of_the_moments_and_a_comma_may_be_a_decimal() -> None:
    table = 'Seconds;sender;lang;text;note\r\n"2,5";Ola;pl;second;\r\n1;Jan;en;"first\nof two lines";x\r\n'
    first, second = parse_recording(table, "x.csv")
    assert (first.text, first.seconds, second.text, second.seconds) == ("first\nof two lines", 1.0, "second", 2.5)


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("", "x.csv, line 1: the first line must name the columns text, lang, sender, seconds; "
             "text, lang, sender, seconds is missing."),
        ("text,lang,sender\na,pl,Ola", "x.csv, line 1: the first line must name the columns text, lang, sender, "
                                       "seconds; seconds is missing."),
        ("text,lang,sender,seconds\n", "x.csv: there is no message in it."),
        ("text,lang,sender,seconds\n ,pl,Ola,1", "x.csv, line 2: text is empty."),
        ("text,lang,sender,seconds\na,polish,Ola,1",
         "x.csv, line 2: lang must be a language code such as pl, not “polish”."),
        ("text,lang,sender,seconds\na,pl,,1", "x.csv, line 2: sender is empty."),
        ("text,lang,sender,seconds\na,pl,Ola,-1", "x.csv, line 2: seconds must be a number from 0 upwards, not “-1”."),
        ("text,lang,sender,seconds\na,pl,Ola", "x.csv, line 2: seconds must be a number from 0 upwards, not “”."),
        ("text,lang,sender,seconds\na,pl,Ola,nan",
         "x.csv, line 2: seconds must be a number from 0 upwards, not “nan”."),
        ('text,lang,sender,seconds\n"a\nb",pl,Ola,1\n\nc,pl,Ola,x',
         "x.csv, line 5: seconds must be a number from 0 upwards, not “x”."),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_the_line_to_mend(table: str, problem: str) -> None:
    with pytest.raises(BadRecording) as refused:
        parse_recording(table, "x.csv")
    assert refused.value.problems == [problem]


def test_every_bad_line_is_named_up_to_a_point() -> None:
    table = "text,lang,sender,seconds\n" + ",pl,Ola,1\n" * 30
    with pytest.raises(BadRecording) as refused:
        parse_recording(table, "x.csv")
    assert len(refused.value.problems) == 11
    assert refused.value.problems[-1] == "x.csv: and 20 more."


@given(st.text())
def test_any_text_is_played_or_refused(table: str) -> None:
    problems: list[str] = []
    try:
        assert parse_recording("text,lang,sender,seconds\n" + table, "x.csv")
    except BadRecording as refused:
        problems = refused.problems
    assert all(problem.startswith("x.csv") for problem in problems)


def test_a_table_of_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("text,lang,sender,seconds\nża,pl,Ola,1\n".encode("cp1250"))
    with pytest.raises(BadRecording, match="line 2: this is not UTF-8"):
        read_recording(path)


def test_the_command_refuses_before_anything_starts(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("text,lang,sender,seconds\na,pl,Ola,soon\n", "utf-8")
    answer = CliRunner().invoke(sandbox, ["--replay", str(path), "--speed", "10"])
    assert answer.exit_code == 2
    assert answer.output.strip() == f"✗ {path}, line 2: seconds must be a number from 0 upwards, not “soon”."
    assert CliRunner().invoke(sandbox, ["--replay", str(path), "--speed", "0"]).exit_code == 2
    gone = CliRunner().invoke(sandbox, ["--replay", str(tmp_path / "gone.csv")])
    assert "cannot be read: No such file or directory." in gone.output


def test_the_exercise_that_comes_along_can_be_played() -> None:
    recording = read_recording(EXERCISE)
    assert len({one.sender for one in recording}) >= 6
    assert {one.lang for one in recording} == {"pl", "ar", "fil", "en"}


async def test_a_button_that_the_recording_names_is_pressed_when_the_bot_offers_it(town: Town) -> None:
    hours = Hours()
    async with town.telegram.serving():
        recording = [Spoken(text="woda", sender="Ola Zmyślona", lang="pl", seconds=0, press="Wodociągi")]
        playing = asyncio.create_task(replay(town, recording, speed=1, now=lambda: hours.now, sleep=hours.sleep))
        await until(lambda: town.people)
        (ola,) = town.people.values()
        rows = [[{"text": "Odpady", "callback_data": "a"}, {"text": "Wodociągi", "callback_data": "b"}]]
        call = {"chat_id": ola.resident.user.id, "text": "Który wydział?", "reply_markup": {"inline_keyboard": rows}}
        async with aiohttp.ClientSession() as session:
            url = f"{town.telegram.address}/bot{town.telegram.token}"
            async with session.post(f"{url}/sendMessage", json=call) as answer:
                assert answer.status == 200
            assert await asyncio.wait_for(playing, 5) == 1
            async with session.post(f"{url}/getUpdates", json={}) as answer:
                updates = (await answer.json())["result"]
    assert [update["callback_query"]["data"] for update in updates if "callback_query" in update] == ["b"]
