"""The bot's menu and self-description in Telegram, per language. The words come from the caller's catalogs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from channels.plain import cut
from channels.telegram.errors import as_send_error

# Bot API takes two-letter ISO 639-1 codes only; Filipino has none and goes by Tagalog's.
_TWO_LETTERS = {"fil": "tl"}
# Bot API limits: BotCommand.description 256, setMyDescription 512, setMyShortDescription 120 characters.
_COMMAND, _DESCRIPTION, _ABOUT = 256, 512, 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """One language's menu. `commands` are (name without slash, description); `description` greets in an empty chat;
    `about` stands on the profile."""

    commands: Sequence[tuple[str, str]]
    description: str = ""
    about: str = ""


async def set_menu(bot: Bot, menus: Mapping[str, Menu], default: str) -> None:
    """Set every language's menu; that of `default` also for everybody else. Raises `SendError`s."""
    try:
        await _set(bot, menus[default], None)
        for language, menu in menus.items():
            code = _TWO_LETTERS.get(language, language)
            if len(code) == 2:
                await _set(bot, menu, code)
    except TelegramError as error:
        raise as_send_error(error) from None


async def _set(bot: Bot, menu: Menu, language: str | None) -> None:
    commands = [BotCommand(name, cut(words, _COMMAND)) for name, words in menu.commands]
    await bot.set_my_commands(commands, language_code=language)
    await bot.set_my_description(cut(menu.description, _DESCRIPTION), language_code=language)
    await bot.set_my_short_description(cut(menu.about, _ABOUT), language_code=language)
