"""Time and identifiers of the workspace. Both can be replaced, so that expiry is tested without waiting."""

import random
import string
import time
from collections.abc import Callable

_LETTERS = string.ascii_uppercase + string.digits


class Clock:
    """Wall time (`now`, seconds since the epoch) and a time that never jumps (`monotonic`, seconds)."""

    def __init__(self, wall: Callable[[], float] = time.time, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._wall = wall
        self._monotonic = monotonic
        self._shift = 0.0
        self._last_micros = 0

    def now(self) -> float:
        return self._wall() + self._shift

    def monotonic(self) -> float:
        return self._monotonic() + self._shift

    def advance(self, seconds: float) -> None:
        """Move both times forward: what should expire, has expired."""
        self._shift += seconds

    def timestamp(self) -> str:
        """A message timestamp, "1790000000.000123": unique in the workspace and strictly increasing."""
        micros = max(int(self.now() * 1_000_000), self._last_micros + 1)
        self._last_micros = micros
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


class Identifiers:
    """Ids shaped like Slack's: a letter for the kind and ten of A-Z0-9. A seed makes them repeat."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)  # noqa: S311 - identifiers of a stand-in, not secrets
        self._given: set[str] = set()

    def mint(self, prefix: str, length: int = 10) -> str:
        while True:
            identifier = prefix + "".join(self._random.choices(_LETTERS, k=length))
            if identifier not in self._given:
                self._given.add(identifier)
                return identifier

    def short(self) -> str:
        """What Slack puts where an app gave no block_id or action_id: five characters."""
        return "".join(self._random.choices(string.ascii_letters + string.digits, k=5))

    def envelope(self) -> str:
        """A random id in UUID form, as envelopes and client_msg_id carry."""
        digits = f"{self._random.getrandbits(128):032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
