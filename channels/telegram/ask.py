"""One method of the Bot API, asked without making the library's object of the answer.

python-telegram-bot makes a `Message` with all its fields of every answer to sendMessage. A delivery needs its number
alone, and making the object was a quarter of what it cost (docs/performance.md). The errors are the library's own.
"""

from collections.abc import Mapping
from typing import Any

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, TelegramError

from channels.raw import from_json
from channels.telegram.transport import AiohttpRequest, Answer, ServerFault, description_of, refuse

_REFUSALS: Mapping[int, type[TelegramError]] = {  # Bot API: Making requests
    400: BadRequest,
    401: InvalidToken,
    403: Forbidden,
    404: InvalidToken,
    409: Conflict,
}


async def ask(request: AiohttpRequest, bot: Bot, method: str, parameters: Mapping[str, Any]) -> Any:
    """The `result` of a call that carries no file. Raises what a call through the library raises over `request`."""
    return result_of(await request.call(f"{bot.base_url}/{method}", parameters, request.read_timeout))


def result_of(answer: Answer) -> Any:
    """What stands under `result`. Raises the library's error for a refusal, `ServerFault` for what no Bot API says."""
    refuse(answer)
    try:
        value = from_json(answer.body)
    except ValueError:
        value = None
    if answer.status in _REFUSALS:
        raise _refusal(answer, value)
    if not isinstance(value, dict):
        raise ServerFault("the answer is no JSON object")
    return value["result"]


def _refusal(answer: Answer, value: Any) -> TelegramError:
    parameters = value.get("parameters") if isinstance(value, dict) else None
    moved = parameters.get("migrate_to_chat_id") if isinstance(parameters, dict) else None
    return ChatMigrated(moved) if isinstance(moved, int) else _REFUSALS[answer.status](description_of(answer))
