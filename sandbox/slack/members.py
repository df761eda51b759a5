"""The staff's side: what one person in the workspace does and sees.

    vera = workspace.add_member("vera", "Vera Example")
    vera.post("waste", "Who takes this one?")
    await vera.press("waste", card.ts, "claim")
    await vera.fill("reply_text", "The lorry comes on Friday."); await vera.submit()
    vera.modal, vera.modal_errors, vera.home, vera.read("waste"), vera.thread("waste", card.ts)

Deeds of the keyboard (post, edit, react, …) take effect at once and return the message. Whatever the app must answer
(press, choose, command, submit, …) is awaited and returns an Outcome once the app has acknowledged; what the app does
after that is awaited with `workspace.changes.until(...)`. Channels are given by id, "name" or "#name"; texts as typed
(@name, #channel and links become markup). A person cannot do what is not on the screen: NotOnScreenError.
"""

from dataclasses import dataclass
from typing import Any

from sandbox.slack import channels, files, interactions, messages, views
from sandbox.slack.block_kit.check import elements_of
from sandbox.slack.errors import SlackError
from sandbox.slack.events import publish
from sandbox.slack.input_state import NotOfferedError, entered, initial_values
from sandbox.slack.interactions import Outcome
from sandbox.slack.mrkdwn import rich_text_block, typed
from sandbox.slack.shapes import channel_json, message_json, view_json
from sandbox.slack.state import Channel, Message, StoredFile, User, View, Workspace

Json = dict[str, Any]


