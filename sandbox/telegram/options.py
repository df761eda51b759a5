"""How an emulator is set up; everything else is switched while it runs."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.telegram.journal import Keep
from sandbox.telegram.limits import Rates


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Settings of one emulator.

    auto_chats      any positive chat id is an existing private chat (load tests)
    message_limit   messages kept per chat, None for all; 0 keeps none, so nothing can be edited (load tests)
    journal         "all" keeps a line a message, "counts" only numbers
    rates           flood limits to enforce, None for none
    seed            of everything that is left to chance
    clock           Unix seconds; tests pass their own to make 48 hours pass
    conflict_pause  seconds between two answers 409 (the server's value is 3)
    slow_repeats    hold a getUpdates that repeats its offset within 3 s, as the server does with a crash loop
    webhook_backoff first pause in seconds after a failed webhook delivery; it doubles up to 60 times that
    """

    auto_chats: bool = False
    message_limit: int | None = None
    journal: Keep = "all"
    rates: Rates | None = None
    seed: int = 0
    clock: Callable[[], float] = time.time
    conflict_pause: float = 3.0
    slow_repeats: bool = False
    webhook_backoff: float = 1.0
