"""The bot's command menu and self-description in every language of the community."""

from channels.telegram.menu import Menu
from domain.community import Community
from handlers.commands import NAMES
from locales import Catalogs


def menus(catalogs: Catalogs, community: Community) -> dict[str, Menu]:
    """One menu a language."""
    return {language: _menu(catalogs, community, language) for language in community.languages}


def _menu(catalogs: Catalogs, community: Community, language: str) -> Menu:
    name = community.say(community.name, language)
    number = community.emergency.number
    return Menu(
        commands=[(command, catalogs.say(language, f"resident-command-{command}")) for command in NAMES],
        description=catalogs.say(language, "resident-profile-description", community=name, number=number),
        about=catalogs.say(language, "resident-profile-short", community=name),
    )
