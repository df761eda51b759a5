"""Coordinators at work: they write broadcasts in steps, look at previews, approve what others wrote, watch the card."""

from urllib.parse import urlencode

from alerts.cap.message import Category, Certainty, Severity, Urgency
from alerts.playbooks.plan import Defaults, Part, Playbook
from alerts.playbooks.plan import Kind as PlanKind
from domain.broadcast import Broadcast
from domain.content import Card, Form
from domain.inbound import StaffFilled
from handlers import forms
from storage import broadcasts
from storage.tables_broadcasts import broadcasts as table
from tests.dialogues.town import Posted, StaffActor, Town, plain

CRISIS = "C_CRISIS"
FLOOD = {
    "event": "Flood",
    "severity": "Severe",
    "urgency": "Immediate",
    "certainty": "Likely",
    "category": "Met",
    "until-day": "2026-11-16",
    "until-time": "20:00",
    "headline-en": "The river is rising in the Harbour",
    "description-en": "Quay Street may be under water by noon.",
    "instruction-en": "Go to the school on the hill now.",
    "headline-pl": "Rzeka wzbiera w Porcie",
    "instruction-pl": "Prosimy iść teraz do szkoły na wzgórzu.",
    "headline-ar": "النهر يرتفع في الميناء",
    "instruction-ar": "توجهوا الآن إلى المدرسة على التل.",
    "headline-fil": "Tumataas ang ilog sa Daungan",
    "instruction-fil": "Pumunta na po sa paaralan sa burol.",
}

PLAN = Playbook(
    id="flood",
    event=dict.fromkeys(("en", "pl", "ar", "fil"), "Flood"),
    cap=Defaults(
        categories=(Category.MET,),
        urgency=Urgency.IMMEDIATE,
        severity=Severity.SEVERE,
        certainty=Certainty.LIKELY,
        lasts_hours=4,
    ),
    variables=("source", "place", "until", "shelter"),
    texts={
        kind: {
            Part.HEADLINE: {code: f"{kind} {code}" for code in ("en", "pl", "ar", "fil")},
            Part.DESCRIPTION: dict.fromkeys(("en", "pl", "ar", "fil"), "{source}: {place}, {until}."),
            Part.INSTRUCTION: dict.fromkeys(("en", "pl", "ar", "fil"), "Go to {shelter}."),
        }
        for kind in (PlanKind.ALERT, PlanKind.ALL_CLEAR)
    },
    departments=("safety",),
    checklist={"en": ("Ask the river service.",)},
)


class Coordinator(StaffActor):
    """Somebody who works on broadcasts."""

    town: Town

    async def begins(self, kind: str = "alert", areas: str = "harbour", playbook: str = "") -> Form | None:
        """``/alert``, the first step filled in; the second step, as it shows."""
        async with self.town.db.read() as tx:
            context = self.town.context(tx)
            first = await forms.form_for(context, self.user, "s:form:/alert")
            if first is None:
                return None
            event = StaffFilled(
                user=self.user, form=first.name, about="", values={"kind": kind, "areas": areas, "playbook": playbook}
            )
            return await forms.next_form(context, event)

    async def writes(self, kind: str = "alert", areas: str = "harbour", **values: str) -> Broadcast:
        """Write a broadcast in two steps; the draft that became of it."""
        chosen = {name: value for name, value in {"kind": kind, "areas": areas.replace("\n", ",")}.items() if value}
        await self.fills_in(urlencode(chosen), values or FLOOD)
        return await newest(self.town)

    async def changes(self, broadcast: Broadcast, **values: str) -> None:
        """Change a draft through its form; what is not said stays."""
        about = f"draft:{broadcast.id}:{broadcast.version}"
        await self.fills_in(about, {**FLOOD, **values})

    async def follows(self, kind: str, original: Broadcast, **values: str) -> Broadcast:
        """Write a correction, an update or an all-clear."""
        await self.fills_in(f"follow:{kind}:{original.id}", {**FLOOD, **values})
        return await newest(self.town)

    async def opens_form(self, data: str) -> Form | None:
        """The form that a button opens."""
        async with self.town.db.read() as tx:
            return await forms.form_for(self.town.context(tx), self.user, data)

    async def fills_in(  # type: ignore[override]  # the second step needs no form that is open
        self, about: str, values: dict[str, str], form: str = "cast-words"
    ) -> None:
        """Submit the second step."""
        given = {name.replace("_", "-"): value for name, value in values.items()}
        await self.town.handle(StaffFilled(user=self.user, form=form, about=about, values=given))

    async def submits(self, broadcast: Broadcast) -> None:
        """Press "Submit" on the preview."""
        await self.presses(f"s:cast:submit:{broadcast.id}:{broadcast.version}")

    async def approves(self, broadcast: Broadcast, area: str = "Harbour", version: int | None = None) -> None:
        """Fill in the approval as the card offered it."""
        about = f"{broadcast.id}:{version or broadcast.version}"
        await self.town.handle(StaffFilled(user=self.user, form="cast-approve", about=about, values={"area": area}))

    async def overrides(self, broadcast: Broadcast, reason: str, area: str = "Harbour") -> None:
        """Send alone, as duty officer."""
        about = f"{broadcast.id}:{broadcast.version}"
        values = {"area": area, "reason": reason}
        await self.town.handle(StaffFilled(user=self.user, form="cast-override", about=about, values=values))

    async def saves(self, number: int, name: str) -> None:
        """Give the audience of a draft a name."""
        form = StaffFilled(user=self.user, form="cast-audience", about=str(number), values={"name": name})
        await self.town.handle(form)

    def preview(self) -> Card:
        """The newest card in the own chat."""
        cards = [m.content for m in self._private() if isinstance(m.content, Card)]
        return cards[-1]

    @property
    def told(self) -> str:
        """What this person alone was told last."""
        return self.whispers()[-1]


async def newest(town: Town) -> Broadcast:
    """The newest broadcast, as its row now is."""
    rows = await town.rows(table)
    return await now(town, rows[-1].id)


async def now(town: Town, number: int) -> Broadcast:
    """A broadcast as its row now is."""
    async with town.db.read() as tx:
        return await broadcasts.get(tx, number)


def cards(town: Town) -> list[Posted]:
    """The cards in the coordinators' channel, oldest first."""
    return [m for m in town.channel(CRISIS) if isinstance(m.content, Card)]


def card(town: Town) -> Card:
    """The newest card in the coordinators' channel, as it now stands."""
    content = cards(town)[-1].content
    assert isinstance(content, Card)
    return content


def value(shown: Card, label: str) -> str:
    """The value under a label of a card."""
    return plain(next(pair.value for pair in shown.fields if pair.label == label))
