"""Slack's rate limits, enforced only when asked for (`workspace.limits.enforced = True`).

Tiers are per method and minute (docs.slack.dev/apis/web-api/rate-limits); chat.postMessage is about one a second and
channel with short bursts, plus a cap for the workspace. Slack says "1+", "20+" … and tolerates bursts without saying
how many: the bursts here are our reading.
"""

import math
from dataclasses import dataclass, field

TIER_PER_MINUTE = {1: 1, 2: 20, 3: 50, 4: 100}
_TIER_BURST = {1: 3, 2: 20, 3: 50, 4: 100}


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


@dataclass(slots=True, kw_only=True)
class RateLimits:
    """Token buckets by method, and by channel for chat.postMessage. Rates are per second."""

    enforced: bool = False
    post_rate: float = 1.0
    post_burst: int = 3
    workspace_rate: float = 5.0
    workspace_burst: int = 50
    _buckets: dict[str, _Bucket] = field(default_factory=dict)

    def wait_for(self, method: str, tier: int, channel: str, now: float) -> int:
        """Whole seconds to wait before this call is allowed; 0 means go on, and takes one permit."""
        if not self.enforced:
            return 0
        if method == "chat.postMessage":
            wanted = [
                (f"post {channel}", self.post_rate, self.post_burst),
                ("post", self.workspace_rate, self.workspace_burst),
            ]
        else:
            wanted = [(method, TIER_PER_MINUTE[tier] / 60, _TIER_BURST[tier])]
        buckets = [(self._refilled(name, rate, burst, now), rate) for name, rate, burst in wanted]
        wait = max((1 - bucket.tokens) / rate for bucket, rate in buckets)
        if wait > 0:
            return max(1, math.ceil(wait))
        for bucket, _ in buckets:
            bucket.tokens -= 1
        return 0

    def _refilled(self, name: str, rate: float, burst: int, now: float) -> _Bucket:
        bucket = self._buckets.setdefault(name, _Bucket(float(burst), now))
        bucket.tokens = min(float(burst), bucket.tokens + (now - bucket.filled_at) * rate)
        bucket.filled_at = now
        return bucket
