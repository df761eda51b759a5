"""Where a link of a formatted text leads: a web page, a user (tg://user?id=…) or a custom emoji."""

import re
from urllib.parse import parse_qs, urlsplit

_INTERNAL = re.compile(r"tg:(?://)?(\w+)/?(?:\?([^#]*))?(?:#.*)?$", re.IGNORECASE)
_NUMBER = re.compile(r"[1-9]\d{0,18}")
_TIME_FORMAT = re.compile(r"[tTdDwW]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"(?:[^\s/?#@]*@)?((?:[\w-]+\.)+[\w-]{2,}|localhost|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$")


def linked_user(url: str) -> int | None:
    """The user id in tg://user?id=N, else None."""
    number = _internal(url, "user").get("id", "")
    return int(number) if _NUMBER.fullmatch(number) else None


def linked_emoji(url: str) -> str | None:
    """The custom emoji id in tg://emoji?id=N, else None."""
    number = _internal(url, "emoji").get("id", "")
    return number if _NUMBER.fullmatch(number) else None


def linked_time(url: str) -> tuple[int, str] | None:
    """(Unix time, format) in tg://time?unix=N&format=F, else None. Raises ValueError for an unknown format."""
    values = _internal(url, "time")
    if not _NUMBER.fullmatch(values.get("unix", "")):
        return None
    return int(values["unix"]), checked_format(values.get("format", ""))


def checked_format(wanted: str) -> str:
    """A format of a date: r for "in 2 hours", else any of t T d D w W. Raises ValueError for anything else."""
    if wanted in ("r", "R") or _TIME_FORMAT.fullmatch(wanted):
        return wanted
    raise ValueError("Invalid date format used")


def _internal(url: str, kind: str) -> dict[str, str]:
    """The parameters of a tg:`kind` link, empty for every other link."""
    found = _INTERNAL.match(url)
    if found is None or found[1].lower() != kind:
        return {}
    return {name: values[0] for name, values in parse_qs(found[2] or "").items()}


def checked_link(url: str) -> str | None:
    """The link as clients follow it (http:// and a slash are added where missing); None when it leads nowhere."""
    if not url or any(character.isspace() for character in url):
        return None
    if url.lower().startswith(("tg://", "ton://", "tonsite://")):
        return url
    if not _SCHEME.match(url):
        url = f"http://{url}"
    if not url.lower().startswith(("http://", "https://", "ftp://")):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if not _HOST.match(parts.netloc):
        return None
    if not parts.path:
        end = url.index("://") + 3 + len(parts.netloc)
        return f"{url[:end]}/{url[end:]}"
    return url