class NotOnScreenError(LookupError):
    """There is no such button, menu, field, message or window for this person."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person's hands and eyes."""

    workspace: Workspace
    user: User

    @property
    def id(self) -> str:
        return self.user.id

    @property
    def name(self) -> str:
        return self.user.name

    @property
    def mention(self) -> str:
        """Markup that mentions this person."""
        return f"<@{self.user.id}>"

    # --- the keyboard ---------------------------------------------------------------------------------------------

    def post(self, channel: str, text: str, *, thread_ts: str = "", broadcast: bool = False) -> Message:
        """Write in a channel or thread. Raises NotOnScreenError when not a member, SlackError is_archived."""
        place = self._open_place(channel)
        if thread_ts and thread_ts not in place.messages:
            raise NotOnScreenError(f"no thread {thread_ts} in {channel}")
        wire = typed(self.workspace, text)
        message = Message(
            ts=self.workspace.clock.timestamp(),
            channel=place.id,
            author=self.id,
            text=wire,
            thread_ts=thread_ts,
            broadcast=broadcast and bool(thread_ts),
            subtype="thread_broadcast" if broadcast and thread_ts else "",
            client_msg_id=self.workspace.ids.envelope(),
            blocks=[rich_text_block(self.workspace.ids.short(), wire)],
        )
        return messages.post(self.workspace, message)

    def dm(self, text: str) -> Message:
        """Write to the app in its Messages tab. Raises NotOnScreenError when the app has closed that."""
        if not self.workspace.manifest.messages_tab:
            raise NotOnScreenError("sending messages to this app has been turned off")
        return self.post(self.workspace.conversation_with(self.id).id, text)

    def mention_bot(self, channel: str, text: str, *, thread_ts: str = "") -> Message:
        """Write a message that begins with a mention of the app."""
        return self.post(channel, f"<@{self.workspace.bot_user.id}> {text}", thread_ts=thread_ts)

    def edit(self, channel: str, ts: str, text: str) -> Message:
        """Change one's own message."""
        message = self._own(channel, ts)
        wire = typed(self.workspace, text)
        blocks = [rich_text_block(self.workspace.ids.short(), wire)]
        messages.edit(self.workspace, message, self.id, text=wire, blocks=blocks)
        return message

    def delete(self, channel: str, ts: str) -> None:
        """Delete one's own message."""
        messages.delete(self.workspace, self._own(channel, ts))

    def react(self, channel: str, ts: str, name: str) -> None:
        """Add an emoji ("eyes"). Raises SlackError already_reacted."""
        messages.react(self.workspace, self._message(channel, ts), self.id, name)

    def unreact(self, channel: str, ts: str, name: str) -> None:
        """Take an emoji back. Raises SlackError no_reaction."""
        messages.unreact(self.workspace, self._message(channel, ts), self.id, name)

    def upload(
        self, channel: str, filename: str, content: bytes, *, comment: str = "", thread_ts: str = "", title: str = ""
    ) -> Message:
        """Share a file, with a comment if there is one."""
        place = self._open_place(channel)
        stored = files.announce(self.workspace, filename, len(content), self.id, by_app=False)
        files.receive(self.workspace, stored.id, content)
        files.complete(self.workspace, stored.id, self.id, title)
        return files.share(self.workspace, place, self.id, [stored], typed(self.workspace, comment), thread_ts)

    def download(self, file_id: str) -> bytes:
        """The bytes of a file that this person can see."""
        stored: StoredFile | None = self.workspace.files.get(file_id)
        if stored is None or stored.content is None:
            raise NotOnScreenError(f"no file {file_id}")
        if stored.owner != self.id and not any(self._is_in(channel) for channel in stored.shares):
            raise NotOnScreenError(f"file {file_id} is not shared with {self.name}")
        return stored.content

    def join(self, channel: str) -> None:
        """Join a public channel."""
        place = self.workspace.channel(channel)
        if place.kind != "channel":
            raise NotOnScreenError(f"{channel} is private")
        channels.join(self.workspace, place, self.id)

    def leave(self, channel: str) -> None:
        channels.leave(self.workspace, self._place(channel), self.id)

    def invite(self, channel: str, user: str) -> None:
        """Add somebody (a member's or the bot user's id) to a channel."""
        channels.join(self.workspace, self._place(channel), user, inviter=self.id)

    def remove(self, channel: str, user: str) -> None:
        """Remove somebody from a channel."""
        channels.leave(self.workspace, self._place(channel), user)

    def create_channel(self, name: str, *, is_private: bool = False) -> Channel:
        return channels.create(self.workspace, name, self.id, is_private=is_private)

    def rename_channel(self, channel: str, name: str) -> None:
        channels.rename(self.workspace, self._place(channel), name, self.id)

    def archive_channel(self, channel: str, *, archived: bool = True) -> None:
        channels.set_archived(self.workspace, self._place(channel), self.id, archived=archived)

    # --- what the app answers -------------------------------------------------------------------------------------

    async def command(self, name: str, text: str = "", *, channel: str = "") -> Outcome:
        """Run a slash command ("/liaison") in a channel, or in the direct message with the app."""
        place = self._place(channel) if channel else self.workspace.conversation_with(self.id)
        return await interactions.command(self.workspace, self.user, place, name, text)

    async def press(self, channel: str, ts: str, action_id: str, *, value: str = "", block_id: str = "") -> Outcome:
        """Press a button (or pick from an overflow menu by `value`) in a message; `value` or `block_id` pick one of
        several with the same action_id."""
        message = self._message(channel, ts)
        block, element = _element(_all_blocks(message), action_id, block_id, value)
        return await self._act(message, block, element, _overflow_entry(element, value))

    async def choose(self, channel: str, ts: str, action_id: str, value: Any, *, block_id: str = "") -> Outcome:
        """Use a menu, picker or checkboxes in a message: see input_state.entered() for what `value` may be."""
        message = self._message(channel, ts)
        block, element = _element(_all_blocks(message), action_id, block_id)
        return await self._act(message, block, element, entered(element, value, [] if _external(element) else None))

    async def message_shortcut(self, channel: str, ts: str, callback_id: str) -> Outcome:
        return await interactions.shortcut(self.workspace, self.user, callback_id, self._message(channel, ts))

    async def global_shortcut(self, callback_id: str) -> Outcome:
        return await interactions.shortcut(self.workspace, self.user, callback_id)

    def open_home(self, tab: str = "home") -> None:
        """Open the app's Home (or Messages) tab: the app hears app_home_opened and may publish."""
        place = self.workspace.conversation_with(self.id)
        event: Json = {"type": "app_home_opened", "user": self.id, "channel": place.id, "tab": tab}
        home = views.home_of(self.workspace, self.id)
        if home is not None and tab == "home":
            event["view"] = view_json(self.workspace, home)
        publish(self.workspace, event)

    async def press_home(self, action_id: str, *, value: str = "", block_id: str = "") -> Outcome:
        """Press a button in the App Home."""
        return await self._press_in(self._home(), action_id, value, block_id)

    async def choose_home(self, action_id: str, value: Any, *, block_id: str = "") -> Outcome:
        """Use a menu or picker in the App Home."""
        return await self._enter_in(self._home(), action_id, value, block_id) or Outcome(ok=True)

    async def press_modal(self, action_id: str, *, value: str = "", block_id: str = "") -> Outcome:
        """Press a button inside the open modal."""
        return await self._press_in(self._top(), action_id, value, block_id)

    async def fill(self, action_id: str, value: Any, *, block_id: str = "") -> Outcome | None:
        """Put something into a field of the open modal.

        Returns None, or an Outcome where the app hears of it at once (menus outside input blocks, dispatch_action).
        """
        return await self._enter_in(self._top(), action_id, value, block_id)

    async def submit(self) -> Outcome:
        """Submit the open modal. Missing or wrong fields and the app's `errors` show in `modal_errors`."""
        return await interactions.submit(self.workspace, self.user, self._top())

    async def close_modal(self, *, everything: bool = False) -> Outcome:
        """Close the open modal (Cancel), or the whole stack (X)."""
        return await interactions.close(self.workspace, self.user, self._top(), everything=everything)

    async def suggestions(self, action_id: str, text: str, *, block_id: str = "") -> list[Json]:
        """What an external menu of the open modal offers for the letters typed so far."""
        view = self._top()
        block, element = _element(view.content["blocks"], action_id, block_id)
        where = {
            "container": {"type": "view", "view_id": view.id},
            "view": view_json(self.workspace, view),
        }
        outcome = await interactions.suggest(self.workspace, self.user, where, block, element, text)
        answer = outcome.payload if isinstance(outcome.payload, dict) else {}
        groups = [group["options"] for group in answer.get("option_groups") or []]
        return [option for options in [answer.get("options") or [], *groups] for option in options]

    # --- what is on the screen ------------------------------------------------------------------------------------

    @property
    def modal(self) -> Json | None:
        """The modal on top, as the app defined it, with state.values; None when there is none."""
        view = views.top_of(self.workspace, self.id)
        return view_json(self.workspace, view) if view else None

    @property
    def modal_errors(self) -> dict[str, str]:
        """The messages shown at fields of the open modal: {block_id: message}."""
        view = views.top_of(self.workspace, self.id)
        return dict(view.errors) if view else {}

    @property
    def home(self) -> Json | None:
        """The App Home published for this person."""
        view = views.home_of(self.workspace, self.id)
        return view_json(self.workspace, view) if view else None

    def channels(self) -> list[Json]:
        """The conversations this person is in."""
        mine = [one for one in self.workspace.channels.values() if self.id in one.members]
        return [channel_json(self.workspace, one) for one in mine]

    def read(self, channel: str) -> list[Json]:
        """A channel from oldest to newest as this person sees it: ephemerals included, thread replies not."""
        place = self._place(channel)
        top = [one for one in place.messages.values() if not _only_in_thread(one)]
        mine = [one for one in place.ephemerals if one.ephemeral_to == self.id and not one.thread_ts]
        return self._shown(sorted([*top, *mine], key=lambda one: one.ts))

    def thread(self, channel: str, ts: str) -> list[Json]:
        """A thread from its root on, ephemerals included."""
        place = self._place(channel)
        root = self._message(channel, ts)
        mine = [one for one in place.ephemerals if one.ephemeral_to == self.id and one.thread_ts == ts]
        return self._shown([root, *sorted([*self.workspace.replies(root), *mine], key=lambda one: one.ts)])

    def read_dm(self) -> list[Json]:
        """The direct message with the app."""
        return self.read(self.workspace.conversation_with(self.id).id)

    # --- inside ---------------------------------------------------------------------------------------------------

    def _shown(self, found: list[Message]) -> list[Json]:
        return [
            {**message_json(self.workspace, one), **({"is_ephemeral": True} if one.ephemeral_to else {})}
            for one in found
        ]

    def _is_in(self, channel: str) -> bool:
        place = self.workspace.channels.get(channel)
        return place is not None and self.id in place.members

    def _place(self, channel: str) -> Channel:
        place = self.workspace.channel(channel)
        if self.id not in place.members:
            raise NotOnScreenError(f"{self.name} is not in {channel}")
        return place

    def _open_place(self, channel: str) -> Channel:
        place = self._place(channel)
        if place.archived:
            raise SlackError("is_archived")
        return place

    def _message(self, channel: str, ts: str) -> Message:
        place = self.workspace.channel(channel)
        found = place.messages.get(ts)
        if found is None:
            own = (one for one in place.ephemerals if one.ts == ts and one.ephemeral_to == self.id)
            found = next(own, None)
        if found is None or (self.id not in place.members and place.kind != "channel"):
            raise NotOnScreenError(f"{self.name} sees no message {ts} in {channel}")
        return found

    def _own(self, channel: str, ts: str) -> Message:
        message = self._message(channel, ts)
        if message.author != self.id:
            raise NotOnScreenError("only one's own messages can be edited or deleted")
        return message

    def _top(self) -> View:
        view = views.top_of(self.workspace, self.id)
        if view is None:
            raise NotOnScreenError(f"{self.name} has no open modal")
        return view

    def _home(self) -> View:
        view = views.home_of(self.workspace, self.id)
        if view is None:
            raise NotOnScreenError(f"nothing has been published on the App Home of {self.name}")
        return view

    async def _act(self, message: Message, block: Json, element: Json, entry: Json) -> Outcome:
        values = initial_values(_all_blocks(message))
        if entry and block["block_id"] in values:
            values[block["block_id"]][element["action_id"]] = entry
        done = interactions.action(self.workspace, block, element, entry)
        return await interactions.act_on_message(self.workspace, self.user, message, done, values)

    async def _press_in(self, view: View, action_id: str, value: str, block_id: str) -> Outcome:
        block, element = _element(view.content["blocks"], action_id, block_id, value)
        done = interactions.action(self.workspace, block, element, _overflow_entry(element, value))
        return await interactions.act_in_view(self.workspace, self.user, view, done)

    async def _enter_in(self, view: View, action_id: str, value: Any, block_id: str) -> Outcome | None:
        block, element = _element(view.content["blocks"], action_id, block_id)
        offered = await self.suggestions(action_id, str(value), block_id=block_id) if _external(element) else None
        entry = entered(element, value, offered)
        view.values.setdefault(block["block_id"], {})[element["action_id"]] = entry
        self.workspace.changes.note("input", user=self.id)
        if block["type"] == "input" and not block.get("dispatch_action"):
            return None
        done = interactions.action(self.workspace, block, element, entry)
        return await interactions.act_in_view(self.workspace, self.user, view, done)


