"""An idea on the coordinators' desk: publish, decline, answer, done. Whoever backs it hears of an answer, once each."""

from domain.audience import Backing, Wish
from domain.content import Ask, Button, Card, Field, Form, Message
from domain.delivery import Lane
from domain.errors import NotFound
from domain.inbound import StaffFilled, StaffPressed
from domain.people import Reach
from handlers import coordination, rights
from handlers.asking_case import shorten
from handlers.context import Context
from handlers.desk import language_name
from handlers.form_opening import Opening
from storage import audit, ideas, residents, spreading
from storage.ideas import Idea
from storage.spreading import Spread

QUOTED = 200
LONGEST = 1000


def _anchor(idea: Idea) -> str:
    return f"idea:{idea.id}"


async def post(ctx: Context, idea: Idea) -> None:
    """Put a new idea before the coordinators."""
    await coordination.post(ctx, await card(ctx, idea), anchor=_anchor(idea))


async def refresh(ctx: Context, idea: Idea) -> None:
    """Bring the card up to date."""
    await coordination.refresh(ctx, await card(ctx, await ideas.get(ctx.tx, idea.id)), _anchor(idea))


async def card(ctx: Context, idea: Idea) -> Card:
    """The idea with its area, its backers and what can be done. Its author is not named."""
    staff_language = ctx.community.staff_language
    area = ctx.community.area(idea.area)
    fields = [
        Field(label=ctx.desk("field-state"), value=ctx.desk(f"idea-state-{idea.state}")),
        Field(label=ctx.desk("field-language"), value=language_name(ctx, idea.language)),
        Field(
            label=ctx.desk("field-area"),
            value=ctx.community.say(area.name, staff_language) if area else ctx.desk("idea-everywhere"),
        ),
        Field(label=ctx.desk("idea-field-backers"), value=str(await ideas.count_backers(ctx.tx, idea.id))),
    ]
    notes = (ctx.desk("idea-answered", answer=ctx.community.say(idea.answer, staff_language)),) if idea.answer else ()
    return Card(
        title=ctx.desk("idea-card", number=idea.id),
        fields=tuple(fields),
        quote=idea.text,
        notes=notes,
        buttons=_buttons(ctx, idea),
        tone="done" if idea.state == ideas.DONE else "plain",
    )


def _buttons(ctx: Context, idea: Idea) -> tuple[Button, ...]:
    number = idea.id
    if idea.state == ideas.NEW:
        publish = Button(label=ctx.desk("idea-button-publish"), data=f"s:idea:publish:{number}", style="primary")
        return (publish, Button(label=ctx.desk("idea-button-decline"), data=f"s:form:idea-decline:{number}"))
    if idea.state == ideas.PUBLIC:
        answer = Button(label=ctx.desk("idea-button-answer"), data=f"s:form:idea-answer:{number}")
        return (answer, Button(label=ctx.desk("idea-button-done"), data=f"s:form:idea-done:{number}", style="primary"))
    return ()


async def find(ctx: Context, number: str) -> Idea | None:
    """The idea of that number, or None."""
    row = rights.number(number)
    try:
        return await ideas.get(ctx.tx, row) if row else None
    except NotFound:
        return None


async def pressed(ctx: Context, event: StaffPressed, rest: list[str]) -> bool:
    """``s:idea:publish:<idea>``."""
    match rest:
        case ["publish", number]:
            await _publish(ctx, event, number)
            return True
    return False


async def _publish(ctx: Context, event: StaffPressed, number: str) -> None:
    refusal = await why_not(ctx, event.user, number)
    idea = await find(ctx, number)
    if refusal or idea is None:
        await rights.explain(ctx, event.user, refusal or ctx.desk("idea-refuse-unknown"), channel_id=event.channel_id)
        return
    if idea.state != ideas.NEW or not await ideas.change(ctx.tx, idea, ctx.now, state=ideas.PUBLIC):
        await rights.explain(ctx, event.user, ctx.desk("idea-refuse-state"), channel_id=event.channel_id)
        return
    await audit.note(ctx.tx, f"slack:{event.user}", "idea.published", number, ctx.now)
    await refresh(ctx, idea)
    await _tell_author(ctx, idea, "idea-published")


async def _tell_author(ctx: Context, idea: Idea, key: str, **words: str) -> None:
    if idea.resident_id is None:
        return
    author = await residents.get(ctx.tx, idea.resident_id)
    if author.reach is Reach.ACTIVE:
        text = ctx.say(author.language, key, text=shorten(idea.text, QUOTED), **words)
        await ctx.tell(author, text, lane=Lane.AUTOMATIC)


async def why_not(ctx: Context, user: str, number: str) -> str:
    """Why this user may not act on that idea; empty where they may."""
    if not await rights.coordinates(ctx, user):
        return ctx.desk("idea-refuse-role")
    return "" if await find(ctx, number) else ctx.desk("idea-refuse-unknown")


