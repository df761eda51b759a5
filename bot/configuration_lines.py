"""In which line of a TOML file a key stands, so that a problem can point at it. tomllib itself forgets the lines."""

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]
_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r'"([^"]*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')
_STRING = re.compile(
    r'"""(?:\\.|(?!""").)*(?:"""|$)|\'\'\'(?:(?!\'\'\').)*(?:\'\'\'|$)|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*$', re.DOTALL
)


class Lines:
    """Lines of the keys of one valid TOML text."""

    def __init__(self, text: str) -> None:
        self._of: dict[Path, int] = {}
        table: Path = ()
        counts: dict[Path, int] = {}
        for number, line in _statements(text):
            header = _HEADER.fullmatch(line)
            if header:
                table = _resolve(_parts(header[2]), counts, new=header[1] == "[[")
                self._of.setdefault(table, number)
                continue
            key = _KEY.match(line)
            if key:
                self._add((*table, *_parts(key[1])), number)

    def of(self, path: Path) -> int | None:
        """The line of `path`, else of the nearest table around it; None where nothing of it is written."""
        while path:
            if path in self._of:
                return self._of[path]
            path = path[:-1]
        return None

    def _add(self, path: Path, number: int) -> None:
        self._of.setdefault(path, number)


def _parts(text: str) -> Path:
    return tuple(a or b or c for a, b, c in _PART.findall(text))


def _resolve(parts: Path, counts: dict[Path, int], *, new: bool) -> Path:
    """The path of a header with the index of every array of tables in it: ("departments", 2, "name")."""
    path: Path = ()
    for i, part in enumerate(parts):
        path = (*path, part)
        if new and i == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each header or assignment with the number of its first line; lines inside arrays and long strings are skipped."""
    depth, quote = 0, ""
    for number, line in enumerate(text.splitlines(), start=1):
        if depth == 0 and not quote:
            yield number, line
            if _HEADER.fullmatch(line):
                continue
        rest, quote = _after_long_string(line, quote)
        if quote:
            continue
        opened = _open_long_string(rest)
        bare = _STRING.sub("", rest)
        depth = max(0, depth + sum(map(bare.count, "[{")) - sum(map(bare.count, "]}")))
        quote = opened


def _after_long_string(line: str, quote: str) -> tuple[str, str]:
    """What follows the end of a long string in this line, or nothing while the string goes on."""
    if not quote:
        return line, ""
    _, end, rest = line.partition(quote)
    return (rest, "") if end else ("", quote)


def _open_long_string(line: str) -> str:
    """The quotes of a long string that begins in this line and does not end in it."""
    for match in _STRING.finditer(line):
        for quote in ('"""', "'''"):
            if match[0].startswith(quote) and not (match[0].endswith(quote) and len(match[0]) >= 6):
                return quote
    return ""
