"""A CAP 1.2 file to a message: parsed within bounds, held against the schema, then built."""

from dataclasses import dataclass
from decimal import Decimal

from alerts.cap import values
from alerts.cap.bounded import MAX_REMARKS
from alerts.cap.message import (
    Alert,
    Area,
    Category,
    Certainty,
    Circle,
    Info,
    MsgType,
    Named,
    Point,
    Resource,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)
from alerts.cap.parse import Node, parse
from alerts.cap.remark import Refused, Remark, Verdict, refuse, warn
from alerts.cap.shape import faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a file. `alert` is None exactly when a remark rejects it. A signature is noted, not verified."""

    alert: Alert | None
    signed: bool = False
    remarks: tuple[Remark, ...] = ()


def read(data: bytes) -> Reading:
    """Read a message. Never raises, whatever the bytes are; time and memory are bounded by `parse`'s limits."""
    try:
        parsed = parse(data)
    except Refused as refused:
        return Reading(alert=None, remarks=(refused.remark,))
    wrong = list(faults(parsed.root))
    if wrong:
        return Reading(alert=None, signed=parsed.signed, remarks=tuple(wrong[:MAX_REMARKS]))
    build = _Build()
    alert = build.alert(parsed.root)
    remarks = (*parsed.remarks, *build.remarks[:MAX_REMARKS])
    rejected = any(remark.verdict is Verdict.REJECT for remark in build.remarks)
    return Reading(alert=None if rejected else alert, signed=parsed.signed, remarks=remarks)


class _Build:
    """Builds a message whose shape is right, and notes what section 3 of the specification forbids beyond it."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []

    def alert(self, node: Node) -> Alert:
        one, every = _by_name(node)
        references, unread = values.read_references(one.get("references", ""))
        if unread:
            self.remarks.append(warn("cap-references-form", _line(node, "references"), text=unread[0][:80]))
        for name in ("identifier", "sender"):
            if not one[name].strip():
                self.remarks.append(refuse("cap-element-empty", _line(node, name), element=name))
        return Alert(
            identifier=one["identifier"].strip(),
            sender=one["sender"].strip(),
            sent=values.read_time(one["sent"]),
            status=Status(one["status"]),
            msg_type=MsgType(one["msgType"]),
            source=_text(one, "source"),
            scope=Scope(one["scope"]),
            restriction=_text(one, "restriction"),
            addresses=_text(one, "addresses"),
            codes=tuple(code for child in every.get("code", ()) if (code := child.text.strip())),
            note=_text(one, "note"),
            references=references,
            incidents=_text(one, "incidents"),
            infos=tuple(self._info(child) for child in every.get("info", ())),
        )

    def _info(self, node: Node) -> Info:
        one, every = _by_name(node)
        return Info(
            language=values.read_language(one["language"]) if "language" in one else None,
            categories=tuple(Category(child.text) for child in every["category"]),
            event=one["event"].strip(),
            response_types=tuple(ResponseType(child.text) for child in every.get("responseType", ())),
            urgency=Urgency(one["urgency"]),
            severity=Severity(one["severity"]),
            certainty=Certainty(one["certainty"]),
            audience=_text(one, "audience"),
            event_codes=_named(every.get("eventCode", [])),
            effective=values.read_time(one["effective"]) if "effective" in one else None,
            onset=values.read_time(one["onset"]) if "onset" in one else None,
            expires=values.read_time(one["expires"]) if "expires" in one else None,
            sender_name=_text(one, "senderName"),
            headline=_text(one, "headline"),
            description=_text(one, "description"),
            instruction=_text(one, "instruction"),
            web=one.get("web", "").strip(),
            contact=_text(one, "contact"),
            parameters=_named(every.get("parameter", [])),
            resources=tuple(_resource(child) for child in every.get("resource", ())),
            areas=tuple(self._area(child) for child in every.get("area", ())),
        )

    def _area(self, node: Node) -> Area:
        one, every = _by_name(node)
        polygons = [ring for child in every.get("polygon", ()) if (ring := self._polygon(child))]
        circles = [circle for child in every.get("circle", ()) if (circle := self._circle(child))]
        return Area(
            description=one["areaDesc"].strip(),
            polygons=tuple(polygons),
            circles=tuple(circles),
            geocodes=tuple(code for code in _named(every.get("geocode", [])) if code.value),
            altitude=_decimal(one, "altitude"),
            ceiling=_decimal(one, "ceiling"),
        )

    def _polygon(self, node: Node) -> tuple[Point, ...]:
        """The closed ring; empty for an empty element and for one that is noted as wrong."""
        ring: list[Point] = []
        for pair in node.text.split():
            try:
                ring.append(values.read_point(pair))
            except ValueError:
                self.remarks.append(refuse("cap-polygon-pair", node.line, pair=pair[:40]))
                return ()
        if ring and len(ring) < 4:
            self.remarks.append(refuse("cap-polygon-short", node.line, count=len(ring)))
            return ()
        if ring and ring[0] != ring[-1]:
            self.remarks.append(refuse("cap-polygon-open", node.line))
            return ()
        return tuple(ring)

    def _circle(self, node: Node) -> Circle | None:
        if not node.text.strip():
            return None
        try:
            return values.read_circle(node.text)
        except ValueError:
            self.remarks.append(refuse("cap-circle", node.line, text=" ".join(node.text.split())[:60]))
            return None


def _by_name(node: Node) -> tuple[dict[str, str], dict[str, list[Node]]]:
    every: dict[str, list[Node]] = {}
    for child in node.children:
        every.setdefault(child.name, []).append(child)
    return {name: nodes[0].text for name, nodes in every.items()}, every


def _line(node: Node, name: str) -> int:
    return next((child.line for child in node.children if child.name == name), node.line)


def _text(one: dict[str, str], name: str) -> str:
    """The text as it is written, or nothing where it is blank."""
    text = one.get(name, "")
    return text if text.strip() else ""


def _decimal(one: dict[str, str], name: str) -> Decimal | None:
    return values.read_decimal(one[name]) if name in one else None


def _named(nodes: list[Node]) -> tuple[Named, ...]:
    pairs = [_by_name(node)[0] for node in nodes]
    return tuple(Named(name=pair["valueName"].strip(), value=pair["value"].strip()) for pair in pairs)


def _resource(node: Node) -> Resource:
    one, _ = _by_name(node)
    return Resource(
        description=one["resourceDesc"].strip(),
        mime_type=one["mimeType"].strip(),
        size=values.read_integer(one["size"]) if "size" in one else None,
        uri=one.get("uri", "").strip(),
        embedded="".join(one.get("derefUri", "").split()),
        digest=one.get("digest", "").strip(),
    )
