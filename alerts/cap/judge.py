"""What a careful importer says of a message that is valid: every reason for a person to look at it first.

The rules come from the text of the specification (section 3.2) and from what an importer must know before residents
are told anything: is it real, for the public, for where, until when, and does it belong to something that we hold?
Whether the message has run out is not judged here, because that depends on when one asks: the importer does.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Final

from alerts.cap.message import DEFAULT_LANGUAGE, Alert, Info, MsgType, Reference, Scope, Status
from alerts.cap.read import Reading
from alerts.cap.rehearsal import says_test
from alerts.cap.remark import Remark, warn

LARGE_EMBEDDED: Final = 64 * 1024  # bytes of base64: no chat message carries that along
_UNFIT = frozenset(" ,<&")  # must not stand in <identifier> and <sender>: references could not be read


def judge(reading: Reading, held: Collection[Reference] = ()) -> tuple[Remark, ...]:
    """All remarks on the message: those of its reading, and of its sense. `held` names the messages that we have."""
    if reading.alert is None:
        return reading.remarks
    return (*reading.remarks, *_sense(reading.alert, held))


def _sense(alert: Alert, held: Collection[Reference]) -> Iterator[Remark]:
    if alert.status is not Status.ACTUAL:
        yield warn("cap-status", status=alert.status)
    if alert.scope is not Scope.PUBLIC:
        yield warn("cap-scope", scope=alert.scope)
    for element, name in (("identifier", alert.identifier), ("sender", alert.sender)):
        if _UNFIT & set(name):
            yield warn("cap-name-unfit", element=element, name=name[:80])
    yield from _relations(alert, held)
    if not alert.infos and alert.msg_type in {MsgType.ALERT, MsgType.UPDATE}:
        yield warn("cap-no-info")
    for number, info in enumerate(alert.infos, start=1):
        block = f"{number}, {info.language or DEFAULT_LANGUAGE}" if len(alert.infos) > 1 else ""
        yield from (replace(remark, block=block) for remark in _info(info, alert))
    yield from _blocks(alert.infos)


def _relations(alert: Alert, held: Collection[Reference]) -> Iterator[Remark]:
    """Does it point at what we hold?"""
    if alert.msg_type in {MsgType.ACK, MsgType.ERROR}:
        yield warn("cap-reply", type=alert.msg_type)
    if alert.msg_type is not MsgType.ALERT and not alert.references:
        yield warn("cap-references-none", type=alert.msg_type)
    here = frozenset(held)
    missing = [reference for reference in alert.references if reference not in here]
    if missing:
        yield warn("cap-references-not-held", count=len(missing), first=missing[0].identifier[:80])
    if any(reference == alert.name for reference in alert.references):
        yield warn("cap-references-itself")
    if any(reference.sent > alert.sent for reference in alert.references):
        yield warn("cap-references-later")


def _info(info: Info, alert: Alert) -> Iterator[Remark]:
    if alert.status is Status.ACTUAL and says_test(info):
        yield warn("cap-says-test")
    if not info.event:
        yield warn("cap-event-empty")
    if not info.headline and not info.description:
        yield warn("cap-no-text")
    yield from _times(info, alert)
    yield from _places(info, alert)
    if any(len(resource.embedded) > LARGE_EMBEDDED for resource in info.resources):
        yield warn("cap-embedded-large", limit=LARGE_EMBEDDED // 1024)


def _times(info: Info, alert: Alert) -> Iterator[Remark]:
    begin = info.onset or info.effective
    if info.expires is None:
        if alert.msg_type in {MsgType.ALERT, MsgType.UPDATE}:
            yield warn("cap-no-expires")
    elif info.expires <= alert.sent:
        yield warn("cap-expires-before-sent")
    elif begin is not None and info.expires < begin:
        yield warn("cap-expires-before-onset")


def _places(info: Info, alert: Alert) -> Iterator[Remark]:
    if not info.areas and alert.msg_type in {MsgType.ALERT, MsgType.UPDATE}:
        yield warn("cap-no-area")
    for area in info.areas:
        if not area.placed:
            yield warn("cap-area-in-words", area=area.description[:80])
        if area.ceiling is not None and area.altitude is None:
            yield warn("cap-ceiling-alone", area=area.description[:80])


def _blocks(infos: tuple[Info, ...]) -> Iterator[Remark]:
    """Blocks that say the same twice."""
    seen: set[Info] = set()
    for number, info in enumerate(infos, start=1):
        if info in seen:
            yield warn("cap-block-twice", number=number)
        seen.add(info)
