"""A Slack workspace on loopback: the real slack-bolt and slack_sdk run against it unchanged.

    workspace = SlackWorkspace.create(AppManifest.read(path))       # or AppManifest.permissive()
    waste = workspace.add_channel("waste")
    vera = workspace.add_member("vera", "Vera Example", channels=["waste"])
    async with workspace.serving() as api_url:                      # "http://127.0.0.1:43127/api/"
        client = AsyncWebClient(token=workspace.bot_token, base_url=api_url)
        ...                                                         # AsyncSocketModeHandler with workspace.app_token
        vera.post("waste", "Hello"); await vera.press("waste", ts, "claim")

- the staff's side: `sandbox.slack.members.Member`
- faults: `workspace.faults` (`sandbox.slack.faults`), `take_down()`, `sockets.refresh()/silence()/close_all()`,
  `revoke_token()`, `limits.enforced = True`
- what the app did: `workspace.journal`; live changes: `workspace.changes`
- time: `workspace.clock.advance(seconds)`; event retries: `workspace.deliveries.retry_delays`
- HTTP delivery instead of Socket Mode: `await workspace.use_http(request_url)`
- as a process of its own, driven over HTTP: `python -m sandbox.slack`, `sandbox.slack.control`
"""

from sandbox.slack.clock import Clock
from sandbox.slack.emulator import SlackWorkspace
from sandbox.slack.errors import SlackError
from sandbox.slack.interactions import Outcome
from sandbox.slack.manifest import AppManifest
from sandbox.slack.members import Member, NotOnScreenError

__all__ = ["AppManifest", "Clock", "Member", "NotOnScreenError", "Outcome", "SlackError", "SlackWorkspace"]
