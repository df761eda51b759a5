"""``/volunteer`` in Slack: coordinators find volunteers by what they can do, where and when."""

from domain.content import Form, Message
from domain.inbound import StaffCommanded, StaffFilled
from domain.volunteering import Trait
from handlers import rights
from handlers.context import Context
from handlers.form_opening import Opening
from handlers.survey_desk import tell
from handlers.volunteers import planning
from handlers.volunteers.asking import may, trait_ask
from handlers.volunteers.words import choices_of
from locales import format_list
from storage import audit, volunteers
from storage.volunteers import Volunteer

LISTED = 50
NEW_SHIFT = "shift"


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """The bare command opens the search, ``/volunteer shift`` the plan of a shift; it comes here if neither can."""
    refusal = await may(ctx, event.user, event.text)
    await tell(ctx, event.user, Message(text=refusal or ctx.desk("volunteer-help")))


async def draw_search(ctx: Context, user: str, about: str) -> Form | None:
    """The search; ``shift`` behind the command draws the plan of a shift instead."""
    if about.strip() == NEW_SHIFT:
        return await planning.draw_shift(ctx, user, "")
    if about.strip() or await may(ctx, user, about):
        return None
    return Form(
        name="volunteer-search",
        about="",
        title=ctx.desk("volunteer-search-title"),
        submit=ctx.desk("volunteer-search-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=tuple(trait_ask(ctx, trait) for trait in Trait),
    )


async def fill_search(ctx: Context, event: StaffFilled) -> None:
    """Answer with the volunteers that fit, for the asker alone."""
    if refusal := await may(ctx, event.user, ""):
        await rights.explain(ctx, event.user, refusal)
        return
    wanted = {trait: event.values.get(trait.value, "") for trait in Trait}
    found, count = await volunteers.matching(ctx.tx, wanted, LISTED)
    lines = [ctx.desk("volunteer-found", count=count), *(_line(ctx, volunteer) for volunteer in found)]
    await audit.note(ctx.tx, f"slack:{event.user}", "volunteers.searched", "", ctx.now)
    await tell(ctx, event.user, Message(text="\n".join(lines)))


def _line(ctx: Context, volunteer: Volunteer) -> str:
    language = ctx.community.staff_language
    parts = []
    for trait in Trait:
        mine = volunteer.traits.get(trait.value, frozenset())
        words = [label for value, label in choices_of(ctx, trait, language) if value in mine]
        if words:
            parts.append(format_list(language, words))
    return ctx.desk("volunteer-line", name=volunteer.name, traits=" · ".join(parts))


SEARCH = Opening(draw=draw_search, why_not=may, fill=fill_search)
