"""People on both sides who do something every now and then, and remember what they did."""

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sandbox.slack import Member, NotOnScreenError
from sandbox.slack.errors import SlackError
from sandbox.slack.input_state import NotOfferedError
from sandbox.telegram.chats import Message
from sandbox.telegram.residents import Resident
from tests.crash.town_hall import COMMUNITY, TownHall

MATTERS = (  # one a resident, always in the same words, so that the router has no reason to change its mind
    "The street lamp in front of our house is broken",
    "The bin on the corner has not been emptied",
    "There is no water in our flat",
    "The pothole in our street gets deeper",
    "When is the next concert in the park",
    "The stairwell of our block is flooded",
)


@dataclass
class Neighbour:
    """A resident who writes about one matter and answers what they are asked."""

    resident: Resident
    matter: str
    written: dict[int, str] = field(default_factory=dict)  # message id -> text
    answered: set[int] = field(default_factory=set)

    def write(self) -> str:
        """One more message about the matter; every one has a number of its own."""
        text = f"{self.matter} ({self.resident.user.id}-{len(self.written) + 1})"
        self.written[self.resident.write(text).id] = text
        return text

    def answer(self) -> int:
        """Press the first button of every question that is open; returns how many there were."""
        before = len(self.answered)
        for message in self.resident.replies:
            if message.id not in self.answered and (data := _question(message)):
                self.answered.add(message.id)
                self.resident.click(data, message)
        return len(self.answered) - before


def _question(message: Message) -> str:
    rows = (message.inline_keyboard or {}).get("inline_keyboard", [])
    first = str(rows[0][0].get("callback_data", "")) if rows and rows[0] else ""
    return first if first.startswith("r:q:") else ""


@dataclass
class Crowd:
    """Residents and staff who do something every now and then. What was acknowledged to staff is written down."""

    hall: TownHall
    rng: random.Random
    neighbours: list[Neighbour] = field(default_factory=list)
    claims: set[int] = field(default_factory=set)  # cases
    replies: dict[str, int] = field(default_factory=dict)  # words -> case
    moves: dict[int, list[tuple[str, bool]]] = field(
        default_factory=dict
    )  # case -> (department, acknowledged), in order

    def gather(self, count: int) -> None:
        """Let residents move in, one for each matter in turn."""
        for number in range(count):
            townsman = self.hall.town.move_in(f"Resident No{number}", "en")
            self.neighbours.append(Neighbour(resident=townsman.resident, matter=MATTERS[number % len(MATTERS)]))

    @property
    def written(self) -> int:
        return sum(len(one.written) for one in self.neighbours)

    async def write(self, every: float, most: int) -> None:
        """Somebody writes every so many seconds, `most` messages in all; questions are answered."""
        while self.written < most:
            self.rng.choice(self.neighbours).write()
            await asyncio.sleep(self.rng.uniform(0, 2 * every))

    def answer(self) -> int:
        """Everybody answers what they are asked; returns how many questions that were."""
        return sum(one.answer() for one in self.neighbours)

    async def work(self, every: float) -> None:
        """Staff do something on some card every so many seconds, and residents answer questions; until cancelled."""
        while True:
            await asyncio.sleep(self.rng.uniform(0, 2 * every))
            self.answer()
            await self.do_something()

    async def do_something(self) -> None:
        """Claim, answer or reassign; what Slack shows as failed may or may not have happened, as for a real person."""
        card = self._card()
        if card is None:
            return
        member, channel, post, case = card
        deed = self.rng.choices((self._claim, self._reply, self._reassign), (4, 6, 1))[0]
        with suppress(NotOnScreenError, NotOfferedError, SlackError, LookupError):
            await deed(member, channel, post, case)

    def _card(self) -> tuple[Member, str, dict[str, Any], int] | None:
        cards = []
        for channel in self.hall.slack.channels.values():
            member = next((self.hall.slack.member(user) for user in channel.members if user in self._staff()), None)
            if member is None or channel.kind != "channel":
                continue
            shown = [(post, _case_of(post)) for post in member.read(channel.id)]
            cards += [(member, channel.id, post, case) for post, case in shown if case]
        return self.rng.choice(cards) if cards else None

    def _staff(self) -> set[str]:
        return {user.id for user in self.hall.slack.users.values() if user.title}

    async def _claim(self, member: Member, channel: str, post: dict[str, Any], case: int) -> None:
        if (await press(member, channel, post, f"s:claim:{case}")).ok:
            self.claims.add(case)

    async def _reply(self, member: Member, channel: str, post: dict[str, Any], case: int) -> None:
        words = f"Answer {len(self.replies) + 1}-{self.rng.randrange(10**9)} from the desk"
        if await self._submitted(member, channel, post, f"s:form:reply:{case}", text=words):
            self.replies[words] = case

    async def reply(self, words: str) -> None:
        """Somebody answers some case in these words; Slack must acknowledge it."""
        card = self._card()
        assert card is not None
        member, channel, post, case = card
        assert await self._submitted(member, channel, post, f"s:form:reply:{case}", text=words)
        self.replies[words] = case

    async def _reassign(self, member: Member, channel: str, post: dict[str, Any], case: int) -> None:
        target = self.rng.choice([d.id for d in COMMUNITY.departments])
        done = await self._submitted(member, channel, post, f"s:form:reassign:{case}", department=target)
        self.moves.setdefault(case, []).append((target, done))

    async def _submitted(self, member: Member, channel: str, post: dict[str, Any], data: str, **values: str) -> bool:
        if not (await press(member, channel, post, data)).ok or member.modal is None:
            return False
        try:
            for name, value in values.items():
                await member.fill("answer", value, block_id=name)
        except NotOfferedError:  # a case is not moved to where it is
            await member.close_modal(everything=True)
            raise
        done = await member.submit()
        if member.modal is not None:
            await member.close_modal(everything=True)
        return done.ok


def _case_of(post: dict[str, Any]) -> int:
    """The case of a card that still has its buttons; 0 for anything else."""
    for element in _buttons(post):
        if str(element.get("value", "")).startswith("s:form:reply:"):
            return int(element["value"].rpartition(":")[2])
    return 0


def _buttons(post: dict[str, Any]) -> list[dict[str, Any]]:
    return [e for block in post.get("blocks") or [] if block["type"] == "actions" for e in block["elements"]]


async def press(member: Member, channel: str, post: dict[str, Any], data: str) -> Any:
    for element in _buttons(post):
        if element.get("value") == data:
            return await member.press(channel, post["ts"], element["action_id"], value=data)
    raise LookupError(data)
