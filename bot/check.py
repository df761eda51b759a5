"""`liaison check`: are the settings, the configuration and both platforms as they should be?"""

import asyncio
import sys
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import click
from dotenv import dotenv_values

from bot.configuration import ConfigurationError, read_community
from bot.configuration_playbooks import FOLDER, read_playbooks
from bot.playbooks_check import Checker
from bot.settings import ENV_FILE, NAMES, Settings, SettingsError, read_settings
from channels.finding import Finding
from channels.slack import client as slack_client
from channels.slack import probe as slack_probe
from channels.telegram import bot as telegram_bot
from channels.telegram import probe as telegram_probe
from channels.telegram.transport import AiohttpRequest
from domain.community import Community
from locales import Catalogs

Level = Literal["ok", "warning", "error"]
MARKS: dict[Level, tuple[str, str]] = {"ok": ("✓", "green"), "warning": ("!", "yellow"), "error": ("✗", "red")}
BAD_FILES, TO_MEND = 2, 1  # exit codes: nothing can start; something must be mended before going live
ENOUGH_SECONDS = 30.0
USUAL_CONFIG: Path = Settings().liaison_config


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One finding in words."""

    level: Level
    text: str


def check_files(env_file: Path | None, config: Path | None) -> tuple[Settings | None, Community | None, list[Line]]:
    """Read settings and configuration. Problems are in English: without a configuration no language is known."""
    settings: Settings | None = None
    community: Community | None = None
    lines: list[Line] = []
    if env_file is not None and env_file != ENV_FILE and not env_file.is_file():
        lines.append(Line(level="error", text=f"There is no file {env_file}."))
        return None, None, lines
    try:
        settings = read_settings(env_file)
    except SettingsError as error:
        lines += [Line(level="error", text=problem) for problem in error.problems]
    path = config or (settings.liaison_config if settings else USUAL_CONFIG)
    try:
        community = read_community(path)
        read_playbooks(path.parent / FOLDER, community.languages)
    except ConfigurationError as error:
        lines += [Line(level="error", text=problem) for problem in error.problems]
    return settings, community, lines


class Words:
    """Puts findings into the staff's language."""

    def __init__(self, community: Community) -> None:
        self._catalogs = Catalogs(community.default_language, strict=False)
        self._language = community.staff_language

    def line(self, level: Level, key: str, **values: str | int) -> Line:
        """A line with the words of `key`."""
        return Line(level=level, text=self._catalogs.say(self._language, key, **values))

    def finding(self, finding: Finding) -> Line:
        """A platform's finding."""
        values = {**finding.values, "reason": self._reason(str(finding.values.get("reason", "")))}
        text = self._catalogs.say(self._language, f"check-{finding.channel}-{finding.code}", **values)
        return Line(level=finding.level, text=text)

    def _reason(self, code: str) -> str:
        """Why something cannot be reached: in words, or the platform's own code where the catalogs have none."""
        key = f"desk-reason-{code}"
        return self._catalogs.say(self._language, key) if self._catalogs.has(self._language, key) else code


def about_files(
    words: Words, settings: Settings, community: Community, path: Path, env_file: Path | None
) -> list[Line]:
    """What there is to say of files without a mistake in them."""
    unknown = unknown_names(env_file)
    lines = [words.line("warning", "check-setting-unknown", name=name) for name in unknown]
    if not unknown:
        lines.append(words.line("ok", "check-settings-good"))
    languages = ", ".join(community.languages)
    count = len(community.departments)
    lines.append(words.line("ok", "check-configuration-good", path=str(path), departments=count, languages=languages))
    lines += about_plans(words, community, path.parent / FOLDER)
    if not settings.begun:
        lines.append(words.line("ok", "check-no-tokens"))
    else:
        lines += [words.line("error", "check-setting-missing", name=name) for name in settings.missing()]
    return lines


def about_plans(words: Words, community: Community, folder: Path) -> list[Line]:
    """Whether the contingency plans are fit for use; nothing where there are none."""
    checker = Checker(community, community.staff_language, datetime.now(community.time_zone).date())
    defects = sum(len(list(checker.check(plan))) for plan in sorted(folder.glob("*.toml")))
    if defects:
        return [words.line("warning", "check-plans-defects", count=defects)]
    return [words.line("ok", "check-plans-good", count=checker.checked)] if checker.checked else []


