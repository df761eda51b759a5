"""One JSON line an event (or a coloured one on a terminal). No token, no message text, no name ever reaches a log.

Only named fields are logged, and the fields that Liaison logs are ids, counts, states and reasons. Libraries' own
records pass through the same pipe with every token-shaped string blotted out, because python-telegram-bot's HTTP layer
puts the token into each request line.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

from bot.exception_logs import without_words
from channels.secrets import scrub

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
OURS = frozenset(
    ("alerts", "bot", "broadcasts", "channels", "delivery", "domain", "handlers", "locales", "sandbox", "storage",
     "understanding")
)  # fmt: skip


def blot(text: str) -> str:
    """`text` without tokens and without control characters that could forge a line or hide one."""
    return _CONTROL.sub(" ", scrub(text))


def _blot_all(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = blot(value)
    return event


def _not_noise(record: logging.LogRecord) -> bool:
    """Libraries are heard from WARNING on, whatever our own level: at DEBUG they print statements, requests, messages.

    Asked at the handler, because Bolt sets the levels of its own loggers.
    """
    return record.levelno >= logging.WARNING or record.name.partition(".")[0] in OURS


def _first_line(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Of a library's warning the first line: asyncio puts the values of a failed task into the others."""
    event["event"] = str(event.get("event", "")).partition("\n")[0]
    return event


def configure(level: str = "INFO", form: str = "auto") -> None:
    """Set logging up once, for Liaison and for the libraries. `form`: json, console, auto (console on a terminal)."""
    console = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    ending: list[Any] = [without_words, _blot_all]
    render: Any = structlog.dev.ConsoleRenderer() if console else structlog.processors.JSONRenderer(ensure_ascii=False)
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, _first_line],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending, render],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    handler.addFilter(_not_noise)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
