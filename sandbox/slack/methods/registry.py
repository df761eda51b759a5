"""The Web API's methods by name, each with its scopes, its rate tier and the kind of token it takes.

    @method("chat.delete", scopes=("chat:write",), tier=3)
    def delete(call: Call) -> Json: ...

A method returns its answer without `ok`, or raises SlackError.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from sandbox.slack.composing import loaded
from sandbox.slack.errors import SlackError, invalid_arguments, missing_scope
from sandbox.slack.state import Channel, Workspace

Json = dict[str, Any]
TokenKind = Literal["bot", "app", "none"]
_TRUE = {"1", "true", "True"}
_FALSE = {"0", "false", "False", ""}


@dataclass(slots=True, kw_only=True)
class Call:
    """One call of a method: its arguments, whether they came as a form or as JSON."""

    workspace: Workspace
    method: str
    arguments: Json
    warnings: list[str] = field(default_factory=list)

    def text(self, name: str, default: str = "") -> str:
        """A string argument; numbers are taken as their digits."""
        value = self.arguments.get(name)
        if value is None:
            return default
        if isinstance(value, bool | dict | list):
            raise invalid_arguments([f"must be a string [json-pointer:/{name}]"])
        return str(value)

    def required(self, name: str) -> str:
        """A string argument that must be there. Raises SlackError invalid_arguments."""
        value = self.text(name)
        if not value:
            raise invalid_arguments([f"missing required field: {name}"])
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """A boolean argument: true, "true", "1" and their opposites."""
        value = self.arguments.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        if str(value) in _TRUE | _FALSE:
            return str(value) in _TRUE
        raise invalid_arguments([f"must be a valid boolean [json-pointer:/{name}]"])

    def number(self, name: str, default: int, *, low: int = 0, high: int = 10**12) -> int:
        """An integer argument within bounds. Raises SlackError invalid_arguments."""
        value = self.arguments.get(name)
        if value is None or value == "":
            return default
        try:
            found = int(value)
        except (TypeError, ValueError) as error:
            raise invalid_arguments([f"must be an integer [json-pointer:/{name}]"]) from error
        if not low <= found <= high:
            raise invalid_arguments([f"must be between {low} and {high} [json-pointer:/{name}]"])
        return found

    def json(self, name: str) -> Any:
        """A structured argument, native or as a JSON string; None when not given."""
        return loaded(self.arguments.get(name), "invalid_arguments")

    def listing(self, name: str) -> list[str]:
        """A list argument: an array, or comma-separated."""
        value = self.arguments.get(name)
        if isinstance(value, list):
            return [str(entry) for entry in value]
        text = "" if value is None else str(value)
        if text.startswith("["):
            return [str(entry) for entry in loaded(text, "invalid_arguments")]
        return [entry.strip() for entry in text.split(",") if entry.strip()]

    def channel(self, name: str = "channel", *, by_name: bool = False) -> Channel:
        """A conversation that the app can see, by id (posting also takes "#name"). Raises SlackError channel_not_found.

        Private channels and other people's direct messages without the bot do not exist for it.
        """
        wanted = self.required(name)
        channel = self.workspace.channel(wanted)
        if channel.id != wanted and not by_name:
            raise SlackError("channel_not_found")
        if channel.kind != "channel" and self.workspace.bot_user.id not in channel.members:
            raise SlackError("channel_not_found")
        return channel

    def member_channel(self, name: str = "channel", *, by_name: bool = False) -> Channel:
        """A conversation that the bot is a member of. Raises SlackError channel_not_found, not_in_channel."""
        channel = self.channel(name, by_name=by_name)
        if self.workspace.bot_user.id not in channel.members:
            raise SlackError("not_in_channel")
        return channel

    def need(self, *scopes: str) -> None:
        """One of these scopes must be there. Raises SlackError missing_scope."""
        provided = self.workspace.manifest.scopes
        if not provided & set(scopes):
            raise missing_scope(scopes[0], provided)

    def need_for(self, channel: Channel, family: str) -> None:
        """The scope of a family ("history", "read", "write", "manage") for this kind of conversation."""
        prefix = {"channel": "channels", "group": "groups", "im": "im"}[channel.kind]
        suffix = "manage" if family == "write" and prefix == "channels" else family
        self.need(f"{prefix}:{suffix}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """A registered method. Of `scopes` one is enough."""

    name: str
    run: Callable[[Call], Json]
    scopes: tuple[str, ...]
    tier: int
    auth: TokenKind


METHODS: dict[str, Method] = {}


def method(
    name: str, *, scopes: tuple[str, ...] = (), tier: int = 3, auth: TokenKind = "bot"
) -> Callable[[Callable[[Call], Json]], Callable[[Call], Json]]:
    """Register a function as a Web API method."""

    def register(run: Callable[[Call], Json]) -> Callable[[Call], Json]:
        METHODS[name] = Method(name=name, run=run, scopes=scopes, tier=tier, auth=auth)
        return run

    return register
