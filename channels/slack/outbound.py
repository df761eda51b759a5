"""Sends deliveries through Slack: one `Delivery` in, a `Receipt` or a `SendError` out."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from channels.progress import Progress
from channels.slack.compose import TEXT_LIMIT, Post, card_post, home_view, message_posts, one_post
from channels.slack.errors import as_send_error
from channels.slack.files import FILE_LIMIT, download, upload
from domain.content import Card, FileRef, Forwarded, Home, Message
from domain.delivery import Capabilities, Delivery, Operation, Receipt
from domain.errors import Refused, SendError
from domain.ports import FileSource

CAPABILITIES = Capabilities(
    channel="slack",
    text_limit=TEXT_LIMIT,
    utf16=False,
    edits=True,
    deletes=True,
    private_notes=True,
    forms=True,
    file_limit=FILE_LIMIT,
    buttons_in_row=25,
)
# Nothing in a text may ping, link or unfold: no names looked up, no previews fetched, no markup read.
_QUIET: dict[str, Any] = {"mrkdwn": False, "unfurl_links": False, "unfurl_media": False, "link_names": False}
_NOT_THERE = frozenset({"user_not_in_channel", "not_in_channel", "channel_not_found", "is_archived"})


class SlackSender:
    """`domain.ports.Sender` and `FileSource` for Slack.

    `cancel_label` words the key that calls a confirmed button off (Slack draws the question, the catalog words it).
    `files` are the other channels' file sources by channel name; the mapping is read when a file is passed on, so it
    may be filled after construction.
    """

    def __init__(
        self, client: AsyncWebClient, *, cancel_label: str, files: Mapping[str, FileSource] | None = None
    ) -> None:
        self._client = client
        self._cancel = cancel_label
        self._files = files if files is not None else {}
        self._progress = Progress()
        self._conversations: dict[str, str] = {}  # user id -> id of the conversation with the app
        self._deeds: dict[Operation, Callable[[Delivery], Awaitable[str | None]]] = {
            Operation.POST: self._post,
            Operation.EDIT: self._edit,
            Operation.DELETE: self._delete,
            Operation.FILE: self._file,
            Operation.ANSWER: self._answer,
            Operation.PRIVATE: self._private,
            Operation.HOME: self._home,
        }

    @property
    def capabilities(self) -> Capabilities:
        """What Slack can do."""
        return CAPABILITIES

    async def send(self, delivery: Delivery) -> Receipt:
        """Send it; returns once Slack said yes. Raises `SendError`s, and nothing else."""
        try:
            return Receipt(platform_id=await self._deeds[delivery.operation](delivery))
        except Exception as error:
            meaning = as_send_error(error)
            if not meaning.retry:
                self._progress.finish(delivery.id)
            raise meaning from None

    async def fetch(self, file: FileRef, limit: int) -> bytes:
        """The bytes of a file that rests at Slack. Raises `SendError`s; `Refused` where too large or gone."""
        try:
            return await download(self._client, file, limit)
        except SendError:
            raise
        except Exception as error:
            raise as_send_error(error) from None

    async def _post(self, delivery: Delivery) -> str | None:
        return await self._post_all(delivery, await self._conversation(delivery.address), self._posts(delivery))

    async def _post_all(self, delivery: Delivery, channel: str, posts: list[Post], thread: str | None = None) -> str:
        """Post what is not posted yet."""
        sent = self._progress.of(delivery.id)
        for post in posts[len(sent) :]:
            answer = await self._client.chat_postMessage(
                channel=channel,
                text=post.text,
                blocks=post.blocks,
                thread_ts=thread or delivery.thread_id or delivery.reply_to,
                reply_broadcast=False,
                **_QUIET,
            )
            sent.append(str(answer["ts"]))
        self._progress.finish(delivery.id)
        return sent[0]

    async def _edit(self, delivery: Delivery) -> str | None:
        content = delivery.content
        post = one_post(content, self._cancel) if isinstance(content, Message) else self._posts(delivery)[0]
        await self._client.chat_update(
            channel=await self._conversation(delivery.address),
            ts=_ts(delivery.target_id),
            text=post.text,
            blocks=post.blocks,
            link_names=False,
        )
        return delivery.target_id

    async def _delete(self, delivery: Delivery) -> str | None:
        await self._client.chat_delete(channel=await self._conversation(delivery.address), ts=_ts(delivery.target_id))
        return delivery.target_id

    async def _private(self, delivery: Delivery) -> str | None:
        """A note that `person` alone sees, where they look; in their own conversation if they are not there."""
        person = delivery.person or delivery.address
        posts = self._posts(delivery)
        if delivery.address[:1] in ("C", "G"):
            try:
                return await self._whisper(delivery, person, posts[0])
            except SendError as error:
                if error.detail not in _NOT_THERE:
                    raise
        return await self._post_all(delivery, await self._conversation(person), posts)

    async def _whisper(self, delivery: Delivery, person: str, post: Post) -> str | None:
        try:
            answer = await self._client.chat_postEphemeral(
                channel=delivery.address,
                user=person,
                text=post.text,
                blocks=post.blocks,
                thread_ts=delivery.thread_id or delivery.reply_to,
                link_names=False,
            )
        except Exception as error:
            raise as_send_error(error) from None
        return answer.get("message_ts")

    async def _home(self, delivery: Delivery) -> None:
        if not isinstance(delivery.content, Home):
            raise Refused("no home page in it")
        await self._client.views_publish(user_id=delivery.address, view=home_view(delivery.content, self._cancel))

    async def _answer(self, delivery: Delivery) -> None:
        """Slack needs no answer to a press: the acknowledgement was it."""

    async def _file(self, delivery: Delivery) -> str | None:
        if not isinstance(delivery.content, Forwarded):
            raise Refused("no file in it")
        file = delivery.content.attachment.file
        channel = await self._conversation(delivery.address)
        content = await self._source(file.channel).fetch(file, FILE_LIMIT)
        return await upload(self._client, delivery.content, content, channel, delivery.thread_id)

    def _source(self, channel: str) -> FileSource:
        if channel == CAPABILITIES.channel:
            return self
        try:
            return self._files[channel]
        except KeyError:
            raise Refused(f"no source of files called {channel}") from None

    async def _conversation(self, address: str) -> str:
        """The conversation to post to: a person's id stands for the conversation with them."""
        if address[:1] not in ("U", "W"):
            return address
        if address not in self._conversations:
            answer = await self._client.conversations_open(users=[address])
            self._conversations[address] = str((answer.get("channel") or {})["id"])
        return self._conversations[address]

    def _posts(self, delivery: Delivery) -> list[Post]:
        content = delivery.content
        if isinstance(content, Message):
            return message_posts(content, self._cancel)
        if isinstance(content, Card):
            return [card_post(content, self._cancel)]
        raise Refused(f"Slack cannot post a {type(content).__name__}")


def _ts(target: str | None) -> str:
    if not target:
        raise Refused("no message named")
    return target
