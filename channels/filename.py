"""Names of files that strangers chose, made harmless before they reach a header, a platform or a disk."""

import re
from pathlib import PurePosixPath

from channels.plain import outgoing

_LONGEST = 120
# What ends a header, a path or a file system's patience; also the marks that turn the reading direction around.
_UNFIT = re.compile("[\\\\/\"'<>|:*?\r\n\t\u202a-\u202e\u2066-\u2069]")


def safe_name(name: str, fallback: str = "file") -> str:
    """The last part of `name` without anything that a header or a path could trip over; the ending is kept."""
    last = PurePosixPath(outgoing(name).replace("\\", "/").replace("\n", " ")).name
    clean = _UNFIT.sub("_", last).strip(" .")
    if not clean:
        return fallback
    ending = PurePosixPath(clean).suffix[:12]
    return clean if len(clean) <= _LONGEST else clean[: _LONGEST - len(ending)] + ending
