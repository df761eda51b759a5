"""The library's Bot on our transport, and who it is."""

from telegram import Bot
from telegram.error import TelegramError

from channels.telegram.errors import as_send_error
from channels.telegram.inbound import BotIdentity
from channels.telegram.transport import AiohttpRequest


def make_bot(token: str, request: AiohttpRequest, *, api_url: str = "https://api.telegram.org") -> Bot:
    """A Bot that sends through `request`. `api_url` is the root of a Bot API server, without "/bot"."""
    root = api_url.rstrip("/")
    return Bot(
        token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request, get_updates_request=request
    )


async def identify(bot: Bot) -> BotIdentity:
    """Ask Telegram who the bot is (getMe). Raises `SendError`s; `Revoked` where the token is wrong."""
    try:
        me = await bot.get_me()
    except TelegramError as error:
        raise as_send_error(error) from None
    return BotIdentity(id=me.id, username=me.username or "")
