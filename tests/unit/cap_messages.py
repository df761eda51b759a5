"""CAP messages for tests: one that is written out, and a strategy for any."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from alerts.cap.message import (
    Alert,
    Area,
    Category,
    Certainty,
    Circle,
    Info,
    MsgType,
    Named,
    Point,
    Reference,
    Resource,
    ResponseType,
    Scope,
    Severity,
    Status,
    Urgency,
)

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "cap"
FLOOD = """\
<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>flood-1</identifier>
  <sender>crisis@brzegowice.example</sender>
  <sent>2026-03-01T18:00:00+01:00</sent>
  <status>Actual</status>
  <msgType>Alert</msgType>
  <scope>Public</scope>
  <info>
    <language>pl</language>
    <category>Met</category>
    <event>Powódź</event>
    <urgency>Immediate</urgency>
    <severity>Severe</severity>
    <certainty>Likely</certainty>
    <expires>2026-03-02T06:00:00+01:00</expires>
    <headline>Rzeka wyleje dziś w nocy</headline>
    <area>
      <areaDesc>Port Rzeczny</areaDesc>
      <polygon>51.635,18.933 51.637,18.947 51.631,18.949 51.635,18.933</polygon>
    </area>
  </info>
</alert>
"""

_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t\r<&>\"'"), max_size=40)
_TOKEN = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=12)
_LONG = _TEXT.filter(lambda text: not text or bool(text.strip()))
_SHORT = _TEXT.map(str.strip)
_ZONE = st.one_of(
    st.just(UTC), st.integers(-14 * 60, 14 * 60).filter(bool).map(lambda minutes: timezone(timedelta(minutes=minutes)))
)
_TIME = st.builds(
    lambda seconds, zone: datetime.fromtimestamp(seconds, zone),
    st.integers(631_152_000, 3_786_912_000),  # 1990 to 2090
    _ZONE,
)
_POINT = st.builds(Point, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
_NAMED = st.builds(Named, name=_SHORT, value=_TOKEN)
_URI = st.sampled_from(["", "https://brzegowice.example/flood", "bild.jpg"])


def _some(strategy: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


_RING = st.lists(_POINT, min_size=3, max_size=6).map(lambda ring: (*ring, ring[0]))
_DECIMAL = st.none() | st.decimals(-500, 9000, places=2)
_AREA = st.builds(
    Area,
    description=_SHORT,
    polygons=_some(_RING),
    circles=_some(st.builds(Circle, centre=_POINT, radius_km=st.floats(0, 5000))),
    geocodes=_some(_NAMED),
    altitude=_DECIMAL,
    ceiling=_DECIMAL,
)
_RESOURCE = st.builds(
    Resource,
    description=_SHORT,
    mime_type=_TOKEN,
    size=st.none() | st.integers(0, 10**12),
    uri=_URI,
    embedded=st.sampled_from(["", "aGVsbG8="]),
    digest=_TOKEN | st.just(""),
)
_INFO = st.builds(
    Info,
    language=st.sampled_from([None, "pl", "ar", "fil", "en-US", "zh-Hant-TW"]),
    categories=st.lists(st.sampled_from(Category), min_size=1, max_size=2).map(tuple),
    event=_SHORT,
    response_types=_some(st.sampled_from(ResponseType)),
    urgency=st.sampled_from(Urgency),
    severity=st.sampled_from(Severity),
    certainty=st.sampled_from(Certainty),
    audience=_LONG,
    event_codes=_some(_NAMED),
    effective=st.none() | _TIME,
    onset=st.none() | _TIME,
    expires=st.none() | _TIME,
    sender_name=_LONG,
    headline=_LONG,
    description=_LONG,
    instruction=_LONG,
    web=_URI,
    contact=_LONG,
    parameters=_some(_NAMED),
    resources=_some(_RESOURCE),
    areas=_some(_AREA),
)
ALERTS = st.builds(
    Alert,
    identifier=_TOKEN,
    sender=_TOKEN,
    sent=_TIME,
    status=st.sampled_from(Status),
    msg_type=st.sampled_from(MsgType),
    source=_LONG,
    scope=st.sampled_from(Scope),
    restriction=_LONG,
    addresses=_LONG,
    codes=_some(_TOKEN),
    note=_LONG,
    references=_some(st.builds(Reference, sender=_TOKEN, identifier=_TOKEN, sent=_TIME), 3),
    incidents=_LONG,
    infos=_some(_INFO),
)
