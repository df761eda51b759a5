"""The shipped town, running, and its page in a browser."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from bot.configuration import read_community
from bot.configuration_playbooks import read_playbooks
from bot.sandbox_town import Sandbox, sandbox

ROOT = Path(__file__).parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome") or ""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]


@pytest.fixture
async def town() -> AsyncIterator[Sandbox]:
    """The shipped town, running."""
    community = read_community(ROOT / "config" / "community.toml")
    playbooks = read_playbooks(ROOT / "config" / "playbooks", community.languages)
    async with sandbox(community, playbooks=playbooks) as running:
        yield running


@pytest.fixture
async def page(town: Sandbox) -> AsyncIterator[Page]:
    """The page in a browser; an error on it, or anything fetched from elsewhere, fails the test."""
    if not CHROMIUM:
        pytest.skip("no chromium on this machine")
    troubles: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = await browser.new_page(viewport={"width": 1440, "height": 900})
        opened.set_default_timeout(15_000)
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("request", lambda request: troubles.append(request.url) if _elsewhere(request.url) else None)
        await opened.goto(town.address)
        yield opened
        await browser.close()
    assert troubles == []


def _elsewhere(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
