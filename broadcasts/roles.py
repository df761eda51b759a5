"""Who may do what with a broadcast. People are Slack user ids; a role may name user groups: their members have it."""

from typing import Literal

from broadcasts.surroundings import Surroundings
from domain.broadcast import Refusal
from storage import staff

Role = Literal["coordinators", "approvers", "duty_officers", "admins"]


async def has(s: Surroundings, user: str, *roles: Role) -> bool:
    """Whether the user has one of the roles, by name or through a user group."""
    named = frozenset().union(*(getattr(s.community.roles, role) for role in roles))
    if user in named:
        return True
    groups = {name for name in named if name.startswith("S")}
    return bool(groups) and not groups.isdisjoint(await staff.channels_of(s.tx, user))


async def need(s: Surroundings, user: str, *roles: Role) -> None:
    """Raise Refusal unless the user has one of the roles."""
    if not await has(s, user, *roles):
        raise Refusal("role")


async def may_compose(s: Surroundings, user: str) -> bool:
    """Whether the user may write and submit broadcasts."""
    return await has(s, user, "coordinators", "duty_officers")
