"""Reading messages: language, department, kind, urgency. Runs in one thread of its own, never on the event loop.

The router's memory is a document in the store, written after every lesson together with the number of the last label
it has learned; what was labelled after that (a crash in between) is learned again at the next start.
"""

import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import orjson
import structlog

from domain.case import CaseKind
from domain.community import Community
from domain.inbound import Inbound, ResidentEdited, ResidentWrote, Sender
from handlers.context import Taught
from handlers.reading import Reading, Reason
from storage import documents, labels, residents
from storage.engine import Database
from understanding.language import History, Identifier
from understanding.routing import (
    DepartmentProfile,
    Features,
    Router,
    judge_kind,
    judge_sensitive,
    judge_urgency,
)

MEMORY = "router"
MEMORY_VERSION = 1
TURN_SECONDS = (
    0.001  # a thread that computes keeps the event loop waiting so long; with Python's 5 ms it was 21 ms late
)
SURE_OF_THANKS = 0.6
LONGEST_THANKS = 60  # characters; a longer message says more than thank you
_WORD = re.compile(r"\w", re.UNICODE)

log = structlog.get_logger()


class Reader:
    """Understands messages and learns from labels. `start` loads the models, `close` ends the thread."""

    def __init__(self, db: Database, community: Community, now: Callable[[], datetime]) -> None:
        self._db, self._community, self._now = db, community, now
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")
        self._identifier: Identifier | None = None
        self._router: Router | None = None
        self._learned = 0
        self._learning = asyncio.Lock()

    async def start(self) -> None:
        """Load language profiles and the router's memory, and learn what was labelled since."""
        sys.setswitchinterval(TURN_SECONDS)
        async with self._db.read() as tx:
            memory = await documents.take(tx, MEMORY, version=MEMORY_VERSION)
        await self._run(self._load, memory)
        await self._catch_up()

    async def close(self) -> None:
        """End the thread."""
        await asyncio.to_thread(self._thread.shutdown, wait=True, cancel_futures=True)

    async def read(self, event: Inbound) -> Reading | None:
        """What a resident's message says; None for any other event."""
        if not isinstance(event, ResidentWrote | ResidentEdited):
            return None
        async with self._db.read() as tx:
            known = await residents.find(tx, event.sender.channel, event.sender.address)
        history = known.history if known else {}
        area = known.area if known else None
        text = event.arguments if event.command else event.text
        kinds = _kinds(event)
        reading: Reading = await self._run(self._read, text, event.sender, history, area, kinds)
        return reading

    async def learn(self, lessons: Sequence[Taught]) -> None:
        """Learn from fresh labels and write the memory. The labels themselves are committed already."""
        await self._catch_up()

    async def rebuild(self) -> int:
        """Forget everything and learn all labels again; returns how many there were."""
        await self._run(self._load, None)
        return await self._catch_up()

    async def _run(self, deed: Callable[..., Any], *arguments: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, deed, *arguments)

    def _load(self, memory: bytes | None) -> None:
        if self._identifier is None:
            self._identifier = Identifier(self._community.languages)
        profiles = [
            DepartmentProfile(id=d.id, name=d.name, description=d.description, keywords=d.examples)
            for d in self._community.departments
        ]
        self._learned = 0
        self._router = Router(profiles)
        if memory is None:
            return
        try:
            head, _, state = memory.partition(b"\n")
            self._router = Router.load(state, profiles)
            self._learned = int(head)
        except ValueError:
            log.warning("router.memory_unreadable", consequence="learned again from the labels")

    async def _catch_up(self) -> int:
        async with self._learning:
            async with self._db.read() as tx:
                fresh = [lesson async for lesson in labels.lessons(tx, after=self._learned)]
            if not fresh:
                return 0
            memory: bytes = await self._run(self._learn, fresh)
            async with self._db.write() as tx:
                await documents.put(tx, MEMORY, memory, self._now(), version=MEMORY_VERSION)
            return len(fresh)

    def _learn(self, fresh: Sequence[labels.Lesson]) -> bytes:
        assert self._router is not None
        known = {d.id for d in self._community.departments}
        for lesson in fresh:
            self._learned = lesson.id
            if lesson.department in known and lesson.text:
                features = Features(text=lesson.text, lang=lesson.language, area=lesson.area)
                kind = "confirmed" if lesson.kind == "confirmed" else "reassigned"
                self._router.learn(features, lesson.department, reference=lesson.reference, kind=kind)  # type: ignore[arg-type]
        return str(self._learned).encode() + b"\n" + self._router.dump()

    def _read(
        self, text: str, sender: Sender, history: dict[str, Any], area: str | None, kinds: tuple[str, ...]
    ) -> Reading:
        assert self._identifier is not None
        assert self._router is not None
        past = _history(history)
        verdict = self._identifier.identify(text, client_lang=sender.client_language, history=past)
        language = None if verdict.lang == "und" else verdict.lang
        kind = judge_kind(text, language)
        urgency = judge_urgency(text, language, self._community.emergency.words)
        decision = self._router.predict(Features(text=text, lang=language, area=area, attachments=kinds))
        understood = bool(_WORD.search(text))
        return Reading(
            language=verdict.lang,
            confidence=verdict.confidence,
            history=orjson.loads(past.updated(verdict).to_json()),
            ranking=tuple(department for department, _ in decision.ranking),
            action=decision.action if understood else "front_desk",
            reasons=tuple(Reason(kind=reason.kind, text=reason.text) for reason in decision.reasons),
            kind=CaseKind(kind.kind),
            thanks_only=kind.kind == "thanks" and kind.confidence >= SURE_OF_THANKS and len(text) <= LONGEST_THANKS,
            urgent=urgency.reason if urgency.kind == "emergency" else "",
            sensitive=judge_sensitive(text, language).kind != "none",
        )


def _history(data: dict[str, Any]) -> History:
    try:
        return History.from_json(orjson.dumps(data).decode())
    except ValueError:
        return History()


def _kinds(event: ResidentWrote | ResidentEdited) -> tuple[str, ...]:
    if isinstance(event, ResidentEdited):
        return ()
    kinds = [attachment.kind for attachment in event.attachments]
    return (*kinds, *(["location"] if event.place else []))
