"""Bytes from strangers to a small tree of elements, with line numbers, within fixed bounds.

The standard library's expat does the reading. It never opens a file or an address by itself; a document type
declaration is refused where it begins, so no entity is ever defined, let alone expanded. Size, depth and number of
elements are bounded while reading, and what is not CAP (a signature, say) is counted but not kept.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from alerts.cap.message import NAMESPACE
from alerts.cap.remark import Refused, Remark, refuse, warn

MAX_BYTES: Final = 4 * 1024 * 1024
MAX_DEPTH: Final = 32  # a message has 5 levels, a signature around 10
MAX_ELEMENTS: Final = 50_000
MAX_REMARKS: Final = 20  # of one message: nobody reads more, and a hostile one could cause thousands
OLD: Final = {"http://www.incident.com/cap/1.0": "1.0", "urn:oasis:names:tc:emergency:cap:1.1": "1.1"}
SIGNATURE: Final = "http://www.w3.org/2000/09/xmldsig#"
_HARMLESS: Final = ("http://www.w3.org/2001/XMLSchema-instance",)  # hints such as xsi:schemaLocation
_USUAL = re.compile(r"utf-?8|us-ascii|ascii", re.IGNORECASE)
_READABLE = re.compile(r"utf-16|utf-16[lb]e|iso-8859-\d{1,2}|windows-125\d", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Node:
    """An element of the CAP namespace."""

    name: str
    line: int
    text: str = ""
    children: list["Node"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The root element, whether a signature was there (it is not verified), and what was odd on the way."""

    root: Node
    signed: bool
    remarks: tuple[Remark, ...]


def parse(data: bytes) -> Parsed:
    """The tree of `data`. Raises Refused for anything that is no well-formed CAP 1.2 document within the bounds."""
    if len(data) > MAX_BYTES:
        raise Refused(refuse("cap-too-large", limit=MAX_BYTES // 1024 // 1024))
    if not data.strip():
        raise Refused(refuse("cap-empty"))
    return _Parse().run(data)


class _Parse:
    """One reading. Expat calls the handlers; the first thing that must not be ends it."""

    def __init__(self) -> None:
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.XmlDeclHandler = self._declaration
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        self._open: list[Node] = []
        self._foreign = 0  # how deep inside an element that is not CAP
        self._count = 0
        self._root: Node | None = None
        self._signed = False
        self._remarks: list[Remark] = []

    def run(self, data: bytes) -> Parsed:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            self._remarks.append(warn("cap-encoding-unusual", 1, encoding="UTF-16"))
        try:
            self._expat.Parse(data, True)
        except expat.ExpatError as error:
            raise Refused(_malformed(error, data)) from None
        except (LookupError, ValueError):
            raise Refused(refuse("cap-encoding-refused", 1, encoding="?")) from None
        assert self._root is not None  # expat refuses a document without an element
        return Parsed(root=self._root, signed=self._signed, remarks=tuple(self._remarks))

    @property
    def _line(self) -> int:
        return self._expat.CurrentLineNumber

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is None or _USUAL.fullmatch(encoding):
            return
        if not _READABLE.fullmatch(encoding):
            raise Refused(refuse("cap-encoding-refused", self._line, encoding=encoding[:40]))
        if not self._remarks:
            self._remarks.append(warn("cap-encoding-unusual", self._line, encoding=encoding))

    def _doctype(self, *_: object) -> None:
        raise Refused(refuse("cap-doctype", self._line))

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise Refused(refuse("cap-too-many-elements", self._line, limit=MAX_ELEMENTS))
        if len(self._open) + self._foreign >= MAX_DEPTH:
            raise Refused(refuse("cap-too-deep", self._line, limit=MAX_DEPTH))
        namespace, _, name = qualified.rpartition(" ")
        if self._root is None:
            _expect_root(namespace, name, self._line)
        if self._foreign or namespace != NAMESPACE:
            self._enter_foreign(namespace, name)
            return
        self._attributes(name, attributes)
        node = Node(name=name, line=self._line)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _enter_foreign(self, namespace: str, name: str) -> None:
        if not self._foreign:
            if namespace == SIGNATURE:
                self._signed = True
            elif not namespace:
                raise Refused(refuse("cap-element-unknown", self._line, element=name[:40], parent=self._open[-1].name))
            else:
                self._note_foreign(name)
        self._foreign += 1

    def _attributes(self, name: str, attributes: dict[str, str]) -> None:
        for attribute in attributes:
            namespace, _, local = attribute.rpartition(" ")
            if not namespace:
                raise Refused(refuse("cap-attribute", self._line, attribute=local[:40], element=name))
            if namespace not in _HARMLESS:
                self._note_foreign(f"@{local}")

    def _note_foreign(self, name: str) -> None:
        if len(self._remarks) < MAX_REMARKS:
            self._remarks.append(warn("cap-foreign", self._line, element=name[:40]))

    def _end(self, _qualified: str) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        node = self._open.pop()
        node.text, node.pieces = "".join(node.pieces), []

    def _characters(self, data: str) -> None:
        if self._open and not self._foreign:
            self._open[-1].pieces.append(data)


def _expect_root(namespace: str, name: str, line: int) -> None:
    if namespace in OLD:
        raise Refused(refuse("cap-namespace-old", line, version=OLD[namespace]))
    if name != "alert":
        raise Refused(refuse("cap-root", line, element=name[:40]))
    if not namespace:
        raise Refused(refuse("cap-namespace-none", line))
    if namespace != NAMESPACE:
        raise Refused(refuse("cap-namespace-other", line, namespace=namespace[:100]))


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
