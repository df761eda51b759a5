"""The workspace's slash commands: one line each."""

from collections.abc import Awaitable, Callable

from domain.inbound import StaffCommanded
from handlers import liaison_command, survey_desk
from handlers.context import Context
from handlers.events import command as event_command
from handlers.partners import desk as partner_desk
from handlers.programmes import command as programme_command
from handlers.volunteers import searching

COMMANDS: dict[str, Callable[[Context, StaffCommanded], Awaitable[None]]] = {
    "liaison": liaison_command.commanded,
    "partner": partner_desk.commanded,
    "programme": programme_command.commanded,
    "survey": survey_desk.commanded,
    "volunteer": searching.commanded,
    "event": event_command.commanded,
}


async def commanded(ctx: Context, event: StaffCommanded) -> None:
    """Run the command; an unknown one (an old manifest's) is taken for ``/liaison``, which explains itself."""
    await COMMANDS.get(event.command, liaison_command.commanded)(ctx, event)
