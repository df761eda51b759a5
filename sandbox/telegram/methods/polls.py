"""sendPoll and stopPoll: ordinary polls and quizzes; voting is on the residents' side."""

import asyncio
from typing import Any

from sandbox.telegram.access import Access, message_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Message
from sandbox.telegram.entities import utf16_length
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import Json
from sandbox.telegram.markup import inline_markup
from sandbox.telegram.posting import envelope, format_text, post

_MAX_QUESTION = 300
_MAX_OPTION = 100
_MAX_OPTIONS = 12
_MAX_EXPLANATION = 200
_LONGEST = 2_628_000


@method("sendPoll", sends=True)
def send_poll(call: Call) -> Message:
    """Ask a question of 1-300 characters with 1-12 answers of 1-100."""
    arguments = call.arguments
    question = _text(call, arguments.text("question"), "question", "Poll question", _MAX_QUESTION)
    options = [_option(call, item, number) for number, item in enumerate(_options(call))]
    kind = arguments.text("type", "regular") or "regular"
    if kind not in ("regular", "quiz"):
        raise bad_request("Unsupported poll type specified")
    poll: Json = {
        "id": call.bot.next_query_id(),
        "question": question["text"],
        "options": options,
        "total_voter_count": 0,
        "is_closed": arguments.flag("is_closed"),
        "is_anonymous": arguments.flag("is_anonymous") if arguments.given("is_anonymous") else True,
        "type": kind,
        "allows_multiple_answers": arguments.flag("allows_multiple_answers"),
        "allows_revoting": arguments.flag("allows_revoting")
        if arguments.given("allows_revoting")
        else kind == "regular",
        "members_only": arguments.flag("members_only"),
    }
    if question["entities"]:
        poll["question_entities"] = question["entities"]
    poll |= _quiz(call, len(options)) if kind == "quiz" else {}
    poll |= _end(call)
    message = post(call, envelope(call), {"poll": poll})
    if "close_date" in poll and not poll["is_closed"]:
        left = max(0.0, poll["close_date"] - call.network.now())
        asyncio.get_running_loop().call_later(left, _close, call, message)
    return message


def _close(call: Call, message: Message) -> Json:
    poll = message.content["poll"]
    if poll["is_closed"]:
        return dict(poll)
    closed = {**poll, "is_closed": True}
    message.content = {**message.content, "poll": closed}
    call.bot.receive("poll", closed, key=message.chat.id)
    call.network.changes.note("edited", call.bot.id, message.chat.id, message.id)
    return closed


def _quiz(call: Call, count: int) -> Json:
    ids = call.arguments.decoded("correct_option_ids", "correct option identifiers")
    if ids is None and call.arguments.given("correct_option_id"):
        ids = [call.arguments.integer("correct_option_id")]
    if not isinstance(ids, list) or not ids:
        raise bad_request("Expected an Array of correct option identifiers")
    if not all(isinstance(number, int) and 0 <= number < count for number in ids):
        raise bad_request("wrong correct option ID specified")
    quiz: Json = {"correct_option_ids": ids}
    if call.arguments.given("explanation"):
        source = call.arguments.text("explanation")
        explanation = _text(call, source, "explanation", "Poll explanation", _MAX_EXPLANATION)
        quiz |= {"explanation": explanation["text"], "explanation_entities": explanation["entities"]}
    return quiz


def _end(call: Call) -> Json:
    """open_period (5 seconds to 30 days) or close_date of a poll; it closes then by the real time."""
    period, date = call.arguments.integer("open_period"), call.arguments.integer("close_date")
    if period:
        return {"open_period": max(5, min(_LONGEST, period)), "close_date": call.network.date() + period}
    if date:
        return {"close_date": date}
    return {}


def _options(call: Call) -> list[Any]:
    options = call.arguments.decoded("options", "options")
    if not isinstance(options, list):
        raise bad_request("Expected an Array of String as options")
    if not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > _MAX_OPTIONS:
        raise bad_request(f"poll can't have more than {_MAX_OPTIONS} options")
    return options


def _option(call: Call, item: Any, number: int) -> Json:
    text = item.get("text") if isinstance(item, dict) else item
    if not isinstance(text, str):
        raise bad_request("Expected an option to be of type String")
    read = _text(call, text, "text", "Poll options", _MAX_OPTION, item if isinstance(item, dict) else {})
    shown: Json = {"persistent_id": str(number), "text": read["text"], "voter_count": 0}
    return {**shown, "text_entities": read["entities"]} if read["entities"] else shown


def _text(call: Call, source: str, name: str, what: str, most: int, where: Json | None = None) -> Json:
    origin = call.arguments.values if where is None else where
    mode, marks = str(origin.get(f"{name}_parse_mode") or ""), origin.get(f"{name}_entities")
    if isinstance(marks, str):
        marks = call.arguments.decoded(f"{name}_entities", "message entities")
    read = format_text(call, source, mode, marks)
    if not read.text:
        raise bad_request(f"{what} must be non-empty")
    if utf16_length(read.text) > most:
        raise bad_request(f"{what} length must not exceed {most}")
    return {"text": read.text, "entities": read.entities}


@method("stopPoll")
def stop_poll(call: Call) -> Json:
    """Close a poll of the bot; returns it."""
    keyboard = inline_markup(call.arguments)
    message = message_of(call, "message with poll to stop", Access.EDIT)
    poll = message.content.get("poll")
    if not isinstance(poll, dict) or message.sender is not call.bot.user:
        raise bad_request("message with poll to stop not found")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    message.inline_keyboard = keyboard
    return _close(call, message)
