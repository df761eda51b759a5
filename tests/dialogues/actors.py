"""The people of the small town: residents with a phone, and staff at the desk."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from domain.case import Case
from domain.content import Attachment, Button, Form, Home, Place, Toast
from domain.inbound import (
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
from handlers import forms
from handlers.context import Context
from handlers.reading import Reading
from storage.engine import Database, Tx
from tests.dialogues.posted import Platform, Posted, buttons_of, plain, same_label
from tests.dialogues.understanding import read


class Bench(Protocol):
    """The town as those who live and work in it need it."""

    db: Database
    now: datetime
    platform: Platform

    def context(self, tx: Tx) -> Context:
        """What a handler is given."""

    async def handle(self, event: Inbound, reading: Reading | None = None) -> None:
        """One event through the front door, then everything that it caused is delivered."""

    async def card_of(self, case: Case) -> Posted:
        """The message that is the case's card."""

    async def thread_posts(self, case: Case) -> list[Posted]:
        """The messages of the card's thread, oldest first."""

    def block(self, who: "ResidentActor") -> None:
        """From now on the platform refuses what is sent to them."""


class ResidentActor:
    """A resident with a phone."""

    def __init__(self, town: Bench, name: str, language: str, address: str) -> None:
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

    def __init__(self, town: Bench, user: str) -> None:
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
        places = [] if case is None else [await self.town.card_of(case), *await self.town.thread_posts(case)]
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
        card = await self.town.card_of(case)
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
