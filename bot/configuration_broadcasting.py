"""How broadcasts are worked: ``[broadcasts]``, which may be left out."""

import re

from bot.configuration_table import Table
from domain.community import Broadcasting, WarningFeed

_CHANNEL = r"#[^\sA-Z#.,@]{1,80}|[CG][A-Z0-9]{2,}"
_PUBLIC = r"@[A-Za-z][A-Za-z0-9_]{3,31}|-?\d{5,20}"
_ADDRESS = r"https?://[^\s/]+\S*"
_HOST = r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?"
_SENDER = r"[^\s,<&]{1,200}"  # CAP 1.2: no spaces, commas or restricted characters


def read_broadcasting(root: Table) -> Broadcasting:
    """The coordinators' channel, the public channels, and whether this is a training."""
    table = root.table("broadcasts")
    channels = table.texts("slack_channels")
    for name in channels:
        if not re.fullmatch(_CHANNEL, name):
            table.note("slack_channels", f'"{name}" is not a Slack channel: #small-letters, or its id (C…).')
    found = Broadcasting(
        channel=table.matching("channel", _CHANNEL, "a Slack channel: #small-letters, or its id (C…)", ""),
        public_telegram=table.matching("public_telegram", _PUBLIC, "a channel of Telegram: @name, or its id", ""),
        slack_channels=channels,
        sender=table.matching("sender", _SENDER, "a name without spaces and commas, for example a domain", ""),
        chase_minutes=table.whole("chase_minutes", Broadcasting().chase_minutes, 1, 1440),
        chase_times=table.whole("chase_times", Broadcasting().chase_times, 0, 10),
        training=table.flag("training"),
        feeds=tuple(_feed(one) for one in table.tables("feeds")),
    )
    table.finish()
    return found


def _feed(table: Table) -> WarningFeed:
    hosts = table.texts("hosts")
    for host in hosts:
        if not re.fullmatch(_HOST, host):
            table.note("hosts", f'"{host}" is not the name of a computer, for example "alerts.weather.example".')
    feed = WarningFeed(
        address=table.matching("address", _ADDRESS, "a web address"),
        minutes=table.whole("minutes", 5, 1, 1440),
        hosts=hosts,
    )
    table.finish()
    return feed