def unknown_names(env_file: Path | None) -> list[str]:
    """Names in `env_file` that look like settings of Liaison and are none: misspelt ones."""
    if env_file is None or not env_file.is_file():
        return []
    ours = {name.partition("_")[0] for name in NAMES}
    return [name for name in dotenv_values(env_file) if name.upper() not in NAMES and name.partition("_")[0] in ours]


async def check_platforms(settings: Settings, community: Community) -> list[Finding]:
    """Ask the platforms for which there are tokens, both at a time."""
    asked = []
    if settings.telegram_bot_token:
        asked.append(_in_time("telegram", _ask_telegram(settings)))
    if settings.slack_bot_token:
        casting = community.broadcasting
        named = [*(department.channel for department in community.departments), casting.channel]
        channels = list(dict.fromkeys(name for name in [*named, *casting.slack_channels] if name))
        asked.append(_in_time("slack", _ask_slack(settings, channels)))
    return [finding for found in await asyncio.gather(*asked) for finding in found]


async def _in_time(channel: str, asking: Awaitable[list[Finding]]) -> list[Finding]:
    try:
        async with asyncio.timeout(ENOUGH_SECONDS):
            return await asking
    except TimeoutError:
        reason = f"no answer within {ENOUGH_SECONDS:.0f} s"
        return [Finding(channel=channel, level="error", code="unreachable", values={"reason": reason})]


async def _ask_telegram(settings: Settings) -> list[Finding]:
    assert settings.telegram_bot_token is not None
    request = AiohttpRequest(connections=4)
    token = settings.telegram_bot_token
    bot = telegram_bot.make_bot(token, request, api_url=settings.telegram_api_url)
    await request.initialize()
    try:
        found = await telegram_probe.probe(bot)
    finally:
        await request.shutdown()
    return [_expected(finding, settings.telegram_webhook_url) for finding in found]


def _expected(finding: Finding, webhook_url: str) -> Finding:
    """A webhook at our own address is no surprise."""
    ours = webhook_url and finding.values.get("host") == urlsplit(webhook_url).netloc
    if finding.code == "webhook-set" and ours:
        return Finding(channel=finding.channel, level="ok", code="webhook-ours", values=finding.values)
    return finding


async def _ask_slack(settings: Settings, channels: Sequence[str]) -> list[Finding]:
    assert settings.slack_bot_token is not None
    async with slack_client.slack_session() as session:
        url = settings.slack_api_url
        client = slack_client.make_client(settings.slack_bot_token, session, api_url=url)
        app_client = None
        if settings.slack_app_token:
            app_client = slack_client.make_client(settings.slack_app_token, session, api_url=url)
        return await slack_probe.probe(client, channels=channels, app_client=app_client)


async def run_check(env_file: Path | None, config: Path | None, *, offline: bool) -> tuple[int, list[Line]]:
    """Check everything; returns the exit code (0 good, 1 something to mend, 2 unusable files) and what to print."""
    settings, community, lines = check_files(env_file, config)
    if settings is None or community is None:
        return BAD_FILES, lines
    words = Words(community)
    lines += about_files(words, settings, community, config or settings.liaison_config, env_file)
    if not offline:
        lines += [words.finding(finding) for finding in await check_platforms(settings, community)]
    errors = sum(line.level == "error" for line in lines)
    last = words.line("error", "check-to-mend", count=errors) if errors else words.line("ok", "check-all-good")
    return (TO_MEND if errors else 0), [*lines, last]


@click.command()
@click.option("--config", type=click.Path(path_type=Path), help="Configuration file instead of LIAISON_CONFIG.")
@click.option("--env", type=click.Path(path_type=Path), default=ENV_FILE, show_default=True, help="File with settings.")
@click.option("--offline", is_flag=True, help="Look at the files only; ask neither Telegram nor Slack.")
def check(config: Path | None, env: Path, offline: bool) -> None:
    """Check settings, configuration, tokens, permissions and channels, and say what to mend.

    Exit code: 0 all good, 1 something must be mended before going live, 2 the files cannot be used.
    """
    code, lines = asyncio.run(run_check(env, config, offline=offline))
    for line in lines:
        mark, colour = MARKS[line.level]
        click.echo(f"{click.style(mark, fg=colour)} {line.text}")
    sys.exit(code)
