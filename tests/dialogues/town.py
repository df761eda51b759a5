"""A small town to talk in: real handlers on a real database, a platform that delivers at once, and a clock of its own.

Tests read like the conversation::

    amira = town.resident("Amira", language="ar")
    await amira.writes("The bin was not emptied", to="waste")
    case = await town.case()
    await town.staff("U_ANNA").presses("Claim", case)

After each event everything that waits in the outbox is delivered in the order of lanes, unless the resident has
blocked the bot or the channel is held; reports of deliveries come back as events, as in the real thing.
"""

import random
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from alerts.playbooks.plan import Playbook
from broadcasts.spreading import Spreader
from domain.case import Case
from domain.codec import decode
from domain.content import Attachment, Button, Card, Content, Form, Forwarded, Home, Message, Place, Toast
from domain.delivery import Capabilities, Operation
from domain.inbound import (
    DeliveryEnded,
    Inbound,
    MembershipChanged,
    ReachabilityChanged,
    ResidentEdited,
    ResidentPressed,
    ResidentWrote,
    Sender,
    StaffCommanded,
    StaffFilled,
    StaffOpenedHome,
    StaffPressed,
    StaffWrote,
)
from domain.people import StaffMember
from handlers import dispatch, due, forms, staff_reminders
from handlers.context import Context, Taught
from handlers.events import reminding
from handlers.reading import Reading
from locales import Catalogs
from storage import cases, staff
from storage.engine import Database, Tx
from storage.spread_tally import count_ended
from storage.tables import anchors, bodies, outbox
from tests.databases import fresh_database
from tests.dialogues.townhall import MEMBERS, NAMES, townhall
from tests.dialogues.understanding import read

MONDAY_MORNING = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
CAPABILITIES = {
    "telegram": Capabilities(
        channel="telegram",
        text_limit=4096,
        utf16=True,
        edits=True,
        deletes=True,
        private_notes=False,
        forms=False,
        file_limit=50_000_000,
        buttons_in_row=8,
    ),
    "slack": Capabilities(
        channel="slack",
        text_limit=12_000,
        utf16=False,
        edits=True,
        deletes=True,
        private_notes=True,
        forms=True,
        file_limit=100_000_000,
        buttons_in_row=25,
    ),
}
_ISOLATES = re.compile("[\u2066-\u2069]")
_PICTURE = re.compile(r"^[^\w(]+")


def plain(text: str) -> str:
    """`text` without the marks that keep writing directions apart."""
    return _ISOLATES.sub("", text)


def same_label(button: Button, label: str) -> bool:
    """Whether a button is meant by `label`: its words with or without the picture before them, or its data."""
    words = plain(button.label)
    return label in (words, _PICTURE.sub("", words), button.data)


def words_of(content: Content | None) -> str:
    """Everything that a person reads in `content`, one part a line."""
    match content:
        case Message():
            parts: tuple[str, ...] = (content.lead, content.text)
        case Card():
            pairs = tuple(f"{pair.label}: {pair.value}" for pair in content.fields)
            parts = (content.title, *pairs, content.quote, *content.notes)
        case Home():
            inner = [(s.heading, *map(words_of, s.cards), s.empty if not s.cards else "") for s in content.sections]
            parts = (content.title, *(part for section in inner for part in section))
        case Forwarded():
            parts = (content.attachment.file.name, content.caption)
        case Toast():
            parts = (content.text,)
        case None:
            parts = ()
    return plain("\n".join(part for part in parts if part))


def buttons_of(content: Content | None) -> list[Button]:
    """Every button of a message, card or page."""
    match content:
        case Message():
            return [button for row in content.buttons for button in row]
        case Card():
            return list(content.buttons)
        case Home():
            return [*content.buttons, *(b for s in content.sections for card in s.cards for b in card.buttons)]
    return []


@dataclass(slots=True, kw_only=True)
class Posted:
    """A message as it now stands at its platform. `person`: who alone sees it; `edits`: how often it was changed."""

    id: str
    channel: str
    address: str
    content: Content | None
    thread: str | None = None
    reply_to: str | None = None
    person: str | None = None
    edits: int = 0

    @property
    def words(self) -> str:
        """What a person reads."""
        return words_of(self.content)