# --- forms


async def _draw(ctx: Context, user: str, number: str, name: str, state: str) -> Form | None:
    idea = await find(ctx, number)
    if idea is None or idea.state != state or await why_not(ctx, user, number):
        return None
    asks = tuple(
        Ask(
            name=f"words_{code}",
            label=ctx.desk("idea-ask-words", language=ctx.say(code, "resident-language-name")),
            kind="text",
            initial=idea.answer.get(code, ""),
            optional=code != ctx.community.default_language,
            max_length=LONGEST,
        )
        for code in ctx.community.languages
    )
    quoted = Ask(name="idea", label="", kind="info", initial=idea.text)
    return Form(
        name=f"idea-{name}",
        about=number,
        title=ctx.desk(f"idea-{name}-title"),
        submit=ctx.desk(f"idea-{name}-submit"),
        cancel=ctx.desk("form-cancel"),
        asks=(quoted, *asks),
    )


async def _fill(ctx: Context, event: StaffFilled, state: str, becomes: str) -> Idea | None:
    """Write the answer down; None where that is not possible (any more), and the words have been given back."""
    answer = {code: event.values.get(f"words_{code}", "").strip() for code in ctx.community.languages}
    answer = {code: words for code, words in answer.items() if words}
    idea = await find(ctx, event.about)
    refusal = await why_not(ctx, event.user, event.about) or (ctx.desk("refuse-empty") if not answer else "")
    if not refusal and (idea is None or idea.state != state):
        refusal = ctx.desk("idea-refuse-state")
    if refusal or idea is None:
        await rights.explain(ctx, event.user, rights.give_back(ctx, refusal, "\n".join(answer.values())))
        return None
    changed = await ideas.change(ctx.tx, idea, ctx.now, state=becomes, answer=answer, answered_by=event.user)
    assert changed, "read in the same transaction"
    await audit.note(ctx.tx, f"slack:{event.user}", f"idea.{becomes}", event.about, ctx.now)
    await refresh(ctx, idea)
    return await ideas.get(ctx.tx, idea.id)


async def draw_decline(ctx: Context, user: str, number: str) -> Form | None:
    """The form that declines an idea with a reason."""
    return await _draw(ctx, user, number, "decline", ideas.NEW)


async def fill_decline(ctx: Context, event: StaffFilled) -> None:
    """Decline it; its author alone hears why."""
    idea = await _fill(ctx, event, ideas.NEW, ideas.DECLINED)
    if idea is not None and idea.resident_id is not None:
        author = await residents.get(ctx.tx, idea.resident_id)
        await _tell_author(ctx, idea, "idea-declined", answer=ctx.community.say(idea.answer, author.language))


async def draw_answer(ctx: Context, user: str, number: str) -> Form | None:
    """The form that answers in public."""
    return await _draw(ctx, user, number, "answer", ideas.PUBLIC)


async def fill_answer(ctx: Context, event: StaffFilled) -> None:
    """Answer in public; everybody who backs the idea hears it."""
    idea = await _fill(ctx, event, ideas.PUBLIC, ideas.PUBLIC)
    if idea is not None:
        await _spread(ctx, idea, "idea-news-answer", f"answer:{ctx.now.isoformat()}")


async def draw_done(ctx: Context, user: str, number: str) -> Form | None:
    """The form that says what was done."""
    return await _draw(ctx, user, number, "done", ideas.PUBLIC)


async def fill_done(ctx: Context, event: StaffFilled) -> None:
    """You asked, we did: everybody who backs the idea hears it, once, because it is done only once."""
    idea = await _fill(ctx, event, ideas.PUBLIC, ideas.DONE)
    if idea is not None:
        await _spread(ctx, idea, "idea-news-done", "done")


async def _spread(ctx: Context, idea: Idea, key: str, why: str) -> None:
    texts = {}
    for language in ctx.community.languages:
        answer = ctx.community.say(idea.answer, language)
        text = ctx.say(language, key, text=shorten(idea.text, QUOTED), answer=answer)
        texts[language] = (Message(text=text, rtl=ctx.catalogs.direction(language) == "rtl"),)
    spread = Spread(
        occasion=f"idea:{idea.id}:{why}", audience=Backing(idea=idea.id), wish=Wish(topic=""), lane=Lane.REMINDER
    )
    await spreading.begin(ctx.tx, spread, texts, ctx.now)


DECLINE = Opening(draw=draw_decline, why_not=why_not, fill=fill_decline)
ANSWER = Opening(draw=draw_answer, why_not=why_not, fill=fill_answer)
DONE = Opening(draw=draw_done, why_not=why_not, fill=fill_done)
