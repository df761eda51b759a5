"""Who is there: people, bots, chats and memberships, and how the Bot API shows each of them."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",  # since Bot API 10.3
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


@dataclass(slots=True, kw_only=True, eq=False)
class User:
    """A person or a bot. `language_code` is an IETF tag; None when the client sends none."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    is_premium: bool = False
    deactivated: bool = False
    phone_number: str | None = None
    photos: list[list[Json]] = field(default_factory=list)

    def shown(self) -> Json:
        """The Bot API object User."""
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            shown["last_name"] = self.last_name
        if self.username:
            shown["username"] = self.username
        if self.language_code and not self.is_bot:
            shown["language_code"] = self.language_code
        if self.is_premium:
            shown["is_premium"] = True
        return shown

    @property
    def full_name(self) -> str:
        """First and last name as a client shows them."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name


@dataclass(slots=True, kw_only=True, eq=False)
class Membership:
    """A user's standing in a group or channel: creator, administrator, member, restricted, left or kicked."""

    user: User
    status: str
    custom_title: str | None = None
    until_date: int = 0
    rights: frozenset[str] = frozenset()
    permissions: frozenset[str] = frozenset()

    @property
    def inside(self) -> bool:
        """Whether the user is in the chat now."""
        return self.status not in ("left", "kicked")

    def shown(self) -> Json:
        """The Bot API object ChatMember of this status."""
        shown: Json = {"user": self.user.shown(), "status": self.status}
        if self.status == "creator":
            shown["is_anonymous"] = False
        elif self.status == "administrator":
            shown |= {"can_be_edited": False, "is_anonymous": False}
            shown |= {right: right in self.rights for right in RIGHTS}
            shown |= {right: True for right in sorted(self.rights) if right not in RIGHTS and right != "is_anonymous"}
        elif self.status == "restricted":
            shown |= {"is_member": True, "until_date": self.until_date}
            shown |= {permission: permission in self.permissions for permission in PERMISSIONS}
        elif self.status == "kicked":
            shown["until_date"] = self.until_date
        if self.custom_title and self.status in ("creator", "administrator"):
            shown["custom_title"] = self.custom_title
        return shown
