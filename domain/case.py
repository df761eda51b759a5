"""A case: one matter of one resident, its states and the table of allowed transitions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.errors import ForbiddenTransition


class CaseState(StrEnum):
    """Where a case stands."""

    NEW = "new"
    CLAIMED = "claimed"
    WAITING = "waiting"  # for the resident
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"


OPEN = frozenset({CaseState.NEW, CaseState.CLAIMED, CaseState.WAITING, CaseState.REOPENED})


class CaseKind(StrEnum):
    """What a resident brings."""

    QUESTION = "question"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    THANKS = "thanks"
    REPORT = "report"


class Step(StrEnum):
    """A deed that moves a case from one state to another."""

    CLAIM = "claim"
    RELEASE = "release"
    WAIT = "wait"
    RESUME = "resume"  # the resident answered while we waited
    REASSIGN = "reassign"
    RESOLVE = "resolve"
    CONFIRM = "confirm"  # the resident says: solved
    REJECT = "reject"  # the resident says: not solved
    REOPEN = "reopen"  # the resident writes again within the days
    EXPIRE = "expire"  # nobody objected in time


_S = CaseState
TRANSITIONS: dict[tuple[CaseState, Step], CaseState] = {
    **{(state, Step.CLAIM): _S.CLAIMED for state in (_S.NEW, _S.REOPENED)},
    (_S.WAITING, Step.CLAIM): _S.WAITING,
    **{(state, Step.RELEASE): _S.NEW for state in (_S.CLAIMED, _S.WAITING, _S.REOPENED)},
    **{(state, Step.WAIT): _S.WAITING for state in (_S.NEW, _S.CLAIMED, _S.REOPENED, _S.WAITING)},
    (_S.WAITING, Step.RESUME): _S.CLAIMED,
    **{(state, Step.REASSIGN): _S.NEW for state in OPEN},
    **{(state, Step.RESOLVE): _S.RESOLVED for state in OPEN},
    (_S.RESOLVED, Step.CONFIRM): _S.CLOSED,
    **{(state, Step.REJECT): _S.REOPENED for state in (_S.RESOLVED, _S.CLOSED)},
    **{(state, Step.REOPEN): _S.REOPENED for state in (_S.RESOLVED, _S.CLOSED)},
    (_S.RESOLVED, Step.EXPIRE): _S.CLOSED,
}


def after(state: CaseState, step: Step) -> CaseState:
    """Return the state that `step` leads to. Raises ForbiddenTransition where the table has no such step."""
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        raise ForbiddenTransition(f"a case that is {state} cannot {step}") from None


class Priority(StrEnum):
    """How soon staff should look. URGENT is set by an emergency word or by staff."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row of the case table. `department` is None while the resident is still being asked."""

    id: int
    reference: str
    resident_id: int
    kind: CaseKind
    state: CaseState
    created_at: datetime
    updated_at: datetime
    department: str | None = None
    language: str = "und"
    area: str | None = None
    priority: Priority = Priority.NORMAL
    sensitive: bool = False
    assignee: str | None = None  # staff user id
    due_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    rating: int | None = None
    card: int = 0  # how many cards it has had; each reassignment makes a new one
    routing: dict[str, Any] = field(default_factory=dict)  # ranking and reasons, as the router said them

    @property
    def open(self) -> bool:
        """Whether staff still owe something."""
        return self.state in OPEN

    @property
    def card_anchor(self) -> str:
        """Name of the anchor of its current card."""
        return f"case:{self.id}:card:{self.card}"


class EntryKind(StrEnum):
    """What a line of a case's history is."""

    RESIDENT = "resident"  # the resident wrote
    REPLY = "reply"  # staff to the resident
    NOTICE = "notice"  # the bot to the resident
    NOTE = "note"  # staff among themselves
    EVENT = "event"  # something happened (claimed, reassigned …)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a case's history.

    `author` is a resident id, a staff user id or empty; `data` holds encoded attachments, places and steps.
    """

    id: int
    case_id: int
    kind: EntryKind
    at: datetime
    author: str = ""
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    message_id: str | None = None  # the platform's id of the resident's message
    edited_at: datetime | None = None