def _only_in_thread(message: Message) -> bool:
    return bool(message.thread_ts) and message.thread_ts != message.ts and not message.broadcast


def _external(element: Json) -> bool:
    return str(element["type"]).endswith("external_select")


def _all_blocks(message: Message) -> list[Json]:
    attached = [block for attachment in message.attachments for block in attachment.get("blocks") or []]
    return [*message.blocks, *attached]


def _element(blocks: list[Json], action_id: str, block_id: str, value: str = "") -> tuple[Json, Json]:
    """The element with that action_id; of several, the one in `block_id` or with that `value`."""
    found = [
        (block, element)
        for block in blocks
        for element in elements_of(block)
        if element.get("action_id") == action_id and block_id in {"", block["block_id"]}
    ]
    if len(found) > 1 and value:
        found = [(block, element) for block, element in found if element.get("value") == value]
    if not found:
        raise NotOnScreenError(f"nothing with action_id {action_id!r} on the screen")
    return found[0]


def _overflow_entry(element: Json, value: str) -> Json:
    """What pressing puts into the action: nothing for a button, the option for an overflow menu."""
    if element["type"] == "overflow":
        for option in element["options"]:
            if value in {option.get("value"), option["text"]["text"]}:
                return {"selected_option": option}
        raise NotOfferedError(f"{value!r} is not in the menu")
    if element["type"] not in {"button", "workflow_button", "icon_button"}:
        raise NotOnScreenError(f"{element['action_id']!r} is a {element['type']}, not a button")
    if value and element.get("value") not in {None, value}:
        raise NotOnScreenError(f"the button {element['action_id']!r} has the value {element.get('value')!r}")
    return {}
