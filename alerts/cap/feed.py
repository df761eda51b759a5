"""Where a feed of warnings points: the addresses of its messages, from Atom, RSS 2.0 or a single CAP message."""

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from alerts.cap.bounded import BoundedXml
from alerts.cap.message import NAMESPACE
from alerts.cap.remark import Refused, refuse

ATOM: Final = "http://www.w3.org/2005/Atom"
CAP_TYPE: Final = "application/cap+xml"
MOST_LINKS: Final = 500  # of one feed that are followed; the newest stand first
_ENTRIES: Final = {(ATOM, "entry"), ("", "item")}
_RELATIONS: Final = {"alternate", "enclosure", "related"}
_READABLE: Final = ("xml", "cap")  # what a link's media type must speak of, where it names one


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`is_message`: the document is a CAP message itself. `links`: whole http(s) addresses, each once."""

    is_message: bool = False
    links: tuple[str, ...] = ()


def read_feed(data: bytes, address: str) -> Feed:
    """What the document at `address` points at. Raises Refused for what is neither a feed nor a CAP message."""
    reading = _Reading()
    reading.read(data)
    if reading.is_message:
        return Feed(is_message=True)
    whole = (urljoin(address, entry.best) for entry in reading.entries if entry.best)
    links = dict.fromkeys(link for link in whole if urlsplit(link).scheme in {"http", "https"})
    return Feed(links=tuple(links)[:MOST_LINKS])


@dataclass(slots=True, kw_only=True)
class _Entry:
    """One entry's candidates by rank: a link that says it is CAP, one that may be, the entry's own page."""

    ranked: dict[int, str] = field(default_factory=dict)

    def offer(self, rank: int, link: str) -> None:
        if link.strip():
            self.ranked.setdefault(rank, link.strip())

    @property
    def best(self) -> str:
        return self.ranked[min(self.ranked)] if self.ranked else ""


class _Reading(BoundedXml):
    def __init__(self) -> None:
        super().__init__()
        self.is_message = False
        self.entries: list[_Entry] = []
        self._path: list[tuple[str, str]] = []
        self._text: list[str] = []

    def opened(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        if not self._path:
            self.is_message = (namespace, name) == (NAMESPACE, "alert")
            if not self.is_message and (namespace, name) not in {(ATOM, "feed"), ("", "rss")}:
                raise Refused(refuse("cap-no-feed", self.line, element=name[:40]))
        self._path.append((namespace, name))
        self._text = []
        if (namespace, name) in _ENTRIES:
            self.entries.append(_Entry())
        elif self._in_entry:
            self._link(namespace, name, attributes)

    def closed(self) -> None:
        element = self._path.pop()
        if element == ("", "link") and self._path and self._path[-1] in _ENTRIES:
            self.entries[-1].offer(2, "".join(self._text))

    def said(self, text: str) -> None:
        if self._in_entry:
            self._text.append(text)

    @property
    def _in_entry(self) -> bool:
        return len(self._path) > 1 and self._path[-2] in _ENTRIES

    def _link(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "").lower()
        if (
            namespace == ATOM
            and name == "link"
            and attributes.get("rel", "alternate") in {"alternate", "enclosure", "related"}
        ):
            address = attributes.get("href", "")
        elif (namespace, name) == ("", "enclosure"):
            address = attributes.get("url", "")
        else:
            return
        if kind.startswith(CAP_TYPE):
            self.entries[-1].offer(0, address)
        elif not kind or any(word in kind for word in _READABLE):
            self.entries[-1].offer(1, address)
