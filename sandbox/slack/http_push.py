"""Events and interactions over HTTP: signed requests to the app's request URL, as without Socket Mode."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from sandbox.slack.clock import Clock
from sandbox.slack.deliveries import Ack, EnvelopeKind
from sandbox.slack.signing import signed_headers

Json = dict[str, Any]


@dataclass(kw_only=True)
class HttpPush:
    """A Carrier that POSTs to one request URL."""

    url: str
    signing_secret: str
    clock: Clock
    _session: aiohttp.ClientSession | None = field(default=None)

    async def deliver(self, kind: EnvelopeKind, payload: Json, *, attempt: int, reason: str, wait: float) -> Ack:
        """POST once; 2xx within `wait` seconds is the acknowledgement, its body the response payload."""
        body, content_type = _body(kind, payload)
        headers = {**signed_headers(self.signing_secret, self.clock.now(), body), "Content-Type": content_type}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": reason}
        try:
            timeout = aiohttp.ClientTimeout(total=wait)
            async with self._client().post(self.url, data=body, headers=headers, timeout=timeout) as response:
                stop = response.headers.get("X-Slack-No-Retry") == "1"
                if 200 <= response.status < 300:
                    return Ack(ok=True, payload=_payload(await response.text()), stop_retries=stop)
                return Ack(ok=False, reason="http_error", stop_retries=stop)
        except TimeoutError:
            return Ack(ok=False, reason="http_timeout")
        except aiohttp.ClientError:
            return Ack(ok=False, reason="connection_failed")

    async def verify(self, verification_token: str, challenge: str) -> None:
        """The url_verification handshake. Raises ValueError when the challenge does not come back."""
        document = {"token": verification_token, "challenge": challenge, "type": "url_verification"}
        body = json.dumps(document).encode()
        headers = {**signed_headers(self.signing_secret, self.clock.now(), body), "Content-Type": "application/json"}
        async with self._client().post(self.url, data=body, headers=headers) as response:
            text = await response.text()
        answered = _payload(text)
        echo = answered.get("challenge") if isinstance(answered, dict) and "challenge" in answered else text.strip()
        if response.status != 200 or echo != challenge:
            raise ValueError(f"the request URL did not return the challenge (HTTP {response.status})")

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session


def _body(kind: EnvelopeKind, payload: Json) -> tuple[bytes, str]:
    if kind == "events_api":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


def _payload(text: str) -> Any:
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except ValueError:
        return {"text": text}