@dataclass(slots=True, kw_only=True)
class Platform:
    """What both platforms hold, and the troubles that are switched on."""

    posted: list[Posted] = field(default_factory=list)
    blocked: set[str] = field(default_factory=set)  # addresses of residents who blocked the bot
    failing: dict[str, tuple[str, str]] = field(default_factory=dict)  # address -> (state, reason)
    held: set[str] = field(default_factory=set)  # channels that are down: everything waits
    number: int = 1000

    def find(self, address: str, platform_id: str | None) -> Posted | None:
        """The message of that id, or None."""
        return next((m for m in self.posted if (m.address, m.id) == (address, platform_id)), None)


class Town:
    """The whole bench. Make it with `Town.open`; `residents` and `staff` act on it."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.now = MONDAY_MORNING
        self.community = townhall()
        self.catalogs = Catalogs(self.community.default_language)
        self.rng = random.Random(20261116)
        self.playbooks: tuple[Playbook, ...] = ()
        self.platform = Platform()
        self.staff_reminders = False  # most dialogues are easier to read without them
        self.taught: list[Taught] = []
        self._people: dict[str, ResidentActor] = {}

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator["Town"]:
        """A town with an empty ledger and its staff seated in their channels."""
        async with fresh_database(folder) as db:
            async with db.write() as tx:
                await staff.remember(tx, [StaffMember(user=user, name=name) for user, name in NAMES.items()])
                for channel, users in MEMBERS.items():
                    await staff.seat(tx, channel, users)
            yield cls(db)

    # --- people

    def resident(self, name: str, language: str = "en") -> "ResidentActor":
        """The resident of that name; their client speaks `language`."""
        if name not in self._people:
            self._people[name] = ResidentActor(self, name, language, str(5000 + len(self._people)))
        return self._people[name]

    def staff(self, user: str) -> "StaffActor":
        """The member of staff with that Slack id."""
        return StaffActor(self, user)

    # --- events and time

    async def handle(self, event: Inbound, reading: Reading | None = None) -> None:
        """One event through the front door, then everything that it caused is delivered."""
        await self._handle(event, reading)
        await self.deliver()

    async def _handle(self, event: Inbound, reading: Reading | None = None) -> None:
        self.now += timedelta(seconds=1)
        async with self.db.write() as tx:
            context = self.context(tx)
            await dispatch.handle(context, event, reading)
        self.taught += context.taught

    def context(self, tx: Tx) -> Context:
        """What a handler is given."""
        return Context(
            tx=tx,
            now=self.now,
            community=self.community,
            catalogs=self.catalogs,
            capabilities=CAPABILITIES,
            rng=self.rng,
            playbooks=self.playbooks,
        )

    async def pass_time(self, **span: float) -> None:
        """Let time pass (``minutes=10``) and do what is due then."""
        self.now += timedelta(**span)
        async with self.db.write() as tx:
            context = self.context(tx)
            await due.act_on_time(context)
            if self.staff_reminders:
                await staff_reminders.remind(context)
        self.taught += context.taught
        while await self._remind():
            pass
        await self.deliver()

    async def _remind(self) -> bool:
        async with self.db.write() as tx:
            return await reminding.remind_next(self.context(tx))

    async def wait_until(self, moment: datetime) -> None:
        """Let time pass until `moment` (aware) and do what is due then; nothing ran in between."""
        await self.pass_time(seconds=(moment - self.now).total_seconds())

    # --- troubles

    def block(self, resident: "ResidentActor") -> None:
        """From now on the platform answers that the resident has blocked the bot."""
        self.platform.blocked.add(resident.address)

    def unblock(self, resident: "ResidentActor") -> None:
        """Take `block` back."""
        self.platform.blocked.discard(resident.address)

    def fail(self, address: str, state: str = "failed", reason: str = "refused") -> None:
        """From now on whatever goes to `address` ends like this."""
        self.platform.failing[address] = (state, reason)

    def hold(self, channel: str) -> None:
        """The channel is down: everything waits."""
        self.platform.held.add(channel)

    async def let_go(self, channel: str) -> None:
        """The channel is back: what waited is delivered."""
        self.platform.held.discard(channel)
        await self.deliver()

    # --- delivery

    async def deliver(self) -> None:
        """Deliver until nothing is left that could be, reports included."""
        while await Spreader(self.db, lambda: self.now, self.community.time_zone).once():
            pass
        while reports := await self._deliver_once():
            for report in reports:
                if isinstance(report, DeliveryEnded):
                    await self._handle(report)

    async def _deliver_once(self) -> list[DeliveryEnded | None]:
        done: list[DeliveryEnded | None] = []
        async with self.db.write() as tx:
            while (row := await self._next(tx)) is not None:
                state, reason = await self._send(tx, row)
                report = DeliveryEnded(delivery_id=row.id, state=state, reason=reason or "")
                done.append(report if row.report else None)
        return done

    async def _next(self, tx: Tx) -> Any | None:
        waiting = sa.select(outbox).where(outbox.c.state == "queued", outbox.c.next_at <= self.now)
        for row in await tx.all(waiting.order_by(outbox.c.lane, outbox.c.id)):
            if row.channel in self.platform.held:
                continue
            names = [name for name in (row.target, row.thread) if name]
            if all([await self._anchor(tx, name) for name in names]):
                return row
        return None

    async def _anchor(self, tx: Tx, name: str | None) -> str | None:
        found = await tx.scalar(sa.select(anchors.c.platform_id).where(anchors.c.name == name))
        return None if found is None else str(found)

    async def _send(self, tx: Tx, row: Any) -> tuple[str, str | None]:
        state, reason = self.platform.failing.get(row.address, ("sent", None))
        if row.address in self.platform.blocked:
            state, reason = "blocked", "blocked"
        if row.not_after is not None and row.not_after <= self.now:
            state, reason = "expired", "expired"
        platform_id = await self._arrive(tx, row) if state == "sent" else None
        ended = {"state": state, "reason": reason, "platform_id": platform_id, "ended_at": self.now}
        await tx.execute(outbox.update().where(outbox.c.id == row.id).values(**ended))
        if row.spread_id is not None:
            await count_ended(tx, row.spread_id, state, 1)
        if row.anchor and platform_id:
            await tx.execute(anchors.delete().where(anchors.c.name == row.anchor))
            place = {"channel": row.channel, "address": row.address, "platform_id": platform_id}
            await tx.execute(anchors.insert().values(name=row.anchor, **place))
        return state, reason

    async def _arrive(self, tx: Tx, row: Any) -> str | None:
        written = row.content or await tx.scalar(sa.select(bodies.c.content).where(bodies.c.id == row.body_id))
        content: Content | None = decode(Content, orjson.loads(written)) if written else None  # type: ignore[arg-type]
        target = await self._anchor(tx, row.target) if row.target else row.reply_to
        if row.operation in (Operation.EDIT, Operation.DELETE):
            known = self.platform.find(row.address, target)
            assert known is not None, f"{row.operation} of a message that is not at {row.address}: {row.target}"
            if row.operation == Operation.DELETE:
                self.platform.posted.remove(known)
            else:
                known.content, known.edits = content, known.edits + 1
            return known.id
        self.platform.number += 1
        posted = Posted(
            id=str(self.platform.number),
            channel=row.channel,
            address=row.address,
            content=content,
            thread=await self._anchor(tx, row.thread),
            reply_to=row.reply_to,
            person=row.person,
        )
        self.platform.posted.append(posted)
        return posted.id

    # --- what can be seen

    async def case(self, reference: str | None = None) -> Case:
        """The case of that reference, or the newest one, as its row now is."""
        found = await self.cases()
        return next(case for case in reversed(found) if reference in (None, case.reference))

    async def cases(self) -> list[Case]:
        """Every case, oldest first."""
        async with self.db.read() as tx:
            ids = [row.id for row in await tx.all(sa.text("SELECT id FROM cases ORDER BY id"))]
            return [await cases.get(tx, case_id) for case_id in ids]

    async def rows(self, table: sa.Table, **columns: Any) -> list[Any]:
        """Rows of a table whose columns have these values, oldest first."""
        async with self.db.read() as tx:
            wanted = [table.c[name] == value for name, value in columns.items()]
            return list(await tx.all(sa.select(table).where(*wanted).order_by(*table.primary_key)))

    async def card(self, case: Case) -> Card:
        """The case's card as it now stands in its channel."""
        content = (await self._card(case)).content
        assert isinstance(content, Card)
        return content

    async def _card(self, case: Case) -> Posted:
        case = await self.case(case.reference)
        row = (await self.rows(anchors, name=case.card_anchor))[0]
        found = self.platform.find(row.address, row.platform_id)
        assert found is not None
        return found

    async def thread(self, case: Case) -> list[str]:
        """The lines of the card's thread, oldest first, as they now read."""
        return [posted.words for posted in await self.thread_posts(case)]

    async def thread_posts(self, case: Case) -> list[Posted]:
        """The messages of the card's thread, oldest first."""
        card = await self._card(case)
        return [posted for posted in self.channel(card.address) if posted.thread == card.id]

    def channel(self, address: str) -> list[Posted]:
        """Everything that stands in a channel or chat and that everybody there sees."""
        return [m for m in self.platform.posted if m.address == address and m.person is None]


