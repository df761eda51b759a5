"""Named steps at which a process can be told to die, to show that nothing is lost whenever it does.

``LIAISON_CRASH_AT=stored:3`` kills the process (SIGKILL, nothing is tidied up) the third time it reaches the step
``stored``; without a number, the first time. Without the variable a step is a call that does nothing.
"""

import os
import signal
from collections.abc import Callable
from typing import Final

VARIABLE: Final = "LIAISON_CRASH_AT"
RECEIVING: Final = (
    "received",  # an update has come; nothing is on disk yet
    "stored",  # it is on disk; the platform has not been told
    "handled",  # its handler has run; nothing of that is committed
    "committed",  # what the handler wrote is on disk
)
SENDING: Final = (
    "marked",  # the intent is on disk; the request has not left
    "answered",  # the platform has answered; nobody has written it down
    "recorded",  # the outcome is on disk
)
STEPS: Final = RECEIVING + SENDING


def _dying_at(wanted: str) -> Callable[[str], None]:
    step, _, number = wanted.partition(":")
    if step not in STEPS or not (number or "1").isdigit():
        raise ValueError(f"{VARIABLE}={wanted}: the steps are {', '.join(STEPS)}, each with :NUMBER if wanted")
    left = int(number or "1")

    def reach(name: str) -> None:
        nonlocal left
        if name == step:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    return reach


def _going_on(_name: str) -> None:
    return


_wanted = os.environ.get(VARIABLE, "")
reach: Callable[[str], None] = _dying_at(_wanted) if _wanted else _going_on
"""`reach(step)`: the step is reached; see the module."""
