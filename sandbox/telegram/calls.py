"""One call of a method, and the register of the methods that the emulator answers.

    @method("sendMessage", sends=True)
    def send_message(call: Call) -> Message: ...

A method returns a Message, a list of them, an `Outcome`, or anything that JSON can show; it refuses with ApiError.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sandbox.telegram.arguments import Arguments
from sandbox.telegram.bots import Bot
from sandbox.telegram.chats import Message
from sandbox.telegram.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request: whose bot, which method (as registered), with which arguments."""

    network: Network
    bot: Bot
    method: str
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result with what belongs to it: the description that setWebhook puts beside it, the messages behind ids."""

    result: Any
    description: str = ""
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A registered method. `sends` marks those whose messages the journal records and the flood limits count."""

    name: str
    run: Callable[[Call], Any]
    awaited: bool
    sends: bool


_Run = TypeVar("_Run", bound=Callable[[Call], Any])
METHODS: dict[str, Method] = {}


def method(name: str, *, sends: bool = False) -> Callable[[_Run], _Run]:
    """Register a function under a method's name (callers may write it in any case)."""

    def register(run: _Run) -> _Run:
        METHODS[name.lower()] = Method(name=name, run=run, awaited=inspect.iscoroutinefunction(run), sends=sends)
        return run

    return register
