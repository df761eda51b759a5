"""answerCallbackQuery: within 150 seconds of the press, and once."""

from sandbox.telegram.callbacks import CallbackAnswer
from sandbox.telegram.calls import Call, method
from sandbox.telegram.entities import utf16_length
from sandbox.telegram.errors import bad_request

_MAX_TEXT = 200


@method("answerCallbackQuery")
def answer_callback_query(call: Call) -> bool:
    """End the waiting on the user's button, with a note or an alert of up to 200 characters."""
    arguments = call.arguments
    query = call.bot.queries.get(arguments.text("callback_query_id"))
    if query is None or not query.open(call.network.now()):
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = arguments.text("text")
    if utf16_length(text) > _MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answer = CallbackAnswer(
        text=text,
        show_alert=arguments.flag("show_alert"),
        url=arguments.text("url"),
        cache_time=arguments.integer("cache_time", 0, 0),
    )
    query.answered.set()
    call.network.changes.note("answer", call.bot.id, query.message.chat.id, query.message.id)
    return True
