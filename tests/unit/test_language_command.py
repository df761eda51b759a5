"""`liaison detect` and the worker thread."""

import asyncio
import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from understanding.language import History
from understanding.language.command import detect_lines
from understanding.language.worker import LanguageWorker

ROOT = Path(__file__).resolve().parent.parent.parent


def answers(*lines: str) -> list[dict[str, object]]:
    out = io.StringIO()
    detect_lines(io.StringIO("\n".join(lines) + "\n"), out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_lines_in_lines_out() -> None:
    found = answers('{"id":1,"text":"Od rana nie leci woda"}', "", '{"id":"b","text":"ok"}')
    assert [(line["id"], line["lang"]) for line in found] == [(1, "pl"), ("b", "und")]
    assert found[0]["confidence"] > 0.9  # type: ignore[operator]


@pytest.mark.parametrize(
    "line", ["{", "[]", "1", '{"id":7}', '{"id":7,"text":5}', '{"id":7,"text":"a","client_lang":3}', "[" * 100_000]
)
def test_a_malformed_line_is_answered_and_the_run_goes_on(line: str) -> None:
    found = answers(line, '{"id":2,"text":"nie ma prądu"}')
    assert "error" in found[0]
    assert (found[0]["lang"], found[0]["confidence"]) == ("und", 0.0)
    assert found[1]["lang"] == "pl"


def test_senders_have_their_own_history() -> None:
    found = answers(
        '{"id":1,"text":"No hay agua desde ayer en la calle","sender":"a"}',
        '{"id":2,"text":"Desde ontem não temos água no bairro","sender":"b"}',
        '{"id":3,"text":"animal","sender":"a"}',
        '{"id":4,"text":"animal","sender":"b"}',
    )
    assert [line["lang"] for line in found] == ["es", "pt", "es", "pt"]


def test_filipino_is_tl_by_default() -> None:
    assert answers('{"id":1,"text":"Wala pong tubig dito","client_lang":"fil"}')[0]["lang"] == "tl"


def test_the_process_answers_each_line_at_once() -> None:
    command = [sys.executable, "-m", "understanding.language.command", "--languages", "pl,en"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text, lang in (("nie ma wody", "pl"), ("there is no water", "en")):
            process.stdin.write(json.dumps({"id": 1, "text": text}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["lang"] == lang
        process.stdin.close()
        assert process.wait(10) == 0


def test_surrogates_and_odd_bytes_do_not_stop_the_process() -> None:
    command = [sys.executable, "-m", "understanding.language.command"]
    lines = b'{"id":1,"text":"\\ud800"}\n\xff\xfe\n{"id":2,"text":"nie ma wody"}\n'
    done = subprocess.run(command, cwd=ROOT, input=lines, capture_output=True, timeout=30, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [("error" in line, line["lang"]) for line in found] == [(False, "und"), (True, "und"), (False, "pl")]


async def test_the_worker_never_blocks_the_loop() -> None:
    async with LanguageWorker(["pl", "en", "uk", "ar", "tl", "es"]) as worker:
        lags: list[float] = []

        async def tick() -> None:
            while True:
                start = time.perf_counter()
                await asyncio.sleep(0.001)
                lags.append(time.perf_counter() - start - 0.001)

        ticking = asyncio.create_task(tick())
        texts = [f"wiadomość numer {n} o wodzie i dziurach w drodze" for n in range(300)]
        found = await asyncio.gather(*(worker.identify(text, history=History()) for text in texts))
        ticking.cancel()
        assert {verdict.lang for verdict in found} == {"pl"}
        assert sorted(lags)[len(lags) // 2] < 0.02


async def test_the_worker_waits_for_a_place() -> None:
    async with LanguageWorker(["pl", "en"], max_waiting=1) as worker:
        found = await asyncio.gather(*(worker.identify("nie ma wody") for _ in range(20)))
        assert len(found) == 20


async def test_a_worker_that_is_not_started_refuses() -> None:
    worker = LanguageWorker(["pl"])
    with pytest.raises(RuntimeError):
        await worker.identify("nie ma wody")
    await worker.close()
