"""`liaison route`: the router on JSON lines, for trying messages and for measuring."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

import click

from understanding.routing.profile import DepartmentProfile, Features
from understanding.routing.router import Router

Message = Mapping[str, Any]
Answer = dict[str, Any]


class BadLine(ValueError):
    """A line that the protocol does not know, with the reason in one sentence."""


def _text_of(message: Message, key: str) -> str:
    value = message.get(key)
    if not isinstance(value, str):
        raise BadLine(f'"{key}" must be a string')
    return value


def _optional(message: Message, key: str) -> str | None:
    return None if message.get(key) is None else _text_of(message, key)


def _texts(value: object, what: str) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise BadLine(f'"{what}" must map language codes to strings')
    return value


def _profile(item: object) -> DepartmentProfile:
    if not isinstance(item, dict):
        raise BadLine('"departments" must be a list of objects')
    keywords = item.get("keywords") or {}
    if not isinstance(keywords, dict) or not all(
        isinstance(v, list) and all(isinstance(k, str) for k in v) for v in keywords.values()
    ):
        raise BadLine('"keywords" must map language codes to lists of strings')
    return DepartmentProfile(
        id=_text_of(item, "id"),
        name=_texts(item.get("name") or {}, "name"),
        description=_texts(item.get("description") or {}, "description"),
        keywords=keywords,
    )


def _features(message: Message) -> Features:
    attachments = message.get("attachments") or []
    if not isinstance(attachments, list) or not all(isinstance(kind, str) for kind in attachments):
        raise BadLine('"attachments" must be a list of strings')
    return Features(
        text=_text_of(message, "text"),
        lang=_optional(message, "lang"),
        area=_optional(message, "area"),
        attachments=tuple(attachments),
    )


class Session:
    """One run of the command: the router that the first `departments` line made, and what it learned since."""

    def __init__(self) -> None:
        self._router: Router | None = None
        self._operations: dict[str, Callable[[Message], Answer]] = {
            "departments": self._departments,
            "predict": self._predict,
            "learn": self._learn,
        }

    def answer(self, line: str) -> Answer:
        """The answer to one line; {"error": …} for one that cannot be answered. Never raises."""
        try:
            message = json.loads(line)
            if not isinstance(message, dict):
                raise BadLine("a line must be a JSON object")
            operation = self._operations.get(str(message.get("op")))
            if operation is None:
                raise BadLine('"op" must be one of: ' + ", ".join(self._operations))
            return operation(message)
        except json.JSONDecodeError as fault:
            return {"error": f"not JSON: {fault.msg}"}
        except (ValueError, RecursionError) as fault:
            return {"error": str(fault) or type(fault).__name__}

    def _departments(self, message: Message) -> Answer:
        listed = message.get("departments")
        if not isinstance(listed, list):
            raise BadLine('"departments" must be a list of objects')
        profiles = [_profile(item) for item in listed]
        if self._router is not None and set(self._router.departments) & {profile.id for profile in profiles}:
            self._router = Router.load(self._router.dump(), profiles)  # a changed organisation keeps what it learned
        else:
            self._router = Router(profiles)
        return {"ok": True}

    def _ready(self) -> Router:
        if self._router is None:
            raise BadLine('send {"op":"departments",…} first')
        return self._router

    def _predict(self, message: Message) -> Answer:
        decision = self._ready().predict(_features(message))
        return {
            "ranking": [[department, chance] for department, chance in decision.ranking],
            "auto": decision.action == "auto",
            "action": decision.action,
            "reasons": [{"kind": reason.kind, "text": reason.text} for reason in decision.reasons],
        }

    def _learn(self, message: Message) -> Answer:
        label = _text_of(message, "label")
        router = self._ready()
        if label not in router.departments:
            raise BadLine(f"no department has the id {label!r}")
        router.learn(_features(message), label, reference=_optional(message, "reference"))
        return {"ok": True}


def serve(lines: Iterable[str], out: IO[str]) -> None:
    """Answer each line with one line, flushed, until the lines end; blank lines are skipped."""
    session = Session()
    for line in lines:
        if line.strip():
            out.write(json.dumps(session.answer(line), ensure_ascii=False) + "\n")
            out.flush()


@click.command("route")
def route() -> None:
    """Route messages to departments: JSON lines in, JSON lines out.

    \b
    {"op":"departments","departments":[{"id":"roads","name":{"en":"Roads"},"keywords":{"en":["pothole"]}}]}
    {"op":"predict","text":"A deep pothole","lang":"en"}  ->  {"ranking":[["roads",0.71]],"auto":false}
    {"op":"learn","text":"A deep pothole","lang":"en","label":"roads"}
    """
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    serve(sys.stdin, sys.stdout)


if __name__ == "__main__":
    route()
