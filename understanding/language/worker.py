"""A thin asynchronous front: one worker thread with a bounded queue, so that the event loop never waits."""

import asyncio
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType

from understanding.language.history import History
from understanding.language.identifier import Identifier
from understanding.language.verdict import Verdict

MAX_WAITING = 256
"""Messages that may wait for the thread; further callers wait for a place (back-pressure, no loss)."""


class LanguageWorker:
    """Identify languages from coroutines. Use as an async context manager, or call `close` at the end."""

    def __init__(self, languages: Sequence[str], *, max_waiting: int = MAX_WAITING) -> None:
        self._languages = tuple(languages)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="language")
        self._places = asyncio.Semaphore(max_waiting)
        self._identifier: Identifier | None = None

    async def __aenter__(self) -> "LanguageWorker":
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def start(self) -> None:
        """Load the profiles in the thread. Raises ValueError for an empty list of languages."""
        self._identifier = await asyncio.get_running_loop().run_in_executor(self._thread, Identifier, self._languages)

    async def identify(self, text: str, *, client_lang: str | None = None, history: History | None = None) -> Verdict:
        """As `Identifier.identify`, in the thread. Raises RuntimeError before `start` or after `close`."""
        if self._identifier is None:
            raise RuntimeError("the language worker is not started")
        async with self._places:
            return await asyncio.get_running_loop().run_in_executor(self._thread, self._run, text, client_lang, history)

    def _run(self, text: str, client_lang: str | None, history: History | None) -> Verdict:
        assert self._identifier is not None
        verdict = self._identifier.identify(text, client_lang=client_lang, history=history)
        time.sleep(0)  # hand the interpreter over: a busy thread would keep it for 5 ms at a time
        return verdict

    async def close(self) -> None:
        """Let the message in hand finish and end the thread; waiting ones are cancelled."""
        self._identifier = None
        await asyncio.to_thread(self._thread.shutdown, wait=True, cancel_futures=True)
