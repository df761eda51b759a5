"""Modals and App Homes: opened, pushed, updated, published, closed, with Slack's checks and limits."""

import json
from typing import Any

from sandbox.slack.block_kit.check import view_problems, with_ids
from sandbox.slack.errors import SlackError, invalid_arguments
from sandbox.slack.input_state import initial_values
from sandbox.slack.state import View, Workspace

Json = dict[str, Any]

MAX_STACK = 3
"""A root view and two pushed on it."""
MAX_VIEW_BYTES = 250_000


def checked(workspace: Workspace, content: Any, kind: str) -> Json:
    """A view argument that Slack would take, with ids filled in.

    Raises SlackError invalid_arguments (with reasons) or view_too_large.
    """
    problems: list[object] = list(view_problems(content))
    if isinstance(content, dict) and not problems and content["type"] != kind:
        problems.append(f"must be of type {kind} [json-pointer:/view/type]")
    if problems:
        chain = "failed to match all allowed schemas [json-pointer:/view]"
        raise invalid_arguments([chain, *problems])
    if len(json.dumps(content)) > MAX_VIEW_BYTES:
        raise SlackError("view_too_large")
    return {**content, "blocks": with_ids(content["blocks"], workspace.ids.short)}


def open_modal(workspace: Workspace, trigger_id: str, content: Any) -> View:
    """views.open: a new stack for the person whose trigger this is."""
    ready = checked(workspace, content, "modal")
    _refuse_duplicate(workspace, ready)
    user = workspace.triggers.take(trigger_id).user
    clear(workspace, user)
    return _stack(workspace, user, ready)


def push_modal(workspace: Workspace, trigger_id: str, content: Any) -> View:
    """views.push: on top of the modal in which the trigger was made."""
    ready = checked(workspace, content, "modal")
    _refuse_duplicate(workspace, ready)
    trigger = workspace.triggers.take(trigger_id)
    if trigger.view_id not in workspace.stacks.get(trigger.user, []):
        raise SlackError("not_found")
    return push(workspace, trigger.user, ready)


def push(workspace: Workspace, user: str, ready: Json) -> View:
    """Put a checked view on top of a stack. Raises SlackError push_limit_reached."""
    if len(workspace.stacks.get(user, [])) >= MAX_STACK:
        raise SlackError("push_limit_reached")
    return _stack(workspace, user, ready)


def update(workspace: Workspace, view: View, content: Any, expected_hash: str = "") -> View:
    """views.update: replace a view in place. Raises SlackError hash_conflict when `expected_hash` is an older one."""
    ready = checked(workspace, content, view.kind)
    if expected_hash and expected_hash != view.hash:
        raise SlackError("hash_conflict")
    _refuse_duplicate(workspace, ready, view)
    replace(workspace, view, ready)
    return view


def replace(workspace: Workspace, view: View, ready: Json) -> None:
    """Show checked content in an existing view; entries under the same ids stay."""
    view.content = ready
    view.values = initial_values(ready["blocks"], view.values)
    view.errors = {}
    view.hash = _new_hash(workspace)
    workspace.changes.note("home" if view.kind == "home" else "view", user=view.user)


def find(workspace: Workspace, view_id: str = "", external_id: str = "") -> View:
    """An open view by id or external_id. Raises SlackError not_found."""
    for view in workspace.views.values():
        if (view_id and view.id == view_id) or (external_id and view.content.get("external_id") == external_id):
            return view
    raise SlackError("not_found")


def publish_home(workspace: Workspace, user: str, content: Any, expected_hash: str = "") -> View:
    """views.publish: somebody's App Home. Raises SlackError not_enabled, hash_conflict, user_not_found."""
    if not workspace.manifest.home_tab:
        raise SlackError("not_enabled")
    ready = checked(workspace, content, "home")
    workspace.user(user)
    existing = home_of(workspace, user)
    if existing is not None:
        if expected_hash and expected_hash != existing.hash:
            raise SlackError("hash_conflict")
        replace(workspace, existing, ready)
        return existing
    view_id = workspace.ids.mint("V")
    view = View(id=view_id, kind="home", user=user, content=ready, hash=_new_hash(workspace), root_id=view_id)
    view.values = initial_values(ready["blocks"])
    workspace.views[view.id] = view
    workspace.homes[user] = view.id
    workspace.changes.note("home", user=user)
    return view


def home_of(workspace: Workspace, user: str) -> View | None:
    """Somebody's published App Home."""
    return workspace.views.get(workspace.homes.get(user, ""))


def top_of(workspace: Workspace, user: str) -> View | None:
    """The modal that somebody sees."""
    stack = workspace.stacks.get(user, [])
    return workspace.views[stack[-1]] if stack else None


def pop(workspace: Workspace, user: str) -> View:
    """Take the top modal away; the one below shows again."""
    closed = workspace.views.pop(workspace.stacks[user].pop())
    workspace.changes.note("view", user=user)
    return closed


def clear(workspace: Workspace, user: str) -> list[View]:
    """Take all modals of somebody away, top first."""
    return [pop(workspace, user) for _ in list(workspace.stacks.get(user, []))]


def _stack(workspace: Workspace, user: str, ready: Json) -> View:
    stack = workspace.stacks.setdefault(user, [])
    view_id = workspace.ids.mint("V")
    view = View(
        id=view_id,
        kind="modal",
        user=user,
        content=ready,
        hash=_new_hash(workspace),
        root_id=stack[0] if stack else view_id,
        previous_id=stack[-1] if stack else "",
        values=initial_values(ready["blocks"]),
    )
    workspace.views[view_id] = view
    stack.append(view_id)
    workspace.changes.note("view", user=user)
    return view


def _refuse_duplicate(workspace: Workspace, ready: Json, itself: View | None = None) -> None:
    external_id = ready.get("external_id")
    if not external_id:
        return
    taken = [view for view in workspace.views.values() if view.content.get("external_id") == external_id]
    if taken and taken != [itself]:
        raise SlackError("duplicate_external_id")


def _new_hash(workspace: Workspace) -> str:
    return f"{int(workspace.clock.now())}.{workspace.ids.short()}{workspace.ids.short()[:3]}"
