"""Members of groups and channels: who is there, who may do what, bans."""

from sandbox.telegram.access import Access, chat_of
from sandbox.telegram.calls import Call, method
from sandbox.telegram.chats import Chat
from sandbox.telegram.errors import bad_request
from sandbox.telegram.identity import PERMISSIONS, RIGHTS, Json, Membership, User
from sandbox.telegram.incoming import membership_update
from sandbox.telegram.methods.deleting import may

_MORE_RIGHTS = ("can_post_messages", "can_edit_messages", "can_pin_messages", "can_manage_topics")


def _user(call: Call) -> User:
    user_id = call.arguments.integer("user_id", 0, 0, 2**52)
    if user_id == 0:
        raise bad_request("Invalid user_id specified")
    user = call.network.users.get(user_id)
    if user is None:
        raise bad_request("user not found" if call.method == "getChatMember" else "PARTICIPANT_ID_INVALID")
    return user


def _membership(call: Call, chat: Chat, user: User) -> Membership:
    if chat.private:
        known = user in (chat.user, call.bot.user)
        if not known:
            raise bad_request("member not found")
        return Membership(user=user, status="member")
    return chat.members.get(user.id) or Membership(user=user, status="left")


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """One member's standing."""
    chat = chat_of(call, Access.READ)
    return _membership(call, chat, _user(call)).shown()


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many are in the chat."""
    chat = chat_of(call, Access.READ)
    if chat.private:
        return 2
    return sum(membership.inside for membership in chat.members.values())


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """The owner and the administrators, other bots left out."""
    chat = chat_of(call, Access.READ)
    if chat.private:
        raise bad_request("there are no administrators in the private chat")
    return [
        membership.shown()
        for membership in chat.members.values()
        if membership.status in ("creator", "administrator")
        and (not membership.user.is_bot or membership.user is call.bot.user)
    ]


def _change(call: Call, right: str, new: Membership, chat: Chat) -> bool:
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    old = chat.members.get(new.user.id) or Membership(user=new.user, status="left")
    if not may(call, chat, right):
        action = "promote" if right == "can_promote_members" else "restrict/unrestrict"
        raise bad_request(f"not enough rights to {action} chat member")
    if old.status == "creator":
        raise bad_request("can't remove chat owner")
    chat.members[new.user.id] = new
    if old.status != new.status:
        membership_update(call.bot, chat, call.bot.user, old, new)
    return True


@method("banChatMember")
def ban_chat_member(call: Call) -> bool:
    """Ban somebody for good or until a date."""
    chat, user = chat_of(call, Access.WRITE), _user(call)
    if user is call.bot.user:
        raise bad_request("can't restrict self")
    until = call.arguments.integer("until_date", 0, 0)
    return _change(call, "can_restrict_members", Membership(user=user, status="kicked", until_date=until), chat)


@method("unbanChatMember")
def unban_chat_member(call: Call) -> bool:
    """Let somebody come back; without only_if_banned a member is removed as well."""
    chat, user = chat_of(call, Access.WRITE), _user(call)
    now = _membership(call, chat, user)
    if call.arguments.flag("only_if_banned") and now.status != "kicked":
        return True
    return _change(call, "can_restrict_members", Membership(user=user, status="left"), chat)


@method("restrictChatMember")
def restrict_chat_member(call: Call) -> bool:
    """Take rights from a member of a supergroup, or give all back."""
    chat, user = chat_of(call, Access.WRITE), _user(call)
    if chat.type != "supergroup":
        raise bad_request("method is available only for supergroups")
    permissions = call.arguments.decoded("permissions", "permissions")
    if not isinstance(permissions, dict):
        raise bad_request("Object expected as permissions")
    granted = frozenset(name for name in PERMISSIONS if permissions.get(name) is True)
    full = granted >= {"can_send_messages", "can_send_photos", "can_send_other_messages"}
    restricted = Membership(
        user=user,
        status="member" if full else "restricted",
        permissions=granted,
        until_date=call.arguments.integer("until_date", 0, 0),
    )
    return _change(call, "can_restrict_members", restricted, chat)


@method("promoteChatMember")
def promote_chat_member(call: Call) -> bool:
    """Give or take an administrator's rights."""
    chat = chat_of(call, Access.WRITE)
    if not may(call, chat, "can_promote_members"):
        raise bad_request("not enough rights")
    user = _user(call)
    rights = frozenset(name for name in (*RIGHTS, *_MORE_RIGHTS) if call.arguments.flag(name))
    status = "administrator" if rights else "member"
    return _change(call, "can_promote_members", Membership(user=user, status=status, rights=rights), chat)
