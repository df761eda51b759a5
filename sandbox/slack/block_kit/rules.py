"""The few kinds of rule from which every Block Kit shape is put together.

A rule takes a value and its JSON pointer and yields what is wrong with it. Slack's own wording is kept, because people
look it up: "must be less than 76 characters [json-pointer:/blocks/0/text/text]".
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a block or view; `pointer` is an RFC 6901 JSON pointer from the argument's name."""

    message: str
    pointer: str

    def __str__(self) -> str:
        return f"{self.message} [json-pointer:{self.pointer}]"


Rule = Callable[[Any, str], Iterator[Problem]]


def string(maximum: int, *, minimum: int = 1, pattern: str | None = None) -> Rule:
    """A string of `minimum` to `maximum` characters."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield Problem("must be a string", pointer)
        elif len(value) < minimum:
            yield Problem(f"must be more than {minimum - 1} characters", pointer)
        elif len(value) > maximum:
            yield Problem(f"must be less than {maximum + 1} characters", pointer)
        elif pattern is not None and not re.fullmatch(pattern, value):
            yield Problem("must match the expected format", pointer)

    return check


def flag(value: Any, pointer: str) -> Iterator[Problem]:
    """A JSON boolean."""
    if not isinstance(value, bool):
        yield Problem("must be a valid boolean", pointer)


def anything(_value: Any, _pointer: str) -> Iterator[Problem]:
    """A value that Slack stores without looking at it."""
    return iter(())


def number(low: int | None = None, high: int | None = None) -> Rule:
    """An integer within bounds, both included."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield Problem("must be an integer", pointer)
        elif low is not None and value < low:
            yield Problem(f"must be more than {low - 1}", pointer)
        elif high is not None and value > high:
            yield Problem(f"must be less than {high + 1}", pointer)

    return check


def one_of(*allowed: str) -> Rule:
    """One of a closed set of words."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if value not in allowed:
            yield Problem(f"must be a valid enum value: {', '.join(allowed)}", pointer)

    return check


def listing(item: Rule, *, minimum: int = 1, maximum: int = 100) -> Rule:
    """An array of `minimum` to `maximum` items that all keep one rule."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, list):
            yield Problem("must be an array", pointer)
            return
        if len(value) < minimum:
            yield Problem(f"no less than {minimum} items allowed", pointer)
        if len(value) > maximum:
            yield Problem(f"no more than {maximum} items allowed", pointer)
        for index, entry in enumerate(value):
            yield from item(entry, f"{pointer}/{index}")

    return check


def record(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None, also: Rule | None = None) -> Rule:
    """An object with exactly these fields; `also` looks at it as a whole once the fields have been seen."""
    known = {**(optional or {}), **required}

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem("must provide an object", pointer)
            return
        for name in required:
            if value.get(name) is None:
                yield Problem(f"missing required field: {name}", pointer)
        for name, entry in value.items():
            if name not in known:
                yield Problem(f"invalid additional property: {name}", pointer)
            elif entry is not None:  # JSON null is read as "absent", as the official SDKs send it
                yield from known[name](entry, f"{pointer}/{name}")
        if also is not None:
            yield from also(value, pointer)

    return check


def by_type(kinds: Mapping[str, Rule]) -> Rule:
    """An object whose `type` says which rule it must keep."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if not isinstance(value, dict):
            yield Problem("must provide an object", pointer)
        elif not isinstance(value.get("type"), str):
            yield Problem("missing required field: type", pointer)
        elif value["type"] not in kinds:
            yield Problem(f"unsupported type: {value['type']}", f"{pointer}/type")
        else:
            yield from kinds[value["type"]](value, pointer)

    return check


def exactly_one(*names: str) -> Rule:
    """Of these fields one must be there, and only one."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        present = [name for name in names if value.get(name) is not None]
        if len(present) != 1:
            yield Problem(f"must define exactly one of: {', '.join(names)}", pointer)

    return check


def at_least_one(*names: str) -> Rule:
    """Of these fields at least one must be there."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        if all(value.get(name) is None for name in names):
            yield Problem(f"must define either `{'` or `'.join(names)}`", pointer)

    return check


def every(*rules: Rule) -> Rule:
    """All of these rules at once."""

    def check(value: Any, pointer: str) -> Iterator[Problem]:
        for rule in rules:
            yield from rule(value, pointer)

    return check