class ResidentActor:
    """A resident with a phone."""

    def __init__(self, town: Town, name: str, language: str, address: str) -> None:
        self.town, self.name, self.language, self.address = town, name, language, address
        self._number = 0

    @property
    def sender(self) -> Sender:
        """The resident as Telegram names them."""
        return Sender(
            channel="telegram", address=self.address, user=self.address, name=self.name, client_language=self.language
        )

    async def writes(
        self,
        text: str,
        *,
        to: str | None = None,
        reply_to: str | None = None,
        attachments: Sequence[Attachment] = (),
        place: Place | None = None,
        command: str | None = None,
        reading: Reading | None = None,
        **event: Any,
    ) -> str:
        """Write; returns the message's id. `to`: the department that the router is sure of; else its words decide."""
        self._number += 1
        message_id = event.pop("message_id", None) or f"{self.address}-{self._number}"
        wrote = ResidentWrote(
            sender=self.sender,
            message_id=message_id,
            sent_at=self.town.now,
            text=text,
            attachments=tuple(attachments),
            place=place,
            reply_to=reply_to,
            command=command,
            **event,
        )
        await self.town.handle(wrote, reading or read(text, self.language, to=to))
        return message_id

    async def edits(self, message_id: str, text: str) -> None:
        """Change an earlier message."""
        event = ResidentEdited(sender=self.sender, message_id=message_id, edited_at=self.town.now, text=text)
        await self.town.handle(event, read(text, self.language))

    async def presses(self, button: str) -> str:
        """Press the newest button of that label (or with that data, or just that data); returns the toast."""
        found = self._find(button)
        data = found[1].data if found else button
        message_id = found[0].id if found else None
        before = len(self.town.platform.posted)
        press = ResidentPressed(sender=self.sender, data=data, press_id=f"press-{before}", message_id=message_id)
        await self.town.handle(press)
        toasts = [m.content for m in self.town.platform.posted[before:] if isinstance(m.content, Toast)]
        return plain(toasts[-1].text) if toasts else ""

    def _find(self, button: str) -> tuple[Posted, Button] | None:
        for posted in reversed(self.posts()):
            for candidate in buttons_of(posted.content):
                if same_label(candidate, button):
                    return posted, candidate
        return None

    async def blocks(self) -> None:
        """Block the bot, and the platform says so."""
        self.town.block(self)
        await self.town.handle(ReachabilityChanged(sender=self.sender, reachable=False))

    def posts(self) -> list[Posted]:
        """What stands in the resident's chat, oldest first (answers to presses left out)."""
        mine = [m for m in self.town.platform.posted if m.address == self.address]
        return [m for m in mine if not isinstance(m.content, Toast)]

    def inbox(self) -> list[str]:
        """The words of what the resident has received, oldest first."""
        return [posted.words for posted in self.posts()]

    @property
    def last(self) -> str:
        """The words of the newest message to the resident."""
        return self.inbox()[-1]


