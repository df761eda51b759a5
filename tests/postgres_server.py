"""A throw-away PostgreSQL around a command: ``python -m tests.postgres_server COMMAND …``.

Starts a server from the installed binaries (PATH, or Debian's /usr/lib/postgresql), hands its address to the command as
TEST_POSTGRES and takes everything away afterwards. A TEST_POSTGRES that is already set is used as it is.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "TEST_POSTGRES"
DEBIAN = Path("/usr/lib/postgresql")
UNPRIVILEGED = ("postgres", "nobody")  # PostgreSQL refuses to run as root
CARELESS = ("fsync=off", "full_page_writes=off")  # the rows live as long as the tests


class NoPostgres(Exception):
    """There are no server binaries on this machine; the message says what to install."""


def binaries() -> Path:
    """The folder of initdb and pg_ctl, the newest version. Raises NoPostgres."""
    found = shutil.which("initdb")
    if found and shutil.which("pg_ctl"):
        return Path(found).resolve().parent
    debian = [path.parent for path in DEBIAN.glob("*/bin/initdb")]
    if not debian:
        raise NoPostgres(
            "PostgreSQL's server is not installed (no initdb in PATH or /usr/lib/postgresql). "
            f"Install it (Debian: apt-get install postgresql), or name a running server in {VARIABLE}."
        )
    return max(debian, key=lambda path: float(path.parent.name))


@contextmanager
def server(*, settings: Sequence[str] = CARELESS, address: str = "127.0.0.1") -> Iterator[str]:
    """A running server; yields the URL of its maintenance database, of a role that may make databases."""
    tools = binaries()
    account = _account()
    folder = Path(tempfile.mkdtemp(prefix="liaison-postgres-"))
    data = folder / "data"
    try:
        if account:
            shutil.chown(folder, account)
        _run(account, tools / "initdb", "--no-sync", "-A", "trust", "-U", "liaison", "-E", "UTF8", "-D", data)
        if address != "127.0.0.1":  # hosts of a network of our own
            with (data / "pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {address}/24 trust\n")
        port = _free_port(address)
        options = [f"listen_addresses={address}", f"port={port}", f"unix_socket_directories={folder}"]
        options += ["max_connections=300", "shared_buffers=64MB", *settings]
        words = " ".join(f"-c {option}" for option in options)
        _run(account, tools / "pg_ctl", "-D", data, "-w", "-t", "60", "-l", folder / "log", "-o", words, "start")
        try:
            yield f"postgresql://liaison@{address}:{port}/postgres"
        finally:
            _run(account, tools / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _account() -> str | None:
    """Whom the server runs as; None for ourselves."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _run(account: str | None, *words: object) -> None:
    done = subprocess.run(
        [str(word) for word in words], user=account, capture_output=True, text=True, cwd="/", check=False,
        extra_groups=[] if account else None, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{words[0]} failed: {done.stderr.strip() or done.stdout.strip()}")


def _free_port(address: str) -> int:
    with socket.socket() as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def main(command: Sequence[str]) -> int:
    """Run `command` beside a server; returns its exit code, 3 where there is no PostgreSQL."""
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))  # the server is not left behind
    if os.environ.get(VARIABLE):
        return subprocess.run(command, check=False).returncode
    try:
        with server() as url:
            return subprocess.run(command, check=False, env={**os.environ, VARIABLE: url}).returncode
    except NoPostgres as error:
        print(error, file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
