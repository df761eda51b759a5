"""`liaison detect`: JSON lines in, JSON lines out, one answer a line, flushed; for operators and for measuring."""

import json
import sys
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, TextIO

import click

from understanding.language.history import History
from understanding.language.identifier import Identifier
from understanding.language.inventory import CORE_LANGUAGES

MAX_SENDERS = 10_000
"""Senders whose history is kept within one run; the one silent for longest is forgotten first."""


def detect_lines(stdin: TextIO, stdout: TextIO, languages: Sequence[str] = CORE_LANGUAGES) -> None:
    """Answer `{"id","text","client_lang"?,"sender"?}` lines with `{"id","lang","confidence"}` lines until the end.

    A line that is not such an object gets `und` with confidence 0 and an `error`, and the run goes on; empty lines are
    skipped.
    """
    run = _Run(languages)
    for line in stdin:
        if line.strip():
            stdout.write(json.dumps(run.answer(line), ensure_ascii=False) + "\n")
            stdout.flush()


class _Run:
    def __init__(self, languages: Sequence[str]) -> None:
        self._identifier = Identifier(languages)
        self._histories: OrderedDict[str, History] = OrderedDict()

    def answer(self, line: str) -> dict[str, Any]:
        try:
            asked = json.loads(line)
        except (ValueError, RecursionError):
            return _unread(None, "not a JSON line")
        if not isinstance(asked, dict):
            return _unread(None, "not a JSON object")
        text, client = asked.get("text"), asked.get("client_lang")
        if not isinstance(text, str) or not isinstance(client, str | None):
            return _unread(asked.get("id"), "text must be a string, client_lang a string or absent")
        return self._identify(asked.get("id"), text, client, asked.get("sender"))

    def _identify(self, ident: Any, text: str, client: str | None, sender: Any) -> dict[str, Any]:
        history = None if sender is None else self._histories.get(str(sender), History())
        verdict = self._identifier.identify(text, client_lang=client, history=history)
        if history is not None:
            self._remember(str(sender), history.updated(verdict))
        return {"id": ident, "lang": verdict.lang, "confidence": round(verdict.confidence, 4)}

    def _remember(self, sender: str, history: History) -> None:
        self._histories[sender] = history
        self._histories.move_to_end(sender)
        if len(self._histories) > MAX_SENDERS:
            self._histories.popitem(last=False)


def _unread(ident: Any, error: str) -> dict[str, Any]:
    return {"id": ident, "lang": "und", "confidence": 0.0, "error": error}


@click.command("detect")
@click.option("--languages", default=",".join(CORE_LANGUAGES), show_default=True, help="Codes, separated by commas.")
def detect(languages: str) -> None:
    """Name the language of JSON lines: {"id","text","client_lang"?,"sender"?} -> {"id","lang","confidence"}."""
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    detect_lines(sys.stdin, sys.stdout, [code.strip() for code in languages.split(",") if code.strip()])


if __name__ == "__main__":
    detect()
