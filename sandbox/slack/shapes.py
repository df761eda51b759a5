"""Records as Slack's JSON. Every key that real answers always carry is there; optional ones only when they apply."""

from typing import Any

from sandbox.slack.state import Channel, Message, StoredFile, User, UserGroup, View, Workspace

Json = dict[str, Any]
_AVATAR_SIZES = (24, 32, 48, 72, 192, 512)
_BOT_AVATAR_SIZES = (36, 48, 72)


def user_json(workspace: Workspace, user: User) -> Json:
    """A user as users.info and users.list give it."""
    is_bot = bool(user.bot_id)
    return {
        "id": user.id,
        "team_id": workspace.team_id,
        "name": user.name,
        "deleted": user.deleted,
        "color": user.color,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": 3600,
        "profile": profile_json(workspace, user),
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": is_bot,
        "is_app_user": False,
        "updated": user.updated,
        "is_email_confirmed": not is_bot,
        "who_can_share_contact_card": "EVERYONE",
    }


def profile_json(workspace: Workspace, user: User) -> Json:
    """A user's profile; the e-mail address only when the app may see it."""
    first, _, last = user.real_name.partition(" ")
    profile: Json = {
        "title": user.title,
        "phone": "",
        "skype": "",
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.real_name,
        "display_name_normalized": user.real_name,
        "fields": None,
        "status_text": user.status_text,
        "status_emoji": user.status_emoji,
        "status_emoji_display_info": [],
        "status_expiration": 0,
        "status_text_canonical": "",
        "avatar_hash": "g" + user.id[-8:].lower(),
        "first_name": first,
        "last_name": last,
        "team": workspace.team_id,
    }
    profile |= {f"image_{size}": f"{workspace.base_url}/avatars/{user.id}_{size}.png" for size in _AVATAR_SIZES}
    if user.bot_id:
        profile |= {"bot_id": user.bot_id, "api_app_id": workspace.app_id, "always_active": True}
    elif user.email and "users:read.email" in workspace.manifest.scopes:
        profile["email"] = user.email
    return profile


def bot_json(workspace: Workspace) -> Json:
    """The app's bot as `bot_profile` in its messages."""
    return {
        "id": workspace.bot_user.bot_id,
        "deleted": False,
        "name": workspace.manifest.name,
        "updated": workspace.bot_user.updated,
        "app_id": workspace.app_id,
        "user_id": workspace.bot_user.id,
        "icons": {f"image_{size}": f"{workspace.base_url}/avatars/bot_{size}.png" for size in _BOT_AVATAR_SIZES},
        "team_id": workspace.team_id,
    }


def channel_json(workspace: Workspace, channel: Channel) -> Json:
    """A conversation as conversations.info and .list give it."""
    common: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_im": bool(channel.im_user),
        "is_org_shared": False,
        "context_team_id": workspace.team_id,
        "updated": channel.updated or channel.created * 1000,
    }
    if channel.im_user:
        return {**common, "user": channel.im_user, "is_user_deleted": False, "is_open": True, "priority": 0}
    nothing = {"value": "", "creator": "", "last_set": 0}
    return {
        **common,
        "name": channel.name,
        "name_normalized": channel.name,
        "creator": channel.creator,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": channel.is_private,
        "is_general": channel.is_general,
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "is_member": workspace.bot_user.id in channel.members,
        "unlinked": 0,
        "shared_team_ids": [workspace.team_id],
        "pending_shared": [],
        "pending_connected_team_ids": [],
        "parent_conversation": None,
        "topic": channel.topic or nothing,
        "purpose": channel.purpose or nothing,
        "previous_names": list(channel.previous_names),
        "properties": {"tabs": [], "tabz": []},
    }


def message_json(workspace: Workspace, message: Message, *, with_metadata: bool = False) -> Json:
    """A message as history, replies, chat.postMessage and events give it."""
    shape: Json = {"type": "message", "user": message.author, "ts": message.ts, "text": message.text}
    if message.subtype:
        shape["subtype"] = message.subtype
    if message.client_msg_id:
        shape["client_msg_id"] = message.client_msg_id
    shape["team"] = workspace.team_id
    if message.by_app:
        shape |= {"bot_id": workspace.bot_user.bot_id, "app_id": workspace.app_id, "bot_profile": bot_json(workspace)}
    shape |= _optional(message)
    if message.files:
        shape |= _files(workspace, message)
    if message.metadata is not None and with_metadata:
        shape["metadata"] = message.metadata
    if message.thread_ts:
        shape |= _thread(workspace, message)
    if message.reactions:
        shape["reactions"] = reactions_json(message)
    pinned = [pin for pin in workspace.channels[message.channel].pins if pin["ts"] == message.ts]
    if pinned:
        shape["pinned_to"] = [message.channel]
    return shape


