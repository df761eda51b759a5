"""The Web API's methods, one module a family. Importing this package registers them all in `registry.METHODS`."""

from sandbox.slack.methods import auth, chat, conversations, files, history, marks, usergroups, users, views
from sandbox.slack.methods.registry import METHODS, Call, Method

__all__ = [
    "METHODS",
    "Call",
    "Method",
    "auth",
    "chat",
    "conversations",
    "files",
    "history",
    "marks",
    "usergroups",
    "users",
    "views",
]