class StaffActor:
    """A member of staff at the desk."""

    def __init__(self, town: Town, user: str) -> None:
        self.town, self.user = town, user

    async def presses(self, button: str, case: Case | None = None, *, at_home: bool = False) -> Form | None:
        """Press a button of the case's card or thread (newest first), of a private note or the own page.

        `button` is a label, or data. As the channel does it: a form opens at once, and if it cannot, or it is no form,
        the press goes its usual way.
        """
        posted, data = await self._find(button, case, at_home)
        if data.startswith("s:form:"):
            async with self.town.db.read() as tx:
                form = await forms.form_for(
                    self.town.context(tx), self.user, data, posted.address if posted else "", None
                )
            if form is not None:
                return form
        channel_id = "" if at_home or posted is None or isinstance(posted.content, Home) else posted.address
        await self.town.handle(
            StaffPressed(
                user=self.user,
                data=data,
                channel_id=channel_id,
                message_id=posted.id if posted else None,
                thread_id=posted.thread if posted else None,
            )
        )
        return None

    async def _find(self, button: str, case: Case | None, at_home: bool) -> tuple[Posted | None, str]:
        places = [] if case is None else [await self.town._card(case), *await self.town.thread_posts(case)]
        if at_home:
            places = [m for m in self.town.platform.posted if m.address == self.user and isinstance(m.content, Home)]
        elif case is None:
            places = self._private()
        for posted in reversed(places):
            for candidate in buttons_of(posted.content):
                if same_label(candidate, button):
                    return posted, candidate.data
        return (places[0] if places and case else None), button

    async def opens(self, name: str, case: Case) -> Form | None:
        """Open a form of the card; None if it does not open (and why has been explained)."""
        return await self.presses(f"s:form:{name}:{case.id}", case)

    async def opens_form(self, data: str) -> Form | None:
        """Open a form that concerns no case by a button's data or a command (``/survey``); None if it does not open."""
        return await self.presses(f"s:form:{data}")

    async def fills_form(self, name: str, about: str | int = "", **values: str) -> None:
        """Submit a form that concerns no case."""
        await self.town.handle(StaffFilled(user=self.user, form=name, about=str(about), values=values))

    async def fills_in(self, form: Form | None, **values: str) -> None:
        """Submit an open form with what stands in it and these values instead (``title_en`` means ``title-en``)."""
        assert form is not None, "the form did not open"
        typed = {name.replace("_", "-"): value for name, value in values.items()}
        before = {ask.name: ask.initial for ask in form.asks if ask.kind != "info"}
        assert typed.keys() <= before.keys(), typed.keys() - before.keys()
        filled = StaffFilled(user=self.user, form=form.name, about=form.about, values={**before, **typed})
        await self.town.handle(filled)

    async def fills(self, name: str, case: Case, **values: str) -> None:
        """Submit a form about the case."""
        await self.town.handle(StaffFilled(user=self.user, form=name, about=str(case.id), values=values))

    async def says_in_thread(
        self, case: Case, text: str, *, mention: bool = False, attachments: Sequence[Attachment] = ()
    ) -> str:
        """Write under the case's card; returns the message's id. `mention`: it begins with a mention of the bot."""
        self.town.platform.number += 1
        message_id = str(self.town.platform.number)
        await self._wrote(case, message_id, text, mentions_bot=mention, attachments=tuple(attachments))
        return message_id

    async def edits(self, case: Case, message_id: str, text: str) -> None:
        """Change an own message in the thread."""
        await self._wrote(case, message_id, text, edited=True)

    async def deletes(self, case: Case, message_id: str) -> None:
        """Delete an own message in the thread."""
        await self._wrote(case, message_id, "", deleted=True)

    async def _wrote(self, case: Case, message_id: str, text: str, **event: Any) -> None:
        card = await self.town._card(case)
        wrote = StaffWrote(
            user=self.user,
            channel_id=card.address,
            thread_id=card.id,
            message_id=message_id,
            text=text,
            **event,
        )
        await self.town.handle(wrote)

    async def says_in_channel(self, channel_id: str, text: str, *, mention: bool = False) -> None:
        """Write in a channel outside of any thread."""
        self.town.platform.number += 1
        message_id = str(self.town.platform.number)
        await self.town.handle(
            StaffWrote(user=self.user, channel_id=channel_id, message_id=message_id, text=text, mentions_bot=mention)
        )

    async def commands(self, text: str, channel_id: str = "C_GENERAL", *, command: str = "liaison") -> str:
        """Use ``/liaison`` (or another command); returns the private answer."""
        event = StaffCommanded(user=self.user, channel_id=channel_id, command=command, text=text)
        await self.town.handle(event)
        return self.whispers()[-1]

    async def opens_home(self) -> Home:
        """Look at the own page."""
        await self.town.handle(StaffOpenedHome(user=self.user))
        return self.home()

    def home(self) -> Home:
        """The own page as it was last published."""
        pages = [m.content for m in self.town.platform.posted if m.address == self.user and isinstance(m.content, Home)]
        return pages[-1]

    async def joins(self, channel_id: str) -> None:
        """Join a channel."""
        await self.town.handle(MembershipChanged(user=self.user, channel_id=channel_id, joined=True))

    async def leaves(self, channel_id: str) -> None:
        """Leave a channel."""
        await self.town.handle(MembershipChanged(user=self.user, channel_id=channel_id, joined=False))

    def whispers(self) -> list[str]:
        """What this member alone was told, oldest first."""
        return [posted.words for posted in self._private()]

    def _private(self) -> list[Posted]:
        mine = [m for m in self.town.platform.posted if self.user in (m.person, m.address)]
        return [m for m in mine if not isinstance(m.content, Home)]
