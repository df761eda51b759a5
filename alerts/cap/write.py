"""A message to a CAP 1.2 file: UTF-8, in the schema's order, nothing that the schema does not know."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from xml.sax.saxutils import escape

from alerts.cap import values
from alerts.cap.message import NAMESPACE, Alert, Area, Info, Named, Resource

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def write(alert: Alert) -> bytes:
    """The file. Characters that XML 1.0 cannot carry are left out; `read` gives back an equal message otherwise."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<alert xmlns="{NAMESPACE}">', *_alert(alert), "</alert>", ""]
    return "\n".join(lines).encode()


def _alert(alert: Alert) -> Iterator[str]:
    yield from _element("identifier", alert.identifier)
    yield from _element("sender", alert.sender)
    yield from _element("sent", values.write_time(alert.sent))
    yield from _element("status", alert.status)
    yield from _element("msgType", alert.msg_type)
    yield from _optional("source", alert.source)
    yield from _element("scope", alert.scope)
    yield from _optional("restriction", alert.restriction)
    yield from _optional("addresses", alert.addresses)
    yield from _each("code", alert.codes)
    yield from _optional("note", alert.note)
    yield from _optional("references", " ".join(values.write_references(alert.references)))
    yield from _optional("incidents", alert.incidents)
    for info in alert.infos:
        yield from _inside("info", _info(info))


def _info(info: Info) -> Iterator[str]:
    yield from _optional("language", info.language or "")
    yield from _each("category", info.categories)
    yield from _element("event", info.event)
    yield from _each("responseType", info.response_types)
    yield from _element("urgency", info.urgency)
    yield from _element("severity", info.severity)
    yield from _element("certainty", info.certainty)
    yield from _optional("audience", info.audience)
    yield from _named("eventCode", info.event_codes)
    for name, moment in (("effective", info.effective), ("onset", info.onset), ("expires", info.expires)):
        yield from _optional(name, values.write_time(moment) if moment else "")
    yield from _optional("senderName", info.sender_name)
    yield from _optional("headline", info.headline)
    yield from _optional("description", info.description)
    yield from _optional("instruction", info.instruction)
    yield from _optional("web", info.web)
    yield from _optional("contact", info.contact)
    yield from _named("parameter", info.parameters)
    for resource in info.resources:
        yield from _inside("resource", _resource(resource))
    for area in info.areas:
        yield from _inside("area", _area(area))


def _resource(resource: Resource) -> Iterator[str]:
    yield from _element("resourceDesc", resource.description)
    yield from _element("mimeType", resource.mime_type)
    yield from _optional("size", "" if resource.size is None else str(resource.size))
    yield from _optional("uri", resource.uri)
    yield from _optional("derefUri", resource.embedded)
    yield from _optional("digest", resource.digest)


def _area(area: Area) -> Iterator[str]:
    yield from _element("areaDesc", area.description)
    yield from _each("polygon", (" ".join(map(values.write_point, ring)) for ring in area.polygons))
    yield from _each("circle", map(values.write_circle, area.circles))
    yield from _named("geocode", area.geocodes)
    yield from _optional("altitude", _number(area.altitude))
    yield from _optional("ceiling", _number(area.ceiling))


def _number(number: Decimal | None) -> str:
    return "" if number is None else values.write_decimal(number)


def _element(name: str, text: str) -> Iterator[str]:
    yield f"<{name}>{escape(_UNWRITABLE.sub('', text), {chr(13): '&#13;'})}</{name}>"


def _optional(name: str, text: str) -> Iterator[str]:
    if text:
        yield from _element(name, text)


def _each(name: str, texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _element(name, text)


def _named(name: str, pairs: Iterable[Named]) -> Iterator[str]:
    for pair in pairs:
        yield from _inside(name, (*_element("valueName", pair.name), *_element("value", pair.value)))


def _inside(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"<{name}>"
    yield from (f"  {line}" if line.startswith("<") else line for line in lines)
    yield f"</{name}>"
