"""The schema: which elements stand where, how often, in which order, and what their text may be.

It is the OASIS schema of CAP 1.2 written as data. Everything is checked, not only the first fault. The form of
addresses (xs:anyURI) is left open: schema processors differ on it, and a bad link is no reason to lose a warning.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from alerts.cap import values
from alerts.cap.message import Category, Certainty, MsgType, ResponseType, Scope, Severity, Status, Urgency
from alerts.cap.parse import Node
from alerts.cap.remark import Remark, refuse

Reader = Callable[[str], object]
MANY: Final = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of child. `most` None: any number. Either it has `parts`, or a text that `reader` or `choices` judge."""

    name: str
    least: int = 0
    most: int | None = 1
    reader: Reader | None = None
    choices: type[StrEnum] | None = None
    parts: tuple["Rule", ...] = ()


def _must(name: str, reader: Reader | None = None) -> Rule:
    return Rule(name=name, least=1, reader=reader)


def _may(name: str, reader: Reader | None = None) -> Rule:
    return Rule(name=name, reader=reader)


def _one_of(name: str, choices: type[StrEnum]) -> Rule:
    return Rule(name=name, least=1, choices=choices)


_NAMED = (_must("valueName"), _must("value"))

AREA = (
    _must("areaDesc"),
    Rule(name="polygon", most=MANY),
    Rule(name="circle", most=MANY),
    Rule(name="geocode", most=MANY, parts=_NAMED),
    _may("altitude", values.read_decimal),
    _may("ceiling", values.read_decimal),
)
RESOURCE = (
    _must("resourceDesc"),
    _must("mimeType"),
    _may("size", values.read_integer),
    _may("uri"),
    _may("derefUri"),
    _may("digest"),
)
INFO = (
    _may("language", values.read_language),
    Rule(name="category", least=1, most=MANY, choices=Category),
    _must("event"),
    Rule(name="responseType", most=MANY, choices=ResponseType),
    _one_of("urgency", Urgency),
    _one_of("severity", Severity),
    _one_of("certainty", Certainty),
    _may("audience"),
    Rule(name="eventCode", most=MANY, parts=_NAMED),
    _may("effective", values.read_time),
    _may("onset", values.read_time),
    _may("expires", values.read_time),
    _may("senderName"),
    _may("headline"),
    _may("description"),
    _may("instruction"),
    _may("web"),
    _may("contact"),
    Rule(name="parameter", most=MANY, parts=_NAMED),
    Rule(name="resource", most=MANY, parts=RESOURCE),
    Rule(name="area", most=MANY, parts=AREA),
)
ALERT = (
    _must("identifier"),
    _must("sender"),
    _must("sent", values.read_time),
    _one_of("status", Status),
    _one_of("msgType", MsgType),
    _may("source"),
    _one_of("scope", Scope),
    _may("restriction"),
    _may("addresses"),
    Rule(name="code", most=MANY),
    _may("note"),
    _may("references"),
    _may("incidents"),
    Rule(name="info", most=MANY, parts=INFO),
)


def faults(root: Node) -> Iterator[Remark]:
    """Every breach of the schema in the message, in the order of the file."""
    return _faults(root, ALERT)


def _faults(node: Node, rules: tuple[Rule, ...]) -> Iterator[Remark]:
    yield from _order(node, rules)
    counts: dict[str, int] = {}
    by_name = {rule.name: rule for rule in rules}
    if node.text.strip():
        yield refuse("cap-text-astray", node.line, element=node.name)
    for child in node.children:
        rule = by_name.get(child.name)
        if rule is None:
            yield refuse("cap-element-unknown", child.line, element=child.name[:40], parent=node.name)
            continue
        counts[child.name] = counts.get(child.name, 0) + 1
        if counts[child.name] == 2 and rule.most == 1:
            yield refuse("cap-element-twice", child.line, element=child.name)
        yield from _faults(child, rule.parts) if rule.parts else _value(child, rule)
    for rule in rules:
        if counts.get(rule.name, 0) < rule.least:
            yield refuse("cap-element-missing", node.line, element=rule.name, parent=node.name)


def _order(node: Node, rules: tuple[Rule, ...]) -> Iterator[Remark]:
    """The first element that stands behind one that it should precede: the others follow from it."""
    place = {rule.name: at for at, rule in enumerate(rules)}
    reached, latest = -1, ""
    for child in node.children:
        at = place.get(child.name, reached)
        if at < reached:
            yield refuse("cap-element-order", child.line, element=child.name, after=latest)
            return
        reached, latest = at, child.name


def _value(node: Node, rule: Rule) -> Iterator[Remark]:
    for child in node.children:
        yield refuse("cap-element-unknown", child.line, element=child.name[:40], parent=node.name)
    if rule.choices is not None and node.text not in set(rule.choices):
        yield refuse(
            "cap-not-a-choice", node.line, element=node.name, value=_short(node.text), choices=", ".join(rule.choices)
        )
    if rule.reader is not None:
        try:
            rule.reader(node.text)
        except (ValueError, OverflowError):
            value = _short(node.text)
            if rule.reader is values.read_time:
                yield refuse("cap-time", node.line, element=node.name, value=value)
            else:
                yield refuse("cap-value", node.line, element=node.name, value=value)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
