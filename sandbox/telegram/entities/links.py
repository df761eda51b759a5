"""Where a link of a formatted text leads: a web page, a user (tg://user?id=…) or a custom emoji."""

import re
from urllib.parse import parse_qs, urlsplit

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST = re.compile(r"(?:[^\s/?#@]*@)?((?:[\w-]+\.)+[\w-]{2,}|localhost|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$")


def linked_user(url: str) -> int | None:
    """The user id in tg://user?id=N, else None."""
    parts = urlsplit(url) if url.lower().startswith("tg:") else None
    if parts is None or (parts.netloc or parts.path.strip("/")) != "user":
        return None
    number = parse_qs(parts.query).get("id", [""])[0]
    return int(number) if number.isdigit() and int(number) > 0 else None


def linked_emoji(url: str) -> str | None:
    """The custom emoji id in tg://emoji?id=N, else None."""
    parts = urlsplit(url) if url.lower().startswith("tg:") else None
    if parts is None or (parts.netloc or parts.path.strip("/")) != "emoji":
        return None
    number = parse_qs(parts.query).get("id", [""])[0]
    return number if number.isdigit() else None


def checked_link(url: str) -> str | None:
    """The link as clients follow it (http:// and a slash are added where missing); None when it leads nowhere."""
    url = url.strip()
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
    if not parts.path and not parts.query and not parts.fragment:
        return f"{url}/"
    return url
