"""User groups: created, renamed, given members, switched off. Each deed tells its event."""

from typing import Any

from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish
from sandbox.slack.shapes import group_json
from sandbox.slack.state import UserGroup, Workspace

Json = dict[str, Any]


def create(workspace: Workspace, name: str, handle: str, creator: str, description: str = "") -> UserGroup:
    """A new, empty group. Raises SlackError name_already_exists, handle_already_exists."""
    if any(group.name == name for group in workspace.groups.values()):
        raise SlackError("name_already_exists")
    if any(group.handle == handle for group in workspace.groups.values()):
        raise SlackError("handle_already_exists")
    now = int(workspace.clock.now())
    group = UserGroup(
        id=workspace.ids.mint("S"),
        handle=handle,
        name=name,
        description=description,
        created_by=creator,
        created=now,
        updated=now,
    )
    workspace.groups[group.id] = group
    _announce(workspace, group, "subteam_created")
    return group


def set_members(workspace: Workspace, group: UserGroup, users: list[str]) -> None:
    """Replace a group's members."""
    before, previous = list(group.users), group.updated
    group.users, group.updated = list(dict.fromkeys(users)), int(workspace.clock.now())
    added = [user for user in group.users if user not in before]
    removed = [user for user in before if user not in group.users]
    event = {
        "type": "subteam_members_changed",
        "subteam_id": group.id,
        "team_id": workspace.team_id,
        "date_previous_update": previous,
        "date_update": group.updated,
        "added_users": added,
        "added_users_count": len(added),
        "removed_users": removed,
        "removed_users_count": len(removed),
    }
    publish(workspace, event)
    workspace.changes.note("group")


def change(workspace: Workspace, group: UserGroup, **fields: Any) -> None:
    """Change name, handle, description or `disabled`."""
    for name, value in fields.items():
        setattr(group, name, value)
    group.updated = int(workspace.clock.now())
    _announce(workspace, group, "subteam_updated")


def _announce(workspace: Workspace, group: UserGroup, kind: str) -> None:
    shape = group_json(workspace, group, with_users=True, with_count=True)
    publish(workspace, {"type": kind, "subteam": shape})
    workspace.changes.note("group")
