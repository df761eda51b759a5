"""What the coordinators' forms about volunteers share: who may fill them in, and the lists of traits."""

from domain.content import Ask, Choice
from domain.volunteering import Trait
from handlers import rights
from handlers.context import Context
from handlers.volunteers.words import choices_of


async def may(ctx: Context, user: str, _about: str = "") -> str:
    """Why the user may not work with volunteers; empty where they may."""
    return "" if await rights.coordinates(ctx, user) else ctx.desk("volunteer-refuse-role")


def trait_ask(ctx: Context, trait: Trait) -> Ask:
    """A list of everything that can be chosen of a trait."""
    found = choices_of(ctx, trait, ctx.community.staff_language)
    return Ask(
        name=trait.value,
        label=ctx.desk(f"volunteer-ask-{trait.value}"),
        kind="choice",
        choices=tuple(Choice(label=words, value=value) for value, words in found),
        optional=True,
    )
