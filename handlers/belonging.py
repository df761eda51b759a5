"""To which case does a message belong? A pure decision: a reply decides, ambiguity asks, nothing is guessed."""

from dataclasses import dataclass

from domain.case import Case, CaseState


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known when a message arrives. `recent` are resolved or closed cases that may still be reopened."""

    replied: Case | None = None  # the case of the message that it replies to
    over: bool = False  # that case was closed too long ago to be reopened
    album: Case | None = None  # the case of the earlier pieces of the same album
    open: tuple[Case, ...] = ()
    recent: tuple[Case, ...] = ()
    asked_for_new: bool = False  # the resident pressed "new matter" or sent /new
    thanks: bool = False
    urgent: bool = False
    department: str | None = None  # where the router would surely send it


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNew:
    """It is a new matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTo:
    """It belongs to `case`. `sure` is False where the resident should be offered to say otherwise."""

    case: Case
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskWhich:
    """More than one case could be meant."""

    candidates: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JustThanks:
    """A thank-you: it neither opens nor reopens a case; `case` is the one it is about, where that is clear."""

    case: Case | None = None


Belongs = OpenNew | AddTo | AskWhich | JustThanks


def decide(situation: Situation) -> Belongs:
    """Say where the message belongs."""
    s = situation
    pointed = s.replied or s.album
    if s.thanks:
        return JustThanks(case=pointed or _only((*s.open, *s.recent)))
    if s.asked_for_new or s.over:
        return OpenNew()
    if pointed is not None:
        return AddTo(case=pointed, sure=True)
    if s.urgent:
        return OpenNew()
    return _without_pointer(s)


def _without_pointer(s: Situation) -> Belongs:
    candidates = (*s.open, *s.recent)
    if not candidates:
        return OpenNew()
    if len(candidates) > 1:
        return AskWhich(candidates=candidates)
    only = candidates[0]
    if only.state is CaseState.WAITING:
        return AddTo(case=only, sure=False)
    if s.department is not None and only.department is not None and s.department != only.department:
        return AskWhich(candidates=candidates)
    return AddTo(case=only, sure=False)


def _only(candidates: tuple[Case, ...]) -> Case | None:
    return candidates[0] if len(candidates) == 1 else None
