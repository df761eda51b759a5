"""Payloads in the platforms' own shapes (all values made up) and the event that each of them is."""

import copy
import json
import os
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channels.raw import RawUpdate, Unreadable, from_json
from channels.slack import inbound as slack
from channels.slack.said import SlackIdentity
from channels.telegram import inbound as telegram
from channels.telegram import message_fields, updates
from channels.telegram.inbound import BotIdentity
from domain.codec import encode

PAYLOADS = Path(__file__).parents[1] / "payloads"
TELEGRAM = json.loads((PAYLOADS / "telegram.json").read_text(encoding="utf-8"))
SLACK = json.loads((PAYLOADS / "slack.json").read_text(encoding="utf-8"))
BOT = BotIdentity(id=900000001, username="riverside_bot")
APP = SlackIdentity(user_id="U0BOT00001", bot_id="B0BOT00001", app_id="A0APP00001", team_id="T0TOWN0001")
NOW = datetime(2026, 11, 21, tzinfo=UTC)
SHARED = Path(os.environ.get("LIAISON_SHARED") or Path(__file__).parents[3] / "shared")


def plain(event: Any) -> Any:
    return json.loads(json.dumps(encode(event), default=str))


@pytest.mark.parametrize("row", TELEGRAM, ids=lambda row: row["name"])
def test_a_telegram_update_is_the_event_it_says(row: dict[str, Any]) -> None:
    assert plain(telegram.parse(row["update"], BOT, received_at=NOW)) == row["event"]


@pytest.mark.parametrize("row", SLACK, ids=lambda row: row["name"])
def test_a_slack_payload_is_the_event_it_says(row: dict[str, Any]) -> None:
    stored = slack.raw_update(row["payload"])

    assert plain(slack.parse(from_json(stored.payload), APP)) == row["event"]
    assert (stored.dedupe, stored.conversation) == (row["dedupe"], row["conversation"])


@pytest.mark.parametrize(
    ("payload", "conversation"),
    [
        ({"update_id": 7, "message": {"chat": {"id": -5}}}, "telegram:-5"),
        ({"update_id": 7, "edited_message": {"chat": {"id": 6}}}, "telegram:6"),
        ({"update_id": 7, "callback_query": {"from": {"id": 8}, "message": {"chat": {"id": -5}}}}, "telegram:-5"),
        ({"update_id": 7, "callback_query": {"from": {"id": 8}}}, "telegram:8"),
        ({"update_id": 7, "my_chat_member": {"chat": {"id": 6}, "from": {"id": 8}}}, "telegram:6"),
        ({"update_id": 7, "message": "?"}, "telegram:-"),
        ({"update_id": 7}, "telegram:-"),
    ],
)
def test_a_telegram_update_belongs_to_its_chat(payload: dict[str, Any], conversation: str) -> None:
    stored = updates.raw_update(payload)
    assert (stored.dedupe, stored.conversation) == ("u7", conversation)


@pytest.mark.parametrize("payload", [None, [], 7, "text", {}, {"update_id": True}, {"update_id": "7"}, {"a": {"b": 1}}])
def test_what_has_no_number_gets_a_fingerprint(payload: Any) -> None:
    for channel in (updates, slack):
        first, again = channel.raw_update(payload), channel.raw_update(copy.deepcopy(payload))
        assert first == again
        assert first.dedupe.startswith("h")


def test_every_field_of_a_message_is_known() -> None:
    schema = SHARED / "specs" / "telegram-bot-api.json"
    if not schema.exists():
        pytest.skip("the Bot API's schema is not here: set LIAISON_SHARED")
    fields = {field["name"] for field in json.loads(schema.read_text())["types"]["Message"]["fields"]}
    kinds = (message_fields.AROUND, message_fields.TAKEN, message_fields.REFUSED, message_fields.SERVICE)
    assert fields <= frozenset.union(*kinds)
    assert sum(map(len, kinds)) == len(frozenset.union(*kinds))


def test_slacks_own_samples_are_understood_or_ignored() -> None:
    samples = SHARED / "specs" / "slack-samples.json"
    if not samples.exists():
        pytest.skip("Slack's samples are not here: set LIAISON_SHARED")
    for group in ("events", "interactions"):
        for payload in json.loads(samples.read_text())[group].values():
            only_allowed_errors(slack.parse, payload, APP)
            assert isinstance(slack.raw_update(payload), RawUpdate)


# -- mutations --------------------------------------------------------------------------------------------------------

WRONG: list[Any] = [
    None,
    True,
    0,
    -1,
    1e308,
    2**70,
    "",
    "x",
    "\ud800",
    "\x00",
    [],
    {},
    [None],
    {"id": None},
    [[]],
    {"text": {}},
]


def mutated(payload: Any, chance: random.Random) -> Any:
    """`payload` with one to four places changed, dropped, repeated or put elsewhere."""
    payload = copy.deepcopy(payload)
    for _ in range(chance.randint(1, 4)):
        places = list(walk(payload))
        holder, key = chance.choice(places)
        deed = chance.randrange(4)
        if deed == 0 and isinstance(holder, dict):
            del holder[key]
        elif deed == 1:
            other, name = chance.choice(places)
            holder[key] = copy.deepcopy(other[name]) if exists(other, name) else None
        else:
            holder[key] = copy.deepcopy(chance.choice(WRONG))
        if not payload:
            break
    return payload


def walk(node: Any) -> Any:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield node, key
        yield from walk(value)


def exists(holder: Any, key: Any) -> bool:
    return key in holder if isinstance(holder, dict) else key < len(holder)


def only_allowed_errors(parse: Any, payload: Any, me: Any) -> None:
    """Parse must answer with an event of well-typed fields that can be stored, or say Unreadable."""
    try:
        event = parse(payload, me)
    except Unreadable:
        return
    text = json.dumps(encode(event), default=str, ensure_ascii=False)
    text.encode()  # no lone surrogates
    check_types(event)


def check_types(event: Any) -> None:
    for name in event.__dataclass_fields__:
        value = getattr(event, name)
        kind = event.__dataclass_fields__[name].type
        if kind is str:
            assert isinstance(value, str), (event, name)
        elif kind == (str | None):
            assert value is None or isinstance(value, str), (event, name)
        elif hasattr(value, "__dataclass_fields__"):
            check_types(value)
        elif isinstance(value, tuple):
            for item in value:
                check_types(item)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_mutated_updates_never_break_the_reading(seed: int) -> None:
    chance = random.Random(seed)
    for row in TELEGRAM:
        payload = mutated(row["update"], chance)
        assert isinstance(updates.raw_update(payload), RawUpdate)
        only_allowed_errors(telegram.parse, payload, BOT)


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_mutated_payloads_never_break_the_reading(seed: int) -> None:
    chance = random.Random(seed)
    for row in SLACK:
        payload = mutated(row["payload"], chance)
        assert isinstance(slack.raw_update(payload), RawUpdate)
        only_allowed_errors(slack.parse, payload, APP)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(payload=JSON)
def test_any_json_at_all(payload: Any) -> None:
    for store, channel, me in ((updates, telegram, BOT), (slack, slack, APP)):
        store.raw_update(payload)
        only_allowed_errors(channel.parse, payload, me)
        only_allowed_errors(channel.parse, {"update_id": 1, "message": payload, "event": payload}, me)
