"""What every handler is given: its transaction, the time, the community, the words, a way to leave messages."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from alerts.playbooks.plan import Playbook
from delivery.enqueue import enqueue
from domain.community import Community, Department
from domain.content import Button, Content, Message, Toast
from domain.delivery import Capabilities, Draft, Lane, Operation
from domain.people import Resident
from locales import Catalogs
from storage.engine import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A lesson for the router, to be learned once the transaction is committed."""

    text: str
    language: str
    department: str
    kind: str
    reference: str
    area: str | None = None


@dataclass(slots=True, kw_only=True)
class Context:
    """One transaction's surroundings. `taught` collects lessons that the router learns after the commit."""

    tx: Tx
    now: datetime
    community: Community
    catalogs: Catalogs
    capabilities: Mapping[str, Capabilities]
    rng: random.Random
    desk_channel: str = "slack"
    playbooks: tuple[Playbook, ...] = ()  # contingency plans
    rates: Mapping[str, float] = field(default_factory=dict)  # messages a second that each channel takes
    taught: list[Taught] = field(default_factory=list)

    def say(self, language: str, key: str, /, **values: Any) -> str:
        """A sentence from the catalog."""
        return self.catalogs.say(language, key, **values)

    def desk(self, key: str, /, **values: Any) -> str:
        """A sentence for staff: `desk-<key>` of the catalog."""
        return self.catalogs.say(self.community.staff_language, f"desk-{key}", **values)

    def coordinate(self, key: str, /, **values: Any) -> str:
        """A sentence for coordinators: `coordination-<key>` of the catalog."""
        return self.catalogs.say(self.community.staff_language, f"coordination-{key}", **values)

    def department_name(self, department: Department | str | None, language: str) -> str:
        """The department's name; the front desk's where it is not known (any more)."""
        found = self.community.department(department) if isinstance(department, str) else department
        found = found or self.community.department(self.community.front_desk)
        return self.community.say(found.name, language) if found else ""

    async def send(self, *drafts: Draft) -> list[int]:
        """Leave deliveries in the ledger, in this transaction; returns their ids."""
        return await enqueue(self.tx, drafts, self.now, self.capabilities)

    async def tell(
        self,
        resident: Resident,
        text: str,
        *,
        lead: str = "",
        buttons: Sequence[Sequence[Button]] = (),
        lane: Lane = Lane.AUTOMATIC,
        ask_place: str = "",
        **draft: Any,
    ) -> list[int]:
        """Write to a resident in their chat. Further fields of `Draft` may be given by name."""
        content = Message(
            text=text,
            lead=lead,
            buttons=tuple(tuple(row) for row in buttons),
            ask_place=ask_place,
            rtl=self.catalogs.direction(resident.language) == "rtl",
        )
        return await self.send(self.to(resident, content, lane=lane, **draft))

    def to(self, resident: Resident, content: Content, *, lane: Lane = Lane.AUTOMATIC, **draft: Any) -> Draft:
        """A delivery to a resident."""
        return Draft(
            channel=resident.channel,
            address=resident.address,
            lane=lane,
            content=content,
            resident_id=resident.id,
            **draft,
        )

    async def answer_press(self, channel: str, address: str, press_id: str, text: str = "") -> None:
        """Answer a button press, so that the client stops waiting."""
        await self.send(
            Draft(
                channel=channel,
                address=address,
                lane=Lane.REPLY,
                operation=Operation.ANSWER,
                content=Toast(text=text),
                person=press_id,
            )
        )

    async def whisper(self, channel_id: str, user: str, text: str, *, thread: str | None = None) -> None:
        """Tell one member of staff something that nobody else sees."""
        await self.send(
            Draft(
                channel=self.desk_channel,
                address=channel_id,
                lane=Lane.REPLY,
                operation=Operation.PRIVATE,
                content=Message(text=text),
                person=user,
                reply_to=thread,
            )
        )
