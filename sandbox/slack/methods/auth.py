"""api.test, auth.test, apps.connections.open, team.info, bots.info."""

from typing import Any

from sandbox.slack.errors import SlackError
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import bot_json
from sandbox.slack.sockets import SocketHub

Json = dict[str, Any]


@method("api.test", tier=4, auth="none")
def api_test(call: Call) -> Json:
    if call.text("error"):
        raise SlackError(call.text("error"), args=call.arguments)
    return {"args": {name: str(value) for name, value in call.arguments.items()}}


@method("auth.test", tier=4)
def auth_test(call: Call) -> Json:
    workspace = call.workspace
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.team_name,
        "user": workspace.bot_user.name,
        "team_id": workspace.team_id,
        "user_id": workspace.bot_user.id,
        "bot_id": workspace.bot_user.bot_id,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", tier=1, auth="app")
def apps_connections_open(call: Call) -> Json:
    carrier = call.workspace.deliveries.carrier
    if not isinstance(carrier, SocketHub) or not call.workspace.manifest.socket_mode:
        raise SlackError("socket_mode_not_enabled")
    return {"url": carrier.issue(call.workspace.base_url)}


@method("team.info", scopes=("team:read",))
def team_info(call: Call) -> Json:
    workspace = call.workspace
    icons = {f"image_{size}": f"{workspace.base_url}/avatars/team_{size}.png" for size in (34, 44, 68, 88, 102, 132)}
    return {
        "team": {
            "id": workspace.team_id,
            "name": workspace.team_name,
            "url": f"https://{workspace.domain}.slack.com/",
            "domain": workspace.domain,
            "email_domain": "",
            "icon": {**icons, "image_default": True},
            "avatar_base_url": f"{workspace.base_url}/avatars/",
            "is_verified": False,
        }
    }


@method("bots.info", scopes=("users:read",))
def bots_info(call: Call) -> Json:
    bot = call.text("bot")
    if bot and bot != call.workspace.bot_user.bot_id:
        raise SlackError("bot_not_found")
    shape = bot_json(call.workspace)
    del shape["team_id"]
    return {"bot": shape}
