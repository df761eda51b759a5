"""A call without the library's objects ends as the same call through the library does, whatever is answered."""

from collections.abc import Mapping
from typing import Any

import orjson
import pytest
from telegram import LinkPreviewOptions, MessageEntity

from channels.telegram.ask import ask
from channels.telegram.bot import make_bot
from channels.telegram.errors import as_send_error
from channels.telegram.transport import AiohttpRequest, Answer
from domain.errors import Refused, SendError

CHAT = {"id": 5, "type": "private", "first_name": "Ola"}
MESSAGE = {"message_id": 77, "date": 1, "chat": CHAT, "text": "Water"}


class Scripted(AiohttpRequest):
    """Answers everything alike and keeps what it was asked."""

    def __init__(self, status: int, body: bytes, headers: Mapping[str, str]) -> None:
        super().__init__()
        self.answer = Answer(status=status, body=body, headers=headers)
        self.asked: list[tuple[str, str, Any]] = []

    async def _exchange(self, method: str, url: str, body: Any, headers: Mapping[str, str], total: float) -> Answer:
        self.asked.append((method, url, orjson.loads(body)))
        return self.answer


def refusal(status: int, description: str, **parameters: Any) -> bytes:
    answer: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    return orjson.dumps(answer | ({"parameters": parameters} if parameters else {}))


ANSWERS: list[tuple[int, bytes, dict[str, str]]] = [
    (200, orjson.dumps({"ok": True, "result": MESSAGE}), {}),
    (200, b"<html>", {}),
    (200, b"[]", {}),
    (200, b"{}", {}),
    (400, refusal(400, "Bad Request: chat not found"), {}),
    (400, refusal(400, "Bad Request: message is not modified"), {}),
    (400, refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100123), {}),
    (401, refusal(401, "Unauthorized"), {}),
    (403, refusal(403, "Forbidden: bot was blocked by the user"), {}),
    (404, refusal(404, "Not Found"), {}),
    (409, refusal(409, "Conflict: terminated by other getUpdates request"), {}),
    (413, b"too large", {}),
    (418, refusal(418, "a teapot"), {}),
    (429, refusal(429, "Too Many Requests: retry after 7", retry_after=7), {}),
    (429, b"slow down", {"Retry-After": "9"}),
    (500, refusal(500, "Internal Server Error"), {}),
    (502, b"<html>bad gateway</html>", {}),
    (503, b"", {}),
]


async def test_a_refusal_that_cannot_be_read_says_nothing_of_its_text() -> None:
    request = Scripted(400, b"<p>secret page</p>", {})
    bot = make_bot("1:made-up", request, api_url="http://127.0.0.1:9")
    assert (await ended(ask(request, bot, "sendMessage", {})))[:2] == (Refused, "HTTP 400")


async def ended(call: Any) -> tuple[Any, ...]:
    """How a call ended, as the engine sees it."""
    try:
        return (str(await call),)
    except Exception as error:
        meaning: SendError = as_send_error(error, "5")
        return type(meaning), str(meaning), vars(meaning)


@pytest.mark.parametrize(("status", "body", "headers"), ANSWERS)
async def test_every_answer_means_what_the_library_says(status: int, body: bytes, headers: dict[str, str]) -> None:
    request = Scripted(status, body, headers)
    bot = make_bot("1:made-up", request, api_url="http://127.0.0.1:9")

    async def through_the_library() -> str:
        entities = [MessageEntity(MessageEntity.BOLD, 0, 5)]
        preview = LinkPreviewOptions(is_disabled=True)
        sent = await bot.send_message(5, "Water", entities=entities, link_preview_options=preview)
        return str(sent.message_id)

    async def without() -> str:
        said = {
            "chat_id": 5,
            "text": "Water",
            "entities": [{"type": "bold", "offset": 0, "length": 5}],
            "link_preview_options": {"is_disabled": True},
        }
        return str((await ask(request, bot, "sendMessage", said))["message_id"])

    assert await ended(without()) == await ended(through_the_library())
    ours, theirs = request.asked
    assert ours == theirs
