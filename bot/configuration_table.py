"""A table of the configuration file, read key by key. Whatever is wrong is noted, and reading goes on."""

import difflib
import re
from collections.abc import Collection, Iterable
from typing import Any

from bot.configuration_lines import Lines, Path

OTHER_LANGUAGE = "is not one of the languages of this community"


class Problems:
    """Collects sentences, each with the file, the line and the key that it is about."""

    def __init__(self, file: str, lines: Lines) -> None:
        self._file, self._lines = file, lines
        self._found: list[tuple[int, str]] = []

    def add(self, path: Path, sentence: str) -> None:
        """Note that `sentence` is true of the key at `path`."""
        line = self._lines.of(path)
        where = f"{self._file}:{line}" if line else self._file
        key = _readable(path)
        self._found.append((line or 0, f"{where}: {key}: {sentence}" if key else f"{where}: {sentence}"))

    def sentences(self) -> list[str]:
        """All sentences in the order of the file, none twice."""
        return list(dict.fromkeys(sentence for _, sentence in sorted(self._found, key=lambda found: found[0])))


def _readable(path: Path) -> str:
    """``departments[2].channel``; counting from 1, as people do."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def suggestion(word: str, known: Iterable[str]) -> str:
    """``(did you mean "channel"?)`` with a space before it, where something known looks alike; else nothing."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f' (did you mean "{near[0]}"?)' if near else ""


class Table:
    """One table. Getters return the value, or the default after noting what is wrong with it."""

    def __init__(self, data: Any, path: Path, problems: Problems) -> None:
        self.path, self.problems = path, problems
        self._asked: set[str] = set()
        if not isinstance(data, dict):
            problems.add(path, "must be a table.")
            data = {}
        self._data: dict[str, Any] = data

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def note(self, key: str, sentence: str) -> None:
        """Note a problem with `key`."""
        self.problems.add((*self.path, key), sentence)

    def raw(self, key: str) -> Any:
        """The value as it is; None where there is none."""
        self._asked.add(key)
        return self._data.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty. Without a default it must be there."""
        value = self.raw(key)
        if value is None:
            if default is None:
                self._missing(key)
            return default or ""
        if not isinstance(value, str) or not value.strip():
            self.note(key, "must be a text in quotation marks that is not empty.")
            return default or ""
        return value.strip()

    def matching(self, key: str, pattern: str, what: str, default: str | None = None) -> str:
        """A text of the shape `pattern`; `what` describes it for the sentence."""
        value = self.text(key, default)
        if value and value != default and not re.fullmatch(pattern, value):
            self.note(key, f'"{value}" is not {what}.')
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        value = self.raw(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.note(key, f"must be a number from {low:g} to {high:g}.")
            return default
        return value

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.number(key, default, low, high)
        if value != int(value):
            self.note(key, "must be a whole number.")
        return int(value)

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return bool(value) if value is not None else default
        self.note(key, "must be true or false, without quotation marks.")
        return default

    def texts(self, key: str, most: int | None = None) -> tuple[str, ...]:
        """A list of texts, in brackets; empty where there is none."""
        return self.listed(key, self.raw(key), most)

    def listed(self, key: str, value: Any, most: int | None = None) -> tuple[str, ...]:
        """`value`, which stands at `key`, as a list of texts."""
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.note(key, 'must be a list of texts, for example ["one", "two"].')
            return ()
        if most is not None and len(value) > most:
            self.note(key, f"has {len(value)} entries; at most {most} are used.")
        return tuple(item.strip() for item in value)

    def table(self, key: str) -> "Table":
        """The table at `key`, which may be left out."""
        value = self.raw(key)
        return Table({} if value is None else value, (*self.path, key), self.problems)

    def tables(self, key: str) -> list["Table"]:
        """The tables ``[[key]]``."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.note(key, f"must be written as [[{key}]], once for each.")
            return []
        return [Table(item, (*self.path, key, i), self.problems) for i, item in enumerate(value)]

    def words(self, key: str, languages: Collection[str], *, required: bool = True) -> dict[str, str]:
        """A text for each language. With `required` none of `languages` may be missing."""
        if key not in self._data:
            self.raw(key)
            if required:
                self._missing(key)
            return {}
        inner = self.table(key)
        if required:
            absent = [code for code in languages if code not in inner]
            if absent and inner._data:
                self.note(key, f"has no text in {', '.join(absent)}.")
        found = {code: inner.text(code, "") for code in languages if code in inner}
        inner.finish(OTHER_LANGUAGE)
        return {code: text for code, text in found.items() if text}

    def lists(self, key: str, languages: Collection[str], most: int | None = None) -> dict[str, tuple[str, ...]]:
        """A list of texts for each language; languages may be missing."""
        inner = self.table(key)
        found = {code: inner.texts(code, most) for code in languages if code in inner}
        inner.finish(OTHER_LANGUAGE)
        return {code: texts for code, texts in found.items() if texts}

    def finish(self, sentence: str = "there is no such key here") -> None:
        """Note every key that nobody asked for."""
        for key in self._data:
            if key not in self._asked:
                self.note(key, f"{sentence}{suggestion(key, self._asked)}.")

    def _missing(self, key: str) -> None:
        self.problems.add(self.path, f'"{key}" is missing.')
