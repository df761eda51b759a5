"""Keeps tokens out of logs. Telegram's sits in every address, so that any library's error text may show it."""

import logging
import re
from collections.abc import Iterable
from traceback import format_exception

HIDDEN = "[secret]"
# Telegram: <digits>:<35 characters>; Slack: xoxb-…, xapp-…, xoxe.xoxp-…; tickets of Socket Mode addresses.
_SHAPES = re.compile(
    r"(?<!\d)\d{5,20}:[A-Za-z0-9_-]{30,64}|\bx(?:ox[a-z]|app)[-.][A-Za-z0-9.-]{8,}|(?<=[?&]ticket=)[^&\s'\"]+"
)


def scrub(text: str, secrets: Iterable[str] = ()) -> str:
    """`text` without anything that looks like a token and without the literal `secrets`."""
    for secret in secrets:
        if secret:
            text = text.replace(secret, HIDDEN)
    return _SHAPES.sub(HIDDEN, text)


class SecretFilter(logging.Filter):
    """Scrubs every record that passes: its message, its arguments and its traceback. Put it on handlers.

    `secrets` are the literal ones of the configuration; shapes of tokens are hidden without being listed.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True: records are cleaned, never dropped."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError):
            text = str(record.msg)
        record.msg, record.args = scrub(text, self._secrets), ()
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = scrub("".join(format_exception(record.exc_info[1])).rstrip(), self._secrets)
            record.exc_info = None
        return True
