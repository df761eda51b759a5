"""Bytes from strangers to a small tree of CAP 1.2 elements, with line numbers.

What is not CAP (a signature, say) is counted but not kept.
"""

from dataclasses import dataclass, field
from typing import Final

from alerts.cap.bounded import MAX_REMARKS, BoundedXml
from alerts.cap.message import NAMESPACE
from alerts.cap.remark import Refused, Remark, refuse, warn

OLD: Final = {"http://www.incident.com/cap/1.0": "1.0", "urn:oasis:names:tc:emergency:cap:1.1": "1.1"}
SIGNATURE: Final = "http://www.w3.org/2000/09/xmldsig#"
_HARMLESS: Final = ("http://www.w3.org/2001/XMLSchema-instance",)  # hints such as xsi:schemaLocation


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
    reading = _Parse()
    reading.read(data)
    assert reading.root is not None  # expat refuses a document without an element
    return Parsed(root=reading.root, signed=reading.signed, remarks=tuple(reading.remarks))


class _Parse(BoundedXml):
    """Keeps the elements of CAP; the first thing that must not be ends it."""

    def __init__(self) -> None:
        super().__init__()
        self._open: list[Node] = []
        self._foreign = 0  # how deep inside an element that is not CAP
        self.root: Node | None = None
        self.signed = False

    def opened(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        if self.root is None:
            _expect_root(namespace, name, self.line)
        if self._foreign or namespace != NAMESPACE:
            self._enter_foreign(namespace, name)
            return
        self._attributes(name, attributes)
        node = Node(name=name, line=self.line)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def closed(self) -> None:
        if self._foreign:
            self._foreign -= 1
            return
        node = self._open.pop()
        node.text, node.pieces = "".join(node.pieces), []

    def said(self, text: str) -> None:
        if self._open and not self._foreign:
            self._open[-1].pieces.append(text)

    def _enter_foreign(self, namespace: str, name: str) -> None:
        if not self._foreign:
            if namespace == SIGNATURE:
                self.signed = True
            elif not namespace:
                raise Refused(refuse("cap-element-unknown", self.line, element=name[:40], parent=self._open[-1].name))
            else:
                self._note_foreign(name)
        self._foreign += 1

    def _attributes(self, name: str, attributes: dict[str, str]) -> None:
        for attribute in attributes:
            namespace, _, local = attribute.rpartition(" ")
            if not namespace:
                raise Refused(refuse("cap-attribute", self.line, attribute=local[:40], element=name))
            if namespace not in _HARMLESS:
                self._note_foreign(f"@{local}")

    def _note_foreign(self, name: str) -> None:
        if len(self.remarks) < MAX_REMARKS:
            self.remarks.append(warn("cap-foreign", self.line, element=name[:40]))


def _expect_root(namespace: str, name: str, line: int) -> None:
    if namespace in OLD:
        raise Refused(refuse("cap-namespace-old", line, version=OLD[namespace]))
    if name != "alert":
        raise Refused(refuse("cap-root", line, element=name[:40]))
    if not namespace:
        raise Refused(refuse("cap-namespace-none", line))
    if namespace != NAMESPACE:
        raise Refused(refuse("cap-namespace-other", line, namespace=namespace[:100]))
