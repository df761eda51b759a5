"""Every method that the emulator answers; importing the package registers them all."""

from sandbox.telegram.methods import (
    attachments,
    callbacks,
    chats,
    commands,
    copying,
    deleting,
    editing,
    editing_media,
    files,
    members,
    polls,
    profile,
    receiving,
    texts,
    things,
    unsupported,
)

__all__ = [
    "attachments",
    "callbacks",
    "chats",
    "commands",
    "copying",
    "deleting",
    "editing",
    "editing_media",
    "files",
    "members",
    "polls",
    "profile",
    "receiving",
    "texts",
    "things",
    "unsupported",
]
