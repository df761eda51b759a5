"""One Liaison a database: on SQLite the second instance stops at once and names the first."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import LiaisonError


class AlreadyRunning(LiaisonError):
    """Another process uses this database; nothing was started."""


@contextmanager
def hold(path: Path) -> Iterator[None]:
    """Hold the lock file; the kernel lets go of it when the process dies, however it dies. Raises AlreadyRunning."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            owner = file.read().strip() or "unknown"
            raise AlreadyRunning(
                f"Another Liaison (process {owner}) already uses this database. This one was not started; "
                "the other goes on. Stop it first, or give this one another DATABASE_URL."
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield
