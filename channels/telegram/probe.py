"""Asks Telegram whether the configured bot would work: for `liaison check`."""

from typing import Literal
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import TelegramError

from channels.finding import Finding
from channels.telegram.errors import as_send_error
from domain.errors import Revoked


async def probe(bot: Bot) -> list[Finding]:
    """Findings: token-valid {bot, name}, token-refused, unreachable {reason}, webhook-set {host}, waiting {count}."""
    try:
        me = await bot.get_me()
        webhook = await bot.get_webhook_info()
    except TelegramError as error:
        meaning = as_send_error(error)
        if isinstance(meaning, Revoked):
            return [_finding("error", "token-refused")]
        return [_finding("error", "unreachable", reason=meaning.reason)]
    findings = [_finding("ok", "token-valid", bot=f"@{me.username}", name=me.first_name)]
    if webhook.url:
        findings.append(_finding("warning", "webhook-set", host=urlsplit(webhook.url).netloc))
    if webhook.pending_update_count:
        findings.append(_finding("ok", "waiting", count=str(webhook.pending_update_count)))
    return findings


def _finding(level: Literal["ok", "warning", "error"], code: str, **values: str) -> Finding:
    return Finding(channel="telegram", level=level, code=code, values=values)
