"""Random sequences of posts, edits, deletions, replies and reactions: whatever happens, what is read back adds up."""

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from sandbox.slack import SlackWorkspace
from sandbox.slack.web_api import Arguments, WebApi

Json = dict[str, Any]
words = st.text(min_size=1, max_size=20)


class Conversation(RuleBasedStateMachine):
    """A channel in which a member and the app write; `model` is what ought to be in it: ts -> (author, text, root)."""

    roots = Bundle("roots")
    app_messages = Bundle("app_messages")

    @initialize()
    def found(self) -> None:
        self.workspace = SlackWorkspace.create()
        self.channel = self.workspace.add_channel("waste").id
        self.vera = self.workspace.add_member("vera", channels=["waste"])
        self.api = WebApi(self.workspace)
        self.model: dict[str, tuple[str, str, str]] = {}

    def call(self, method: str, **arguments: Any) -> Json:
        given = Arguments(values={"channel": self.channel, **arguments}, token=self.workspace.bot_token)
        answer: Json = json.loads(bytes(self.api.answer(method, given).body))
        return answer

    @rule(target=roots, text=words)
    def member_posts(self, text: str) -> str:
        message = self.vera.post("waste", text)
        self.model[message.ts] = (self.vera.id, message.text, "")
        return message.ts

    @rule(targets=(roots, app_messages), text=words)
    def app_posts(self, text: str) -> str:
        ts = str(self.call("chat.postMessage", text=text)["ts"])
        self.model[ts] = (self.workspace.bot_user.id, text, "")
        return ts

    @rule(target=app_messages, root=roots, text=words)
    def app_replies(self, root: str, text: str) -> Any:
        answer = self.call("chat.postMessage", text=text, thread_ts=root)
        if root not in self.model:
            assert answer["error"] == "thread_not_found"
            return multiple()
        self.model[answer["ts"]] = (self.workspace.bot_user.id, text, root)
        return answer["ts"]

    @rule(ts=app_messages, text=words)
    def app_updates(self, ts: str, text: str) -> None:
        answer = self.call("chat.update", ts=ts, text=text)
        if ts not in self.model:
            assert answer["error"] in {"message_not_found", "cant_update_message"}
        else:
            assert answer["text"] == text
            self.model[ts] = (*self.model[ts][:1], text, self.model[ts][2])

    @rule(ts=consumes(app_messages))
    def app_deletes(self, ts: str) -> None:
        answer = self.call("chat.delete", ts=ts)
        assert answer["ok"] is (ts in self.model)
        if self.has_replies(ts):
            self.model[ts] = (self.workspace.bot_user.id, "This message was deleted.", "")
        else:
            self.model.pop(ts, None)

    @rule(ts=roots)
    def both_react(self, ts: str) -> None:
        answer = self.call("reactions.add", timestamp=ts, name="eyes")
        if ts in self.model and answer["ok"]:
            assert self.call("reactions.add", timestamp=ts, name="eyes")["error"] == "already_reacted"

    def has_replies(self, ts: str) -> bool:
        return any(root == ts for _, _, root in self.model.values())

    @invariant()
    def history_is_the_model(self) -> None:
        history = self.call("conversations.history", limit=999)["messages"][::-1]
        expected = [(ts, author, text) for ts, (author, text, root) in sorted(self.model.items()) if not root]
        assert [(one["ts"], one["user"], one["text"]) for one in history] == expected
        for one in history:
            replies = [ts for ts, (_, _, root) in sorted(self.model.items()) if root == one["ts"]]
            assert one.get("reply_count", 0) == len(replies)
            found = self.call("conversations.replies", ts=one["ts"])["messages"]
            assert [reply["ts"] for reply in found] == [one["ts"], *replies]

    @invariant()
    def the_journal_has_every_post_of_the_app(self) -> None:
        ours = {ts for ts, (author, _, _) in self.model.items() if author == self.workspace.bot_user.id}
        assert ours <= {one.ts for one in self.workspace.journal.posts}


TestConversation = Conversation.TestCase
TestConversation.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
