"""Reads XML of strangers within fixed bounds, whatever it is: a warning, a feed, a trap.

The standard library's expat does the reading. It never opens a file or an address by itself; a document type
declaration is refused where it begins, so no entity is ever defined, let alone expanded. Size, depth and number of
elements are bounded while reading.
"""

import re
from abc import ABC, abstractmethod
from typing import Final
from xml.parsers import expat

from alerts.cap.remark import Refused, Remark, refuse, warn

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 32  # a message has 5 levels, a signature around 10
MAX_ELEMENTS: Final = 50_000
MAX_REMARKS: Final = 20  # of one message: nobody reads more, and a hostile one could cause thousands
_USUAL = re.compile(r"utf-?8|us-ascii|ascii", re.IGNORECASE)
_READABLE = re.compile(r"utf-16|utf-16[lb]e|iso-8859-\d{1,2}|windows-125\d", re.IGNORECASE)
_HANDLERS = (
    "XmlDeclHandler",
    "StartDoctypeDeclHandler",
    "StartElementHandler",
    "EndElementHandler",
    "CharacterDataHandler",
)


class BoundedXml(ABC):
    """One reading of one document. Subclasses say what to do with elements and text; raising Refused ends it."""

    def __init__(self) -> None:
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.XmlDeclHandler = self._declaration
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self.said
        self._count = self._depth = 0
        self.remarks: list[Remark] = []

    @abstractmethod
    def opened(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        """An element begins. Names of attributes in a namespace hold it and a space before their own."""

    @abstractmethod
    def closed(self) -> None:
        """The element that was opened last, and is open still, ends."""

    @abstractmethod
    def said(self, text: str) -> None:
        """Text directly inside the innermost open element; it may come in pieces."""

    @property
    def line(self) -> int:
        """Where the reading is, counted from 1."""
        return self._expat.CurrentLineNumber

    def read(self, data: bytes) -> None:
        """Read it all. Raises Refused for anything that is not well-formed or beyond a bound."""
        if len(data) > MAX_BYTES:
            raise Refused(refuse("cap-too-large", limit=MAX_BYTES // 1024 // 1024))
        if not data.strip():
            raise Refused(refuse("cap-empty"))
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self.remarks.append(warn("cap-encoding-unusual", 1, encoding="UTF-16"))
        try:
            self._expat.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused(_malformed(error, data)) from None
        except (LookupError, ValueError):
            raise Refused(refuse("cap-encoding-refused", 1, encoding="?")) from None
        finally:
            self._let_go()

    def _let_go(self) -> None:
        """Parser and reader hold each other through these: unless they let go, a large text waits for the collector."""
        for name in _HANDLERS:
            setattr(self._expat, name, None)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is None or _USUAL.fullmatch(encoding):
            return
        if not _READABLE.fullmatch(encoding):
            raise Refused(refuse("cap-encoding-refused", self.line, encoding=encoding[:40]))
        if not self.remarks:
            self.remarks.append(warn("cap-encoding-unusual", self.line, encoding=encoding))

    def _doctype(self, *_: object) -> None:
        raise Refused(refuse("cap-doctype", self.line))

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        self._count += 1
        self._depth += 1
        if self._count > MAX_ELEMENTS:
            raise Refused(refuse("cap-too-many-elements", self.line, limit=MAX_ELEMENTS))
        if self._depth > MAX_DEPTH:
            raise Refused(refuse("cap-too-deep", self.line, limit=MAX_DEPTH))
        namespace, _, name = qualified.rpartition(" ")
        self.opened(namespace, name, attributes)

    def _end(self, _qualified: str) -> None:
        self._depth -= 1
        self.closed()


def _malformed(error: expat.ExpatError, data: bytes) -> Remark:
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN] and not _is_utf8(data):
        return refuse("cap-encoding-wrong", error.lineno)
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]:
        return refuse("cap-encoding-refused", error.lineno, encoding="?")
    return refuse("cap-malformed", error.lineno, problem=expat.ErrorString(error.code) or "?")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
