"""What a process of a fleet does: all of it on one machine, one part of it on one of many.

`intake` takes messages in, `worker` handles them, `sender` sends, `scheduler` turns the clock and writes out what is
said to many. Any number of each may run on any number of machines; where one alone may act, one does and the others
stand by (`storage.duty`).
"""

from collections.abc import Mapping
from typing import Final

from bot.supervise import Work
from domain.errors import LiaisonError

ALL: Final = "all"
TASKS: Final[Mapping[str, frozenset[str]]] = {
    "intake": frozenset({"introduce", "telegram", "slack", "web", "watchdog"}),
    "worker": frozenset({"introduce", "handle", "web", "watchdog"}),
    "sender": frozenset({"introduce", "engine", "late", "web", "watchdog"}),
    "scheduler": frozenset({"introduce", "spread", "clock", "web", "watchdog"}),
}
ROLES: Final = (ALL, *TASKS)


class OneProcessOnly(LiaisonError):
    """A role was asked for on a database that one process alone can use."""


def check(role: str, database_url: str) -> None:
    """Raises OneProcessOnly where `role` needs companions and the database cannot be shared."""
    if role != ALL and database_url.startswith("sqlite"):
        raise OneProcessOnly(
            f"The role {role!r} is one of several processes that share a database, and SQLite serves one process. "
            "Nothing was started. Set DATABASE_URL=postgresql://…, or run without --role (docs/operate-fleet.md)."
        )


def of_role(role: str, tasks: Mapping[str, Work]) -> dict[str, Work]:
    """The tasks that a process of this role runs."""
    return {name: work for name, work in tasks.items() if role == ALL or name in TASKS[role]}
