"""A broadcast: what is said to many, its states and the table of allowed transitions.

What is approved is a `Plan`; a correction, an update or an all-clear is a broadcast of its own that points at the
first of its family.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.audience import Audience, Everybody, Wish
from domain.broadcast_schedule import Schedule
from domain.community import ALERTS
from domain.delivery import Lane
from domain.errors import ForbiddenTransition, LiaisonError


class Kind(StrEnum):
    """What a broadcast is."""

    ALERT = "alert"
    ANNOUNCEMENT = "announcement"
    UPDATE = "update"
    CORRECTION = "correction"
    ALL_CLEAR = "all-clear"
    DRILL = "drill"


FOLLOWING = frozenset({Kind.UPDATE, Kind.CORRECTION, Kind.ALL_CLEAR})  # these refer to an earlier broadcast

# CAP 1.2, section 3.2.2, in the order in which a coordinator should see them.
URGENCIES = ("Immediate", "Expected", "Future", "Past", "Unknown")
SEVERITIES = ("Extreme", "Severe", "Moderate", "Minor", "Unknown")
CERTAINTIES = ("Observed", "Likely", "Possible", "Unlikely", "Unknown")
CATEGORIES = (
    "Safety", "Met", "Geo", "Fire", "Health", "Env", "Transport", "Infra", "Rescue", "Security", "CBRNE", "Other",
)  # fmt: skip
GRAVE = frozenset({"Extreme", "Severe"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The CAP fields of an alert. Values of the four lists are those of CAP 1.2; `also`: further categories."""

    event: str
    category: str = "Safety"
    also: tuple[str, ...] = ()
    urgency: str = "Unknown"
    severity: str = "Unknown"
    certainty: str = "Unknown"
    onset: datetime | None = None
    expires: datetime | None = None
    contact: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """All of its categories, the first one first."""
        return (self.category, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is said in one language."""

    language: str
    headline: str
    description: str = ""
    instruction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """People who read `language` get the text in `uses`: somebody chose that, by name."""

    language: str
    uses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that is submitted and approved. `exercise` is set when it is composed and never changes.

    `areas`: ids of the areas that the text speaks of (whom it goes to is the `audience`'s matter). `public`: the
    public channels get it too. `notify`: departments whose desks are told.
    `responders`: topics of those who help (volunteering); whoever wants one gets the text too, wherever they live.
    `schedule`: when it is sent, if not at once.
    """

    kind: Kind
    wordings: tuple[Wording, ...] = ()
    facts: Facts | None = None
    audience: Audience = field(default_factory=Everybody)
    topic: str = ALERTS
    areas: tuple[str, ...] = ()
    fallbacks: tuple[Fallback, ...] = ()
    exercise: bool = False
    refers_to: int | None = None  # id of the first broadcast of the family
    playbook: str = ""
    public: bool = True
    safety_check: bool = False
    notify: tuple[str, ...] = ()
    responders: tuple[str, ...] = ()
    schedule: Schedule | None = None  # None: as soon as it is approved

    @property
    def grave(self) -> bool:
        """An extreme or severe alert, or what follows one; never a drill."""
        of_alert = self.kind is Kind.ALERT or self.kind in FOLLOWING
        return of_alert and not self.exercise and self.facts is not None and self.facts.severity in GRAVE

    @property
    def live_alert(self) -> bool:
        """Whether people may act on it as on a danger: then a typed name confirms the area."""
        return self.kind is not Kind.ANNOUNCEMENT and not self.exercise

    @property
    def lane(self) -> Lane:
        """Which lane it travels in: emergencies are the grave ones alone."""
        if self.grave:
            return Lane.EMERGENCY
        return Lane.BULK if self.kind is Kind.ANNOUNCEMENT else Lane.REMINDER

    @property
    def wish(self) -> Wish:
        """Whose wishes count."""
        return Wish(topic=self.topic, urgent=self.grave)

    @property
    def expires(self) -> datetime | None:
        """After this instant nothing of it may leave."""
        return self.facts.expires if self.facts else None

    def wording(self, language: str) -> Wording | None:
        """What readers of `language` get: their own text, else that of the fallback chosen for them."""
        own = next((one for one in self.wordings if one.language == language), None)
        chosen = next((one.uses for one in self.fallbacks if one.language == language), None)
        return own or next((one for one in self.wordings if one.language == chosen), None)


class State(StrEnum):
    """Where a broadcast stands. The last five are final."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"  # waits for its time
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"
    EXPIRED = "expired"  # before it could be sent
    DISCARDED = "discarded"
    CALLED_OFF = "called-off"  # approved, and withdrawn before its time


class Step(StrEnum):
    """A deed that moves a broadcast from one state to another."""

    EDIT = "edit"
    SUBMIT = "submit"
    RETURN = "return"  # the second person wants it changed
    APPROVE = "approve"
    OVERRIDE = "override"  # a duty officer, alone
    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    FINISH = "finish"
    EXPIRE = "expire"
    DISCARD = "discard"


_S = State
TRANSITIONS: dict[tuple[State, Step], State] = {
    **{(state, Step.EDIT): _S.DRAFT for state in (_S.DRAFT, _S.SUBMITTED, _S.APPROVED)},
    (_S.DRAFT, Step.SUBMIT): _S.SUBMITTED,
    (_S.SUBMITTED, Step.RETURN): _S.DRAFT,
    (_S.SUBMITTED, Step.APPROVE): _S.APPROVED,
    **{(state, Step.OVERRIDE): _S.APPROVED for state in (_S.DRAFT, _S.SUBMITTED)},
    (_S.APPROVED, Step.START): _S.RUNNING,
    (_S.APPROVED, Step.STOP): _S.CALLED_OFF,
    (_S.RUNNING, Step.PAUSE): _S.PAUSED,
    (_S.PAUSED, Step.RESUME): _S.RUNNING,
    **{(state, Step.STOP): _S.STOPPED for state in (_S.RUNNING, _S.PAUSED)},
    **{(state, Step.FINISH): _S.DONE for state in (_S.RUNNING, _S.PAUSED)},
    **{(state, Step.EXPIRE): _S.EXPIRED for state in (_S.DRAFT, _S.SUBMITTED, _S.APPROVED)},
    **{(state, Step.DISCARD): _S.DISCARDED for state in (_S.DRAFT, _S.SUBMITTED)},
}
STARTED = frozenset({_S.RUNNING, _S.PAUSED, _S.STOPPED, _S.DONE})  # somebody may have read it
UNDER_WAY = frozenset({_S.RUNNING, _S.PAUSED})
WAITING = frozenset({_S.DRAFT, _S.SUBMITTED, _S.APPROVED})


def after(state: State, step: Step) -> State:
    """Return the state that `step` leads to. Raises ForbiddenTransition where the table has no such step."""
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        raise ForbiddenTransition(f"a broadcast that is {state} cannot {step}") from None


class Refusal(LiaisonError):
    """A broadcast cannot go on like this; nothing was changed. `code` and `values` name the sentence to say."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code, self.values = code, values


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One row of the broadcast table. People are named by their Slack user ids, wherever they acted from.

    `version` counts the changes of the plan; `seal` is the hash of what was frozen when it was submitted.
    """

    id: int
    reference: str
    state: State
    version: int
    plan: Plan
    author: str
    created_at: datetime
    updated_at: datetime
    seal: str | None = None
    submitted_by: str | None = None
    submitted_at: datetime | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    override_reason: str | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    stopped_by: str | None = None

    @property
    def card_anchor(self) -> str:
        """Name of the anchor of its card in the coordinators' channel."""
        return f"broadcast:{self.id}:card"
