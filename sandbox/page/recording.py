"""A recording: who wrote what and when, read from a table (CSV) that a spreadsheet can save."""

import csv
import io
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("text", "lang", "sender", "seconds")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # as Telegram clients name their language
ENOUGH = 10  # problems worth telling at once


class BadRecording(ValueError):
    """The file cannot be played. `problems`: one sentence each, with its line; nothing was played."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One message: `seconds` after the beginning, `sender` in a language (`lang`, an IETF tag).

    `press`: the words of a button that the sender presses when the bot offers it; empty for none.
    """

    text: str
    lang: str
    sender: str
    seconds: float
    press: str = ""


def read_recording(path: Path) -> tuple[Spoken, ...]:
    """The messages of a file in UTF-8 with the columns text, lang, sender, seconds, in the order of their moments.

    Comma or semicolon stands between the columns. The column press may be there; any others are ignored. Raises
    BadRecording.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadRecording([f"{path} cannot be read: {error.strerror}."]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BadRecording([f"{path}, line {line}: this is not UTF-8. Save the table as “CSV UTF-8”."]) from None
    return parse_recording(text, str(path))


def parse_recording(text: str, name: str) -> tuple[Spoken, ...]:
    """As `read_recording`, of the text of the file `name`. Raises BadRecording."""
    spoken: list[Spoken] = []
    problems: list[str] = []
    try:
        for line, row in _rows(text, name):
            found = _problems(row)
            problems += [f"{name}, line {line}: {problem}." for problem in found]
            if not found:
                spoken.append(_spoken(row))
    except csv.Error as error:
        problems.append(f"{name}: {error}.")
    if len(problems) > ENOUGH:
        problems[ENOUGH:] = [f"{name}: and {len(problems) - ENOUGH} more."]
    if problems:
        raise BadRecording(problems)
    if not spoken:
        raise BadRecording([f"{name}: there is no message in it."])
    return tuple(sorted(spoken, key=lambda one: one.seconds))


def _rows(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Line (of its beginning) and columns of every row that is not empty. Raises BadRecording for a bad head."""
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head and "," not in head else ",")
    columns = [column.strip().lower() for column in next(rows, [])]
    missing = [column for column in COLUMNS if column not in columns]
    if missing:
        first = f"the first line must name the columns {', '.join(COLUMNS)}"
        raise BadRecording([f"{name}, line 1: {first}; {', '.join(missing)} is missing."])
    begins = rows.line_num + 1
    for row in rows:
        if row:
            yield begins, dict(zip(columns, (*row, *[""] * len(columns)), strict=False))
        begins = rows.line_num + 1


def _problems(row: dict[str, str]) -> list[str]:
    problems = []
    if not row["text"].strip():
        problems.append("text is empty")
    if not _LANGUAGE.fullmatch(row["lang"].strip()):
        problems.append(f"lang must be a language code such as pl, not “{row['lang']}”")
    if not row["sender"].strip():
        problems.append("sender is empty")
    seconds = _number(row["seconds"])
    if seconds is None or seconds < 0:
        problems.append(f"seconds must be a number from 0 upwards, not “{row['seconds']}”")
    return problems


def _spoken(row: dict[str, str]) -> Spoken:
    seconds = _number(row["seconds"])
    assert seconds is not None
    return Spoken(
        text=row["text"],
        lang=row["lang"].strip(),
        sender=row["sender"].strip(),
        seconds=seconds,
        press=row.get("press", "").strip(),
    )


def _number(text: str) -> float | None:
    """A finite number; a decimal comma counts as a point, as spreadsheets write it."""
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
