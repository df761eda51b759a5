"""usergroups.*: groups of staff, the usual source of who may do what."""

from typing import Any

from sandbox.slack import groups
from sandbox.slack.errors import SlackError
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import group_json
from sandbox.slack.state import UserGroup

Json = dict[str, Any]
_READ, _WRITE = ("usergroups:read",), ("usergroups:write",)


def _group(call: Call) -> UserGroup:
    group = call.workspace.groups.get(call.required("usergroup"))
    if group is None:
        raise SlackError("no_such_subteam")
    return group


def _shape(call: Call, group: UserGroup) -> Json:
    return group_json(
        call.workspace, group, with_users=call.flag("include_users"), with_count=call.flag("include_count")
    )


@method("usergroups.list", scopes=_READ, tier=2)
def list_groups(call: Call) -> Json:
    disabled = call.flag("include_disabled")
    found = [group for group in call.workspace.groups.values() if disabled or not group.disabled]
    return {"usergroups": [_shape(call, group) for group in found]}


@method("usergroups.users.list", scopes=_READ, tier=2)
def list_users(call: Call) -> Json:
    group = _group(call)
    if group.disabled and not call.flag("include_disabled"):
        raise SlackError("subteam_disabled")
    return {"users": list(group.users)}


@method("usergroups.create", scopes=_WRITE, tier=2)
def create(call: Call) -> Json:
    name = call.required("name")
    handle = call.text("handle") or "-".join(name.lower().split())
    group = groups.create(call.workspace, name, handle, call.workspace.bot_user.id, call.text("description"))
    return {"usergroup": _shape(call, group)}


@method("usergroups.update", scopes=_WRITE, tier=2)
def update(call: Call) -> Json:
    group = _group(call)
    given = {name: call.text(name) for name in ("name", "handle", "description") if call.text(name)}
    groups.change(call.workspace, group, **given)
    return {"usergroup": _shape(call, group)}


@method("usergroups.users.update", scopes=_WRITE, tier=2)
def update_users(call: Call) -> Json:
    group = _group(call)
    users = [call.workspace.user(user).id for user in call.listing("users")]
    if not users:
        raise SlackError("no_users_provided")
    groups.set_members(call.workspace, group, users)
    return {"usergroup": _shape(call, group)}


@method("usergroups.disable", scopes=_WRITE, tier=2)
def disable(call: Call) -> Json:
    group = _group(call)
    groups.change(call.workspace, group, disabled=True)
    return {"usergroup": _shape(call, group)}


@method("usergroups.enable", scopes=_WRITE, tier=2)
def enable(call: Call) -> Json:
    group = _group(call)
    groups.change(call.workspace, group, disabled=False)
    return {"usergroup": _shape(call, group)}
