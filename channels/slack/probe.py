"""Asks Slack whether the configured app would work: for `liaison check`."""

from collections.abc import Sequence
from typing import Literal

from slack_sdk.web.async_client import AsyncWebClient

from channels.finding import Finding
from channels.slack.directory import SlackDirectory
from channels.slack.errors import as_send_error
from channels.slack.scopes import BOT_SCOPES
from domain.errors import Refused, Revoked, SendError

Level = Literal["ok", "warning", "error"]


async def probe(
    client: AsyncWebClient, *, channels: Sequence[str], app_client: AsyncWebClient | None = None
) -> list[Finding]:
    """Findings on the token, its scopes, the app's membership of `channels` (ids or "#names"), the app-level token.

    Codes: token-valid {team, user}, token-refused, unreachable {reason}, scopes-missing {scopes}, scopes-surplus
    {scopes}, scopes-complete, channel-joined {channel}, channel-not-joined {channel}, channel-unknown {channel},
    app-token-valid, app-token-refused {reason}.
    """
    try:
        answer = await client.auth_test()
    except Exception as error:
        return [_unreachable(as_send_error(error))]
    findings = [_finding("ok", "token-valid", team=str(answer.get("team")), user=str(answer.get("user")))]
    findings += _scopes({name.lower(): value for name, value in answer.headers.items()}.get("x-oauth-scopes"))
    try:
        findings += await _memberships(SlackDirectory(client), channels)
    except SendError as error:
        findings.append(_unreachable(error))
    if app_client is not None:
        findings.append(await _app_token(app_client))
    return findings


def _scopes(header: str | None) -> list[Finding]:
    if header is None:
        return []
    granted = frozenset(scope.strip() for scope in header.split(",") if scope.strip())
    findings = []
    if missing := BOT_SCOPES - granted:
        findings.append(_finding("error", "scopes-missing", scopes=", ".join(sorted(missing))))
    if surplus := granted - BOT_SCOPES:
        findings.append(_finding("warning", "scopes-surplus", scopes=", ".join(sorted(surplus))))
    return findings or [_finding("ok", "scopes-complete")]


async def _memberships(directory: SlackDirectory, channels: Sequence[str]) -> list[Finding]:
    known, joined = await directory.channels(), await directory.joined_channels()
    findings = []
    for channel in channels:
        name = channel.lstrip("#")
        if name in joined or channel in joined.values():
            findings.append(_finding("ok", "channel-joined", channel=channel))
        elif name in known or channel in known.values():
            findings.append(_finding("error", "channel-not-joined", channel=channel))
        else:
            findings.append(_finding("error", "channel-unknown", channel=channel))
    return findings


async def _app_token(client: AsyncWebClient) -> Finding:
    """Opening a connection address costs nothing and shows that the token has connections:write."""
    try:
        await client.apps_connections_open(app_token=client.token or "")
    except Exception as error:
        meaning = as_send_error(error)
        return _finding("error", "app-token-refused", reason=meaning.detail or meaning.reason)
    return _finding("ok", "app-token-valid")


def _unreachable(error: SendError) -> Finding:
    if isinstance(error, Revoked):
        return _finding("error", "token-refused")
    return _finding("error", "unreachable", reason=_reason(error))


def _reason(error: SendError) -> str:
    """Slack's own code where it gave one; else ours, which the catalogs have words for."""
    return error.detail if isinstance(error, Refused) and error.detail else error.reason


def _finding(level: Level, code: str, **values: str) -> Finding:
    return Finding(channel="slack", level=level, code=code, values=values)
