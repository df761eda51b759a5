"""What a person can send: words, pictures, albums, voice, files, places, contacts, stickers."""

from sandbox.telegram.bots import Bot
from sandbox.telegram.chats import Chat, Message
from sandbox.telegram.entities.detected import detect
from sandbox.telegram.identity import Json, User
from sandbox.telegram.incoming import arrive, changed_by_user, own_block
from sandbox.telegram.media import fields, store
from sandbox.telegram.pictures import sample_picture
from sandbox.telegram.world import World

# A voice message without a voice: an empty Ogg page, enough for whoever looks at the first bytes.
SAMPLE_VOICE = b"OggS\x00\x02" + bytes(21) + b"\x01\x13OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"
SAMPLE_VIDEO = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"


class Sender:
    """The sending half of a resident. Every method takes `chat=` to send to a group instead of the private chat."""

    def __init__(self, bot: Bot, user: User) -> None:
        self.bot = bot
        self.user = user
        self.network: World = bot.network

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.bot.private_chat(self.user)

    def start(self, payload: str = "") -> Message:
        """Press Start, or open a link t.me/<bot>?start=<payload>."""
        return self.write(f"/start {payload}".strip())

    def write(self, text: str, *, reply_to: Message | None = None, chat: Chat | None = None) -> Message:
        """Send a text. Unblocks the bot, as writing to it does."""
        return self.send(_words(text), reply_to=reply_to, chat=chat)

    def send(self, content: Json, *, reply_to: Message | None = None, chat: Chat | None = None) -> Message:
        """Send a message with these Bot API fields as they are."""
        where = self.chat if chat is None else chat
        if where.private:
            own_block(self.bot, where, self.user, blocked=False)
            where.started = True
        return arrive(self.bot, where, self.user, content, reply_to)

    def edit(self, message: Message, text: str) -> Message:
        """Change the text or caption of an own message: the bot gets edited_message with the same message_id."""
        words, marks = ("text", "entities") if "text" in message.content else ("caption", "caption_entities")
        content = {name: value for name, value in message.content.items() if name not in (words, marks)}
        message.content = {**content, **_words(text, words, marks)}
        return changed_by_user(self.bot, message)

    def attach(
        self,
        kind: str,
        content: bytes | None,
        *,
        caption: str = "",
        name: str | None = None,
        media_type: str = "",
        reply_to: Message | None = None,
        chat: Chat | None = None,
        group: str | None = None,
        **details: object,
    ) -> Message:
        """Send a file as photo, document, video, animation, audio, voice, video_note or sticker.

        `content=None` is a file that can no longer be fetched; `size=` shows another size than its bytes have (a file
        over 20 MB cannot be fetched either). Further details: duration, width, height, title, performer, emoji.
        """
        stored = store(self.bot.files, kind, content, name=name, media_type=media_type, **details)
        shown = fields(self.bot.files, stored)
        if group is not None:
            shown["media_group_id"] = group
        if caption:
            shown |= _words(caption, "caption", "caption_entities")
        return self.send(shown, reply_to=reply_to, chat=chat)

    def send_photo(
        self,
        content: bytes | None = None,
        *,
        caption: str = "",
        reply_to: Message | None = None,
        chat: Chat | None = None,
    ) -> Message:
        """Send a picture; without content a sample one."""
        return self.attach("photo", content or sample_picture(), caption=caption, reply_to=reply_to, chat=chat)

    def send_album(self, pictures: list[bytes], *, caption: str = "", chat: Chat | None = None) -> list[Message]:
        """Send pictures as separate messages with one media_group_id; the first bears the caption."""
        group = self.bot.next_album_id()
        return [
            self.attach("photo", picture, caption="" if number else caption, chat=chat, group=group)
            for number, picture in enumerate(pictures)
        ]

    def send_voice(self, content: bytes | None = None, *, seconds: int = 3, caption: str = "") -> Message:
        """Send a voice message."""
        return self.attach("voice", content or SAMPLE_VOICE, media_type="audio/ogg", duration=seconds, caption=caption)

    def send_video(self, content: bytes | None = None, *, seconds: int = 5, caption: str = "") -> Message:
        """Send a video."""
        video = content or SAMPLE_VIDEO
        return self.attach("video", video, name="video.mp4", duration=seconds, width=640, height=360, caption=caption)

    def send_document(self, content: bytes, name: str, *, caption: str = "", media_type: str = "") -> Message:
        """Send a file under this name."""
        return self.attach("document", content, name=name, media_type=media_type, caption=caption)

    def send_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return self.attach("sticker", sample_picture(64, 64), media_type="image/webp", emoji=emoji)

    def send_location(self, latitude: float, longitude: float, *, chat: Chat | None = None) -> Message:
        """Send a point on the map."""
        return self.send({"location": {"latitude": latitude, "longitude": longitude}}, chat=chat)

    def send_venue(self, latitude: float, longitude: float, title: str, address: str) -> Message:
        """Send a named place."""
        place = {"latitude": latitude, "longitude": longitude}
        return self.send({"location": place, "venue": {"location": place, "title": title, "address": address}})

    def send_contact(self, phone_number: str | None = None, first_name: str | None = None) -> Message:
        """Send one's own contact, or, with a number, somebody else's."""
        if phone_number is None:
            return self.send({"contact": own_contact(self.user)})
        return self.send({"contact": {"phone_number": phone_number, "first_name": first_name or "Somebody"}})


def _words(text: str, words: str = "text", marks: str = "entities") -> Json:
    entities = detect(text)
    return {words: text, marks: entities} if entities else {words: text}


def own_contact(user: User) -> Json:
    """The Contact object of a person's own telephone number."""
    contact: Json = {"phone_number": user.phone_number or "", "first_name": user.first_name, "user_id": user.id}
    return {**contact, "last_name": user.last_name} if user.last_name else contact
