"""How long words are kept: ``[privacy]``, which may be left out."""

from bot.configuration_table import Table
from domain.community import Retention, Timings

_TEN_YEARS = 3650
_MONTH = 30


def read_retention(root: Table, timings: Timings) -> Retention:
    """The days. A case that may still be reopened keeps its words: that many days at least."""
    table = root.table("privacy")
    usual = Retention()
    least = timings.reopen_days + 1
    usual_closed = max(usual.closed_cases_days, least)
    deliveries = table.whole("deliveries_days", usual.deliveries_days, 1, _TEN_YEARS)
    least_recipients = max(deliveries, _MONTH)  # a follow-up goes to those who got the first message
    found = Retention(
        closed_cases_days=table.whole("closed_cases_days", usual_closed, least, _TEN_YEARS),
        deliveries_days=deliveries,
        recipients_days=table.whole(
            "recipients_days", max(usual.recipients_days, least_recipients), least_recipients, _TEN_YEARS
        ),
        updates_days=table.whole("updates_days", usual.updates_days, 2, usual.updates_days),
    )
    table.finish()
    return found
