"""Groups, supergroups and channels, and what people do with the bot in them.

square = Group(bot, "Market Square", owner=anna.user)
square.add_bot()
square.join(omar.user)
anna.write("@liaison_sandbox_bot the lamp is broken", chat=square.chat)
square.upgrade()
"""

from sandbox.telegram.bots import Bot
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities.detected import detect
from sandbox.telegram.identity import RIGHTS, Json, Membership, User
from sandbox.telegram.incoming import arrive, membership_update

_ADMINISTRATOR = frozenset((*RIGHTS, "can_pin_messages", "can_post_messages", "can_edit_messages"))


class Group:
    """One group, supergroup or channel as the bot knows it. `kind`: group, supergroup, channel."""

    def __init__(self, bot: Bot, title: str, *, owner: User, kind: str = "group", username: str | None = None) -> None:
        network = bot.network
        number = network.next_group_id() if kind == "group" else network.next_supergroup_id()
        self.bot = bot
        self.owner = owner
        self.chat = Chat(id=number, type=kind, title=title, username=username)
        self.chat.members[owner.id] = Membership(user=owner, status="creator")
        bot.chats[number] = self.chat

    @property
    def messages(self) -> list[Message]:
        """What members see, oldest first."""
        return list(self.chat.messages.values())

    def add_bot(self, *, administrator: bool = False, by: User | None = None) -> None:
        """Let the bot in: it gets my_chat_member, and in groups the service message about it."""
        self.set_bot("administrator" if administrator or self.chat.type == "channel" else "member", by=by)
        if self.chat.type != "channel":
            arrive(self.bot, self.chat, by or self.owner, _joined(self.bot.user))

    def remove_bot(self, *, by: User | None = None) -> None:
        """Throw the bot out: my_chat_member tells it, and every later send is refused with 403."""
        self.set_bot("kicked", by=by)

    def set_bot(self, status: str, *, by: User | None = None) -> None:
        """Give the bot a standing: member, administrator, restricted, left, kicked."""
        old = self.chat.members.get(self.bot.id) or Membership(user=self.bot.user, status="left")
        rights = _ADMINISTRATOR if status == "administrator" else frozenset()
        new = Membership(user=self.bot.user, status=status, rights=rights)
        self.chat.members[self.bot.id] = new
        membership_update(self.bot, self.chat, by or self.owner, old, new)

    def join(self, user: User) -> None:
        """Let a person in."""
        self._standing(user, "member")
        if self.chat.type != "channel":
            arrive(self.bot, self.chat, user, _joined(user))

    def leave(self, user: User) -> None:
        """A person goes."""
        self._standing(user, "left")
        if self.chat.type != "channel":
            arrive(self.bot, self.chat, user, {"left_chat_member": user.shown()})

    def _standing(self, user: User, status: str) -> None:
        old = self.chat.members.get(user.id) or Membership(user=user, status="left")
        new = Membership(user=user, status=status)
        self.chat.members[user.id] = new
        membership_update(self.bot, self.chat, user, old, new)

    def post(self, text: str) -> Message:
        """Publish a text in the name of the channel: the bot gets channel_post. Raises TypeError in a group."""
        if self.chat.type != "channel":
            raise TypeError("only a channel publishes posts")
        entities = detect(text)
        content: Json = {"text": text, "entities": entities} if entities else {"text": text}
        return arrive(self.bot, self.chat, None, content)

    def upgrade(self) -> Chat:
        """Turn a basic group into a supergroup with a new id; sends to the old one answer migrate_to_chat_id."""
        old = self.chat
        new = Chat(id=self.bot.network.next_supergroup_id(), type="supergroup", title=old.title)
        new.members = dict(old.members)
        self.bot.chats[new.id] = new
        arrive(self.bot, old, self.owner, {"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        arrive(self.bot, new, self.owner, {"migrate_from_chat_id": old.id})
        self.chat = new
        return new

    def delete(self) -> None:
        """Delete the group: sends answer 403."""
        self.chat.deleted = True


def _joined(user: User) -> Json:
    return {"new_chat_members": [user.shown()]}
