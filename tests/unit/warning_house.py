"""Official warnings for tests: messages, the town that they reach, and two people who send what was drafted."""

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alerts.cap.message import Alert
from alerts.cap.read import read
from bot.configuration import read_community
from broadcasts.approve import Word, approve, area_to_type, submit
from broadcasts.receive_warning import Received
from domain.broadcast import Broadcast
from handlers.context import Context
from handlers.official_warning import take_warning
from locales import Catalogs
from storage.engine import Database, Tx
from tests.unit.cap_messages import FLOOD
from tests.unit.spreading_house import Person, settle

ROOT = Path(__file__).parents[2]
COMMUNITY = read_community(ROOT / "config" / "community.toml")
COORDINATOR = min(COMMUNITY.roles.coordinators)
APPROVER = min(COMMUNITY.roles.approvers - {COORDINATOR})
NOW = datetime(2026, 3, 1, 17, 30, tzinfo=UTC)
REFERENCE = "<references>crisis@brzegowice.example,flood-1,2026-03-01T18:00:00+01:00</references><info>"
ENGLISH = """<info><language>en-GB</language><category>Met</category><event>Flood</event><urgency>Immediate</urgency>
<severity>Severe</severity><certainty>Likely</certainty><expires>2026-03-02T06:00:00+01:00</expires>
<senderName>River Office</senderName><headline>The river will flood tonight</headline>
<description>Water rises.</description><area><areaDesc>Port</areaDesc>
<geocode><valueName>TERYT</valueName><value>9901012</value></geocode></area></info>"""


def context(tx: Tx, now: datetime = NOW) -> Context:
    """A transaction's surroundings in the shipped town."""
    catalogs = Catalogs(COMMUNITY.default_language, zone=COMMUNITY.time_zone)
    return Context(tx=tx, now=now, community=COMMUNITY, catalogs=catalogs, capabilities={}, rng=random.Random(7))


def message(text: str = FLOOD) -> Alert:
    """The message in the text."""
    alert = read(text.encode()).alert
    assert alert is not None
    return alert


def later(text: str, number: int, kind: str = "Update", infos: bool = True) -> str:
    """A message that refers to the first one."""
    text = (
        text.replace("flood-1", f"flood-{number}")
        .replace("18:00:00", f"18:{number:02}:00")
        .replace(">Alert<", f">{kind}<")
    )
    text = text.replace("<info>", REFERENCE, 1)
    return text if infos else text.split("<info>")[0] + "</alert>"


async def take(db: Database, alert: Alert, now: datetime = NOW, **options: Any) -> Received:
    """Let the message arrive."""
    return await db.transact(
        lambda tx: take_warning(context(tx, now), alert, origin="test", author="slack:U1", **options)
    )


async def send(db: Database, broadcast: Broadcast) -> Broadcast:
    """Let two people send it."""

    async def deed(tx: Tx) -> Broadcast:
        ctx = context(tx)
        submitted = await submit(ctx, broadcast, COORDINATOR, broadcast.version)
        word = Word(version=submitted.version, area=area_to_type(ctx, submitted.plan))
        return await approve(ctx, submitted, APPROVER, word)

    return await db.transact(deed)


async def town(db: Database) -> None:
    """Two residents of the port, one of whom takes part in drills."""
    await settle(db, [Person(id=1, areas=("river-port",)), Person(id=2, areas=("river-port",), roles=("drill",))])


def keys(received: Received) -> list[str]:
    """What is said of it."""
    return [remark.key for remark in received.remarks]
