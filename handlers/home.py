"""A member of staff's own page: my cases, and my departments' queues, what waits longest first."""

from domain.case import Case, EntryKind, Priority
from domain.community import Department
from domain.content import Button, Card, Field, Home, HomeSection
from domain.delivery import Draft, Lane, Operation
from domain.inbound import StaffOpenedHome
from handlers import broadcast_home
from handlers.asking_case import shorten
from handlers.context import Context
from locales import format_age
from storage import cases, entries, staff

FILTERS = ("all", "mine", "unclaimed", "urgent", "overdue")
MOST_BLOCKS = 100  # Slack: blocks of a home view
BLOCKS_OF_PAGE = 3  # title, filter buttons, a spare one
BLOCKS_OF_SECTION = 3  # divider, heading, and the words for "nothing here" or "more"
BLOCKS_OF_CARD = 3  # the case, its buttons, a spare one
MOST_CARDS = 8  # of one section
LOOKED_AT = 200  # of one queue, before the filter
QUOTED = 120  # characters of the resident's words


async def opened(ctx: Context, event: StaffOpenedHome) -> None:
    """Somebody looks at their page."""
    await show(ctx, event.user)


async def show(ctx: Context, user: str, which: str = "all") -> None:
    """Publish the page of `user` under a filter; an unknown one shows everything."""
    which = which if which in FILTERS else "all"
    page = Home(
        title=ctx.desk("home-title"),
        buttons=tuple(
            Button(
                label=ctx.desk(f"home-filter-{name}"),
                data=f"s:home:{name}",
                style="primary" if name == which else "plain",
            )
            for name in FILTERS
        ),
        sections=await _sections(ctx, user, which),
    )
    await ctx.send(
        Draft(
            channel=ctx.desk_channel,
            address=user,
            lane=Lane.REPLY,
            operation=Operation.HOME,
            content=page,
            replaces=f"home:{user}",
        )
    )


async def _sections(ctx: Context, user: str, which: str) -> tuple[HomeSection, ...]:
    seats = await staff.channels_of(ctx.tx, user)
    departments = [d for d in ctx.community.departments if d.channel in seats]
    casts = await broadcast_home.sections(ctx, user) if which == "all" else ()
    taken = sum(BLOCKS_OF_SECTION + BLOCKS_OF_CARD * len(part.cards) for part in casts)
    room = _cards_a_section(len(departments) + 1, taken)
    sections = [*casts] if which == "unclaimed" else [*casts, await _mine(ctx, user, which, room)]
    if which != "mine":
        sections += _quiet_together(ctx, departments, [await _queue(ctx, one, which, room) for one in departments])
    if not departments:
        sections.append(HomeSection(heading=ctx.desk("home-none")))
    return tuple(sections)


def _quiet_together(ctx: Context, departments: list[Department], queues: list[HomeSection]) -> list[HomeSection]:
    """The queues, several empty ones in one section at the end: what waits is not hidden among what does not."""
    quiet = [one for one, queue in zip(departments, queues, strict=True) if not queue.cards]
    if len(quiet) < 2:
        return queues
    names = "  ·  ".join(ctx.department_name(one, ctx.community.staff_language) for one in quiet)
    return [queue for queue in queues if queue.cards] + [HomeSection(heading=ctx.desk("home-quiet"), empty=names)]


def _cards_a_section(sections: int, taken: int = 0) -> int:
    """How many cards each section may show, so that the page keeps within Slack's limit of blocks."""
    left = MOST_BLOCKS - BLOCKS_OF_PAGE - sections * BLOCKS_OF_SECTION - taken
    return max(1, min(MOST_CARDS, left // (sections * BLOCKS_OF_CARD)))


async def _mine(ctx: Context, user: str, which: str, room: int) -> HomeSection:
    mine = _filtered(ctx, await cases.of_assignee(ctx.tx, user, limit=LOOKED_AT), which)
    return await _section(ctx, ctx.desk("home-mine"), mine, room, ctx.desk("home-mine-empty"))


async def _queue(ctx: Context, department: Department, which: str, room: int) -> HomeSection:
    waiting = await cases.queue(ctx.tx, [department.id], unassigned=which == "unclaimed", limit=LOOKED_AT)
    waiting = _filtered(ctx, waiting, which)
    name = ctx.department_name(department, ctx.community.staff_language)
    heading = ctx.desk("home-queue", department=name, count=len(waiting))
    return await _section(ctx, heading, waiting, room, ctx.desk("home-queue-empty"))


def _filtered(ctx: Context, found: list[Case], which: str) -> list[Case]:
    if which == "urgent":
        return [case for case in found if case.priority is Priority.URGENT]
    if which == "overdue":
        return [case for case in found if case.due_at is not None and case.due_at < ctx.now]
    return found


async def _section(ctx: Context, heading: str, found: list[Case], room: int, empty: str) -> HomeSection:
    cards = [await compact(ctx, case) for case in found[:room]]
    if len(found) > room:
        cards.append(Card(title=ctx.desk("home-more", count=len(found) - room)))
    return HomeSection(heading=heading, cards=tuple(cards), empty=empty)


async def compact(ctx: Context, case: Case) -> Card:
    """A case on few lines: what it is, how it stands, its first words, and the next thing to do."""
    lines = await entries.of_case(ctx.tx, case.id, limit=5)
    words = next((line.text for line in lines if line.kind is EntryKind.RESIDENT), "")
    owner = await staff.name_of(ctx.tx, case.assignee) if case.assignee else ctx.desk("value-nobody")
    age = format_age(ctx.community.staff_language, ctx.now - case.created_at)
    return Card(
        title=ctx.desk("card-title", reference=case.reference, kind=ctx.desk(f"kind-{case.kind}")),
        fields=(
            Field(label=ctx.desk("field-state"), value=ctx.desk(f"state-{case.state}")),
            Field(label=ctx.desk("field-owner"), value=owner),
            Field(label=ctx.desk("field-age"), value=age),
        ),
        quote=shorten(words, QUOTED),
        buttons=_buttons(ctx, case),
        tone="urgent" if case.priority is Priority.URGENT else "plain",
    )


def _buttons(ctx: Context, case: Case) -> tuple[Button, ...]:
    answer = Button(label=ctx.desk("button-reply"), data=f"s:form:reply:{case.id}")
    if case.assignee is not None:
        return (answer,)
    return (Button(label=ctx.desk("button-claim"), data=f"s:claim:{case.id}", style="primary"), answer)
