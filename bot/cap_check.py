"""What `liaison cap check` finds: each file by itself, and among the messages that are at hand."""

import errno
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alerts.cap.bounded import MAX_BYTES
from alerts.cap.judge import judge
from alerts.cap.message import Reference
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
    held = _Held(paths)
    return (_check(path, held) for path in paths)


class _Held:
    """The names of the messages at hand. A folder is looked through once, when somebody refers to what is not there."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.first: dict[Reference, Path] = {}
        self._given = frozenset(paths)
        self._beside: dict[Path, frozenset[Reference]] = {}
        for path in paths:
            alert = read_file(path).alert
            if alert is not None:
                self.first.setdefault(alert.name, path)

    def of(self, path: Path, references: Collection[Reference]) -> Collection[Reference]:
        """Those of the `references` of the message in `path` that are at hand."""
        known = [reference for reference in references if reference in self.first]
        if len(known) == len(references):
            return known
        beside = self._folder(path.parent)
        return [*known, *(reference for reference in references if reference in beside)]

    def _folder(self, folder: Path) -> frozenset[Reference]:
        if folder not in self._beside:
            others = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in {".xml", ".cap"}]
            alerts = (read_file(path).alert for path in others[:BESIDE] if path not in self._given)
            self._beside[folder] = frozenset(alert.name for alert in alerts if alert is not None)
        return self._beside[folder]


def _check(path: Path, held: _Held) -> Checked:
    reading = read_file(path)
    references = reading.alert.references if reading.alert else ()
    remarks = judge(reading, held.of(path, references))
    first = held.first.get(reading.alert.name) if reading.alert else None
    if first is not None and first != path:
        remarks = (*remarks, warn("cap-message-twice", file=str(first)))
    return Checked(path=path, verdict=verdict(remarks), remarks=remarks)


def read_file(path: Path) -> Reading:
    """Read the message in the file. Never raises: what cannot be opened is rejected with the reason."""
    try:
        return read(_bytes(path))
    except OSError as error:
        return Reading(alert=None, remarks=(refuse("cap-unreadable", problem=error.strerror or str(error)),))


def _bytes(path: Path) -> bytes:
    """At most one byte more than may be. Raises OSError for what is no file: a pipe might never end."""
    if path.exists() and not path.is_file():
        number = errno.EISDIR if path.is_dir() else errno.EINVAL
        raise OSError(number, os.strerror(number))
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)
