"""What a message says, before anything is done with it: language, likely departments, kind, urgency.

Reading is arithmetic that takes milliseconds, so it happens before the transaction is opened, away from the event loop.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from domain.case import CaseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why the router thinks so, free of language: the catalogs have a sentence for each kind."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood. `language` is a configured one or ``und``; `ranking` are departments, likeliest first."""

    language: str = "und"
    confidence: float = 0.0
    history: dict[str, Any] = field(default_factory=dict)  # the resident's language history with this message in it
    ranking: tuple[str, ...] = ()
    action: Literal["auto", "ask", "front_desk"] = "front_desk"
    reasons: tuple[Reason, ...] = ()
    kind: CaseKind = CaseKind.REPORT
    thanks_only: bool = False
    urgent: str = ""  # the word that makes it an emergency
    sensitive: bool = False

    @property
    def department(self) -> str | None:
        """The department that the router is sure of, if it is."""
        return self.ranking[0] if self.action == "auto" and self.ranking else None


NOTHING = Reading()
