"""views.*: modals and App Homes."""

from typing import Any

from sandbox.slack import views
from sandbox.slack.errors import SlackError, invalid_arguments
from sandbox.slack.methods.registry import Call, method
from sandbox.slack.shapes import view_json
from sandbox.slack.state import View

Json = dict[str, Any]


@method("views.open", tier=4)
def open_view(call: Call) -> Json:
    return _shown(call, views.open_modal(call.workspace, _trigger(call), _view(call)))


@method("views.push", tier=4)
def push_view(call: Call) -> Json:
    return _shown(call, views.push_modal(call.workspace, _trigger(call), _view(call)))


@method("views.update", tier=4)
def update_view(call: Call) -> Json:
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise invalid_arguments(["one of view_id or external_id is required"])
    view = views.find(call.workspace, view_id, external_id)
    return _shown(call, views.update(call.workspace, view, _view(call), call.text("hash")))


@method("views.publish", tier=4)
def publish_view(call: Call) -> Json:
    user = call.required("user_id")
    return _shown(call, views.publish_home(call.workspace, user, _view(call), call.text("hash")))


def _view(call: Call) -> Any:
    view = call.json("view")
    if view is None:
        raise invalid_arguments(["missing required field: view"])
    return view


def _trigger(call: Call) -> str:
    trigger_id = call.text("trigger_id") or call.text("interactivity_pointer")
    if not trigger_id:
        raise SlackError("invalid_trigger_id")
    return trigger_id


def _shown(call: Call, view: View) -> Json:
    return {"view": view_json(call.workspace, view)}
