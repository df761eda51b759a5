"""getUpdates and the webhook settings: how a bot gets its updates, and that only one receiver may."""

import asyncio
from typing import Any

from sandbox.telegram.bots import Bot, Webhook
from sandbox.telegram.calls import Call, Outcome, method
from sandbox.telegram.errors import ApiError, bad_request, conflict, too_many_requests
from sandbox.telegram.identity import Json

_MAX_TIMEOUT = 50
_OTHER = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "terminated by setWebhook request"
_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_SECRET_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


def choose_kinds(call: Call) -> None:
    """Read allowed_updates: absent keeps the earlier choice, an empty list means the default kinds."""
    kinds = call.arguments.decoded("allowed_updates", "allowed_updates")
    if isinstance(kinds, list):
        call.bot.updates.allow(str(kind) for kind in kinds)


async def fail_conflict(call: Call, reason: str) -> ApiError:
    """409 at once, or after the pause that keeps two fighting receivers from hammering the server."""
    polling, pause = call.bot.polling, call.network.options.conflict_pause
    now = asyncio.get_running_loop().time()
    if now < polling.next_conflict:
        await asyncio.sleep(pause)
    else:
        polling.next_conflict = now + pause
    return conflict(reason)


@method("getUpdates")
async def get_updates(call: Call) -> list[Json]:
    """Unconfirmed updates, oldest first; with a timeout it waits up to 50 s for one. The offset confirms."""
    arguments, bot = call.arguments, call.bot
    if bot.webhook.url:
        raise await fail_conflict(call, _ACTIVE)
    offset = arguments.integer("offset")
    limit = arguments.integer("limit", 100, 1, 100)
    timeout = arguments.integer("timeout", 0, 0, _MAX_TIMEOUT)
    choose_kinds(call)
    if call.network.options.slow_repeats:
        timeout, limit = _slowed(bot, offset, timeout, limit)
    if offset < 0:
        bot.updates.keep_last(-offset)
    elif offset > 0:
        bot.updates.confirm_below(offset)
    found = _taken(bot, limit)
    if found or timeout == 0:
        return found
    return await _wait(call, limit, timeout)


def _slowed(bot: Bot, offset: int, timeout: int, limit: int) -> tuple[int, int]:
    polling, now = bot.polling, asyncio.get_running_loop().time()
    if offset == polling.last_offset and now < polling.last_start + 3.0:
        timeout = max(timeout, 3)
        if now < polling.last_start + 0.5:
            limit = 1
    polling.last_offset, polling.last_start = offset, now
    return timeout, limit


def _taken(bot: Bot, limit: int) -> list[Json]:
    shown = [update.shown for update in bot.updates.peek(limit)]
    if len(shown) > 1 and bot.network.faults.for_update("reorder_updates", bot.id):
        bot.network.faults.shuffle(shown)
    return shown


async def _wait(call: Call, limit: int, seconds: int) -> list[Json]:
    bot, loop = call.bot, asyncio.get_running_loop()
    end_poll(bot, _OTHER)
    mine: asyncio.Future[str] = loop.create_future()
    bot.polling.open = mine
    deadline = loop.time() + seconds
    try:
        while True:
            left = deadline - loop.time()
            changed = bot.updates.watch()
            events: set[asyncio.Future[Any]] = {mine, changed}
            try:
                await asyncio.wait(events, timeout=max(0.0, left), return_when=asyncio.FIRST_COMPLETED)
            finally:
                bot.updates.unwatch(changed)
            if mine.done():
                raise await fail_conflict(call, mine.result())
            found = _taken(bot, limit)
            if found or left <= 0:
                return found
    finally:
        if bot.polling.open is mine:
            bot.polling.open = None


def end_poll(bot: Bot, reason: str) -> None:
    """End the long poll that is open, if any, with 409."""
    waiting = bot.polling.open
    if waiting is not None and not waiting.done():
        waiting.set_result(reason)
    bot.polling.open = None


@method("setWebhook")
def set_webhook(call: Call) -> Outcome:
    """Post updates to a URL from now on. Unlike api.telegram.org, plain http and any port will do."""
    arguments, bot = call.arguments, call.bot
    url = arguments.text("url")
    if not url:
        return delete_webhook(call)
    loop_time = asyncio.get_running_loop().time()
    if loop_time < bot.webhook.next_change:
        raise too_many_requests(1)
    wanted = _read_webhook(call, url)
    wanted.next_change = loop_time + 1.0
    choose_kinds(call)
    if arguments.flag("drop_pending_updates"):
        bot.updates.clear()
    elif _same(bot.webhook, wanted):
        return Outcome(True, "Webhook is already set")
    end_poll(bot, _WEBHOOK_SET)
    bot.webhook = wanted
    bot.updates.wake()
    return Outcome(True, "Webhook was set")


def _read_webhook(call: Call, url: str) -> Webhook:
    arguments = call.arguments
    secret = arguments.text("secret_token")
    if not url.lower().startswith(("http://", "https://")):
        url = f"https://{url}"
    if " " in url or url.rsplit("://", 1)[1][:1] in ("", "/"):
        raise bad_request("invalid webhook URL specified")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET_LETTERS.issuperset(secret):
        raise bad_request("secret token contains unallowed characters")
    return Webhook(
        url=url,
        secret_token=secret,
        max_connections=arguments.integer("max_connections", 40, 1, 100),
        ip_address=arguments.text("ip_address"),
        has_certificate="certificate" in arguments.files,
    )


def _same(old: Webhook, new: Webhook) -> bool:
    return (old.url, old.secret_token, old.max_connections) == (new.url, new.secret_token, new.max_connections)


@method("deleteWebhook")
def delete_webhook(call: Call) -> Outcome:
    """Go back to getUpdates."""
    was_set = bool(call.bot.webhook.url)
    if call.arguments.flag("drop_pending_updates"):
        call.bot.updates.clear()
    call.bot.webhook = Webhook()
    call.bot.updates.wake()
    return Outcome(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """The settings, how many updates wait, and the last failure."""
    webhook, updates = call.bot.webhook, call.bot.updates
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": webhook.has_certificate,
        "pending_update_count": len(updates),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
        if webhook.ip_address:
            info["ip_address"] = webhook.ip_address
    if webhook.last_error_date:
        info |= {"last_error_date": webhook.last_error_date, "last_error_message": webhook.last_error_message}
    if updates.chosen:
        info["allowed_updates"] = sorted(updates.allowed)
    return info
