"""What `liaison cap check` finds: each file by itself, and among the messages that are at hand."""

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alerts.cap.bounded import MAX_BYTES
from alerts.cap.judge import judge
from alerts.cap.message import Alert, Reference
from alerts.cap.read import Reading, read
from alerts.cap.remark import Remark, Verdict, refuse, verdict, warn

BESIDE: Final = 500  # files of a folder that are looked through for the message that one refers to


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One file's verdict."""

    path: Path
    verdict: Verdict
    remarks: tuple[Remark, ...]


def check_files(paths: Sequence[Path]) -> Iterator[Checked]:
    """The verdicts in the order of `paths`.

    A message counts as held, so that others may refer to it, when it is in one of `paths` or in a file beside them.
    Each file is read twice and none is kept, so that memory does not grow with their number.
    """
    names: dict[Reference, Path] = {}
    for path in paths:
        reading = read_file(path)
        if reading.alert is not None:
            names.setdefault(reading.alert.name, path)
    for path in paths:
        yield _check(path, names)


def _check(path: Path, names: dict[Reference, Path]) -> Checked:
    reading = read_file(path)
    held = set(names)
    if reading.alert is not None:
        sought = set(reading.alert.references) - held
        held |= _beside(path, sought)
    remarks = judge(reading, held)
    first = names.get(reading.alert.name) if reading.alert else None
    if first is not None and first != path:
        remarks = (*remarks, warn("cap-message-twice", file=str(first)))
    return Checked(path=path, verdict=verdict(remarks), remarks=remarks)


def read_file(path: Path) -> Reading:
    """Read the message in the file. Never raises: what cannot be opened is rejected with the reason."""
    try:
        return read(_bytes(path))
    except OSError as error:
        return Reading(alert=None, remarks=(refuse("cap-unreadable", problem=error.strerror or str(error)),))


def _beside(path: Path, sought: set[Reference]) -> set[Reference]:
    """Which of the `sought` messages lie in the same folder."""
    if not sought:
        return set()
    wanted = {reference.identifier.encode() for reference in sought}
    found: set[Reference] = set()
    for sibling in sorted(path.parent.iterdir())[:BESIDE]:
        if sibling.suffix.lower() not in {".xml", ".cap"} or not sibling.is_file() or sibling == path:
            continue
        alert = _held_in(sibling, wanted)
        found |= {alert.name} & sought if alert else set()
    return found


def _held_in(path: Path, wanted: set[bytes]) -> Alert | None:
    """The message in the file, read only when one of the identifiers is in it."""
    try:
        data = _bytes(path)
    except OSError:
        return None
    return read(data).alert if any(name in data for name in wanted) else None


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be. Raises OSError for what is no file: a pipe might never end."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
