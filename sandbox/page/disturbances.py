"""Things that go wrong, at the turn of a switch on the page."""

from sandbox.page.town import Town
from sandbox.telegram.faults import Fault

WAIT_SECONDS = 5  # what a 429 asks for
TELEGRAM: dict[str, tuple[dict[str, object], ...]] = {
    "down": (
        {"kind": "server_error", "status": 502},
    ),  # what a client meets while Telegram is down; nothing is in doubt
    "slow-down": (
        {"kind": "too_many_requests", "method": "sendMessage", "retry_after": WAIT_SECONDS, "probability": 0.5},
    ),
    "errors": ({"kind": "server_error", "status": 500, "probability": 0.6},),
    "lost": ({"kind": "drop_after", "method": "sendMessage", "probability": 0.3},),
    "twice": ({"kind": "duplicate_updates"},),
}


class Disturbances:
    """The switches of one town."""

    def __init__(self, town: Town) -> None:
        self._town = town
        self._telegram: dict[str, list[int]] = {}
        self._slack: dict[str, list[int]] = {}

    @property
    def active(self) -> list[str]:
        """What is switched on, as ``platform:kind``."""
        return [*(f"telegram:{kind}" for kind in self._telegram), *(f"slack:{kind}" for kind in self._slack)]

    async def switch(self, platform: str, kind: str, on: bool) -> None:
        """Switch one disturbance on or off; kind ``clear`` ends all. Raises ValueError for an unknown one."""
        if kind == "clear":
            for active_platform, _, active_kind in (active.partition(":") for active in self.active):
                await self.switch(active_platform, active_kind, on=False)
        elif platform == "telegram" and kind in TELEGRAM:
            self._switch_telegram(kind, on)
        elif platform == "slack" and kind in {"down", "slow-down", "errors"}:
            await self._switch_slack(kind, on)
        else:
            raise ValueError(f"no such disturbance: {platform} {kind}")

    def _switch_telegram(self, kind: str, on: bool) -> None:
        faults = self._town.telegram.faults
        for number in self._telegram.pop(kind, []):
            faults.clear(number)
        if on:
            self._telegram[kind] = [faults.add(Fault(**values)) for values in TELEGRAM[kind]]  # type: ignore[arg-type]

    async def _switch_slack(self, kind: str, on: bool) -> None:
        slack = self._town.slack
        for number in self._slack.pop(kind, []):
            slack.faults.remove(number)
        if kind == "down":
            slack.bring_up()
        if not on:
            return
        if kind == "down":
            await slack.take_down()
            self._slack[kind] = []
        elif kind == "slow-down":
            fault = slack.faults.add("ratelimited", method="chat.*", retry_after=WAIT_SECONDS, probability=0.5)
            self._slack[kind] = [fault.id]
        else:
            self._slack[kind] = [slack.faults.add("status", method="chat.*", status=500, probability=0.6).id]
