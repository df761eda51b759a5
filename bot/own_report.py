"""Our own reports in the inbox: what became of a delivery that somebody waits for."""

from typing import Any

from domain.inbound import DeliveryEnded
from storage.tables import from_micros


def own_report(payload: dict[str, Any]) -> DeliveryEnded:
    """Read a report as the ledger (or `storage.late`) wrote it. Raises KeyError for anything else."""
    next_at = payload.get("next_at")
    return DeliveryEnded(
        delivery_id=payload["delivery_id"],
        state=payload["state"],
        reason=payload.get("reason") or "",
        next_at=from_micros(next_at) if next_at else None,
    )
