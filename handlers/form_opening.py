"""What a form that concerns no case consists of. It stands apart so that the owners of such forms can name it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.content import Form
from domain.inbound import StaffFilled
from handlers.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A form that concerns no case. All three read `about`: what stands behind the name on the button or command.

    `draw` reads only and returns None where the user may not, or where there is nothing to fill in (any more);
    `why_not` then says which it was. `fill` acts on the submitted form and explains refusals itself.
    """

    draw: Callable[[Context, str, str], Awaitable[Form | None]]  # (ctx, user, about)
    why_not: Callable[[Context, str, str], Awaitable[str]]
    fill: Callable[[Context, StaffFilled], Awaitable[None]]
