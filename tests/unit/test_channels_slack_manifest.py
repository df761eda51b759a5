"""The Slack manifest asks for exactly what the code uses, and Slack's own schema accepts it."""

import json
import os
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from channels.slack.scopes import BOT_SCOPES, COMMANDS, EVENTS, METHODS

ROOT = Path(__file__).parents[2]
MANIFEST = yaml.safe_load((ROOT / "config" / "slack-manifest.yaml").read_text(encoding="utf-8"))
SHARED = Path(os.environ.get("LIAISON_SHARED") or ROOT.parent / "shared")


@pytest.mark.parametrize("version", [1, 2])
def test_slacks_schema_accepts_the_manifest(version: int) -> None:
    path = SHARED / "specs" / f"slack-manifest.schema.{version}.json"
    if not path.exists():
        pytest.skip("Slack's manifest schema is not here: set LIAISON_SHARED")
    manifest = {**MANIFEST, "_metadata": {"major_version": version, "minor_version": 1}}
    jsonschema.Draft7Validator(json.loads(path.read_text(encoding="utf-8"))).validate(manifest)


def test_scopes_are_those_of_the_code() -> None:
    assert MANIFEST["oauth_config"]["scopes"]["bot"] == sorted(BOT_SCOPES)


def test_events_are_those_of_the_code() -> None:
    assert MANIFEST["settings"]["event_subscriptions"]["bot_events"] == sorted(EVENTS)


def test_commands_are_those_of_the_code() -> None:
    assert [command["command"] for command in MANIFEST["features"]["slash_commands"]] == list(COMMANDS)


def test_every_method_in_the_code_stands_in_the_list() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "channels" / "slack").glob("*.py"))
    methods = {
        name.replace("_", ".", 1) for name in re.findall(r"client\.((?:chat|views|files|auth|conversations)_\w+)", code)
    }
    named = set(re.findall(r"_(?:call|pages)\(\"([a-zA-Z.]+)\"", code))
    assert methods | named == set(METHODS)


def test_the_app_is_reached_as_the_code_expects() -> None:
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
    assert MANIFEST["settings"]["interactivity"]["is_enabled"] is True
    assert MANIFEST["settings"]["token_rotation_enabled"] is False
    assert MANIFEST["features"]["app_home"]["home_tab_enabled"] is True
    assert MANIFEST["features"]["app_home"]["messages_tab_read_only_enabled"] is False