def _optional(message: Message) -> Json:
    shape: Json = {}
    if message.username:
        shape |= {"username": message.username, "icons": message.icons}
    if message.blocks:
        shape["blocks"] = message.blocks
    if message.attachments:
        shape["attachments"] = message.attachments
    if message.edited_ts:
        shape["edited"] = {"user": message.edited_by, "ts": message.edited_ts}
    return {**shape, **message.details}


def _files(workspace: Workspace, message: Message) -> Json:
    files = [workspace.files[file_id] for file_id in message.files]
    shown = [{"id": one.id, "mode": "tombstone"} if one.deleted else file_json(workspace, one) for one in files]
    return {"files": shown, "upload": False, "display_as_bot": False}


def _thread(workspace: Workspace, message: Message) -> Json:
    shape: Json = {"thread_ts": message.thread_ts}
    root = workspace.channels[message.channel].messages.get(message.thread_ts)
    if root is None:
        return shape
    if message.ts != root.ts:
        return {**shape, "parent_user_id": root.author}
    replies = workspace.replies(root)
    people = list(dict.fromkeys(reply.author for reply in replies))
    shape |= {
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "reply_users": people[:5],
        "is_locked": False,
        "subscribed": any(reply.by_app for reply in [root, *replies]),
    }
    if replies:
        shape["latest_reply"] = replies[-1].ts
    return shape


def reactions_json(message: Message) -> list[Json]:
    """Reactions in the order in which they were first added."""
    return [{"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()]


def group_json(workspace: Workspace, group: UserGroup, *, with_users: bool, with_count: bool) -> Json:
    """A user group as usergroups.list gives it."""
    shape: Json = {
        "id": group.id,
        "team_id": workspace.team_id,
        "is_usergroup": True,
        "is_subteam": True,
        "name": group.name,
        "description": group.description,
        "handle": group.handle,
        "is_external": False,
        "date_create": group.created,
        "date_update": group.updated,
        "date_delete": group.updated if group.disabled else 0,
        "auto_type": None,
        "auto_provision": False,
        "enterprise_subteam_id": "",
        "created_by": group.created_by,
        "updated_by": group.created_by,
        "deleted_by": group.created_by if group.disabled else None,
        "prefs": {"channels": [], "groups": []},
        "channel_count": 0,
    }
    if with_users:
        shape["users"] = list(group.users)
    if with_count:
        shape["user_count"] = len(group.users)
    return shape


def file_json(workspace: Workspace, file: StoredFile) -> Json:
    """A file as files.info gives it; `url_private` answers only to a bearer token with files:read."""
    address = f"{workspace.base_url}/files-pri/{workspace.team_id}-{file.id}"
    page = f"{workspace.base_url}/files/{file.owner}/{file.id}/{file.name}"
    kinds = {channel: workspace.channels[channel].kind for channel in file.shares if channel in workspace.channels}
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.filetype,
        "pretty_type": file.filetype.upper(),
        "user": file.owner,
        "user_team": workspace.team_id,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "is_public": "channel" in kinds.values(),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{address}/{file.name}",
        "url_private_download": f"{address}/download/{file.name}",
        "media_display_type": "unknown",
        "permalink": page,
        "permalink_public": f"{workspace.base_url}/pub/{workspace.team_id}-{file.id}",
        "comments_count": 0,
        "is_starred": False,
        "shares": _shares(workspace, file, kinds),
        "channels": [channel for channel, kind in kinds.items() if kind == "channel"],
        "groups": [channel for channel, kind in kinds.items() if kind == "group"],
        "ims": [channel for channel, kind in kinds.items() if kind == "im"],
        "has_more_shares": False,
        "has_rich_preview": False,
        "file_access": "visible",
        **({"alt_txt": file.alt_text} if file.alt_text else {}),
    }


def _shares(workspace: Workspace, file: StoredFile, kinds: dict[str, str]) -> Json:
    shares: Json = {}
    for channel, kind in kinds.items():
        entries = [
            {
                "reply_users": [],
                "reply_users_count": 0,
                "reply_count": 0,
                "ts": ts,
                "channel_name": workspace.channels[channel].name,
                "team_id": workspace.team_id,
                "share_user_id": file.owner,
            }
            for ts in file.shares[channel]
        ]
        shares.setdefault("public" if kind == "channel" else "private", {})[channel] = entries
    return shares


def view_json(workspace: Workspace, view: View) -> Json:
    """A view as views.open answers and interactions carry it, with its current state."""
    content = view.content
    return {
        "id": view.id,
        "team_id": workspace.team_id,
        "type": view.kind,
        "blocks": content["blocks"],
        "private_metadata": content.get("private_metadata") or "",
        "callback_id": content.get("callback_id") or "",
        "state": {"values": view.values},
        "hash": view.hash,
        "title": content.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
        "clear_on_close": bool(content.get("clear_on_close")),
        "notify_on_close": bool(content.get("notify_on_close")),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": view.previous_id or None,
        "root_view_id": view.root_id,
        "app_id": workspace.app_id,
        "external_id": content.get("external_id") or "",
        "app_installed_team_id": workspace.team_id,
        "bot_id": workspace.bot_user.bot_id,
    }
